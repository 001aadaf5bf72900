package org.pacta.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.DraftView.Typing;
import org.pacta.desk.draft.Section;
import org.pacta.platform.security.SignedIn;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class IntakeServiceTests {

    static final String ANNEX = """
            The 6th meeting of the Singapore-Shanghai Council was held in Shanghai on 12 March 2025.
            Two MOUs were signed and three new joint projects were launched. To date, 12 MOUs have been signed.

            Annex A: List of MOUs
            1. MOU between Tembusu Robotics Pte Ltd and Haiyue Automation Co., Ltd. on warehouse robots
            2. MOU between Straits Polytechnic and Pudong Technical College on exchanges of teachers

            Annex B: List of joint projects
            - Merlion Analytics Pte Ltd – Huangpu Data Technology Co., Ltd. to develop a platform for port data
            - Raintree Foods Pte Ltd – Songjiang Cold Chain Co., Ltd. to open a chilled corridor for fresh produce
            - Angsana Health Pte Ltd – Minhang Rehabilitation Hospital to build a ward for assisted walking
            """;

    @Autowired
    IntakeService intake;

    @Autowired
    ReviewService reviews;

    @Autowired
    DraftService drafts;

    @Autowired
    DraftQueries queries;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private SignedIn lim;
    private long draft;

    @BeforeEach
    void begin() {
        lim = Staff.editor(jdbc, "Lim Wei");
        String council = CouncilFixtures.shanghai(entities).slug();
        entities.flush();
        draft = drafts.begin(council, null, lim);
        entities.flush();
    }

    @Test
    void proposesWhatATextSays() {
        add(ANNEX);

        assertThat(proposed(Section.BASICS))
                .extracting(Line::typed)
                .containsExactly(Map.of("heldOn", "2025-03-12", "place", "shanghai"), Map.of("ordinal", "6"));
        assertThat(proposed(Section.FIGURE))
                .extracting(line -> line.get("measure") + " " + line.get("series") + " " + line.get("value"))
                .containsExactly("mous at 2", "projects at 3", "mous after 12");
        assertThat(proposed(Section.AGREEMENT))
                .extracting(line -> line.get("kind"), line -> line.get("signatories"))
                .containsExactly(
                        tuple("mou", "Tembusu Robotics Pte Ltd; Haiyue Automation Co., Ltd."),
                        tuple("mou", "Straits Polytechnic; Pudong Technical College"));
        assertThat(proposed(Section.PROJECT)).hasSize(3).allSatisfy(line -> {
            String words = ANNEX.substring(line.start(), line.end());
            assertThat(words).containsIgnoringCase(line.get("title"));
            assertThat(line.get("title")).as("begins as a title does").matches("[A-Z].*");
            assertThat(line.doubt()).isNull();
        });
        assertThat(view().lines(Section.AGREEMENT)).isEmpty();
    }

    @Test
    void keepsATextOnce() {
        add(ANNEX);
        int lines = view().lines().size();

        assertThat(intake.add(draft, "again.txt", ANNEX.replace("\n", "\r\n") + "  ", lim))
                .isEmpty();

        assertThat(view().lines()).hasSize(lines);
        assertThat(queries.texts(draft)).hasSize(1);
    }

    @Test
    void marksWhatIsThereAlready() {
        add(ANNEX);
        reviews.acceptReady(draft, text());
        add("Here is the list once more.\n" + ANNEX);

        assertThat(view().proposed())
                .filteredOn(line -> line.section() != Section.SOURCE && line.section() != Section.BASICS)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.doubt()).startsWith("duplicate"));
        assertThat(reviews.acceptReady(draft, text()).done()).isZero();
        assertThat(view().lines(Section.PROJECT)).hasSize(3);
    }

    @Test
    void acceptsAllThatAreReadyAndTakesThatBackAtOnce() {
        add(ANNEX);
        DraftView before = view();
        long ready =
                before.proposed().stream().filter(line -> line.doubt() == null).count();

        assertThat(reviews.acceptReady(draft, text()).done()).isEqualTo((int) ready);
        assertThat(view().lines(Section.BASICS))
                .singleElement()
                .satisfies(line -> assertThat(line.typed())
                        .containsEntry("heldOn", "2025-03-12")
                        .containsEntry("place", "shanghai"));
        assertThat(view().lines(Section.PROJECT))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.text()).isEqualTo(text()));

        reviews.undo(draft);
        assertThat(view().lines())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*version")
                .isEqualTo(before.lines());
    }

    @Test
    void neverOverwritesWhatIsTyped() {
        Line basics = view().lines(Section.BASICS).get(0);
        drafts.save(
                draft,
                List.of(new Typing(
                        String.valueOf(basics.id()),
                        null,
                        basics.version(),
                        Map.of("ordinal", "7", "heldOn", "2025-03-11"))));

        add(ANNEX);
        reviews.acceptReady(draft, text());

        assertThat(view().lines(Section.BASICS))
                .singleElement()
                .satisfies(line -> assertThat(line.typed())
                        .isEqualTo(Map.of("ordinal", "7", "heldOn", "2025-03-11", "place", "shanghai")));
    }

    @Test
    void letsALineThatSomebodyAcceptsReplaceWhatWasThere() {
        add(ANNEX);
        Line ordinal = proposed(Section.BASICS).get(1);

        reviews.accept(draft, ordinal.id(), List.of());

        assertThat(view().ordinal()).isEqualTo("6");
        reviews.undo(draft);
        assertThat(view().ordinal()).isEqualTo("1");
    }

    @Test
    void splitsAndMergesLinesAndTakesEachBack() {
        add(ANNEX);
        List<Line> projects = proposed(Section.PROJECT);
        long first = projects.get(0).id();

        reviews.split(draft, first, List.of(), "title", "Develop a plat".length());
        assertThat(proposed(Section.PROJECT))
                .hasSize(4)
                .extracting(line -> line.get("title"))
                .startsWith("Develop a platform", "for port data");
        reviews.merge(draft, first, List.of());
        assertThat(proposed(Section.PROJECT)).hasSize(3).first().satisfies(line -> {
            assertThat(line.get("title")).isEqualTo("Develop a platform for port data");
            assertThat(line.get("participants")).isEqualTo(projects.get(0).get("participants"));
        });

        reviews.undo(draft);
        reviews.undo(draft);
        assertThat(proposed(Section.PROJECT))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*version")
                .isEqualTo(projects);
    }

    @Test
    void skipsALineAndTakesThatBack() {
        add(ANNEX);
        Line line = proposed(Section.AGREEMENT).get(0);
        Typing typed = new Typing(String.valueOf(line.id()), null, line.version(), Map.of("title", "As it was typed"));

        reviews.skip(draft, line.id(), List.of(typed));
        assertThat(proposed(Section.AGREEMENT)).hasSize(1);
        reviews.undo(draft);

        assertThat(proposed(Section.AGREEMENT))
                .hasSize(2)
                .anySatisfy(back -> assertThat(back.get("title")).isEqualTo("As it was typed"));
    }

    @Test
    void listsWhatWasNotReadAndLeavesItOutInOneStep() {
        add("Both companies, which have worked together since 2015, also signed an MOU.\n\n"
                + "A pact of some kind is said to be near.\n\n" + ANNEX);

        assertThat(proposed(Section.AGREEMENT))
                .filteredOn(line -> Doubt.isNotRead(line.doubt()))
                .extracting(line -> line.get("title"))
                .containsExactly(
                        "Both companies, which have worked together since 2015, also signed an MOU.",
                        "A pact of some kind is said to be near.");

        assertThat(reviews.skipUnread(draft, text()).done()).isEqualTo(2);
        assertThat(proposed(Section.AGREEMENT)).hasSize(2);
        reviews.undo(draft);
        assertThat(proposed(Section.AGREEMENT)).hasSize(4);
    }

    @Test
    void keepsHowANumberIsBounded() {
        add("Six MOUs between two cities\nAt least six MOUs were signed.");

        assertThat(proposed(Section.FIGURE))
                .extracting(line -> line.get("comparator") + " " + line.get("value"))
                .containsExactly("exactly 6", "at_least 6");
        assertThat(proposed(Section.FIGURE))
                .allSatisfy(line -> assertThat(line.doubt()).contains("several_numbers", "At least six MOUs"));
    }

    @Test
    void asksForADateThatCanBeReadInTwoWays() {
        add("The 6th meeting of the Singapore-Shanghai Council was held in Shanghai on 04/06/2026.");

        assertThat(proposed(Section.BASICS))
                .filteredOn(line -> line.doubt() != null && line.doubt().contains("date_asked"))
                .singleElement()
                .satisfies(line -> assertThat(line.get("heldOn")).isEmpty());
    }

    @Test
    void refusesATextThatIsEmptyOrTooLong() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> intake.add(draft, "", " \n ", lim))
                .withMessage("intake.refused.empty");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> intake.add(draft, "", "议".repeat(IntakeService.LONGEST / 3 + 1), lim))
                .withMessage("intake.refused.long");
        assertThat(queries.texts(draft)).isEmpty();
    }

    private void add(String text) {
        assertThat(intake.add(draft, "", text, lim)).isPresent();
        entities.flush();
    }

    private long text() {
        return queries.texts(draft).get(0).id();
    }

    private DraftView view() {
        entities.flush();
        return queries.get(draft);
    }

    private List<Line> proposed(Section section) {
        return view().proposed().stream()
                .filter(line -> line.section() == section)
                .toList();
    }
}
