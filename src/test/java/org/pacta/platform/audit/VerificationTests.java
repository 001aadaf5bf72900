package org.pacta.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A chain of sign-ins and revisions, in which somebody who may do anything changes something. */
@DatabaseTest
class VerificationTests {

    private static final int REVISIONS = 12;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcTemplate database;

    private Heads.Head head;

    @BeforeEach
    void keepAChain() {
        database.update("delete from audit_waiting");
        for (int i = 1; i <= REVISIONS; i++) {
            trail.note("signed_in", (long) i, null, "192.0.2." + i);
            revise(i);
        }
        chain.extend();
        Entry last = chain.head().orElseThrow();
        head = new Heads.Head(last.position(), last.digest());
        database.execute("alter table audit_entry disable trigger audit_entry_stays");
    }

    @Test
    void aChainIsWhole() {
        assertThat(verify()).isEqualTo(new Verification.Result(2 * REVISIONS, null, null));
    }

    @Test
    void goesOnWhereItEnded() {
        revise(REVISIONS + 1);
        trail.note("exported", "/data/staff/pacta.zip", null);
        chain.extend();

        assertThat(verify()).isEqualTo(new Verification.Result(2 * REVISIONS + 2, null, null));
        assertThat(database.queryForList("select id from audit_waiting")).isEmpty();
    }

    @Test
    void aRevisionThatWaitsIsNotMissing() {
        revise(REVISIONS + 1);

        assertThat(verify().fault()).isNull();
    }

    @Test
    void aLaterRevisionEndsRowsAndANewColumnIsEmpty() {
        database.execute("alter table focus_area_aud add column colour text");
        database.update("update focus_area_aud set revend = (select max(id) from revision)");

        assertThat(verify().fault()).isNull();
    }

    @Test
    void anErasureStatesAnewWhatIsLeft() {
        long revision = Objects.requireNonNull(
                database.queryForObject("select min(id) from revision where made_by = 'Lim'", Long.class));
        database.update("delete from focus_area_aud where rev = ? and slug = 'slug-1'", revision);
        assertThat(verify().fault()).isEqualTo("what revision %d wrote is no more what it was".formatted(revision));

        new ErasureNote(database, 1, 2L, "Asked for").leave("topic 11", List.of(revision));

        assertThat(verify().fault()).isNull();
        chain.extend();
        assertThat(verify().fault()).isNull();
        database.update("delete from focus_area_aud where rev = ? and slug = 'slug-2'", revision);
        assertThat(verify().position()).isEqualTo(2L * REVISIONS + 1);
    }

    @Test
    void namesTheFirstRowThatDoesNotFit() {
        database.update("update audit_entry set detail = '192.0.2.99' where position = 7");
        database.update("update audit_entry set about = 'account 3' where position = 15");

        assertThat(verify())
                .isEqualTo(new Verification.Result(2 * REVISIONS, 7L, "it was changed, or a row before it was"));
    }

    @Test
    void findsWhatWasMadeAnewByWhatWasNotedElsewhere() {
        makeAnewFrom(19);
        assertThat(verify().fault()).isEqualTo("it was noted elsewhere with another digest");

        database.update("delete from audit_entry where position > 23");
        assertThat(verify()).isEqualTo(new Verification.Result(23, 24L, "it is missing: row 24 was noted elsewhere"));
    }

    @Test
    void findsWhateverIsTamperedWith() {
        long seed = Long.getLong("audit.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("audit.tries", 100); i++) {
            database.execute("savepoint whole");
            String done = tamper(random);
            if (verify().fault() == null) {
                missed.add(done);
            }
            database.execute("rollback to savepoint whole");
        }

        assertThat(missed).as("seed %d", seed).isEmpty();
        assertThat(verify().fault()).isNull();
    }

    private Verification.Result verify() {
        return new Verification(database, List.of(head)).run();
    }

    private void revise(int number) {
        database.update("""
                insert into revision (id, made_at, made_by, reason)
                values (nextval('revision_seq'), now() + ? * interval '1 second', 'Lim', 'Why')
                """, number);
        for (int row = 0; row < 3; row++) {
            database.update("""
                    insert into focus_area_aud (id, slug, name, local_name, rev, revtype)
                    select ?, ?, 'Name', '名', max(id), 0 from revision
                    """, 10 * number + row, "slug-" + row);
        }
    }

    /** Does what somebody may do who knows how the chain is made, to a sign-in. */
    private void makeAnewFrom(long position) {
        database.update("update audit_entry set what = 'signed_out' where position = ?", position);
        String before = Objects.requireNonNull(database.queryForObject(
                "select digest from audit_entry where position = ?", String.class, position - 1));
        for (Entry each : database.query(
                "select * from audit_entry where position >= ? order by position", AuditChain::entry, position)) {
            Entry anew = Entry.after(
                    before,
                    each.position(),
                    each.happenedAt(),
                    each.what(),
                    each.account(),
                    each.about(),
                    each.detail());
            database.update("update audit_entry set digest = ? where position = ?", anew.digest(), anew.position());
            before = anew.digest();
        }
    }

    /** Answers what was done. */
    private String tamper(Random random) {
        long at = 1 + random.nextInt(2 * REVISIONS);
        long revision = any(random, database.queryForList("select id from revision order by id", Long.class));
        int row = random.nextInt(3);
        String statement =
                switch (random.nextInt(10)) {
                    case 0 -> "update audit_entry set %s where position = %d".formatted(changed(random), at);
                    case 1 -> "delete from audit_entry where position = " + at;
                    case 2 -> "delete from audit_entry where position >= " + at;
                    case 3 -> "update audit_entry set position = 1000 + position where position = " + at;
                    case 4 -> swapped(at, 1 + at % (2 * REVISIONS));
                    case 5 -> "insert into audit_entry select 25, now(), 'denied', 1, null, null, repeat('a', 64)";
                    case 6 ->
                        "update focus_area_aud set %s where rev = %d and id %% 10 = %d"
                                .formatted(written(random), revision, row);
                    case 7 -> "delete from focus_area_aud where rev = %d and id %% 10 = %d".formatted(revision, row);
                    case 8 -> "update revision set %s where id = %d".formatted(said(random), revision);
                    default ->
                        "insert into focus_area_aud (id, slug, rev, revtype) values (-1, 'more', %d, 0)"
                                .formatted(revision);
                };
        database.execute(statement);
        return statement;
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String changed(Random random) {
        return any(
                random,
                List.of(
                        "happened_at = happened_at - interval '1 microsecond'",
                        "what = what || 's'",
                        "account_id = coalesce(account_id, 0) + 1",
                        "about = coalesce(about, '') || 'x'",
                        "detail = coalesce(detail, '') || ' '",
                        "digest = translate(digest, '0123456789abcdef', '123456789abcdef0')"));
    }

    private static String written(Random random) {
        return any(
                random, List.of("name = 'Name '", "slug = null", "local_name = name", "revtype = 1", "id = id + 1000"));
    }

    private static String said(Random random) {
        return any(
                random,
                List.of("made_by = 'Tan'", "reason = 'Another'", "made_at = made_at + interval '1 microsecond'"));
    }

    private static String swapped(long one, long other) {
        return """
                update audit_entry a set (happened_at, what, account_id, about, detail, digest) = (
                    select happened_at, what, account_id, about, detail, digest from audit_entry b
                    where b.position = case a.position when %1$d then %2$d else %1$d end)
                where position in (%1$d, %2$d)
                """.formatted(one, other);
    }
}
