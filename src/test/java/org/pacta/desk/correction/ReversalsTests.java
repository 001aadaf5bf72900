package org.pacta.desk.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.desk.correction.CorrectionService.Wish;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Change;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.registry.record.FormTexts;
import org.pacta.registry.record.RecordForms;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A correction of several records is published and taken back as one. Commits what it writes, as history is written by commits, and deletes it afterwards. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class ReversalsTests {

    @Autowired
    private Reversals reversals;

    @Autowired
    private CorrectionService corrections;

    @Autowired
    private CompanionQueries companions;

    @Autowired
    private FormTexts texts;

    @Autowired
    private RecordForms forms;

    @Autowired
    private JdbcClient jdbc;

    private TransactionTemplate transaction;
    private SignedIn editor;
    private SignedIn reviewer;
    private List<Long> places;

    @Autowired
    void transactions(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void record() {
        clear();
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Tan Mei");
        places = List.of(place("hainan", "Hainan"), place("guangxi", "Guangxi"), place("yunnan", "Yunnan"));
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        jdbc.sql("truncate place, revision, account cascade").update();
    }

    @Test
    void publishesAllInOneRevision() {
        long before = revisions();

        publish(begun("Seen", places));

        assertThat(notes()).containsExactly("Seen", "Seen", "Seen");
        assertThat(revisions()).isEqualTo(before + 1);
    }

    @Test
    void leavesOutWhatSaysSoAlready() {
        publish(begun("Seen", places.subList(0, 1)));

        assertThat(companions.views(begun("Seen", places), true)).hasSize(1);
        assertThat(corrections.begin(wishes("Seen", places.subList(0, 1)), "So it is", editor))
                .isEmpty();
    }

    @Test
    void takesBackAsOneWhatNobodyHasChangedSince() {
        long published = begun("Seen", places);
        publish(published);
        publish(begun("Seen again", places.subList(1, 2)));

        long back = reversals.begin(published, "So it was", editor).orElseThrow();

        assertThat(companions.views(back, true)).hasSize(1);
        publish(back);
        assertThat(notes()).containsExactly(null, "Seen again", null);
        assertThat(reversals.begin(published, "So it was", editor)).isEmpty();
        assertThat(jdbc.sql("select reason from revision order by id desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith("Taken back: So it was");
    }

    @Test
    void keepsWhatOthersHaveChangedOfTheSameRecord() {
        long published = begun("Seen", places.subList(0, 1));
        publish(published);
        publish(corrections
                .begin(
                        List.of(new Wish(RecordKind.PLACE, places.get(0), standing -> Map.of("localName", "海南"))),
                        "So it is",
                        editor)
                .orElseThrow());

        publish(reversals.begin(published, "So it was", editor).orElseThrow());

        assertThat(notes()).startsWith((String) null);
        assertThat(jdbc.sql("select local_name from place where id = :id")
                        .param("id", places.get(0))
                        .query(String.class)
                        .single())
                .isEqualTo("海南");
    }

    @Test
    void changesNoRecordWhereOneWasChangedMeanwhile() {
        long late = begun("Late", places);
        publish(begun("Seen", places.subList(2, 3)));

        assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> publish(late));

        assertThat(notes()).containsExactly(null, null, "Seen");
        assertThat(companions.views(late, true)).last().matches(CompanionQueries.View::isBlocked);
    }

    @Test
    void refusesMoreThanItsBound() {
        List<Long> many = IntStream.range(0, CorrectionService.MOST)
                .mapToObj(n -> place("place-" + n, "Place " + n))
                .toList();
        begun("Seen", many);

        assertThatExceptionOfType(BrokenRuleException.class)
                .isThrownBy(() -> begun(
                        "Seen", Stream.concat(places.stream(), many.stream()).toList()));

        assertThat(jdbc.sql("select count(*) from correction").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void takesBackNothingThatIsNotPublished() {
        long open = begun("Seen", places);

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> reversals.begin(open, "So it was", editor));
    }

    private long begun(String note, List<Long> of) {
        return corrections.begin(wishes(note, of), "So it is", editor).orElseThrow();
    }

    private static List<Wish> wishes(String note, List<Long> of) {
        return of.stream()
                .map(id -> new Wish(RecordKind.PLACE, id, standing -> Map.of("note", note)))
                .toList();
    }

    private void publish(long correction) {
        if (!jdbc.sql("select state = 'submitted' from correction where id = :id")
                .param("id", correction)
                .query(Boolean.class)
                .single()) {
            corrections.submit(correction, editor);
        }
        Staff.signIn(reviewer);
        corrections.publish(correction, reviewer);
    }

    private long place(String slug, String name) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Change.because("For a test", "test");
            return forms.record(Objects.requireNonNull(
                    texts.read(RecordKind.PLACE, Map.of("slug", slug, "name", name, "kind", "province"))
                            .form()));
        }));
    }

    private List<String> notes() {
        return jdbc.sql("select note from place order by id")
                .query(String.class)
                .list();
    }

    private long revisions() {
        return jdbc.sql("select count(*) from revision").query(Long.class).single();
    }
}
