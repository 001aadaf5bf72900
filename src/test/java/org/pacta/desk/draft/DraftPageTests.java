package org.pacta.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacta.test.StaffPages.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.StaffPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class DraftPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private StaffPages pages;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn editor;

    @BeforeEach
    void hire() {
        editor = Staff.editor(jdbc, "Lim Wei");
    }

    @Test
    void beginsTheNextMeetingWithWhatIsUsual() {
        String draft = begin(Map.of("council", "sci"));

        assertThat(pages.text(draft, editor)).contains("meeting 5", "Joseph Leong", "Lim Wei");
        assertThat(pages.text(draft, editor)).doesNotContain("a representative from the Chinese government");
        assertThat(pages.text("/desk", editor)).contains("Smart City Initiative</span> · 5");
    }

    @Test
    void beginsOneDraftHoweverOftenTheButtonIsPressed() {
        assertThat(pages.text("/desk", editor)).containsPattern("name=\"form-key\" value=\"\\w{16}\"");
        String draft = begin(Map.of("council", "sci", "form-key", "Abcdefgh12345678"));

        assertThat(begin(Map.of("council", "sci", "form-key", "Abcdefgh12345678")))
                .isEqualTo(draft);
        assertThat(begin(Map.of("council", "sci", "form-key", "Zbcdefgh12345678")))
                .isNotEqualTo(draft);
        assertThat(begin(Map.of("council", "ssccc", "form-key", "Abcdefgh12345678")))
                .as("another council was chosen in the same form")
                .isNotEqualTo(draft);
    }

    @Test
    void opensAMeetingOnRecordWithItsRowsAndOnlyOnce() {
        String draft = begin(Map.of("council", "sci", "ordinal", "4"));

        assertThat(pages.text(draft, editor))
                .contains("Law office in Qianhai", "Rajah &amp; Tann", "a representative from the Chinese government");
        assertThat(lines(draft, "project")).isEqualTo(14);
        assertThat(pages.text(draft + "/standing", editor))
                .contains("Announced 8 MOUs, entered 0", "Announced 14 projects, entered 14");
        assertThat(begin(Map.of("council", "sci", "ordinal", "4"))).isEqualTo(draft);
    }

    @Test
    void suggestsAnOrganisationByItsNameInEitherScriptAndByPinyin() {
        for (String typed : new String[] {"crimson", "劲升", "jinsheng"}) {
            assertThat(pages.text("/desk/suggestions/organisations?q=" + typed, editor))
                    .contains("CrimsonLogic Pte Ltd");
        }
    }

    @Test
    void refusesACharacterThatNoDatabaseKeeps() {
        String draft = begin(Map.of("council", "sci"));

        assertThat(pages.post(draft + "/lines", editor, Map.of("agreement-a.title", "Trade\u0000data")))
                .hasStatus(400);
    }

    @Test
    void savesALineAsItIsLeft() {
        String draft = begin(Map.of("council", "sci"));

        MvcTestResult saved = pages.post(
                draft + "/lines", editor, Map.of("agreement-a.title", "Trade data", "agreement-a.kind", "mou"));

        assertThat(saved).bodyJson().extractingPath("$.lines[0].version").isEqualTo(0);
        assertThat(saved).bodyJson().extractingPath("$.at").asString().matches("\\d\\d:\\d\\d:\\d\\d");
        assertThat(pages.text(draft, editor)).contains("Trade data");
    }

    @Test
    void keepsALineThatIsSentTwiceOnce() {
        String draft = begin(Map.of("council", "sci"));

        pages.post(draft + "/lines", editor, Map.of("agreement-a.title", "Trade data"));
        pages.post(draft + "/lines", editor, Map.of("agreement-a.title", "Trade data, corrected"));

        assertThat(lines(draft, "agreement")).isEqualTo(1);
        assertThat(pages.text(draft, editor)).contains("Trade data, corrected");
    }

    @Test
    void keepsNoLineThatIsEmpty() {
        String draft = begin(Map.of("council", "sci"));

        pages.post(draft, editor, Map.of("agreement-a.title", "  ", "agreement-a.kind", "mou", "project-a.title", ""));

        assertThat(lines(draft, "agreement") + lines(draft, "project")).isZero();
    }

    @Test
    void showsBothVersionsOfALineThatSomebodyElseHasChanged() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(draft + "/lines", editor, Map.of("agreement-a.title", "First"));
        String line = newest();
        pages.post(draft + "/lines", editor, Map.of(line + ".version", "0", line + ".title", "Theirs"));

        MvcTestResult late =
                pages.post(draft + "/lines", editor, Map.of(line + ".version", "0", line + ".title", "Mine"));
        MvcTestResult form = pages.post(
                draft, editor, Map.of(line + ".version", "0", line + ".title", "Mine", "project-a.title", "Another"));

        assertThat(late).bodyJson().extractingPath("$.lines[0].theirs.title").isEqualTo("Theirs");
        assertThat(form).hasStatus(409).bodyText().contains("Theirs", "Mine", "Keep mine");
        assertThat(body(form))
                .as("what keeps mine is a form that is believed")
                .containsSubsequence("action=\"" + draft + "\"", "_csrf", line + ".version", "Keep mine");
        assertThat(pages.text(draft, editor)).contains("Theirs", "Another");
    }

    @Test
    void takesNothingOutWhileALineThatWasSentAlongIsOvertaken() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(draft + "/lines", editor, Map.of("agreement-a.title", "First"));
        String line = newest();
        pages.post(draft + "/lines", editor, Map.of("project-a.title", "Law office"));
        String other = newest();
        pages.post(draft + "/lines", editor, Map.of(line + ".version", "0", line + ".title", "Theirs"));
        String removal = draft + "/lines/" + other + "/removal";

        MvcTestResult late = pages.post(removal, editor, Map.of(line + ".version", "0", line + ".title", "Mine"));

        assertThat(late).hasStatus(409).bodyText().contains("Theirs", "Mine", "href=\"" + draft + "\"");
        assertThat(pages.text(draft, editor)).doesNotContain("Lines taken out");
        pages.post(removal, editor, Map.of(line + ".version", "1", line + ".title", "Mine"));
        assertThat(pages.text(draft, editor)).contains("Mine", "Lines taken out (1)");
    }

    @Test
    void keepsWhatCannotBeReadAndSaysSo() {
        String draft = begin(Map.of("council", "sci"));

        MvcTestResult saved =
                pages.post(draft + "/lines", editor, Map.of("figure-a.value", "many", "figure-a.asOf", "last week"));

        assertThat(saved).bodyJson().extractingPath("$.lines[0].faults.value").isEqualTo("desk.fault.number");
        assertThat(saved).bodyJson().extractingPath("$.lines[0].faults.asOf").isEqualTo("desk.fault.date");
        assertThat(pages.text(draft, editor)).contains("many", "last week", "A whole number is needed.");
    }

    @Test
    void bringsBackALineThatWasTakenOut() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(draft + "/lines", editor, Map.of("project-a.title", "Law office"));
        String line = newest();

        pages.post(draft + "/lines/" + line + "/removal", editor, Map.of());
        assertThat(pages.text(draft, editor)).contains("Lines taken out (1)");
        pages.post(draft + "/lines/" + line + "/return", editor, Map.of());

        assertThat(lines(draft, "project")).isEqualTo(1);
        assertThat(pages.text(draft, editor)).doesNotContain("Lines taken out");
    }

    @Test
    void asksOnceWhatANameStandsFor() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(
                draft + "/lines",
                editor,
                Map.of("agreement-a.title", "A", "agreement-a.signatories", "CrimsonLogic; Krimson Logick"));
        pages.post(
                draft + "/lines",
                editor,
                Map.of("agreement-b.title", "B", "agreement-b.signatories", "krimson  logick"));

        assertThat(pages.text(draft, editor))
                .contains("1 name is not on record", "Krimson Logick", "CrimsonLogic Pte Ltd · Singapore");

        pages.post(draft + "/names", editor, Map.of("printed", "Krimson Logick", "organisation", "new"));
        assertThat(pages.text(draft, editor)).doesNotContain("name is not on record");
    }

    @Test
    void takesNoLineOfADraftThatWasDiscarded() {
        String draft = begin(Map.of("council", "sci"));

        pages.post(draft + "/withdrawal", editor, Map.of());

        assertThat(pages.post(draft + "/lines", editor, Map.of("project-a.title", "Late")))
                .hasStatus(409);
        assertThat(pages.post(draft, editor, Map.of("agreement-a.placeOfSigning", "Suzhou")))
                .hasStatus(409)
                .bodyText()
                .contains("Suzhou", "Place of signing")
                .doesNotContain("placeOfSigning");
        assertThat(pages.text("/desk", editor)).doesNotContain("href=\"" + draft + "\"");
    }

    @Test
    void storesHostileTextAsText() {
        String draft = begin(Map.of("council", "sci"));
        String hostile = "<script>alert(1)</script> =cmd|x \u202E 𠮷 " + "x".repeat(9_000);

        pages.post(draft + "/lines", editor, Map.of("agreement-a.title", hostile));

        assertThat(jdbc.sql("select typed ->> 'title' from draft_line order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(hostile);
        assertThat(pages.text(draft, editor)).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    }

    @ParameterizedTest
    @EnumSource
    void storesHostileTextAsTextInEveryField(Section section) {
        String draft = begin(Map.of("council", "sci"));
        String hostile =
                "</textarea><script>alert(1)</script> =cmd|' /C calc'!A0 \u202E\u2066 𠮷 \"' " + "x".repeat(9_900);
        Map<String, String> typed = new LinkedHashMap<>();
        Stream.concat(section.line().stream(), section.folded().stream())
                .forEach(field -> typed.put(section.code() + "-h." + field.name(), hostile));

        assertThat(pages.post(draft + "/lines", editor, typed)).hasStatus(200);

        assertThat(jdbc.sql("select distinct value from draft_line, jsonb_each_text(typed) where entry = :entry")
                        .param("entry", section.code() + "-h")
                        .query(String.class)
                        .list())
                .containsExactly(hostile.strip());
        assertThat(pages.text(draft, editor)).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
        assertThat(pages.text(draft + "/check", editor)).doesNotContain("<script>alert");
    }

    @Test
    void showsAtOnceATitleThatIsInTheLocalScriptOnly() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(
                draft + "/lines",
                editor,
                Map.of(
                        "agreement-a.localTitle",
                        "港口机器人",
                        "agreement-b.localTitle",
                        "影视",
                        "agreement-b.title",
                        "Films"));

        assertThat(pages.text(draft, editor))
                .containsPattern(
                        "(?s)value=\"港口机器人\"((?!</fieldset>).)*<details class=\"line-more\">((?!</fieldset>).)*\\.title\"")
                .containsPattern(
                        "(?s)value=\"Films\"((?!</fieldset>).)*<details class=\"line-more\">((?!</fieldset>).)*value=\"影视\"");
    }

    @Test
    void saysOfEachCandidateWhatItIsAndWhyItIsOne() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(
                draft + "/lines",
                editor,
                Map.of("agreement-a.signatories", "Crimson Logic Limited; Vermilion Quay Robotics"));

        assertThat(pages.text(draft + "/standing", editor))
                .containsPattern(
                        "CrimsonLogic Pte Ltd · Singapore · company · [^<]*SCI[^<]* · to its name “Crimson Logic”: the same but for the legal form, 95%");
    }

    @Test
    void settlesNamesTogetherThatAreMostLikelyOne() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(
                draft + "/lines",
                editor,
                Map.of(
                        "agreement-a.signatories",
                        "Vermilion Quay Pte Ltd; Vermilion Quay Limited; Vermilion Quay (Shenzhen)"));
        assertThat(pages.text(draft + "/standing", editor)).contains("and “Vermilion Quay Limited” with it");
        assertThat(pages.text(draft + "/standing", editor)).doesNotContain("and “Vermilion Quay (Shenzhen)” with it");

        pages.post(
                draft + "/names",
                editor,
                Map.of(
                        "printed",
                        "Vermilion Quay Pte Ltd",
                        "organisation",
                        "new",
                        "kind",
                        "company",
                        "place",
                        "Singapore",
                        "with",
                        "Vermilion Quay Limited"));

        assertThat(pages.text(draft + "/standing", editor))
                .contains("Vermilion Quay (Shenzhen)", "1 name is not on record")
                .doesNotContain("Vermilion Quay Limited");
        assertThat(jdbc.sql(
                                "select string_agg(concat_ws(' ', printed, kind, same_as), ', ' order by printed) from draft_name")
                        .query(String.class)
                        .single())
                .isEqualTo("Vermilion Quay Limited vermilion quay pte ltd, Vermilion Quay Pte Ltd company");
    }

    @Test
    void takesANameForNewWhoseKindIsGiven() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(draft + "/lines", editor, Map.of("agreement-a.signatories", "Vermilion Quay; Ochre Pier"));

        pages.post(
                draft + "/names",
                editor,
                Map.of("printed", "Vermilion Quay", "organisation", "", "kind", "agency", "place", ""));

        assertThat(pages.text(draft + "/standing", editor)).contains("Ochre Pier", "1 name is not on record");
        assertThat(jdbc.sql("select printed || ' ' || kind from draft_name")
                        .query(String.class)
                        .single())
                .isEqualTo("Vermilion Quay agency");
    }

    @Test
    void leavesANameOpenWhosePlaceIsNotOnRecordAndSaysSo() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(draft + "/lines", editor, Map.of("agreement-a.signatories", "Vermilion Quay"));

        assertThat(pages.post(
                        draft + "/names",
                        editor,
                        Map.of(
                                "printed",
                                "Vermilion Quay",
                                "organisation",
                                "new",
                                "kind",
                                "agency",
                                "place",
                                "nowhere")))
                .hasStatus(422)
                .bodyText()
                .contains("No place on record is called “nowhere”.", "value=\"nowhere\"", "href=\"/desk/places/new\"")
                .contains("href=\"#name-vermilion-quay-field\"", "id=\"name-vermilion-quay-field\"")
                .containsPattern("value=\"agency\" selected")
                .contains("1 name is not on record");
    }

    @Test
    void settlesANameAsAnotherOrganisationThatIsTyped() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(draft + "/lines", editor, Map.of("agreement-a.signatories", "Vermilion Quay"));

        assertThat(pages.post(
                        draft + "/names",
                        editor,
                        Map.of("printed", "Vermilion Quay", "organisation", "", "other", "No Such Body")))
                .hasStatus(422)
                .bodyText()
                .contains("No organisation on record, or more than one, is called “No Such Body”.")
                .contains("value=\"No Such Body\"", "href=\"/organisations?q=No%20Such%20Body\"");
        pages.post(
                draft + "/names",
                editor,
                Map.of("printed", "Vermilion Quay", "organisation", "", "other", "enterprise  singapore"));

        assertThat(jdbc.sql("select name from draft_name join organisation on organisation.id = organisation_id")
                        .query(String.class)
                        .single())
                .isEqualTo("Enterprise Singapore");
    }

    @Test
    void readsTheKindOfANewOneFromItsName() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(
                draft + "/lines", editor, Map.of("agreement-a.signatories", "Vermilion Hospital; 朱红市商务局; Ochre Quay"));

        assertThat(pages.text(draft + "/standing", editor))
                .contains("a new organisation: hospital, by its name", "a new organisation: agency, by its name");
        pages.post(draft + "/names", editor, Map.of("printed", "Vermilion Hospital", "organisation", "new"));
        pages.post(draft + "/names", editor, Map.of("printed", "", "organisation", "", "rest", "new"));

        assertThat(jdbc.sql("select string_agg(concat_ws(' ', printed, kind), ', ' order by id) from draft_name")
                        .query(String.class)
                        .single())
                .isEqualTo("Vermilion Hospital hospital, 朱红市商务局 agency, Ochre Quay");
    }

    @Test
    void findsANameToSettle() {
        String draft = begin(Map.of("council", "sci"));
        pages.post(
                draft + "/lines",
                editor,
                Map.of("agreement-a.signatories", "Aa One; Bb Two; Cc Three; Dd Four; Ee Five; Ff Six"));

        assertThat(pages.text(draft + "?find=three", editor))
                .contains("value=\"Cc Three\"")
                .doesNotContain("value=\"Bb Two\"");
        assertThat(pages.text(draft + "?find=nobody", editor)).contains("No name to settle has these words");
    }

    @Test
    void refusesWhatNoPageSends() {
        String draft = begin(Map.of("council", "sci"));

        for (String name : List.of("agreement-a.nosuch", "nosuch-a.title", "abc.title", "99999999999999999999.title")) {
            assertThat(pages.post(draft + "/lines", editor, Map.of(name, "x"))).hasStatus(400);
        }
        assertThat(pages.post(draft + "/names", editor, Map.of("printed", "A", "organisation", "987654321")))
                .hasStatus(404);
        for (String organisation : List.of("nonsense", "-1", "9999999999999999999")) {
            assertThat(pages.post(draft + "/names", editor, Map.of("printed", "A", "organisation", organisation)))
                    .hasStatus(400);
        }
        assertThat(pages.post(draft + "/names", editor, Map.of("printed", "A"))).hasStatus(400);
        assertThat(pages.post(
                        draft + "/names",
                        editor,
                        Map.of("printed", "A", "organisation", "new", "kind", "planet", "place", "")))
                .hasStatus(400);
        assertThat(mvc.get().uri("/desk/suggestions/nonsense?q=trade").with(Staff.as(editor)))
                .hasStatus(404);
    }

    private String begin(Map<String, String> parameters) {
        String draft =
                pages.post("/desk/drafts", editor, parameters).getResponse().getRedirectedUrl();
        assertThat(draft).matches("/desk/drafts/\\d+");
        return draft;
    }

    private String newest() {
        return jdbc.sql("select max(id)::text from draft_line")
                .query(String.class)
                .single();
    }

    private long lines(String draft, String section) {
        return jdbc.sql(
                        "select count(*) from draft_line where draft_id = :draft and section = :section and state = 'entered'")
                .param("draft", Long.valueOf(draft.substring(draft.lastIndexOf('/') + 1)))
                .param("section", section)
                .query(Long.class)
                .single();
    }
}
