package org.pacta.exchange.datapackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pacta.exchange.datapackage.PackageWriter.Readers;
import org.pacta.exchange.dictionary.ColumnEntry;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.exchange.dictionary.TableEntry;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.shared.GoneException;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry leaves as a data package and comes back as it was. */
@DatabaseTest
class RoundTripTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    PackageWriter writer;

    @Autowired
    PackageLoader loader;

    @Autowired
    Dictionary dictionary;

    @Autowired
    JdbcClient database;

    @Autowired
    Absences absences;

    @TempDir
    Path directory;

    @Test
    void bringsBackEveryRecordUnderItsId() throws IOException {
        loader.loadIntoEmptyRegistry(new ClassPathResource("db/sample/datapackage.json"));
        addAwkwardRecords();
        Map<String, List<String>> before = records();
        Path left = written("left.zip");

        empty();
        loader.loadIntoEmptyRegistry(new FileSystemResource(left));

        assertThat(before.get("organisation")).anyMatch(row -> row.contains("\"merged_into_id\": 1"));
        assertThat(before.get("agreement")).anyMatch(row -> row.contains("2026-02-03T04:05:06.789012"));
        Map<String, List<String>> after = records();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(before.get(table)));
        assertThat(contents(written("again.zip"))).isEqualTo(contents(left));
    }

    @Test
    void givesTheSameBytesForTheSameRevision() throws IOException {
        loader.loadIntoEmptyRegistry(new ClassPathResource("db/sample/datapackage.json"));

        assertThat(written("one.zip")).hasSameBinaryContentAs(written("two.zip"));
    }

    @Test
    void describesTheTypesRulesAndKeysOfEachTable() throws IOException {
        loader.loadIntoEmptyRegistry(new ClassPathResource("db/sample/datapackage.json"));

        JsonNode descriptor = descriptor(written("pacta.zip"));

        assertThat(descriptor.at("/licenses/0/name").asString()).isEqualTo("CC-BY-4.0");
        assertThat(descriptor.at("/pacta:schema").asString()).isEqualTo(dictionary.version());
        assertThat(descriptor.at("/resources").size())
                .isEqualTo(dictionary.registry().size() + 1);
        JsonNode meeting = resource(descriptor, "meeting");
        assertThat(meeting.at("/path").asString()).isEqualTo("meeting.csv");
        assertThat(meeting.at("/pacta:rows").asLong())
                .isEqualTo(database.sql("select count(*) from meeting")
                        .query(Long.class)
                        .single());
        assertThat(meeting.at("/schema/uniqueKeys").toString()).isEqualTo("[[\"council_id\",\"ordinal\"]]");
        assertThat(meeting.at("/schema/fields").toString())
                .contains(
                        "{\"name\":\"status\",\"type\":\"string\","
                                + "\"description\":\"Whether it is planned, was held, was postponed or was cancelled.\","
                                + "\"constraints\":{\"required\":true,\"enum\":[\"planned\",\"held\",\"postponed\",\"cancelled\"]}}")
                .doesNotContain("held_sort", "\"version\"");
        assertThat(resource(descriptor, "place").at("/schema/foreignKeys").toString())
                .isEqualTo("[{\"fields\":[\"parent_id\"],\"reference\":{\"resource\":\"\",\"fields\":[\"id\"]}}]");
    }

    /** What others write meanwhile is committed, so it is taken away by hand. */
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void showsOneMomentWhileOthersWrite() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        AtomicBoolean disturbed = new AtomicBoolean();
        OutputStream interrupted = new FilterOutputStream(written) {

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (disturbed.compareAndSet(false, true)) {
                    CompletableFuture.runAsync(RoundTripTests.this::addATopic).join();
                }
                out.write(bytes, from, length);
            }
        };

        try {
            writer.write(Readers.STAFF, interrupted);
        } finally {
            assertThat(database.sql("delete from focus_area where id = -1").update())
                    .isEqualTo(1);
        }

        Path file = Files.write(directory.resolve("moment.zip"), written.toByteArray());
        assertThat(contents(file).get("focus_area.csv")).isEqualTo("id,slug,name,local_name,description\n");
    }

    /** The files of db/sample are what Pacta itself writes: to make them anew, take the registry out and unzip it there. */
    @Test
    void isTheSampleAgain() throws IOException {
        ClassPathResource sample = new ClassPathResource("db/sample/datapackage.json");
        loader.loadIntoEmptyRegistry(sample);

        Path file = written("sample.zip");

        Map<String, String> files = contents(file);
        for (String name : files.keySet()) {
            assertThat(files.get(name))
                    .as(name)
                    .isEqualTo(sample.createRelative(name).getContentAsString(StandardCharsets.UTF_8));
        }
        assertThat(descriptor(file).at("/resources"))
                .isEqualTo(JSON.readTree(sample.getContentAsByteArray()).at("/resources"));
    }

    @Test
    void tellsEverybodyNoMoreOfWhatWasWithdrawnThanNumberDayAndReason() throws IOException {
        loader.loadIntoEmptyRegistry(new ClassPathResource("db/sample/datapackage.json"));
        List<String> canaries = withdrawOneOfEach();

        Map<String, String> open = contents(written(Readers.EVERYBODY, "open.zip"));

        assertThat(canaries).hasSizeGreaterThan(40);
        assertThat(String.join("", open.values())).contains("Entered twice").doesNotContain(canaries);
        Map<String, String> whole = contents(written("whole.zip"));
        assertThat(String.join("", whole.values())).contains(canaries);
        assertThat(open.get("withdrawn.csv").lines().skip(1))
                .hasSize(leftOut(open, whole))
                .allMatch(row -> row.matches("[a-z]+,\\d+,2026-02-03T04:05:06.000000Z,Entered twice"));
    }

    @Test
    void isForEverybodyARegistryOfItsOwn() throws IOException {
        loader.loadIntoEmptyRegistry(new ClassPathResource("db/sample/datapackage.json"));
        withdrawOneOfEach();
        Path open = written(Readers.EVERYBODY, "open.zip");
        long highest =
                database.sql("select max(id) from agreement").query(Long.class).single();
        database.sql("update agreement set withdrawn_on = now(), withdrawal_reason = 'Out' where id = :id")
                .param("id", highest)
                .update();
        Path withoutTheLast = written(Readers.EVERYBODY, "last.zip");

        empty();
        loader.loadIntoEmptyRegistry(new FileSystemResource(open));
        assertThat(contents(written(Readers.EVERYBODY, "again.zip"))).isEqualTo(contents(open));

        empty();
        database.sql("select setval('agreement_seq', 1)").query(Long.class).single();
        loader.loadIntoEmptyRegistry(new FileSystemResource(withoutTheLast));
        assertThat(database.sql("select last_value from agreement_seq")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(highest);
        assertThat(absences.of("agreement", highest))
                .isInstanceOf(GoneException.class)
                .hasMessageContaining("Out");
    }

    @Test
    void refusesAPackageThatHoldsWhatItCallsWithdrawn() throws IOException {
        loader.loadIntoEmptyRegistry(new ClassPathResource("db/sample/datapackage.json"));
        database.sql("insert into withdrawn (kind, record_id, withdrawn_on, reason) values ('place', 1, now(), 'Out')")
                .update();
        Path twice = written("twice.zip");
        empty();

        assertThatExceptionOfType(MalformedPackageException.class)
                .isThrownBy(() -> loader.loadIntoEmptyRegistry(new FileSystemResource(twice)))
                .withMessageContaining("withdrawn.csv: there is a row of place 1 too");
    }

    /** Withdraws a record of each kind that others name, and marks each of its texts; answers the marks. */
    private List<String> withdrawOneOfEach() {
        List<String> canaries = new ArrayList<>();
        for (String kind : kinds()) {
            long id = database.sql("select min(id) from " + kind)
                    .query(Long.class)
                    .single();
            List<String> texts = texts(kind);
            texts.forEach(text -> canaries.add(canary(kind, text)));
            database.sql(
                            "update %s set withdrawn_on = '2026-02-03 04:05:06Z', withdrawal_reason = 'Entered twice'%s where id = %d"
                                    .formatted(
                                            kind,
                                            texts.stream()
                                                    .map(text -> ", %s = '%s'".formatted(text, canary(kind, text)))
                                                    .collect(Collectors.joining()),
                                            id))
                    .update();
        }
        return canaries;
    }

    private static String canary(String kind, String text) {
        return "canary of " + kind + " in " + text;
    }

    private List<String> kinds() {
        return database.sql("select kind from subject group by kind order by kind")
                .query(String.class)
                .list();
    }

    /** The columns of a table that may hold any text. */
    private List<String> texts(String kind) {
        return database.sql("""
                select attname from pg_attribute where attrelid = :kind::regclass and attnum > 0 and atttypid = 'text'::regtype
                    and attgenerated = '' and attname not in ('withdrawal_reason', 'value_as_printed') and not exists (select from pg_constraint
                        where conrelid = attrelid and contype in ('c', 'u') and attnum = any (conkey) and pg_get_constraintdef(oid) !~ '^CHECK .{0,2}num_nonnulls\\([^)]*\\) > 0')
                """).param("kind", kind).query(String.class).list();
    }

    private int leftOut(Map<String, String> open, Map<String, String> whole) {
        return kinds().stream()
                .mapToInt(kind -> rows(whole, kind) - rows(open, kind))
                .sum();
    }

    private static int rows(Map<String, String> files, String kind) {
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(files.get(kind + ".csv"))) {
            return (int) records.stream().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addATopic() {
        database.sql("insert into focus_area (id, slug, name, local_name) values (-1, 'space', 'Space', '航天')")
                .update();
    }

    private void addAwkwardRecords() {
        database.sql("""
                insert into organisation (id, name, kind, merged_into_id) values (700001, 'Crimson Logic', 'company', 1);
                insert into organisation (id, local_name, kind, note)
                    values (700002, '“Ａ”公司，"b", c', 'company', E' two\\nlines,\\r\\none "quoted" \\t= 1 \\\\. ');
                insert into organisation (id, name, kind, note) values (700003, E'\\\\.', 'other', E'\\n');
                insert into organisation (id, name, kind, note) values (700004, 'NULL', 'other', '=SUM(A1)');
                insert into organisation (id, name, kind) values (700007, '𠮷野家', 'other');
                insert into organisation (id, name, kind, parent_id) values (700005, 'Child before its parent', 'other', 700007);
                insert into agreement (id, kind, title, status, counting, parties, withdrawn_on, withdrawal_reason)
                    values (700001, 'mou', 'Twice', 'signed', 'outside', 'not_published', '2026-02-03 12:05:06.789012+08', 'Entered twice');
                insert into indicator (id, name, place_id, nature, value, unit, comparator)
                    values (700001, 'Share', 1, 'growth', -0.0350, 'per cent', 'about');
                """).update();
    }

    private Map<String, List<String>> records() {
        Map<String, List<String>> records = new TreeMap<>();
        for (TableEntry table : dictionary.registry()) {
            String columns = table.carried().stream().map(ColumnEntry::name).collect(Collectors.joining(", "));
            records.put(
                    table.name(),
                    database.sql("select to_jsonb(record)::text from (select %s from %s order by %s) record"
                                    .formatted(columns, table.name(), String.join(", ", table.primaryKey())))
                            .query(String.class)
                            .list());
        }
        records.put(
                "recorded_count",
                database.sql("select to_jsonb(recorded_count)::text from recorded_count where rows <> 0 order by 1")
                        .query(String.class)
                        .list());
        return records;
    }

    private void empty() {
        String tables = dictionary.registry().stream()
                .map(table -> table.name() + ", " + table.name() + "_aud, ")
                .collect(Collectors.joining());
        database.sql("truncate " + tables + "recorded_count, withdrawn, revision cascade")
                .update();
    }

    private Path written(String name) throws IOException {
        return written(Readers.STAFF, name);
    }

    private Path written(Readers readers, String name) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.write(readers, out);
        }
        return file;
    }

    /** The CSV files of a package. */
    private static Map<String, String> contents(Path file) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry :
                    zip.stream().filter(each -> each.getName().endsWith(".csv")).toList()) {
                contents.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    private static JsonNode descriptor(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return JSON.readTree(
                    zip.getInputStream(zip.getEntry("datapackage.json")).readAllBytes());
        }
    }

    private static JsonNode resource(JsonNode descriptor, String name) {
        return descriptor
                .at("/resources")
                .valueStream()
                .filter(resource -> resource.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
