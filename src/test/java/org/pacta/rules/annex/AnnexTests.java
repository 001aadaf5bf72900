package org.pacta.rules.annex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.pacta.rules.annex.Row.Kind;
import org.pacta.rules.annex.Row.State;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.naming.Knowledge;

class AnnexTests {

    @Test
    void givesTheNameAsItStandsInTheText() {
        String text = "• MOU between the Straits Water Agency (SWA) of Singapore and Xihu College on reuse";

        Row row = parse(text).get(0);

        assertThat(row.participants())
                .extracting(Row.Participant::name, Row.Participant::acronym, Row.Participant::side)
                .containsExactly(tuple("Straits Water Agency", "SWA", "singapore"), tuple("Xihu College", null, null));
        assertThat(row.participants())
                .allSatisfy(each ->
                        assertThat(text.substring(each.start(), each.end())).isEqualTo(each.name()));
        assertThat(text.substring(row.start(), row.end())).isEqualTo(row.text());
    }

    @Test
    void asksForALookWhereItIsUnsure() {
        Row row = parse("MOU between Asterix and Bellaria and Corvina").get(0);

        assertThat(row.state()).isEqualTo(State.LOOK);
        assertThat(row.reason()).isNotNull();
        assertThat(row.reason().why()).isEqualTo(Why.LIST_MAY_SPLIT_OTHERWISE);
        assertThat(row.reason().arguments()).isNotEmpty();
    }

    @Test
    void takesWhatIsKnownAsEvidence() {
        String text = "MOU between Asterix and Bellaria and Corvina on trade";
        Knowledge known = new Knowledge(
                List.of(
                        new Knowledge.Organisation(List.of("Asterix and Bellaria"), null),
                        new Knowledge.Organisation(List.of("Corvina", "Corvina Holdings"), "sichuan")),
                List.of(new Knowledge.Place("sichuan", "china", List.of("Sichuan"))),
                Set.of());

        Row row = Annex.parse(text, known).rows().get(0);

        assertThat(names(row)).containsExactly("Asterix and Bellaria", "Corvina");
        assertThat(row.participants().get(1).side()).isEqualTo("sichuan");
        assertThat(row.state()).isEqualTo(State.READY);
    }

    @Test
    void countsACityAsTheSideOfTheCouncilItLiesIn() {
        Knowledge known = new Knowledge(
                List.of(),
                List.of(
                        new Knowledge.Place("zhejiang", "china", List.of("Zhejiang")),
                        new Knowledge.Place("hangzhou", "zhejiang", List.of("Hangzhou"))),
                Set.of("zhejiang", "singapore"));

        Row row = Annex.parse("MOU between Straits University and Tea Museum of Hangzhou", known)
                .rows()
                .get(0);

        assertThat(row.participants().get(1).side()).isEqualTo("zhejiang");
    }

    @Test
    void leavesTheSideOpenWhereAnInstituteBelongsToBoth() {
        Row row = parse("1. China-Singapore Joint Institute – Xihu University to study tea")
                .get(0);

        assertThat(row.participants().get(0).side()).isNull();
    }

    @Test
    void neverTakesAPersonForAParticipant() {
        Row row = parse("Minister Ong Wei Min and Mayor Zhao Lei signed an agreement on parks.")
                .get(0);

        assertThat(row.participants()).isEmpty();
        assertThat(row.state()).isEqualTo(State.LOOK);
    }

    @Test
    void takesTheNameOfACouncilForNoProject() {
        assertThat(Annex.parse("新加坡-四川贸易与投资委员会", Knowledge.nothing()).rows()).isEmpty();
        assertThat(Annex.parse("新加坡—广东贸易和文化理事会\n第4次会议", Knowledge.nothing()).rows())
                .isEmpty();
    }

    @Test
    void takesTheKindFromTheHeading() {
        List<Row> rows = parse("List of letters of intent\n1. Straits University and Xihu College\n\n"
                + "Joint projects\n- Straits University – Xihu College");

        assertThat(rows).extracting(Row::kind).containsExactly(Kind.LETTER_OF_INTENT, Kind.PROJECT);
    }

    @Test
    void forgetsAHeadingWhenTheListIsOver() {
        List<Row> rows = parse("List of MOUs\n1. Straits University and Xihu College\n\n"
                + "The two sides will meet again in Jinan next year.\n\nAbout the council\nIt was founded in 2003.");

        assertThat(rows).hasSize(1);
    }

    @Test
    void proposesTheAnnouncedNumbers() {
        assertThat(figures("Eight MOUs and 14 new joint projects were signed. To date, 29 MOUs have been signed."))
                .containsExactly(
                        "exactly 8 mous this_meeting",
                        "exactly 14 joint projects this_meeting",
                        "exactly 29 mous to_date");
        assertThat(figures("More than 50 agreements, nearly twenty-one pacts, at least 3 letters of intent"))
                .containsExactly(
                        "more_than 50 agreements this_meeting",
                        "nearly 21 pacts this_meeting",
                        "at_least 3 letters of intent this_meeting");
        assertThat(figures("双方签署8份谅解备忘录。截至目前累计启动四十多个项目。"))
                .containsExactly("exactly 8 谅解备忘录 this_meeting", "more_than 40 项目 to_date");
    }

    @Test
    void takesThousandsOfProjectsForInvestments() {
        assertThat(figures("More than 1,600 projects and 4100 projects in the province; up from 11 agreements"))
                .isEmpty();
    }

    @Test
    void saysWhereAFigureStands() {
        String text = "\uD83D\uDE00 More than 50 MOUs";

        AnnouncedNumber figure =
                Annex.parse(text, Knowledge.nothing()).figures().get(0);

        assertThat(figure.text()).isEqualTo("More than 50 MOUs");
        assertThat(figure.start()).isEqualTo(2);
        assertThat(figure.end()).isEqualTo(text.codePointCount(0, text.length()));
    }

    /** The real texts are not part of the project: {@code -Dpacta.texts=folder} names where they are. */
    @Test
    @EnabledIfSystemProperty(named = "pacta.texts", matches = ".+")
    void readsAllFourteenProjectsOfTheRealAnnex() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("pacta.texts")))) {
            List<List<Row>> annexes = files.sorted()
                    .map(file -> Annex.parse(read(file), Corpus.KNOWN).rows())
                    .filter(rows -> rows.size() == 14)
                    .toList();

            assertThat(annexes).hasSize(1);
            assertThat(annexes.get(0)).allSatisfy(row -> {
                assertThat(row.kind()).isEqualTo(Kind.PROJECT);
                assertThat(row.participants()).isNotEmpty();
            });
            assertThat(annexes.get(0))
                    .filteredOn(row -> row.participants().size() == 1)
                    .hasSize(1);
            assertThat(annexes.get(0))
                    .filteredOn(row -> row.state() == State.READY)
                    .hasSizeGreaterThanOrEqualTo(12);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> parse(String text) {
        return Annex.parse(text, Corpus.KNOWN).rows();
    }

    private static List<String> names(Row row) {
        return row.participants().stream().map(Row.Participant::name).toList();
    }

    private static List<String> figures(String text) {
        return Annex.parse(text, Knowledge.nothing()).figures().stream()
                .map(AnnouncedNumber::toString)
                .toList();
    }
}
