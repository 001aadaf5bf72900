package org.pacta.desk.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.LineTexts;
import org.pacta.desk.draft.Section;
import org.pacta.desk.matching.NamesToSettle.NameRow;
import org.pacta.desk.publication.Refusals.Refusal;
import org.pacta.platform.form.Form;
import org.pacta.registry.record.RecordForms;
import org.pacta.registry.record.References;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;

/** What stands in the way of publishing a draft, as far as its lines themselves tell. */
@Component
class Obstacles {

    /** So many names to settle are named one by one. */
    private static final int FEW = 5;

    private final JdbcClient jdbc;
    private final RecordForms records;
    private final References references;
    private final LineTexts texts;
    private final MessageSource messages;

    Obstacles(JdbcClient jdbc, RecordForms records, References references, LineTexts texts, MessageSource messages) {
        this.jdbc = jdbc;
        this.records = records;
        this.references = references;
        this.texts = texts;
        this.messages = messages;
    }

    /** Refuses with {@link Refusal} a draft that cannot be published. */
    void refuse(DraftView draft) {
        of(draft).stream().findFirst().ifPresent(obstacle -> {
            throw new Refusal(obstacle);
        });
    }

    /** Each of them, in words. */
    List<Problem> of(DraftView draft) {
        List<Problem> problems = gone(draft);
        if (draft.lines(Section.SOURCE).isEmpty()) {
            problems.add(Problem.grave("section-source", say("desk.problem.no_source")));
        }
        draft.lines(Section.BASICS).stream()
                .filter(line -> line.get("heldOn").isEmpty()
                        && !Set.of("postponed", "cancelled").contains(line.get("status"))
                        && !isUndated(draft.meeting()))
                .forEach(line -> problems.add(grave(line, "heldOn", "desk.problem.no_date")));
        draft.lines(Section.BASICS).stream()
                .filter(line -> isTaken(draft, line.get("ordinal")))
                .forEach(line -> problems.add(grave(line, "ordinal", "rule.meeting_ordinal_uk")));
        Forms forms = new Forms(Known.of(draft.council(), jdbc, references), texts, jdbc);
        for (Line line : draft.lines()) {
            if (line.isEntered()) {
                forms.faults(line)
                        .forEach((field, fault) ->
                                problems.add(Problem.grave(line.id(), field, say(fault.key(), fault.about()))));
                required(line).ifPresent(field -> problems.add(grave(line, field, "rule.required")));
            }
        }
        problems.addAll(unsettled(draft.unsettled()));
        return problems;
    }

    /** Each name that is not settled, or how many they are. */
    private List<Problem> unsettled(List<NameRow> names) {
        return names.size() > FEW
                ? List.of(Problem.grave("names", say("desk.problem.unsettled_many", names.size())))
                : names.stream()
                        .map(name -> Problem.grave(name.anchor(), say("desk.problem.unsettled", name.printed())))
                        .toList();
    }

    /** What the draft belongs to or changes, or the source it names, and was withdrawn by somebody else since. */
    public List<Problem> gone(DraftView draft) {
        List<Problem> problems = new ArrayList<>();
        List<Line> sources = draft.lines(Section.SOURCE).stream()
                .filter(line -> line.record() == null && !line.get("url").isEmpty())
                .toList();
        Map<String, String> reasons = jdbc
                .sql("""
                        select '' as url, withdrawal_reason as reason from council where id = :council and withdrawn_on is not null
                        union all
                        (select distinct on (url) url, withdrawal_reason from source where url = any(:urls)
                            and not exists (select from source standing where standing.url = source.url and standing.withdrawn_on is null)
                        order by url, id)
                        """)
                .param("council", draft.council())
                .param("urls", sources.stream().map(line -> line.get("url")).toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("url"), row.getString("reason")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (reasons.containsKey("")) {
            problems.add(Problem.grave("decision", say("desk.problem.council_gone", reasons.get(""))));
        }
        sources.stream()
                .filter(line -> reasons.containsKey(line.get("url")))
                .map(line ->
                        Problem.grave(line.id(), "url", say("desk.problem.source_gone", reasons.get(line.get("url")))))
                .forEach(problems::add);
        problems.addAll(withdrawn(draft));
        return problems;
    }

    private List<Problem> withdrawn(DraftView draft) {
        List<Problem> problems = new ArrayList<>();
        for (Section section : Section.values()) {
            Map<Long, Line> lines = draft.lines(section).stream()
                    .filter(line -> line.record() != null)
                    .collect(Collectors.toMap(line -> Objects.requireNonNull(line.record()), line -> line));
            if (!lines.isEmpty()) {
                jdbc.sql("select id, version, withdrawal_reason from %s where id in (:ids) and withdrawn_on is not null"
                                .formatted(section.kind().code()))
                        .param("ids", lines.keySet())
                        .query(row -> {
                            Line line = Objects.requireNonNull(lines.get(row.getLong("id")));
                            if (!Objects.equals(line.recordVersion(), row.getInt("version"))) {
                                problems.add(Problem.grave(
                                        line.id(),
                                        null,
                                        say("desk.problem.withdrawn", row.getString("withdrawal_reason"))));
                            }
                        });
            }
        }
        return problems;
    }

    /** The field without which a line says nothing. */
    private static Optional<String> required(Line line) {
        String field =
                switch (line.section()) {
                    case CHAIR -> line.get("asPrinted").isEmpty() ? "person" : "asPrinted";
                    case SOURCE, AGREEMENT, PROJECT -> line.get("localTitle").isEmpty() ? "title" : "localTitle";
                    case FIGURE -> line.get("relationFactor").isEmpty() ? "value" : "relationFactor";
                    case TARGET -> "value";
                    case COMMITMENT -> line.get("localStatement").isEmpty() ? "statement" : "localStatement";
                    default -> null;
                };
        return Optional.ofNullable(field).filter(name -> line.get(name).isEmpty());
    }

    /** The first rule that the form of a line breaks. */
    Optional<Problem> broken(Line line, Form form) {
        return records.check(form).getAllErrors().stream()
                .map(error -> Problem.grave(
                        line.id(),
                        error instanceof FieldError field && line.section().has(field.getField())
                                ? field.getField()
                                : null,
                        Objects.requireNonNull(messages.getMessage(error, LocaleContextHolder.getLocale()))))
                .findFirst();
    }

    /** Whether no day is on record of a meeting either. */
    private boolean isUndated(@Nullable Long meeting) {
        return jdbc.sql("select exists (select from meeting where id = :id and held_on is null)")
                .param("id", meeting)
                .query(Boolean.class)
                .single();
    }

    private boolean isTaken(DraftView draft, String ordinal) {
        return ordinal.matches("\\d{1,7}")
                && jdbc.sql("""
                                select exists (select from meeting where council_id = :council and ordinal = :ordinal
                                    and withdrawn_on is null and id is distinct from :meeting)
                                """)
                        .param("council", draft.council())
                        .param("ordinal", Integer.valueOf(ordinal))
                        .param("meeting", draft.meeting())
                        .query(Boolean.class)
                        .single();
    }

    private Problem grave(Line line, String field, String key) {
        return Problem.grave(line.id(), field, say(key));
    }

    private String say(String key, @Nullable Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }
}
