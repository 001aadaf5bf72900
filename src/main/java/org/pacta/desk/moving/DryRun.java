package org.pacta.desk.moving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportProgress;
import org.pacta.desk.importing.ImportQueries;
import org.pacta.desk.importing.ImportQueries.Numbered;
import org.pacta.desk.importing.ImportView;
import org.pacta.desk.importing.ImportWork;
import org.pacta.desk.moving.ListRows.ReadRow;
import org.pacta.desk.moving.SettledValues.Settled;
import org.pacta.desk.moving.SettledValues.Value;
import org.pacta.desk.moving.ValueQueries.Met;
import org.pacta.platform.shared.Name;
import org.pacta.rules.table.ColumnTarget;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tries a list dry: gathers the values to be settled, and says of every row what would become of it. */
@Component
class DryRun implements ImportWork {

    /** What can be taken in nevertheless, once somebody has looked. */
    static final Set<String> ACCEPTABLE = Set.of("date", "like", "repeat", "same_key", "cells");

    private static final JsonMapper json = JsonMapper.shared();
    private static final int BATCH = 2_000;

    /** Characters of a title: what is longer is most often several rows that a quotation mark has glued together. */
    private static final int LONGEST_TITLE = 1_000;

    /** A row that was not cut into its cells. */
    private static final Pattern SEVERAL_CELLS = Pattern.compile("(?s)\\|.*\\|.*\\||\t|(?:;[^;]*){6}");

    /** Stands for parties of which none is on record. */
    private static final long NOBODY = -1;

    private final ImportQueries queries;
    private final ImportProgress progress;
    private final ValueQueries values;
    private final JdbcClient jdbc;

    DryRun(ImportQueries queries, ImportProgress progress, ValueQueries values, JdbcClient jdbc) {
        this.queries = queries;
        this.progress = progress;
        this.values = values;
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "try";
    }

    @Override
    public void run(long id) {
        progress.alone(id, code(), () -> attempt(id));
    }

