package org.pacta.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.StaffPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Drafts on their way into the registry; everything a test publishes is rolled back. */
@PageTest
class PublicationPageTests {

    private static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("source-a.title", "Fifth meeting of the initiative"),
            Map.entry("source-a.publisher", "Ministry of Made-up Affairs"),
            Map.entry("source-a.url", "https://example.org/fifth"),
            Map.entry("figure-a.measure", "mous"),
            Map.entry("figure-a.value", "1"),
            Map.entry("figure-b.measure", "mous"),
            Map.entry("figure-b.series", "after"),
            Map.entry("figure-b.value", "30"),
            Map.entry("agreement-a.signatories", "Crimson Logic; Made Up Data (Shenzhen) Co., Ltd. @ shenzhen"),
            Map.entry("agreement-a.title", "Exchange of made-up trade data"),
            Map.entry("project-a.title", "A made-up port community system"),
            Map.entry("project-a.participants", "CrimsonLogic"));

    private static final String VERSIONS = Stream.of(
                    "meeting", "agreement", "project", "figure", "commitment", "organisation", "person", "source")
            .map("(select sum(version) from %s)::text"::formatted)
            .collect(Collectors.joining(" || ' ' || ", "select ", ""));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private StaffPages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Doubts doubts;

    @Autowired
    private DraftQueries drafts;

    private SignedIn editor;
    private SignedIn reviewer;

    @BeforeEach
    void hire() {
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Chen Jing");
    }

    @Test
    void publishesAMeetingThatSomebodyElseHasDrafted() {
        String draft = drafted();

        assertThat(publish(draft, reviewer)).hasStatus(302).hasRedirectedUrl("/councils/sci/meetings/5");

        assertThat(text("/councils/sci/meetings/5", null))
                .contains(
                        "Exchange of made-up trade data",
                        "Made Up Data (Shenzhen) Co., Ltd.",
                        "A made-up port community system")
                .contains("Joseph Leong", "14 March 2025", "Fifth meeting of the initiative");
        assertThat(
                        one(
                                "select string_agg(slug, ' ') from signatory join signatory_side on signatory_id = signatory.id join place on place.id = place_id "
                                        + "join agreement on agreement.id = agreement_id where title = 'Exchange of made-up trade data' and slug = 'shenzhen'"))
                .as("the place that was typed is a side of the council")
                .isEqualTo("shenzhen");
        assertThat(one("select to_complete::text from organisation where name = 'Made Up Data (Shenzhen) Co., Ltd.'"))
                .as("its name tells the kind, and the place was typed")
                .isEqualTo("false");
    }

    /** Whichever of the two names is typed first. */
    @ParameterizedTest
    @ValueSource(strings = {"agreement", "project"})
    void leavesNothingToCompleteOfWhatIsKnown(String first) {
        Map<String, String> outcomes = new TreeMap<>(
                Comparator.comparing((String field) -> !field.startsWith(first)).thenComparing(Function.identity()));
        outcomes.putAll(OUTCOMES);
        outcomes.put("agreement-a.signatories", "Crimson Logic; Made Up Data Co., Ltd.");
        outcomes.put("project-a.participants", "Made Up Data Limited");
        String draft = dated(begun(editor, outcomes));
        pages.post(
                draft + "/names",
                editor,
                Map.of(
                        "printed",
                        "Made Up Data Co., Ltd.",
                        "organisation",
                        "new",
                        "kind",
                        "company",
                        "place",
                        "shenzhen",
                        "with",
                        "Made Up Data Limited"));

        assertThat(publish(draft, reviewer)).hasRedirectedUrl("/councils/sci/meetings/5");

        assertThat(one("""
                        select concat_ws(', ', organisation.name, organisation.kind, slug, to_complete, other.name) from organisation
                        join place on place.id = place_id left join organisation_name other on organisation_id = organisation.id
                        where organisation.name like 'Made Up Data%'
                        """)).isEqualTo("Made Up Data Co., Ltd., company, shenzhen, f, Made Up Data Limited");
    }

    @Test
    void doesNotWonderAtItsOwnRecordsOnceItIsPublished() {
        String draft = drafted();
        publish(draft, reviewer);

        assertThat(text(draft + "/check", reviewer))
                .contains("Exchange of made-up trade data")
                .doesNotContain("may be entered already", "Worth a look", "finding-doubtful");
    }

    @Test
    void publishesOnceHoweverOftenItIsAsked() {
        String draft = drafted();

        publish(draft, reviewer);
        assertThat(publish(draft, reviewer)).hasRedirectedUrl("/councils/sci/meetings/5");

        assertThat(one("select count(*)::text from agreement where title = 'Exchange of made-up trade data'"))
                .isEqualTo("1");
    }

    @Test
    void letsNobodyPublishTheirOwnDraft() {
        SignedIn author = Staff.reviewer(jdbc, "Tan Hui");
        String draft = drafted(author);

        assertThat(publish(draft, author)).hasStatus(403);
        assertThat(publish(draft, editor)).hasStatus(403);
        assertThat(text(draft + "/check", author))
                .contains("Send to a reviewer")
                .doesNotContain("Publish 1 meeting");
    }

    @Test
    void returnsADraftWithAComment() {
        String draft = drafted();
        pages.post(draft + "/submission", editor, Map.of());
        assertThat(pages.post(draft + "/lines", editor, Map.of("project-z.title", "Late")))
                .hasStatus(409);
        assertThat(pages.post(draft + "/return", reviewer, Map.of("comment", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("Say what should be changed");

        pages.post(draft + "/return", reviewer, Map.of("comment", "The date is another"));

        assertThat(text(draft, editor)).contains("Returned by Chen Jing", "The date is another");
    }

    @Test
    void returnsADraftOfWhichTheReviewerHasSaidSomethingBefore() {
        String draft = drafted();
        pages.post(draft + "/submission", editor, Map.of());
        pages.post(draft + "/remarks", editor, Map.of("comment", "Please look at the date"));
        assertThat(pages.post(draft + "/return", reviewer, Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("Not done yet", "Say what should be changed", "Publish 1 meeting", "Return to the author")
                .doesNotContain("Before this can be published");
        pages.post(draft + "/remarks", reviewer, Map.of("comment", "The date is another"));

        assertThat(pages.post(draft + "/return", reviewer, Map.of())).hasRedirectedUrl("/desk");
        assertThat(text(draft, editor)).contains("Returned by Chen Jing", "The date is another");
    }

    @Test
    void leadsWhoWroteADraftToTheFirstWarningThatIsOpen() {
        Map<String, String> outcomes = new LinkedHashMap<>(OUTCOMES);
        outcomes.put("figure-a.value", "3");
        outcomes.keySet().removeIf(name -> name.startsWith("figure-b"));
        String draft = dated(settled(begun(editor, outcomes)));

        assertThat(text(draft + "/check", editor))
                .containsOnlyOnce("autofocus=")
                .containsPattern("name=\"reason\"[^>]*autofocus");
    }

    @Test
    void keepsWhatWasSaidOfALineWhenTheDraftIsSentAgain() {
        String draft = drafted();
        pages.post(draft + "/submission", editor, Map.of());
        String line = one("select id::text from draft_line where section = 'project' order by id desc limit 1");
        assertThat(pages.post(
                        draft + "/return",
                        reviewer,
                        Map.of("comment", "See below", line + ".comment", "Which <port>?")))
                .hasRedirectedUrl("/desk");
        assertThat(text(draft, editor)).contains("See below", "Which &lt;port&gt;?");

        pages.post(draft + "/submission", editor, Map.of(line + ".comment", "Tuas"));

        assertThat(text(draft + "/check", reviewer))
                .containsSubsequence("Which &lt;port&gt;?", "Lim Wei", "Tuas", "See below");
        publish(draft, reviewer);
        assertThat(text(draft + "/check", reviewer)).contains("Which &lt;port&gt;?", "Tuas");
    }

    @Test
    void showsTheLatestOfAThousandRemarksAndLeadsToAll() {
        String draft = drafted();
        jdbc.sql("""
                insert into draft_remark (id, draft_id, words, said_at, said_by_id)
                select nextval('draft_remark_seq'), cast(:draft as bigint), 'Remark ' || n || '.', now(), :person from generate_series(1, 1000) n
                """)
                .param("draft", draft.replaceAll("\\D", ""))
                .param("person", editor.id())
                .update();

        assertThat(text(draft + "/check", editor))
                .contains("All 1,000 remarks", "Remark 996.", "Remark 1000.")
                .doesNotContain("Remark 995.");
        assertThat(text(draft + "/remarks?page=10", editor))
                .contains("Remark 901.", "Remark 1000.", "Page 10 of 10")
                .doesNotContain("Remark 900.");
        assertThat(pages.post(draft + "/remarks", editor, Map.of("comment", "x".repeat(2001))))
                .hasStatus(400);
        assertThat(pages.post(draft + "/remarks", editor, Map.of("1.comment", "Of no line of this draft")))
                .hasStatus(404);
    }

    @Test
    void showsEachLineBesideThePassageItWasReadFrom() {
        String draft = drafted();
        pages.post(
                draft + "/texts",
                editor,
                Map.of(
                        "words",
                        "Held on 14 March 2025.\n\nLaunch of A made-up port community system for both sides.\n\nMOU between CrimsonLogic and Rajah & Tann on paperless trade"));

        assertThat(text(draft + "/check", reviewer))
                .contains("<mark>A made-up port community system</mark>", "Pasted text, row 3")
                .contains("typed; the same words stand here")
                .containsPattern(
                        "(?s)Crimson Logic\\s*<span class=\"kind\">on record</span>\\s*<a href=\"/organisations/\\d+\"[^>]*>CrimsonLogic")
                .containsPattern(
                        "(?s)Made Up Data \\(Shenzhen\\) Co., Ltd. @ Shenzhen\\s*<span class=\"kind\">new organisation</span>\\s*<span class=\"hint\">company</span>");
    }

    @Test
    void leadsFromEachProblemToWhatItIsAbout() {
        Map<String, String> outcomes = new LinkedHashMap<>(OUTCOMES);
        outcomes.put("figure-a.value", "3");
        outcomes.put("agreement-a.signatories", "Vermilion Quay; CrimsonLogic");
        String draft = dated(begun(editor, outcomes));
        pages.post(
                draft + "/texts",
                editor,
                Map.of("words", "MOUs signed:\n- MOU with Merlion Robotics Pte Ltd on robots\n"));
        String figure =
                one("select min(id)::text from draft_line where section = 'figure' and typed ->> 'value' = '3'");
        String found = one("select min(id)::text from draft_line where state = 'proposed'");
        String text = one("select max(id)::text from draft_text");

        assertThat(text(draft + "/check", editor))
                .contains("href=\"" + draft + "#" + figure + ".value\"")
                .contains("href=\"" + draft + "/review?text=" + text + "&amp;line=" + found + "#row-" + found + "\"")
                .contains("href=\"" + draft + "#name-vermilion-quay\"");
        assertThat(text(draft, editor)).contains("id=\"" + figure + ".value\"", "id=\"name-vermilion-quay\"");
        assertThat(text(draft + "/review?text=" + text + "&line=" + found, editor))
                .contains("id=\"row-" + found + "\"", "id=\"span-" + found + "\"");
    }

    @Test
    void leadsFromTheBasicsToThePassageTheyWereReadFrom() {
        String draft = begun(editor, OUTCOMES);
        pages.post(draft + "/texts", editor, Map.of("words", "The 5th meeting was held on 14 March 2025 in Shenzhen."));
        String text = one("select max(id)::text from draft_text");
        String read = one("select min(id)::text from draft_line where section = 'basics' and text_id = " + text);
        pages.post(draft + "/review/" + read + "/acceptance", editor, Map.of(read + ".version", "0", "text", text));

        String link = draft + "/review?text=" + text + "&line=" + read;
        assertThat(text(draft + "/check", reviewer)).contains(link.replace("&", "&amp;") + "#span-" + read);
        assertThat(text(link, reviewer)).contains("id=\"span-" + read + "\"");
    }

    @Test
    void showsWhatIsNewAndWhatChangesOnRecord() {
        String draft = correcting("sci", "4");
        String line = one("select id::text from draft_line where section = 'project' and draft_id = "
                + draft.replaceAll("\\D", "") + " order by position limit 1");
        retype(draft, line, "title", "Another title of the first project");
        pages.post(draft + "/lines", editor, Map.of("project-new.title", "A made-up addition"));

        assertThat(text(draft + "/check", reviewer))
                .contains("What changes on record", "as on record")
                .containsPattern("<ins>Another[^<]*</ins>")
                .containsPattern("(?s)<summary>1\\d lines say again what is on record</summary>.*Project 2<")
                .containsPattern("(?s)Project \\d+</strong> <span class=\"kind\">new</span>.*A made-up addition");
    }

    @Test
    void foldsAwayNothingThatSomebodyHasSpokenOf() {
        String draft = correcting("sci", "4");
        String project = one("select id::text from draft_line where section = 'project' and draft_id = "
                + draft.replaceAll("\\D", "") + " order by position limit 1");
        pages.post(draft + "/remarks", editor, Map.of(project + ".comment", "Is this the same?"));

        assertThat(text(draft + "/check", editor))
                .containsPattern("(?s)id=\"line-%s\".*<summary>13 lines say".formatted(project));
    }

    @Test
    void showsWhatWasChangedSinceItWasReturned() {
        String draft = drafted();
        pages.post(draft + "/submission", editor, Map.of());
        pages.post(draft + "/return", reviewer, Map.of("comment", "Not yet"));
        String project = one("select id::text from draft_line where section = 'project' order by id desc limit 1");
        String figure = one("select id::text from draft_line where section = 'figure' order by id desc limit 1");
        retype(draft, project, "title", "A made-up port community platform");
        pages.post(draft + "/lines", editor, Map.of("commitment-late.statement", "It goes live in July"));
        pages.post(draft + "/lines/" + figure + "/removal", editor, Map.of());
        pages.post(draft + "/submission", editor, Map.of());

        assertThat(text(draft + "/check", reviewer))
                .contains("<del>system</del>", "<ins>platform</ins>")
                .contains("added since it was returned", "taken out since it was returned");
    }

    @Test
    void saysOnEveryPageOfTheDeskHowManyWait() {
        String draft = drafted();
        assertThat(text("/desk/log", reviewer)).doesNotContain("waits for you");

        pages.post(draft + "/submission", editor, Map.of());

        assertThat(text("/desk/log", reviewer)).contains("1 waits for you");
        assertThat(text("/desk/log", editor)).doesNotContain("waits for you");
        assertThat(text("/desk", reviewer)).contains("Waits for you", draft + "/check", "14 March 2025");
        jdbc.sql("insert into draft_writer (draft_id, account_id, since) values (:draft, :reviewer, now())")
                .param("draft", Long.valueOf(draft.replaceAll("\\D", "")))
                .param("reviewer", reviewer.id())
                .update();
        assertThat(text("/desk/log", reviewer)).doesNotContain("waits for you");
        jdbc.sql("delete from draft_writer where account_id = :reviewer")
                .param("reviewer", reviewer.id())
                .update();

        pages.post(draft + "/return", reviewer, Map.of("comment", "Not yet"));
        assertThat(text("/desk/log", reviewer)).doesNotContain("waits for you");
        assertThat(text("/desk/log", editor)).contains("1 waits for you");
    }

    @Test
    void takesADiscardedDraftUpAgainUnlessItsMeetingHasAnother() {
        String draft = correcting("sci", "4");
        pages.post(draft + "/withdrawal", editor, Map.of());
        assertThat(text("/desk", editor)).contains(draft + "/check", "Discarded in the last month");
        String other = correcting("sci", "4");
        assertThat(other).isNotEqualTo(draft);

        assertThat(pages.post(draft + "/reopening", editor, Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("Another draft of this meeting is at work");
        pages.post(other + "/withdrawal", editor, Map.of());
        assertThat(pages.post(draft + "/reopening", editor, Map.of())).hasRedirectedUrl(draft);

        assertThat(correcting("sci", "4")).isEqualTo(draft);
        assertThat(publish(draft, reviewer)).hasRedirectedUrl("/councils/sci/meetings/4");
    }

    @Test
    void publishesNothingWhileAWarningHasNoAnswer() {
        Map<String, String> outcomes = new LinkedHashMap<>(OUTCOMES);
        outcomes.put("figure-a.value", "3");
        outcomes.keySet().removeIf(name -> name.startsWith("figure-b"));
        String draft = dated(settled(begun(editor, outcomes)));
        pages.post(draft + "/submission", editor, Map.of());

        assertThat(pages.post(draft + "/publication", reviewer, Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Not done yet",
                        "Answer the warning that is open, with a reason.",
                        "MOUs: 3 announced, 1 entered")
                .contains("1 warning has to be answered before this can be published")
                .doesNotContain("autofocus");

        assertThat(pages.post(
                        draft + "/publication",
                        reviewer,
                        Map.of("warning", "desk.problem.numbers\t\tmous\t3 1", "reason", "The annex is not published")))
                .hasRedirectedUrl("/councils/sci/meetings/5");
        assertThat(text(draft + "/check", reviewer)).contains("Kept by Chen Jing");
    }

    @Test
    void leavesAReturnedDraftToItsAuthor() {
        String draft = drafted();
        pages.post(draft + "/submission", editor, Map.of());
        pages.post(draft + "/return", Staff.reviewer(jdbc, "Tan Hui"), Map.of("comment", "Not yet"));

        assertThat(pages.post(draft + "/publication", reviewer, Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("This draft was returned to those who write it");
    }

    @Test
    void leavesADraftThatWasNotSentToThoseWhoWriteIt() {
        String draft = drafted();

        assertThat(pages.post(draft + "/publication", reviewer, Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("This draft has not been sent to a reviewer");
        assertThat(text(draft + "/check", reviewer))
                .contains("This draft has not been sent to a reviewer", "Written by Lim Wei")
                .doesNotContain("Publish 1 meeting", "/submission");
    }

    @Test
    void takesUpADiscardedDraftAgain() {
        String draft = drafted();
        pages.post(draft + "/withdrawal", editor, Map.of());
        assertThat(text("/desk", editor)).contains("Discarded in the last month", draft + "/check");
        assertThat(text(draft + "/check", editor)).contains("Take it up again").doesNotContain("Send to a reviewer");
        assertThat(text(draft + "/check", reviewer)).doesNotContain("Publish 1 meeting");

        assertThat(pages.post(draft + "/reopening", editor, Map.of())).hasRedirectedUrl(draft);

        assertThat(publish(draft, reviewer)).hasRedirectedUrl("/councils/sci/meetings/5");
    }

    @Test
    void tellsTheSecondOfTwoReviewersWhatTheFirstHasDone() {
        String draft = drafted();
        pages.post(draft + "/submission", editor, Map.of());
        publish(draft, reviewer);

        assertThat(pages.post(
                        draft + "/return",
                        Staff.reviewer(jdbc, "Tan Hui"),
                        Map.of("comment", "Look again", "form-key", "Abcdefgh12345678")))
                .hasStatus(409)
                .bodyText()
                .contains("Its state by now: published.", "<dt>Remark</dt><dd>Look again</dd>")
                .doesNotContain("<dt>form-key");
        assertThat(pages.post(draft + "/withdrawal", editor, Map.of())).hasStatus(409);
    }

    @Test
    void asksAboutANumberFarBeyondTheNewestMeeting() {
        String draft = settled(begun(editor, OUTCOMES));
        String basics = one("select id::text from draft_line where section = 'basics' order by id desc limit 1");
        pages.post(draft + "/lines", editor, Map.of(basics + ".version", "0", basics + ".ordinal", "999"));

        assertThat(text(draft + "/check", editor))
                .contains("numbered 999, and the newest meeting on record is 4", "994 meetings between them");

        pages.post(draft + "/lines", editor, Map.of(basics + ".version", "1", basics + ".ordinal", "7"));
        assertThat(text(draft + "/check", editor)).doesNotContain("newest meeting on record");
    }

    @Test
    void keepsAWarningWithItsReasonAsLongAsItStaysTheSame() {
        Map<String, String> outcomes = new LinkedHashMap<>(OUTCOMES);
        outcomes.put("figure-a.value", "3");
        String draft = settled(begun(editor, outcomes));
        String mark = "desk.problem.numbers\t\tmous\t3 1";
        assertThat(text(draft + "/check", editor)).contains("MOUs: 3 announced, 1 entered", mark);

        pages.post(draft + "/remarks", editor, Map.of("warning", mark, "reason", "The annex is not <published>"));
        assertThat(text(draft + "/check", reviewer))
                .contains("Kept by Lim Wei, because: The annex is not &lt;published&gt;");
        pages.post(
                draft + "/lines",
                editor,
                Map.of("agreement-b.title", "Another", "agreement-b.signatories", "CrimsonLogic"));

        assertThat(text(draft + "/check", reviewer))
                .contains("MOUs: 3 announced, 2 entered")
                .doesNotContain("Kept by Lim Wei");
    }

    @Test
    void keepsNoWarningThatTheDraftDoesNotHave() {
        String draft = settled(begun(editor, OUTCOMES));

        assertThat(pages.post(
                        draft + "/remarks", editor, Map.of("warning", "desk.problem.gap\t\t\t9", "reason", "So be it")))
                .hasRedirectedUrl(draft + "/check")
                .flash()
                .containsEntry("told", "desk.keep.gone");
        assertThat(one("select count(*)::text from draft_kept")).isEqualTo("0");
    }

    @Test
    void keepsRemarksThoughAWarningHasGoneMeanwhile() {
        String draft = drafted();
        pages.post(draft + "/submission", editor, Map.of());

        pages.post(
                draft + "/return",
                reviewer,
                Map.of("comment", "Look again", "warning", "desk.problem.gap\t\t\t9", "reason", "So be it"));

        assertThat(text(draft + "/check", editor)).contains("Look again");
        assertThat(one("select state from draft order by id desc limit 1")).isEqualTo("returned");
    }

    @Test
    void keepsARemarkThatIsAsLongAsThePageLets() {
        String draft = drafted();
        String words = ("x".repeat(99) + "\r\n").repeat(19) + "x".repeat(100);

        assertThat(pages.post(draft + "/remarks", editor, Map.of("comment", words)))
                .hasStatus3xxRedirection();

        assertThat(one("select words from draft_remark order by id desc limit 1"))
                .isEqualTo(words.replace("\r\n", "\n"))
                .hasSize(2_000);
    }

    @Test
    void tellsAReviewerWhoWasSlowerWhatIsNotKept() {
        String draft = drafted();
        SignedIn other = Staff.reviewer(jdbc, "Ong Hwee");
        pages.post(draft + "/submission", editor, Map.of());
        String page = pages.post(draft + "/publication", reviewer, Map.of("comment", "Well done"))
                .getResponse()
                .getRedirectedUrl();

        assertThat(pages.post(draft + "/publication", reviewer, Map.of("comment", "Well done")))
                .hasRedirectedUrl(page);
        assertThat(pages.post(draft + "/publication", other, Map.of("comment", "The third line is wrong")))
                .hasStatus(409)
                .bodyText()
                .contains("The third line is wrong");
    }

    @Test
    void warnsOnceOfAPartyThatStandsThreeTimes() {
        String draft = settled(begun(editor, OUTCOMES));
        pages.post(
                draft + "/lines",
                editor,
                Map.of(
                        "agreement-x.title",
                        "Robots",
                        "agreement-x.signatories",
                        "Crimson Logic; Crimson Logic; Crimson Logic"));

        assertThat(text(draft + "/check", editor).split("name=\"warning\"[^>]*value=\"[^\"]*Crimson", -1))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void leadsFromEveryObstacleToAPlaceOfThePage() {
        String draft =
                begun(editor, Map.of("agreement-a.title", "Robots", "agreement-a.signatories", "Nobody Knows Ltd"));
        pages.post(draft + "/submission", editor, Map.of());

        String check = text(draft + "/check", reviewer);

        assertThat(Pattern.compile("href=\"#([^\"]+)\"")
                        .matcher(check)
                        .results()
                        .map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(anchor -> assertThat(check).contains("id=\"" + anchor + "\""));
    }

    @Test
    void letsOnePersonDoBothWhereACouncilAllowsIt() {
        SignedIn author = Staff.reviewer(jdbc, "Tan Hui");
        String draft = drafted(author);
        assertThat(pages.post("/desk/reviewing/1", editor, Map.of("alone", "true")))
                .hasStatus(403);

        assertThat(pages.post("/desk/reviewing/1", reviewer, Map.of("alone", "true")))
                .hasStatus(403);
        assertThat(text("/desk/reviewing", reviewer)).doesNotContain("Let one person do both");

        SignedIn admin = Staff.admin(jdbc, "Ng Hui");
        pages.post("/desk/reviewing/1", admin, Map.of("alone", "true"));
        assertThat(text("/desk/reviewing", reviewer)).contains("one person, since", "Ng Hui");
        assertThat(publish(draft, author)).hasRedirectedUrl("/councils/sci/meetings/5");

        pages.post("/desk/reviewing/1", admin, Map.of("alone", "false"));
        assertThat(text("/desk/reviewing", reviewer)).doesNotContain("one person, since");
    }

    @ParameterizedTest
    @CsvSource({"held,true", "planned,false"})
    void warnsOfAMeetingHeldOnADayToCome(String status, boolean isWarned) {
        String draft = drafted();
        jdbc.sql("""
                        update draft_line set typed = typed || jsonb_build_object('heldOn', '2999-03-14', 'status', cast(:status as text))
                        where section = 'basics' and draft_id = cast(:draft as bigint)
                        """)
                .param("status", status)
                .param("draft", draft.replaceAll("\\D", ""))
                .update();

        assertThat(text(draft + "/check", editor)
                        .contains("The day of this meeting, 14 March 2999, is still to come, and its status is held"))
                .isEqualTo(isWarned);
    }

    @Test
    void warnsOfAChairWhomTheTextDoesNotName() {
        String draft = begun(editor, OUTCOMES);
        pages.post(draft + "/texts", editor, Map.of("words", "The meeting was held in Shenzhen on 14 March 2025."));

        assertThat(text(draft + "/check", editor))
                .contains("“Joseph Leong” chaired before, but the text does not name this person.");
    }

    @Test
    void readsDatesAsPeopleWriteThem() {
        String draft = begun(editor, Map.of("project-a.title", "Dated", "project-a.launchedOn", "17 Jul 2023"));

        assertThat(
                        one(
                                "select typed ->> 'launchedOn' from draft_line where section = 'project' order by id desc limit 1"))
                .isEqualTo("2023-07-17");
        assertThat(pages.post(
                        draft + "/lines",
                        editor,
                        Map.of("project-b.title", "In Chinese", "project-b.launchedOn", "2023年7月18日")))
                .bodyJson()
                .extractingPath("$.lines[0].kept.launchedOn")
                .isEqualTo("2023-07-18");
    }

    @Test
    void namesWhatStandsInTheWay() {
        String draft = begun(editor, Map.of("agreement-a.signatories", "Nobody Knows Ltd", "figure-a.value", "many"));

        assertThat(text(draft + "/check", editor))
                .contains(
                        "Name the source",
                        "Give the date of the meeting",
                        "Settle what the name “Nobody Knows Ltd” stands for")
                .contains("Title: This is needed", "Number: A whole number is needed")
                .doesNotContain("Publish 1 meeting");
    }

    @Test
    void countsNamesToSettleWhereTheyAreMany() {
        Map<String, String> outcomes = new LinkedHashMap<>(OUTCOMES);
        outcomes.put(
                "agreement-a.signatories",
                "Vermilion A; Vermilion B; Vermilion C; Vermilion D; Vermilion E; Vermilion F");

        assertThat(text(dated(begun(editor, outcomes)) + "/check", editor))
                .contains("Settle what 6 names stand for.")
                .doesNotContain("Settle what the name");
    }

    @Test
    void dropsNoPlaceAndNoNameThatWasTyped() {
        String draft = begun(
                editor,
                Map.of(
                        "agreement-a.title", "Somewhere",
                        "agreement-a.signatories", "CrimsonLogic @ Atlantis",
                        "agreement-a.focusAreas", "alchemy",
                        "commitment-a.statement", "Two promise",
                        "commitment-a.organisation", "CrimsonLogic; Rajah & Tann"));
        String basics = one("select id::text from draft_line where section = 'basics' order by id desc limit 1");
        pages.post(draft + "/lines", editor, Map.of(basics + ".version", "0", basics + ".place", "lemuria"));

        assertThat(text(draft + "/check", editor))
                .contains("Atlantis", "alchemy", "lemuria")
                .contains("One organisation can stand here: CrimsonLogic; Rajah &amp; Tann")
                .doesNotContain("Publish 1 meeting");
    }

    @Test
    void knowsAPlaceByItsNamesToo() {
        Map<String, String> outcomes = new LinkedHashMap<>(OUTCOMES);
        outcomes.put("agreement-a.signatories", "Crimson Logic; Made Up Data (Shenzhen) Co., Ltd. @ 深圳");
        String draft = settled(begun(editor, outcomes));
        String basics = one("select id::text from draft_line where section = 'basics' order by id desc limit 1");
        pages.post(
                draft + "/lines",
                editor,
                Map.of(basics + ".version", "0", basics + ".ordinal", "5", basics + ".heldOn", "2025-03-14"));

        assertThat(publish(draft, reviewer)).hasRedirectedUrl("/councils/sci/meetings/5");

        assertThat(one("select slug from organisation join place on place.id = place_id"
                        + " where organisation.name like 'Made Up Data%'"))
                .isEqualTo("shenzhen");
    }

    @Test
    void refusesANumberThatTheCouncilHasAlready() {
        String draft = drafted();
        String basics = one("select id::text from draft_line where section = 'basics' order by id desc limit 1");
        pages.post(
                draft + "/lines",
                editor,
                Map.of(basics + ".version", "1", basics + ".ordinal", "4", basics + ".heldOn", "2025-03-14"));

        assertThat(publish(draft, reviewer))
                .hasStatus(422)
                .bodyText()
                .contains("The council already has a meeting of this number");
    }

    @Test
    void showsWhereNumbersDoNotAgree() {
        Map<String, String> outcomes = new LinkedHashMap<>(OUTCOMES);
        outcomes.put("figure-a.value", "3");
        String draft = settled(begun(editor, outcomes));

        assertThat(text(draft + "/standing", editor))
                .contains("Announced 3 MOUs, entered 1", "30 is announced, but 29 + 3 is another number");
        assertThat(text(draft + "/check", editor)).contains("MOUs: 3 announced, 1 entered");
    }

    /** Of every meeting of the sample: also where people sign, or one organisation signs and implements. */
    @Test
    void changesNothingWhereNothingWasTyped() {
        jdbc.sql("""
                insert into signatory (id, agreement_id, organisation_id, role, as_printed, position)
                select -1, agreement_id, organisation_id, 'implements', as_printed, (select max(position) + 1 from signatory)
                from signatory where as_printed = 'CrimsonLogic' and agreement_id in (select id from agreement where meeting_id is not null) limit 1
                """).update();
        String versions = one(VERSIONS);

        for (Map<String, Object> meeting : jdbc.sql("""
                        select slug, ordinal::text from meeting join council on council.id = council_id
                        where ordinal is not null and meeting.withdrawn_on is null and status = 'held'
                        """).query().listOfRows()) {
            String council = (String) meeting.get("slug");
            String ordinal = (String) meeting.get("ordinal");
            String draft = pages.post("/desk/drafts", editor, Map.of("council", council, "ordinal", ordinal))
                    .getResponse()
                    .getRedirectedUrl();

            assertThat(publish(draft, reviewer))
                    .hasRedirectedUrl("/councils/%s/meetings/%s".formatted(council, ordinal));

            assertThat(one(VERSIONS)).as("%s %s", council, ordinal).isEqualTo(versions);
        }
    }

    @Test
    void leavesPeopleWhoSignedWhereOrganisationsAreTyped() {
        String draft = correcting("sjcc", "17");
        String line = one("select id::text from draft_line where record_id = 18 and section = 'agreement'");

        retype(draft, line, "signatories", "CrimsonLogic");
        assertThat(publish(draft, reviewer)).hasRedirectedUrl("/councils/sjcc/meetings/17");

        assertThat(
                        one(
                                "select string_agg(coalesce(person_id::text, organisation.name), ' ' order by signatory.position) from signatory"
                                        + " left join organisation on organisation.id = organisation_id where agreement_id = 18"))
                .isEqualTo("30 36 CrimsonLogic Pte Ltd");
    }

    @Test
    void takesAPlaceThatIsTypedBehindAnOrganisationOnRecord() {
        String draft = correcting("sjcc", "17");
        String line = one("select id::text from draft_line where record_id = 19 and section = 'agreement'");
        String typed = one("select typed ->> 'signatories' from draft_line where id = " + line);

        retype(draft, line, "signatories", typed.replaceFirst("Jetstar Asia", "$0 @ Jiangsu"));
        assertThat(publish(draft, reviewer)).hasRedirectedUrl("/councils/sjcc/meetings/17");

        assertThat(
                        one(
                                "select string_agg(place.slug, ' ') from signatory join signatory_side on signatory_id = signatory.id"
                                        + " join place on place.id = place_id where agreement_id = 19 and as_printed like 'Jetstar Asia%'"))
                .isEqualTo("jiangsu");
    }

    /** No field of a line is left as it was because nothing stands in it any more. */
    @Test
    void takesOutOfARecordWhatIsEmptiedInItsLine() {
        String draft = correcting("sci", "4");
        String line = one("select max(line.id)::text from draft_line line join project on project.id = record_id"
                + " where section = 'project' and jsonb_exists(typed, 'focusAreas')");
        String project = one("select record_id::text from draft_line where id = " + line);
        jdbc.sql("update project set status = 'completed' where id = " + project)
                .update();
        jdbc.sql("update draft_line set typed = typed || '{\"status\": \"completed\"}' where id = " + line)
                .update();

        retype(draft, line, Map.of("focusAreas", "", "status", ""));
        assertThat(publish(draft, reviewer)).hasRedirectedUrl("/councils/sci/meetings/4");

        assertThat(one(
                        "select status || ' ' || (select count(*) from project_focus_area where project_id = project.id) from project where id = "
                                + project))
                .isEqualTo("launched 0");
    }

    @Test
    void unmarksASourceWhoseAnnexIsFound() {
        jdbc.sql(
                        "update source set annex_missing = true where id = (select max(source_id) from meeting_citation"
                                + " join meeting on meeting.id = meeting_id join council on council.id = council_id where slug = 'sci' and ordinal = 4)")
                .update();
        String draft = correcting("sci", "4");
        String line = one(
                "select max(id)::text from draft_line where section = 'source' and jsonb_exists(typed, 'annexMissing')");
        String source = one("select record_id::text from draft_line where id = " + line);

        retype(draft, line, Map.of("annexMissing", ""));
        publish(draft, reviewer);

        assertThat(one("select annex_missing::text from source where id = " + source))
                .isEqualTo("false");
    }

    @Test
    void saysWhatALineDoesNotChangeOfARecordThatStands() {
        String draft = begun(
                editor,
                Map.of(
                        "source-a.url", one("select url from source where url is not null order by id limit 1"),
                        "source-a.title", "Another title",
                        "commitment-a.statement", "One promises",
                        "commitment-a.organisation", "CrimsonLogic @ Shenzhen"));

        assertThat(text(draft + "/check", editor))
                .contains(
                        "that record is cited, and nothing else that is typed here changes it",
                        "CrimsonLogic is an organisation on record: the place typed here, Shenzhen, does not change it");
    }

    private void retype(String draft, String line, String field, String value) {
        retype(draft, line, Map.of(field, value));
    }

    private void retype(String draft, String line, Map<String, String> values) {
        Map<String, String> typed = new HashMap<>(Map.of(line + ".version", "0"));
        jdbc.sql("select key, value from draft_line, jsonb_each_text(typed) where id = " + line)
                .query(row -> {
                    typed.put(line + "." + row.getString("key"), row.getString("value"));
                });
        values.forEach((field, value) -> typed.put(line + "." + field, value));
        pages.post(draft + "/lines", editor, typed);
    }

    private String correcting(String council, String ordinal) {
        return pages.post("/desk/drafts", editor, Map.of("council", council, "ordinal", ordinal))
                .getResponse()
                .getRedirectedUrl();
    }

    @Test
    void fillsInWhatAMeetingLacksAndLeavesTheRest() {
        String draft = pages.post("/desk/drafts", editor, Map.of("council", "sci", "ordinal", "4"))
                .getResponse()
                .getRedirectedUrl();
        pages.post(
                draft + "/lines",
                editor,
                Map.of("agreement-a.title", "Made-up MOU of the 4th", "agreement-a.signatories", "CrimsonLogic"));

        String versions = one(VERSIONS);

        publish(draft, reviewer);

        assertThat(one(VERSIONS)).as("no record on record was touched").isEqualTo(versions);
        assertThat(text("/councils/sci/meetings/4", null)).contains("Made-up MOU of the 4th", "Law office in Qianhai");
    }

    private String drafted() {
        return drafted(editor);
    }

    private String drafted(SignedIn author) {
        return dated(settled(begun(author, OUTCOMES)));
    }

    private String dated(String draft) {
        String basics = one("select id::text from draft_line where section = 'basics' order by id desc limit 1");
        pages.post(
                draft + "/lines",
                editor,
                Map.of(basics + ".version", "0", basics + ".ordinal", "5", basics + ".heldOn", "2025-03-14"));
        return draft;
    }

    private String begun(SignedIn author, Map<String, String> lines) {
        String draft = pages.post("/desk/drafts", author, Map.of("council", "sci"))
                .getResponse()
                .getRedirectedUrl();
        pages.post(draft + "/lines", author, lines);
        return draft;
    }

    private String settled(String draft) {
        pages.post(
                draft + "/names",
                editor,
                Map.of("printed", "Made Up Data (Shenzhen) Co., Ltd.", "organisation", "new"));
        return draft;
    }

    /** Publishes a draft as it is done from its page, with a reason for each warning; the reviewer what its author has sent, where it was not yet. */
    private MvcTestResult publish(String draft, SignedIn person) {
        if (person == reviewer) {
            pages.post(draft + "/submission", editor, Map.of());
        }
        var request = mvc.post()
                .uri(draft + "/publication")
                .with(Staff.form())
                .with(Staff.as(person))
                .param("rest", "It is so");
        // Not from the page itself: within the transaction of a test its trial would be the publication.
        doubts.of(drafts.get(Long.parseLong(draft.replaceAll("\\D", ""))))
                .forEach(doubt -> request.param("warning", doubt.mark()).param("reason", ""));
        MvcTestResult answer = request.exchange();
        entities.flush();
        entities.clear();
        return answer;
    }

    private String text(String path, SignedIn person) {
        var request = mvc.get().uri(path);
        return new String(
                (person == null ? request : request.with(Staff.as(person)))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
