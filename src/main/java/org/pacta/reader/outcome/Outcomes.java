package org.pacta.reader.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reader.outcome.OutcomeQueries.Council;
import org.pacta.reader.outcome.OutcomeQueries.Counted;
import org.pacta.reader.outcome.OutcomesView.Question;
import org.pacta.reader.outcome.OutcomesView.Record;
import org.pacta.reader.outcome.OutcomesView.Row;
import org.pacta.reader.outcome.OutcomesView.Rows;
import org.pacta.registry.chart.Chart;
import org.pacta.rules.language.ReadingOrder;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together how far what was agreed has come, by council and by year. */
@Service
@Transactional(readOnly = true)
class Outcomes {

    private static final Name NOBODY = new Name(null, null);

    private final OutcomeQueries queries;
    private final MessageSource messages;

    Outcomes(OutcomeQueries queries, MessageSource messages) {
        this.queries = queries;
        this.messages = messages;
    }

    /** The table of every council, and the years of one or of all. */
    OutcomesView show(@Nullable String slug) {
        List<Counted> all = queries.counted();
        List<Row> councils = nested(queries.councils()).stream()
                .map(council -> row(council, null, all, each -> Objects.equals(each.council(), council.id())))
                .filter(row -> !row.counts().isEmpty())
                .toList();
        Council chosen = slug == null ? null : chosen(slug);
        List<Row> years = years(chosen, all);
        return new OutcomesView(
                chosen == null ? null : row(chosen, null, all, each -> Objects.equals(each.council(), chosen.id())),
                councils,
                years,
                row(null, null, all, each -> true));
    }

    private Council chosen(String slug) {
        return queries.council(slug).orElseThrow(() -> new BadParameterException("council"));
    }

    private static List<Row> years(@Nullable Council council, List<Counted> all) {
        return all.stream()
                .filter(each -> council == null || Objects.equals(each.council(), council.id()))
                .map(Counted::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(year -> row(
                        council,
                        year,
                        all,
                        each -> each.year() == year
                                && (council == null || Objects.equals(each.council(), council.id()))))
                .toList();
    }

    private static Row row(
            @Nullable Council council, @Nullable Integer year, List<Counted> all, Predicate<Counted> which) {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        all.stream()
                .filter(which)
                .forEach(each -> Arrays.stream(Stage.values())
                        .filter(stage -> stage.kind().equals(each.kind())
                                && (stage.isWhole() || stage.code().equals(each.stage())))
                        .forEach(stage -> counts.merge(stage, each.records(), Long::sum)));
        return council == null
                ? new Row(null, NOBODY, false, year, counts)
                : new Row(council.slug(), council.name(), council.parentId() != null, year, counts);
    }

    /** Each council after the one it belongs to, by name. */
    private static List<Council> nested(List<Council> all) {
        Locale locale = LocaleContextHolder.getLocale();
        Comparator<String> byName = ReadingOrder.of(locale);
        Map<Long, String> names = all.stream()
                .collect(Collectors.toMap(Council::id, council -> council.name().in(locale)));
        return all.stream()
                .sorted(Comparator.comparing(
                                (Council council) -> names.getOrDefault(
                                        Objects.requireNonNullElse(council.parentId(), council.id()),
                                        council.name().in(locale)),
                                byName)
                        .thenComparing(council -> council.parentId() != null)
                        .thenComparing(council -> council.name().in(locale), byName))
                .toList();
    }

    /** The records behind a number, page by page. */
    Rows rows(Question question) {
        int page = Objects.requireNonNullElse(question.page(), 1);
        Slice<Record> slice = queries.records(question, Math.max(1, page), OutcomeQueries.PAGE_SIZE);
        if (page < 1 || page > slice.pages()) {
            throw new NotFoundException("page", page);
        }
        return new Rows(question, name(question), slice);
    }

    private Name name(Question question) {
        return question.council() == null ? NOBODY : chosen(question.council()).name();
    }

    /** The same as a file, with every record. */
    Chart file(Question question) {
        return new Chart(
                "pacta-outcomes-" + question.stage().code(),
                "table",
                say("outcomes.stage." + question.stage().code()),
                say("outcomes.hint"),
                say("outcomes.rule"),
                List.of("kind", "id", "title", "council", "date", "due", "stage", "page"),
                queries.records(question, 1, Integer.MAX_VALUE).rows().stream()
                        .map(Outcomes::cells)
                        .toList());
    }

    private static List<@Nullable Object> cells(Record record) {
        return Arrays.asList(
                record.kind(),
                record.id(),
                record.title().in(LocaleContextHolder.getLocale()),
                record.councilSlug(),
                record.day() == null ? null : record.day().edtf(),
                record.due() == null ? null : record.due().edtf(),
                record.standing(),
                record.path());
    }

    /** A row for each council and year. */
    Chart chart() {
        List<Counted> all = queries.counted();
        List<String> columns = new ArrayList<>(List.of("council", "name", "year"));
        Arrays.stream(Stage.values()).map(Stage::code).forEach(columns::add);
        return new Chart(
                "pacta-outcomes",
                "table",
                say("outcomes.title"),
                say("outcomes.hint"),
                say("outcomes.rule"),
                columns,
                nested(queries.councils()).stream()
                        .flatMap(council -> years(council, all).stream())
                        .map(Outcomes::cells)
                        .toList());
    }

    private static List<@Nullable Object> cells(Row row) {
        return Stream.concat(
                        Stream.of(row.slug(), row.name().in(LocaleContextHolder.getLocale()), year(row)),
                        row.cells().stream().map(OutcomesView.Cell::count))
                .collect(Collectors.<@Nullable Object>toList());
    }

    private static @Nullable Integer year(Row row) {
        return row.year() == null || row.year() == 0 ? null : row.year();
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
