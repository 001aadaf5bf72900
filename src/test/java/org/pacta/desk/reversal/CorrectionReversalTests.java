package org.pacta.desk.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.desk.correction.CorrectionService;
import org.pacta.desk.correction.CorrectionService.Wish;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** A correction is taken back by the form of a publication. Commits what it writes, as history is written by commits, and deletes it afterwards. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class CorrectionReversalTests {

    @Autowired
    private CorrectionService corrections;

    @Autowired
    private ReversalService reversals;

    @Autowired
    private JdbcClient jdbc;

    private MockMvcTester pages;
    private SignedIn editor;
    private SignedIn admin;

    @Autowired
    void pages(WebApplicationContext context) {
        pages = MockMvcTester.from(context);
    }

    @BeforeEach
    void hire() {
        clear();
        editor = Staff.editor(jdbc, "Lim Wei");
        admin = Staff.admin(jdbc, "Goh Li");
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        jdbc.sql("truncate place, revision, account cascade").update();
    }

    @Test
    void withdrawsWhatItRecordedAndReturnsItToItsAuthor() {
        long recorded = recorded("hainan");
        String page = "/desk/corrections/" + recorded;

        Staff.signIn(admin);
        assertThat(pages.get().uri(page)).bodyText().contains("href=\"" + page + "/reversal\"");
        assertThat(pages.get().uri(page + "/reversal"))
                .bodyText()
                .contains("Take this correction back", "1 record that it brought", "Place hainan");
        assertThat(pages.post().uri(page + "/reversal"))
                .hasStatus(422)
                .bodyText()
                .contains("This is needed.");
        assertThat(takeBack(recorded, "No such place")).hasRedirectedUrl(page);

        assertThat(texts("select withdrawal_reason from place"))
                .containsExactly("No such place (correction " + recorded + ")");
        assertThat(texts("select state from correction")).containsExactly("returned");
        Staff.signIn(editor);
        assertThat(pages.get().uri(page))
                .bodyText()
                .contains("Returned by Goh Li", "Publication taken back: No such place");
    }

    @Test
    void hasAListSayAgainWhatItSaidButWhatOthersHaveChangedSince() {
        List<String> slugs = List.of("hainan", "guangxi");
        slugs.forEach(this::recorded);
        long list = published(wishing("Seen", slugs));
        published(wishing("Seen again", List.of("guangxi")));

        Staff.signIn(admin);
        assertThat(pages.get().uri("/desk/corrections/%d/reversal".formatted(list)))
                .bodyText()
                .containsSubsequence(
                        "1 record that it changed and that is as before again",
                        "Place hainan",
                        "1 record that it changed and that stays as it is",
                        "Place guangxi",
                        "changed since");
        assertThat(takeBack(list, "Seen by nobody")).hasStatus3xxRedirection();

        assertThat(texts("select coalesce(note, '') from place order by id")).containsExactly("", "Seen again");
        assertThat(texts("select reason from revision order by id desc limit 1").get(0))
                .startsWith("Taken back: Seen by nobody (publication of correction %d, revision".formatted(list));
    }

    @Test
    void beginsACorrectionForWhoeverIsNoAdmin() {
        long recorded = recorded("hainan");
        long list = published(wishing("Seen", List.of("hainan")));

        Staff.signIn(editor);
        assertThat(pages.get().uri("/desk/corrections/%d/reversal".formatted(list)))
                .bodyText()
                .contains("Begin the correction", "A reviewer publishes it.");
        assertThat(takeBack(list, " ")).hasStatus(422);
        assertThat(takeBack(list, "Seen by nobody")).hasStatus3xxRedirection();
        assertThat(texts("select reason from correction where state = 'open'"))
                .containsExactly("Taken back: Seen by nobody");

        assertThat(pages.get().uri("/desk/corrections/%d/reversal".formatted(recorded)))
                .bodyText()
                .contains("An admin can take it back.")
                .doesNotContain("Begin the correction");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> reversals.begin(recorded, "Seen by nobody", editor));
    }

    private MvcTestResult takeBack(long correction, String reason) {
        return pages.post()
                .uri("/desk/corrections/%d/reversal".formatted(correction))
                .param("reason", reason)
                .exchange();
    }

    private long recorded(String slug) {
        return published(corrections.begin(
                RecordKind.PLACE,
                Map.of("slug", slug, "name", "Place " + slug, "kind", "province"),
                "It was missing",
                editor));
    }

    private long wishing(String note, List<String> slugs) {
        return corrections
                .begin(
                        slugs.stream()
                                .map(slug -> new Wish(
                                        RecordKind.PLACE,
                                        jdbc.sql("select id from place where slug = :slug")
                                                .param("slug", slug)
                                                .query(Long.class)
                                                .single(),
                                        standing -> Map.of("note", note)))
                                .toList(),
                        "So it is",
                        editor)
                .orElseThrow();
    }

    private long published(long correction) {
        String page = "/desk/corrections/" + correction;
        Staff.signIn(editor);
        assertThat(pages.post().uri(page + "/submission")).hasStatus3xxRedirection();
        Staff.signIn(admin);
        assertThat(pages.post().uri(page + "/publication")).hasStatus3xxRedirection();
        assertThat(texts("select state from correction where id = " + correction))
                .containsExactly("published");
        return correction;
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