    private void attempt(long id) {
        ImportView list = queries.get(id);
        ListRows reader = new ListRows(list.headings(), list.mapped());
        int rows = (int)
                queries.totals(id).stream().mapToLong(ImportQueries.Total::rows).sum();
        Map<Met, Integer> met = new LinkedHashMap<>();
        Map<Value, Met> first = new HashMap<>();
        each(
                id,
                row -> values(reader.read(row.cells()), list, reader)
                        .forEach(value ->
                                met.merge(first.computeIfAbsent(value.value(), none -> value), 1, Integer::sum)));
        values.keep(id, met);
        Judge judge = new Judge(id, list, reader, common(met, rows));
        List<Judgement> judged = new ArrayList<>();
        int[] done = {0};
        each(id, row -> {
            judged.add(judge.of(row));
            if (++done[0] % BATCH == 0) {
                write(id, judged);
                progress.comes(id, done[0], rows);
            }
        });
        write(id, judged);
        if (!list.mapped().accepted().contains("like")) {
            findLike(id);
        }
        jdbc.sql("update import set work = null, trouble = null, tried_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    private void each(long id, Consumer<Numbered> row) {
        int behind = 0;
        for (List<Numbered> page = queries.rows(id, behind, BATCH);
                !page.isEmpty();
                page = queries.rows(id, behind, BATCH)) {
            page.forEach(row);
            behind = page.get(page.size() - 1).number();
        }
    }

    /** The values of a row that are decided about. */
    private static Stream<Met> values(ReadRow row, ImportView list, ListRows reader) {
        String place = row.text(ColumnTarget.PARTY_PLACE);
        return Stream.of(ColumnTarget.values())
                .filter(ColumnTarget::isDecided)
                .flatMap(target -> printed(target, row)
                        .map(printed -> new Met(
                                Value.of(target, printed, row),
                                printed,
                                target == ColumnTarget.PARTY && !row.given().contains(printed) ? place : "",
                                heading(list, reader.column(target)))));
    }

    private static Stream<String> printed(ColumnTarget target, ReadRow row) {
        return target == ColumnTarget.PARTY
                ? row.parties().stream()
                : Stream.of(row.text(target)).filter(text -> !text.isEmpty());
    }

    private static String heading(ImportView list, @Nullable Integer column) {
        return column == null ? "" : list.headings().get(column);
    }

    /** The parties that more than half of the rows name: they tell nothing of a row. */
    private static Set<Value> common(Map<Met, Integer> met, int rows) {
        Set<Value> common = new HashSet<>();
        met.forEach((each, uses) -> {
            if (each.value().target().equals(ColumnTarget.PARTY.code()) && uses * 2 > rows) {
                common.add(each.value());
            }
        });
        return common;
    }

    /** What would become of a row, as it is kept. */
    record Judgement(
            int number,
            String state,
            @Nullable String reason,
            @Nullable Integer column,
            @Nullable String about,
            @Nullable String key,
            @Nullable String content,
            @Nullable String title,
            @Nullable String signedOn,
            @Nullable Long like,
            List<Long> parties) {}

    private void write(long id, List<Judgement> judged) {
        jdbc.sql("""
                        update import_row row set state = each.state, reason = each.reason, reason_column = each."column", about = each.about,
                            key = each.key, content = each.content, title = each.title, signed_on = each."signedOn", like_id = each."like", party_ids = each.parties
                        from jsonb_to_recordset(:judged::jsonb) as each (number integer, state text, reason text, "column" integer, about text,
                            key text, content text, title text, "signedOn" text, "like" bigint, parties bigint[])
                        where row.import_id = :id and row.number = each.number
                        """)
                .param("id", id)
                .param("judged", json.writeValueAsString(judged))
                .update();
        judged.clear();
    }

    /** Marks rows whose title, day and rarer parties are those of an agreement on record. */
    private void findLike(long id) {
        jdbc.sql("""
                        update import_row row set state = 'look', reason = 'like', reason_column = null, about = null, like_id = agreement.id
                        from agreement
                        where row.import_id = :id and row.state = 'ready' and row.reason is null and agreement.withdrawn_on is null
                            and title_key(coalesce(agreement.title, agreement.local_title)) = title_key(row.title)
                            and (row.signed_on is null or agreement.signed_on is null or agreement.signed_on like row.signed_on || '%'
                                or row.signed_on like agreement.signed_on || '%')
                            and (cardinality(row.party_ids) = 0 or not exists (select from signatory where agreement_id = agreement.id)
                                or exists (select from signatory where agreement_id = agreement.id and organisation_id = any(row.party_ids)))
                        """).param("id", id).update();
    }

    /** Looks at the rows of one list in their order. */
    private final class Judge {

        private final ImportView list;
        private final ListRows reader;
        private final Set<Value> common;
        private final SettledValues settled;
        private final Map<String, Published> onRecord;
        private final Set<Integer> done;
        private final Map<String, Integer> contents = new HashMap<>();
        private final Map<String, Integer> keys = new HashMap<>();

        Judge(long id, ImportView list, ListRows reader, Set<Value> common) {
            this.list = list;
            this.reader = reader;
            this.common = common;
            this.settled = new SettledValues(values.settled(id));
            this.onRecord = new HashMap<>();
            jdbc.sql("""
                            select key, record_id, content from import_row join agreement on agreement.id = record_id
                            where withdrawn_on is null and key is not null and import_id <> :id order by import_id
                            """)
                    .param("id", id)
                    .query((row, n) -> onRecord.put(
                            row.getString("key"), new Published(row.getLong("record_id"), row.getString("content"))))
                    .list();
            this.done = new HashSet<>(
                    jdbc.sql("select number from import_row where import_id = :id and record_id is not null")
                            .param("id", id)
                            .query(Integer.class)
                            .list());
        }

        Judgement of(Numbered row) {
            ReadRow read = reader.read(row.cells());
            Integer same = contents.putIfAbsent(read.content(), row.number());
            String key = reader.key(read);
            Integer sameKey = keys.putIfAbsent(key, row.number());
            String own = sameKey == null ? key : key + "-" + row.number();
            Name title = read.title();
            String shown = Objects.requireNonNullElse(title.text(), Objects.requireNonNullElse(title.local(), ""));
            Published before = onRecord.get(own);
            Verdict verdict = verdict(row, read, shown, own, same, sameKey);
            return new Judgement(
                    row.number(),
                    verdict.state,
                    verdict.reason,
                    verdict.column,
                    verdict.about,
                    own,
                    read.content(),
                    shown.substring(0, Math.min(shown.length(), LONGEST_TITLE)),
                    read.date(ColumnTarget.SIGNED_ON),
                    before == null ? null : before.record,
                    parties(read));
        }

        private Verdict verdict(
                Numbered row,
                ReadRow read,
                String title,
                String key,
                @Nullable Integer same,
                @Nullable Integer sameKey) {
            if (done.contains(row.number())) {
                return new Verdict("there", "done", null, null);
            }
            if (title.isEmpty() || title.length() > LONGEST_TITLE) {
                return new Verdict(
                        "refused", title.isEmpty() ? "no_title" : "long", reader.column(ColumnTarget.TITLE), null);
            }
            if (SEVERAL_CELLS.matcher(title).find() && !isAccepted("cells")) {
                return new Verdict("look", "cells", reader.column(ColumnTarget.TITLE), null);
            }
            Published before = onRecord.get(key);
            if (before != null && (before.content == null || before.content.equals(read.content()))) {
                return new Verdict("there", "key", null, null);
            }
            if (same != null && !isAccepted("repeat")) {
                return new Verdict("there", "repeat", null, String.valueOf(same));
            }
            if (sameKey != null && same == null && !isAccepted("same_key")) {
                return new Verdict("look", "same_key", reader.column(ColumnTarget.KEY), String.valueOf(sameKey));
            }
            return open(read)
                    .or(() -> unread(read))
                    .orElseGet(() -> new Verdict("ready", before == null ? null : "changed", null, null));
        }

        /** The first date of a row that cannot be read. */
        private Optional<Verdict> unread(ReadRow read) {
            return isAccepted("date")
                    ? Optional.empty()
                    : read.unread().entrySet().stream()
                            .findFirst()
                            .map(date -> new Verdict("look", "date", reader.column(date.getKey()), date.getValue()));
        }

        private boolean isAccepted(String reason) {
            return list.mapped().accepted().contains(reason);
        }

        /** The first value of a row that is not decided about. */
        private Optional<Verdict> open(ReadRow read) {
            return values(read, list, reader)
                    .filter(each ->
                            settled.find(target(each), each.printed(), read).isEmpty())
                    .findFirst()
                    .map(each -> new Verdict("look", "value", reader.column(target(each)), each.printed()));
        }

        private static ColumnTarget target(Met met) {
            return ColumnTarget.valueOf(met.value().target().toUpperCase(Locale.ROOT));
        }

        private List<Long> parties(ReadRow read) {
            List<String> rare = read.parties().stream()
                    .filter(party -> !common.contains(Value.of(ColumnTarget.PARTY, party, read)))
                    .toList();
            List<Long> known = rare.stream()
                    .flatMap(party -> settled.find(ColumnTarget.PARTY, party, read).map(Settled::record).stream())
                    .toList();
            return known.isEmpty() && !rare.isEmpty() ? List.of(NOBODY) : known;
        }
    }

    /** What came of a row of an earlier import, and what that row said. */
    private record Published(long record, @Nullable String content) {}

    private record Verdict(
            String state,
            @Nullable String reason,
            @Nullable Integer column,
            @Nullable String about) {}
}
