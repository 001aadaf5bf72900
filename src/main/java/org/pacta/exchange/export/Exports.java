package org.pacta.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.FormFields;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.NameOrder;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.record.RecordForms;
import org.pacta.registry.tally.CouncilLedger.Head;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.RecordedRows;
import org.pacta.registry.tally.RecordedRows.Choice;
import org.pacta.registry.telling.LedgerViews;
import org.pacta.registry.telling.LedgerWording;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a list as a file: from one snapshot, in the order of its pages, a batch of rows at a time. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class Exports {

    /** The numbers of all rows of the lists that are neither narrowed nor paged, in the order of their pages. */
    private static final Map<String, String> WHOLE = Map.of("councils", """
            select council.id from council left join council parent on parent.id = council.parent_id
            where council.withdrawn_on is null
            order by coalesce({parent.name}, {council.name}), parent.id nulls first, {council.name}
            """, "places", """
            select place.id from place left join place parent on parent.id = place.parent_id
            where place.withdrawn_on is null order by {parent.name} nulls first, {place.name}
            """, "indicators", """
            select id from indicator_line
            order by {place_name} nulls last, {other_place_name} nulls first, {name}, period_sort desc nulls last, id
            """);

    /** The columns of several addresses. */
    private static final Set<String> ADDRESSES = Set.of("sources", "agreements", "relations");

    /** Rows the database hands over at a time. */
    private static final int FETCHED = 1_000;

    private final List<Listing.Whole> lists;
    private final JdbcClient jdbc;
    private final RecordForms records;
    private final ViewSentence words;
    private final LedgerViews ledgers;
    private final RecordedRows recorded;
    private final LedgerWording ledgerWords;
    private final Absences absences;
    private final Wording wording;
    private final Snapshots snapshots;

    Exports(
            List<Listing.Whole> lists,
            JdbcClient jdbc,
            RecordForms records,
            ViewSentence words,
            LedgerViews ledgers,
            RecordedRows recorded,
            LedgerWording ledgerWords,
            Absences absences,
            Wording wording,
            Snapshots snapshots) {
        this.lists = lists;
        this.jdbc = jdbc;
        this.records = records;
        this.words = words;
        this.ledgers = ledgers;
        this.recorded = recorded;
        this.ledgerWords = ledgerWords;
        this.absences = absences;
        this.wording = wording;
        this.snapshots = snapshots;
    }

    /** A list to be written: what is said of it, its columns, and what hands out its rows. */
    record View(About about, List<String> columns, Consumer<RowCallbackHandler> rows) {}

    /**
     * The view of a list that a reader asks for; refuses what its page refuses.
     *
     * @param base where Pacta runs, as the reader addresses it
     */
    View view(String noun, ListFilter filter, String base) {
        if (WHOLE.containsKey(noun)) {
            List<Long> ids =
                    jdbc.sql(NameOrder.in(WHOLE.get(noun))).query(Long.class).list();
            String address = base + (noun.equals("indicators") ? "/dashboard/" : "/") + noun;
            return view(about(noun, words.say("export.all"), address, "name"), batch -> batch.accept(ids));
        }
        Listing.Whole list = lists.stream()
                .filter(each -> each.nouns().contains(noun))
                .findFirst()
                .orElseThrow();
        ListPage<?> page = list.page(noun, filter);
        String address = base + page.address();
        return view(about(noun, words.of(page), address, page.order()), batch -> list.ids(noun, page, batch));
    }

    private View view(About about, Consumer<Consumer<List<Long>>> ids) {
        ListFile file = ListFile.of(about.name());
        String sql = file.sql(FormFields.details(records.type(file.kind())));
        List<String> columns = columns(jdbc.sql(sql).param("ids", new Long[0]));
        return new View(
                about,
                columns,
                each -> ids.accept(batch ->
                        jdbc.sql(sql).param("ids", batch.toArray(Long[]::new)).query(each)));
    }

    /** The recorded rows behind a number of a council, those the rule leaves out marked as such. */
    View behind(String slug, Choice choice, CountingRule rule, String base) {
        Head council = ledgers.of(slug, rule)
                .orElseThrow(() -> absences.of("council", slug))
                .ledger()
                .council();
        About about = new About(
                choice.measure() == Measure.PROJECTS ? "projects" : "agreements",
                "Pacta: " + council.name().in(LocaleContextHolder.getLocale()),
                behind(choice),
                base + rule.on(choice.on(Address.of(council.path() + "/rows"))),
                Instant.now(),
                snapshots.now(),
                "standing",
                ledgerWords.rule(choice.measure(), rule));
        return new View(
                about,
                columns(recorded.whole(council.id(), choice, rule, true)),
                each -> recorded.whole(council.id(), choice, rule, false)
                        .withFetchSize(FETCHED)
                        .query(each));
    }

    private String behind(Choice choice) {
        String which = choice.standing() == null
                ? words.say("export.all")
                : words.say("standing." + choice.standing().code());
        return choice.meeting() == null
                ? which
                : words.say("meeting.numbered", wording.ordinal(choice.meeting())) + ": " + which;
    }

    /** What is said of a view. */
    About about(String noun, String sentence, String address, String order) {
        return new About(
                noun,
                "Pacta: " + words.say(noun.equals("indicators") ? "indicators.title" : "nav." + noun),
                sentence,
                address,
                Instant.now(),
                snapshots.now(),
                order,
                words.say(noun.equals("indicators") ? "indicators.hint" : "export.rule"));
    }

    /** Writes a view in a format. */
    void write(Function<Exports, View> wanted, String base, String format, OutputStream out) throws IOException {
        View view = wanted.apply(this);
        SeenColumns seen = new SeenColumns(
                ListFile.of(view.about().name()).seen(), view.columns(), key -> words.say(key), wording);
        Sheet sheet = Sheet.of(format, view.about(), view.columns(), seen, out);
        WriteBehind behind = new WriteBehind(sheet);
        try {
            view.rows().accept(row -> behind.row(values(row, view.columns(), base)));
        } finally {
            behind.await();
        }
        sheet.end();
    }

    /** What is said of a view and its columns, for the file beside a CSV file. */
    byte[] head(Function<Exports, View> wanted) {
        View view = wanted.apply(this);
        return JsonSheet.head(view.about(), view.columns());
    }

    private static List<String> columns(JdbcClient.StatementSpec rows) {
        return rows.query(none -> {
            ResultSetMetaData about = none.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                columns.add(about.getColumnLabel(column));
            }
            return columns;
        });
    }

    private static List<@Nullable Object> values(ResultSet row, List<String> columns, String base) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column);
            Object value = row.getObject(column + 1);
            if (value instanceof Array several) {
                Object[] texts = (Object[]) several.getArray();
                values.add(
                        ADDRESSES.contains(name)
                                ? Arrays.stream(texts)
                                        .map(each -> whole(each.toString(), base))
                                        .toList()
                                : Arrays.asList(texts));
            } else {
                values.add(name.endsWith("address") && value != null ? whole(value.toString(), base) : value);
            }
        }
        return values;
    }

    private static String whole(String address, String base) {
        int path = address.startsWith("http") ? -1 : address.indexOf('/');
        return path < 0 ? address : address.substring(0, path) + base + address.substring(path);
    }
}
