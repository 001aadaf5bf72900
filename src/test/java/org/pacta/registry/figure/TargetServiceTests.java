package org.pacta.registry.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingFixtures;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class TargetServiceTests {

    @Autowired
    private TargetService targets;

    @Autowired
    private EntityManager entities;

    private TargetForm fifty;

    @BeforeEach
    void enterWhatItRefersTo() {
        Meeting meeting = MeetingFixtures.fifthInShanghai(entities);
        fifty = new TargetForm(
                meeting.council().getId(),
                meeting.getId(),
                PartialDate.parse("2024-07"),
                Council.Measure.PROJECTS,
                "joint projects",
                QuantityComparator.AT_LEAST,
                50,
                PartialDate.parse("2023"),
                PartialDate.parse("2027"),
                "As printed",
                List.of(new CitationForm(
                        SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities)
                                .getId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    @Test
    void isRecordedAsEnteredAndKeepsItsVersionWhenNothingDiffers() {
        Long id = targets.record(fifty);

        targets.revise(id, 0, reread(id).form());

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, fifty));
    }

    @Test
    void isOfTheCouncilOfItsMeeting() {
        TargetForm companies = Json.read("""
                {"meeting": %d, "measureAsPrinted": "companies", "comparator": "about", "value": 8, "due": "2030"}""".formatted(fifty.meeting()), TargetForm.class);

        Long id = targets.record(companies);

        assertThat(reread(id).form())
                .extracting(TargetForm::council, TargetForm::measure)
                .containsExactly(fifty.council(), null);
    }

    @Test
    void isWithdrawnOnce() {
        Long id = targets.record(fifty);

        targets.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class).isThrownBy(() -> targets.revise(id, version, fifty));
    }

    @Test
    void saysWhatIsWrong() {
        TargetForm wrong = Json.read("""
                {"measureAsPrinted": "projects", "comparator": "exactly", "value": 50, "setOn": "2028", "countedFrom": "2029", "due": "2027"}""", TargetForm.class);
        TargetForm open = Json.read(
                "{\"council\": 1, \"measureAsPrinted\": \"projects\", \"comparator\": \"exactly\", \"value\": 50, \"due\": \"2027/..\"}",
                TargetForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly(
                        "council: This is needed.",
                        "due: A target is for a day to come: this day lies before the one on which it was set.",
                        "countedFrom: Counting begins before the day on which the target falls due.");
        assertThat(Checked.errors(open, open::check))
                .containsExactly("due: Give the day or the year by which it is to be reached; an open end is none.");
        assertThat(Json.thereAndBack(fifty)).isEqualTo(fifty);
    }

    private Standing<TargetForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return targets.standing(id);
    }
}
