package org.pacta.registry.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.registry.council.Council;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingFixtures;
import org.pacta.registry.meeting.MeetingForm;
import org.pacta.registry.meeting.MeetingService;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class FigureServiceTests {

    @Autowired
    private FigureService figures;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private Meeting fifth;
    private Long council;
    private FigureForm fifteen;

    @Autowired
    Validator validator;

    @BeforeEach
    void enterWhatItRefersTo() {
        fifth = MeetingFixtures.fifthInShanghai(entities);
        council = fifth.council().getId();
        Figure total = FigureFixtures.total(fifth, 52, entities);
        fifteen = new FigureForm(
                council,
                fifth.getId(),
                null,
                null,
                Figure.Series.AT,
                Council.Measure.MOUS,
                "Memorandums of Understanding",
                Figure.Scope.AT_MEETINGS,
                15,
                null,
                null,
                null,
                QuantityComparator.AT_LEAST,
                PartialDate.parse("2024-07"),
                Figure.Standing.REPORTED,
                total.getId(),
                fifth.council().places().get(0).getId(),
                true,
                "The host's own release",
                null,
                "In the headline",
                List.of(new CitationForm(
                        SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities)
                                .getId(),
                        null,
                        null,
                        null,
                        "the mayor",
                        "15 Memorandums",
                        null,
                        null)));
    }

    @Test
    void isRecordedAsEntered() {
        Long id = figures.record(fifteen);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, fifteen));
    }

    @Test
    void isRevisedByWhoReadItLast() {
        Long id = figures.record(fifteen);
        int version = reread(id).version();
        FigureForm twice = of(null, 9, null, new BigDecimal("2.0"), 3);

        figures.revise(id, version, twice);

        assertThat(reread(id).form()).isEqualTo(twice);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> figures.revise(id, version, fifteen));
    }

    @Test
    void keepsItsVersionWhenNothingDiffers() {
        Long id = figures.record(fifteen);

        figures.revise(id, 0, reread(id).form());

        assertThat(reread(id).version()).isZero();
    }

    @Test
    void isRevisedWhenOnlyAnotherFigureReferredToIt() {
        reread(figures.record(fifteen));
        Long total = fifteen.partOf();

        figures.revise(total, 0, of(null, 9, null, 53));

        assertThat(reread(total).form()).isEqualTo(of(null, 9, null, 53));
    }

    @Test
    void movesToItsMeetingWhenThatIsRecorded() {
        Long figure = figures.record(of(null, 6, null, 8));
        Long span = figures.record(of(null, 6, 7, 17));
        Long later = figures.record(of(null, 7, null, 9));
        reread(figure);

        Long sixth = meetings.record(meeting(6));

        assertThat(reread(figure).form())
                .extracting(FigureForm::meeting, FigureForm::ordinal)
                .containsExactly(sixth, null);
        assertThat(reread(figure).version()).isPositive();
        assertThat(reread(span).form().meeting()).isNull();
        assertThat(reread(later).form().meeting()).isNull();
    }

    @Test
    void movesToItsMeetingWhenThatIsGivenItsNumber() {
        Long figure = figures.record(of(null, 6, null, 8));
        Long meeting = meetings.record(meeting(null));
        entities.flush();
        assertThat(reread(figure).form().meeting()).isNull();

        meetings.revise(meeting, meetings.standing(meeting).version(), meeting(6));

        assertThat(reread(figure).form().meeting()).isEqualTo(meeting);
    }

    @Test
    void isOfARecordedMeetingHoweverThatIsGiven() {
        Long id = figures.record(of(null, 5, null, 15));

        assertThat(reread(id).form().meeting()).isEqualTo(fifth.getId());
    }

    @Test
    void belongsToTheCouncilOfItsMeeting() {
        FigureForm elsewhere = Json.read(
                Json.write(fifteen)
                        .replace(
                                "\"council\":" + council,
                                "\"council\":"
                                        + CouncilFixtures.shanghai(entities, "other")
                                                .getId()),
                FigureForm.class);
        FigureForm derived =
                Json.read(Json.write(fifteen).replace("\"council\":" + council, "\"council\":null"), FigureForm.class);

        assertThatExceptionOfType(BrokenRuleException.class)
                .isThrownBy(() -> figures.record(elsewhere))
                .extracting(BrokenRuleException::rule)
                .isEqualTo("figure_council");
        assertThat(reread(figures.record(derived)).form()).isEqualTo(fifteen);
    }

    @Test
    void keepsTheDigitsOfANumberThatCanBeRead() {
        FigureForm digits =
                with(of(null, 9, null, 52), "\"value\":52,\"valueAsPrinted\":null", "\"valueAsPrinted\":\"4？\"");

        Long id = figures.record(digits);

        assertThat(reread(id).form())
                .extracting(FigureForm::value, FigureForm::valueAsPrinted)
                .containsExactly(null, "4?");

        figures.revise(id, 0, of(null, 9, null, 42));

        assertThat(reread(id).form().valueAsPrinted()).isNull();
    }

    @Test
    void isOfOneSideOfItsCouncil() {
        FigureForm ofNoSide = with(fifteen, "\"side\":" + fifteen.side(), "\"side\":-7");

        assertThatExceptionOfType(BrokenRuleException.class)
                .isThrownBy(() -> figures.record(ofNoSide))
                .extracting(BrokenRuleException::rule)
                .isEqualTo("figure_side");
    }

    private static FigureForm with(FigureForm form, String part, String another) {
        return Json.read(Json.write(form).replace(part, another), FigureForm.class);
    }

    @Test
    void isSetAsideWithAReasonAndTakenBack() {
        Long id = figures.record(of(null, 9, null, 52));
        FigureForm aside =
                with(of(null, 9, null, 52), "\"setAsideReason\":null", "\"setAsideReason\":\"Counted twice\"");

        figures.revise(id, 0, aside);

        assertThat(reread(id).form().setAsideReason()).isEqualTo("Counted twice");

        figures.revise(id, reread(id).version(), of(null, 9, null, 52));

        assertThat(reread(id).form().setAsideReason()).isNull();
    }

    @Test
    void anOldNoteSaysWhatItsSourceNamesWithARevisionOfItsOwn() throws IOException {
        Long id = figures.record(of(null, 9, null, 8));
        entities.flush();
        jdbc.sql("""
                        update figure set note = 'Signed on the sidelines of the meeting; none of them is named.' where id = %1$d;
                        insert into revision (id, made_at, made_by, reason) values (-1, now(), 'Pacta', 'The sample');
                        insert into figure_aud
                        select (jsonb_populate_record(null::figure_aud, to_jsonb(figure) || '{"rev": -1, "revtype": 0}')).* from figure
                        where id = %1$d
                        """.formatted(id)).update();

        jdbc.sql(new ClassPathResource("db/migration/V089__let_a_note_follow_its_source.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();

        assertThat(reread(id).form().note())
                .isEqualTo("Signed on the sidelines of the meeting; the source names none of them.");
        assertThat(reread(id).version()).isOne();
        assertThat(jdbc.sql("select note from figure_aud where id = ? and revend is null")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("Signed on the sidelines of the meeting; the source names none of them.");
    }

    @Test
    void isWithdrawnOnce() {
        Long id = figures.record(fifteen);

        figures.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class).isThrownBy(() -> figures.revise(id, version, fifteen));
    }

    @Test
    void refersToWhatIsThere() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> figures.record(of(-7L, null, null, 1)))
                .withMessage("No Meeting -7");
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(fifteen)).isEqualTo(fifteen);
        assertThat(Json.thereAndBack(of(null, 9, null, new BigDecimal("2.50"), 3)))
                .isEqualTo(of(null, 9, null, new BigDecimal("2.50"), 3));
        assertThat(Json.read("{}", FigureForm.class).preferred()).isFalse();
    }

    /** The ledger counts from the first to the 999th meeting, on every page that shows the council. */
    @ParameterizedTest
    @CsvSource({
        "0, , , ordinal",
        "-3, , , ordinal",
        "1000, , , ordinal",
        "5, 1000, , through_ordinal_range",
        "5, , 0, relation_ordinal",
        "5, , 1000, relation_ordinal",
        "1, 999, , ",
        "999, , 1, "
    })
    void isOfMeetingsThatThereCanBe(
            int ordinal, @Nullable Integer through, @Nullable Integer other, @Nullable String broken) {
        FigureForm form =
                form(null, ordinal, through, other == null ? 8 : null, other == null ? null : BigDecimal.ONE, other);
        List<String> rules = broken == null ? List.of() : List.of("{rule.figure_%s_ck}".formatted(broken));

        assertThat(validator.validate(form))
                .extracting(ConstraintViolation::getMessageTemplate)
                .isEqualTo(rules);
        if (broken == null) {
            assertThat(reread(figures.record(form)).form()).isEqualTo(form);
        } else {
            figures.record(form);
            assertThatThrownBy(entities::flush).hasStackTraceContaining("figure_%s_ck".formatted(broken));
        }
    }

    @Test
    void saysWhatIsWrong() {
        FigureForm wrong = Json.read("""
                {"meeting": 1, "ordinal": 5, "throughOrdinal": 4, "value": 8, "relationFactor": 2, "preferred": true}""", FigureForm.class);
        FigureForm both = Json.read("""
                {"council": 1, "ordinal": 5, "series": "at", "measureAsPrinted": "MOUs", "scope": "not_stated", "comparator": "exactly", "standing": "reported",
                 "value": 8, "preferred": true, "preferenceReason": "It is the newest", "setAsideReason": "Counted twice"}""", FigureForm.class);
        FigureForm empty = Json.read("{}", FigureForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly(
                        "meeting: Say which meeting the number is of, by the meeting or by its number and not both, or give"
                                + " the day it is for.",
                        "throughOrdinal: The last of these meetings must come after the first.",
                        "value: Give the number, its digits as far as they can be read, or how many times the number of which other"
                                + " meeting it is.",
                        "preferenceReason: Say why this number is preferred.");
        assertThat(Checked.errors(both, both::check))
                .containsExactly("setAsideReason: A number that is preferred cannot be set aside.");
        assertThat(Checked.errors(empty, empty::check)).hasSize(3).contains("council: This is needed.");
    }

    private Standing<FigureForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return figures.standing(id);
    }

    private MeetingForm meeting(@Nullable Integer ordinal) {
        return Json.read("""
                {"council": %d, "kind": "session", "status": "held", "ordinal": %s}""".formatted(council, ordinal), MeetingForm.class);
    }

    private FigureForm of(@Nullable Long meeting, @Nullable Integer ordinal, @Nullable Integer through, int value) {
        return form(meeting, ordinal, through, value, null, null);
    }

    private FigureForm of(
            @Nullable Long meeting,
            @Nullable Integer ordinal,
            @Nullable Integer through,
            BigDecimal factor,
            int other) {
        return form(meeting, ordinal, through, null, factor, other);
    }

    private FigureForm form(
            @Nullable Long meeting,
            @Nullable Integer ordinal,
            @Nullable Integer through,
            @Nullable Integer value,
            @Nullable BigDecimal factor,
            @Nullable Integer other) {
        return new FigureForm(
                council,
                meeting,
                ordinal,
                through,
                Figure.Series.AFTER,
                null,
                "projects",
                Figure.Scope.NOT_STATED,
                value,
                null,
                factor,
                other,
                QuantityComparator.ABOUT,
                null,
                Figure.Standing.PLANNED,
                null,
                null,
                false,
                null,
                null,
                null,
                List.of());
    }
}
