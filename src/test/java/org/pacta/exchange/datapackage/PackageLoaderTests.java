package org.pacta.exchange.datapackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.reference.place.Place;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class PackageLoaderTests {

    @Autowired
    private JdbcClient database;

    @Autowired
    private JdbcTemplate connections;

    @Autowired
    private Dictionary dictionary;

    @Autowired
    private PackagedFiles files;

    @Autowired
    private EntityManager entities;

    @TempDir
    private Path directory;

    private PackageLoader packages;
    private PackageFixture shanghai;

    @BeforeEach
    void writePackage() throws IOException {
        packages = new PackageLoader(database, connections, dictionary, files);
        shanghai = PackageFixture.shanghai(directory);
    }

    @Test
    void loadsEachRowUnderTheIdItBrings() {
        var loaded = packages.loadIntoEmptyRegistry(shanghai.descriptor());

        assertThat(loaded).contains(new PackageLoader.Loaded("shanghai 1.2.0", 3, 6));
        assertThat(texts("select concat_ws(' ', id, slug, parent_id) from place order by id"))
                .containsExactly("7 shanghai 9", "9 china", "112 singapore");
        assertThat(texts("select concat_ws(' ', place_id, source_id, field) from place_citation"))
                .containsExactly("7 4 name");
    }

    @Test
    void keepsTextAsItIsAndTakesAnEmptyOneForNone() {
        packages.loadIntoEmptyRegistry(shanghai.descriptor());

        assertThat(texts("select title from source order by id"))
                .containsExactly("Press release, with a comma", "A title\non two lines");
        assertThat(texts("select id from source where url is null and published_on is null"))
                .containsExactly("4");
    }

    @Test
    void writesTheFirstRevisionOfEachRow() {
        packages.loadIntoEmptyRegistry(shanghai.descriptor());

        assertThat(texts("select made_by || ': ' || reason from revision"))
                .containsExactly("Pacta: Loaded the data package shanghai 1.2.0");
        assertThat(texts("select concat_ws(' ', id, slug, parent_id, revtype, revend) from place_aud"
                        + " where rev = (select id from revision) order by id"))
                .containsExactly("7 shanghai 9 0", "9 china 0", "112 singapore 0");
        assertThat(count("source_aud")).isEqualTo(2);
        assertThat(count("place_citation_aud")).isEqualTo(1);
    }

    @Test
    void writesColumnsThatThePackageLeavesToTheirDefaultsIntoTheHistoryToo() {
        packages.loadIntoEmptyRegistry(shanghai.descriptor());

        assertThat(texts("select annex_missing from source_aud")).containsOnly("f");
    }

    @Test
    void givesTheNextRecordAnIdThatIsFree() {
        long putAside = lastOf("place_seq");

        packages.loadIntoEmptyRegistry(shanghai.descriptor());

        assertThat(Stream.generate(() -> nextId(Place.class)).limit(51).filter(id -> id > putAside))
                .isNotEmpty()
                .allMatch(id -> id > 112);
    }

    @Test
    void leavesTheNumbersOfRevisionsPastItsOwn() {
        packages.loadIntoEmptyRegistry(shanghai.descriptor());

        assertThat(texts("select id from revision where id < nextval('revision_seq')"))
                .hasSize(1);
    }

    @Test
    void neverMovesASequenceBack() {
        database.sql("select setval('source_seq', 1001)").query(Long.class).single();

        packages.loadIntoEmptyRegistry(shanghai.descriptor());

        assertThat(lastOf("source_seq")).isEqualTo(1001);
    }

    @Test
    void loadsNothingIntoARegistryThatHoldsSomething() {
        packages.loadIntoEmptyRegistry(shanghai.descriptor());

        var again = packages.loadIntoEmptyRegistry(shanghai.descriptor());

        assertThat(again).isEmpty();
        assertThat(count("place")).isEqualTo(3);
        assertThat(count("revision")).isEqualTo(1);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            place.csv          | 9,china,China,country,             | 9,china                       | place.csv, row 3, column name: the row ends before it
            place.csv          | 9,china,China,country,             | 9,china,China,country,,,      | place.csv, row 3, column parent_id: 2 values follow it
            place.csv          | id,slug,name                       | id,name,slug                  | place.csv, row 1, column slug: the header says “name” here
            place.csv          | parent_id                          | parent_id,note                | place.csv, row 1, column note: the schema has no such field
            place.csv          | 112,                               | 112a,                         | place.csv, row 4, column id: “112a” is no integer
            place.csv          | 112,                               | 0,                            | place.csv, row 4, column id: 0 is less than 1
            place.csv          | 112,singapore                      | ,singapore                    | place.csv, row 4, column id: a value is required
            place.csv          | 112,                               | 9,                            | place.csv, row 4, column id: 9 is already in row 3
            place.csv          | 112,singapore                      | 112,china                     | place.csv, row 4, column slug: china is already in row 3
            place.csv          | singapore                          | Singa_pore                    | place.csv, row 4, column slug: “Singa_pore” does not match [a-z-]+
            place.csv          | municipality                       | metropolis                    | place.csv, row 2, column kind: “metropolis” is none of country, municipality
            place.csv          | municipality,9                     | municipality,8                | place.csv, row 2, column parent_id: there is no place 8
            place_citation.csv | 3,7,4                              | 3,7,5                         | place_citation.csv, row 2, column source_id: there is no source 5
            place_citation.csv | name,false                         | name,no                       | place_citation.csv, row 2, column preferred: “no” is no boolean
            place_citation.csv | name,false                         | a_longer_name,false           | place_citation.csv, row 2, column field: “a_longer_name” is longer than 10 characters
            source.csv         | 2026-02-03T04:05:06Z               | yesterday                     | source.csv, row 3, column withdrawn_on: “yesterday” is no datetime
            source.csv         | Printed by mistake,                | "Printed "by" mistake",       | source.csv: is no CSV
            datapackage.json   | "pacta:schema": "001"              | "pacta:schema": "999"         | datapackage.json: made for version 999 of the tables, newer than this database
            datapackage.json   | "version": "1.2.0",                | ``                            | datapackage.json, line 33: Missing required creator property 'version'
            datapackage.json   | "version": "1.2.0",                | "version": null,              | encountered for property "version"
            datapackage.json   | {"name": "parent_id", "type": "integer"} | {"name": "parent_id", "type": "year"} | datapackage.json: the type of place.parent_id must be one of
            datapackage.json   | {"name": "language", "type"        | {"name": "tongue", "type"     | datapackage.json: the table source has no column tongue
            datapackage.json   | "resource": "source"               | "resource": "sources"         | datapackage.json: the foreign key [source_id] of the table place_citation
            datapackage.json   | "path": "place.csv"                | "path": "../place.csv"        | datapackage.json: the path of the resource place must be place.csv
            datapackage.json   | "pacta:rows": 1                    | "pacta:rows": 2               | place_citation.csv: has 1 rows, not 2
            """)
    void refusesAPackageAndSaysWhere(String file, String text, String replacement, String reason) throws IOException {
        shanghai.edit(file, text, replacement == null ? "" : replacement);

        assertThatRefusal().withMessageContaining(reason);
        assertThatNothingIsWritten();
    }

    @Test
    void refusesAFileThatHasChangedSinceItWasDescribed() throws IOException {
        shanghai.tamper("place.csv", "Singapore", "Singapura");

        assertThatRefusal().withMessageContaining("place.csv: has been changed: its hash is sha256:");
        assertThatNothingIsWritten();
    }

    @Test
    void refusesAFileOfAnotherSize() throws IOException {
        shanghai.tamper("place.csv", "Singapore", "SG");

        assertThatRefusal().withMessageContaining("place.csv: has 112 bytes, not 119");
        assertThatNothingIsWritten();
    }

    @Test
    void refusesAPackageWithoutOneOfItsFiles() throws IOException {
        shanghai.without("source.csv");

        assertThatRefusal().withMessageContaining("source.csv: missing");
        assertThatNothingIsWritten();
    }

    @Test
    void refusesADirectoryWithoutADescriptor() throws IOException {
        shanghai.without("datapackage.json");

        assertThatRefusal().withMessageContaining("datapackage.json: missing");
    }

    @Test
    void refusesToFillATableThatIsNotOfTheRegistry() throws IOException {
        shanghai.tamper(
                "datapackage.json", "\"name\": \"source\", \"path\"", "\"name\": \"flyway_schema_history\", \"path\"");

        assertThatRefusal().withMessageContaining("the registry has no table flyway_schema_history");
    }

    @Test
    void holdsAPackageToTheRulesOfTheDatabaseWhateverItSaysOfItself() throws IOException {
        shanghai.tamper("datapackage.json", ", \"constraints\": {\"enum\": [\"country\", \"municipality\"]}", "")
                .tamper(
                        "datapackage.json",
                        ",\n        \"foreignKeys\": [{\"fields\": [\"parent_id\"], \"reference\": {\"fields\": [\"id\"]}}]",
                        "")
                .tamper("datapackage.json", "\"constraints\": {\"unique\": true,", "\"constraints\": {")
                .edit("place.csv", "municipality,9", "metropolis,8")
                .edit("place.csv", "112,singapore", "112,china");

        assertThatRefusal()
                .withMessageContaining("place.csv, row 2, column kind: “metropolis” is none of country, province")
                .withMessageContaining("place.csv, row 2, column parent_id: there is no place 8")
                .withMessageContaining("place.csv, row 4, column slug: china is already in row 3");
        assertThatNothingIsWritten();
    }

    @Test
    void loadsAZipFile() throws IOException {
        var loaded = packages.loadIntoEmptyRegistry(new FileSystemResource(shanghai.zipped()));

        assertThat(loaded).contains(new PackageLoader.Loaded("shanghai 1.2.0", 3, 6));
    }

    @Test
    void loadsADirectory() {
        assertThat(packages.loadIntoEmptyRegistry(new FileSystemResource(directory)))
                .isPresent();
    }

    @Test
    void namesTheFileOfAZipThatIsWrong() throws IOException {
        shanghai.edit("place.csv", "112,", "112a,");

        assertThatRefusalOf(shanghai.zipped())
                .withMessageContaining("pacta.zip")
                .withMessageContaining("place.csv, row 4, column id: “112a” is no integer");
    }

    @Test
    void refusesAFileThatIsNoPackage() throws IOException {
        assertThatRefusalOf(directory.resolve("nowhere.zip")).withMessageContaining("there is no such file");
        assertThatRefusalOf(directory.resolve("place.csv")).withMessageContaining("is no whole zip file");
        assertThatRefusalOf(shanghai.without("datapackage.json").zipped())
                .withMessageContaining("datapackage.json: missing");
        assertThatNothingIsWritten();
    }

    @Test
    void refusesAZipFileCutOffAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(shanghai.zipped());

        for (int length = 0; length < whole.length; length += 97) {
            assertThatRefusalOf(Files.write(directory.resolve("cut.zip"), Arrays.copyOf(whole, length)));
        }
        assertThatNothingIsWritten();
    }

    /** Of a zip file some bytes mean nothing, such as the time of a file; of the files themselves each counts. */
    @Test
    void noticesAByteChangedInAnyFile() throws IOException {
        byte[] whole = Files.readAllBytes(shanghai.zipped());
        List<String> records = null;

        for (int i = 0; i < whole.length; i += 13) {
            byte[] changed = whole.clone();
            changed[i] ^= 4;
            Path file = Files.write(directory.resolve("changed.zip"), changed);
            try {
                packages.loadIntoEmptyRegistry(new FileSystemResource(file));
                List<String> loaded = texts("select to_jsonb(place)::text from place order by id");
                assertThat(loaded).isEqualTo(records == null ? loaded : records);
                records = loaded;
                empty();
            } catch (MalformedPackageException refused) {
                assertThatNothingIsWritten();
            }
        }
    }

    @Test
    void namesAllProblemsOfAPackageAtOnce() throws IOException {
        shanghai.edit("place.csv", "municipality", "metropolis").edit("source.csv", "4,", "1,");

        assertThatRefusal()
                .withMessageContaining("place.csv, row 2, column kind")
                .withMessageContaining("source.csv, row 3, column id")
                .withMessageContaining("place_citation.csv, row 2, column source_id");
    }

    @Test
    void stopsAfterTwentyProblems() throws IOException {
        shanghai.edit("place.csv", "112,singapore", "x,SINGAPORE\n".repeat(30) + "112,singapore");

        assertThatRefusal()
                .withMessageContaining("row 21")
                .withMessageNotContaining("row 25")
                .withMessageEndingWith("… and there may be more");
    }

    @Test
    void passesOnWhatOnlyTheDatabaseCanTell() throws IOException {
        shanghai.edit("source.csv", "Printed by mistake,", "Printed by mistake,2024-13");

        assertThatRefusal()
                .withMessageContaining("source.csv, row 3, column published_on: ")
                .withMessageContaining("source_published_on_ck");
    }

    private ThrowableAssertAlternative<MalformedPackageException> assertThatRefusal() {
        return assertThatExceptionOfType(MalformedPackageException.class)
                .isThrownBy(() -> packages.loadIntoEmptyRegistry(shanghai.descriptor()));
    }

    private ThrowableAssertAlternative<MalformedPackageException> assertThatRefusalOf(Path file) {
        return assertThatExceptionOfType(MalformedPackageException.class)
                .isThrownBy(() -> packages.loadIntoEmptyRegistry(new FileSystemResource(file)));
    }

    private void empty() {
        database.sql(
                        "truncate source, place, place_citation, source_aud, place_aud, place_citation_aud, revision cascade")
                .update();
    }

    private void assertThatNothingIsWritten() {
        assertThat(List.of("source", "place", "place_citation", "place_aud", "revision"))
                .allSatisfy(table -> assertThat(count(table)).isZero());
    }

    /** The end of the last block of ids that Hibernate took, perhaps for an earlier test. */
    private long lastOf(String sequence) {
        return database.sql("select last_value from " + sequence)
                .query(Long.class)
                .single();
    }

    private long nextId(Class<?> entity) {
        var session = entities.unwrap(SharedSessionContractImplementor.class);
        var generator = (BeforeExecutionGenerator) session.getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(entity)
                .getGenerator();
        return (Long) generator.generate(session, null, null, EventType.INSERT);
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> texts(String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
