package org.pacta.desk.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.Section;
import org.pacta.platform.security.SignedIn;
import org.pacta.rules.language.NameKey;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what should be known before a draft is published. The last check is to publish it and take that back. */
@Component
class Checks {

    private final DraftQueries queries;
    private final Obstacles obstacles;
    private final Publisher publisher;
    private final Refusals refusals;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final TransactionTemplate transactions;

    Checks(
            DraftQueries queries,
            Obstacles obstacles,
            Publisher publisher,
            Refusals refusals,
            JdbcClient jdbc,
            MessageSource messages,
            PlatformTransactionManager transactions) {
        this.queries = queries;
        this.obstacles = obstacles;
        this.publisher = publisher;
        this.refusals = refusals;
        this.jdbc = jdbc;
        this.messages = messages;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What is wrong or worth a look, the grave first. */
    List<Problem> of(long id, SignedIn person) {
        DraftView draft = queries.get(id);
        List<Problem> problems = new ArrayList<>(obstacles.of(draft));
        if (problems.isEmpty() && draft.publishedPath() == null) {
            trial(() -> publisher.publish(id, person)).ifPresent(problems::add);
        }
        problems.addAll(doubtful(draft));
        return problems;
    }

    /** What was answered, by a transaction that is taken back. */
    private Optional<Problem> trial(Supplier<String> publishing) {
        return tried(() -> transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            publishing.get();
        }));
    }

    /** Why publishing failed, in words; nothing when it did not. */
    Optional<Problem> tried(Runnable publishing) {
        try {
            publishing.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.problem());
        } catch (RuntimeException failure) {
            return Optional.of(new Problem(null, null, refusals.words(failure).orElseThrow(() -> failure), true));
        }
    }

    private List<Problem> doubtful(DraftView draft) {
        List<Problem> problems = new ArrayList<>();
        draft.reconciliation().forEach(row -> {
            if (row.announced() != null && !row.isMatched()) {
                problems.add(doubtful(
                        null,
                        "desk.problem.numbers",
                        say("measure." + row.measure().code()),
                        row.announced(),
                        row.entered()));
            }
            if (Boolean.FALSE.equals(row.addsUp())) {
                problems.add(doubtful(null, "desk.problem.sum", row.toDate(), row.before(), row.announced()));
            }
        });
        if (!draft.proposed().isEmpty()) {
            problems.add(
                    doubtful(null, "desk.problem.proposed", draft.proposed().size()));
        }
        problems.addAll(doubles(draft));
        for (Line line : draft.lines(Section.AGREEMENT)) {
            if (line.get("signatories").isEmpty()) {
                problems.add(doubtful(line, "desk.problem.no_party", line.get("title")));
            }
        }
        long created = draft.names().stream()
                .filter(name -> name.isSettled() && name.organisation() == null)
                .count();
        if (created > 0) {
            problems.add(doubtful(null, "desk.problem.created", created));
        }
        return problems;
    }

    /** Lines with the same title as another line, or as a record of the council that the draft does not hold. */
    private List<Problem> doubles(DraftView draft) {
        Map<String, String> onRecord = jdbc
                .sql("""
                        select coalesce(title, local_title) as title, '/agreements/' || id as path from agreement
                        where council_id = :council and withdrawn_on is null and meeting_id is distinct from :meeting
                        union all
                        select coalesce(title, local_title), '/projects/' || id from project
                        where council_id = :council and withdrawn_on is null and meeting_id is distinct from :meeting
                        """)
                .param("council", draft.council())
                .param("meeting", draft.meeting())
                .query((row, n) -> Map.entry(NameKey.of(row.getString("title")), row.getString("path")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
        List<Problem> problems = new ArrayList<>();
        Map<String, Line> seen = new HashMap<>();
        for (Line line : draft.lines()) {
            boolean isOutcome = line.section() == Section.AGREEMENT || line.section() == Section.PROJECT;
            String key = NameKey.of(line.get("title"));
            if (!line.isEntered() || !isOutcome || key.isEmpty()) {
                continue;
            }
            boolean isTwice = seen.put(line.section() + key + NameKey.of(parties(line)), line) != null;
            if (isTwice || line.record() == null && onRecord.containsKey(key)) {
                problems.add(doubtful(line, "desk.problem.double", line.get("title")));
            }
        }
        return problems;
    }

    private static String parties(Line line) {
        return line.parties().map(party -> NameKey.of(party.name())).sorted().collect(Collectors.joining());
    }

    private Problem doubtful(@Nullable Line line, String key, @Nullable Object... arguments) {
        return new Problem(line == null ? null : line.id(), null, say(key, arguments), false);
    }

    private String say(String key, @Nullable Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }
}
