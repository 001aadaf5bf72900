package org.pacta.reference.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SourceServiceTests {

    private static final SourceForm release = new SourceForm(
            "Eight MOUs signed in Shenzhen",
            "深圳签署八份谅解备忘录",
            "Ministry of Digital Things",
            "https://example.org/releases/8",
            "en",
            Source.Kind.PRESS_RELEASE,
            "web page",
            PartialDate.parse("2023-12-15"),
            PartialDate.Inferred.YEAR,
            PartialDate.parse("2026-11"),
            true,
            true,
            "Annex A is missing");

    @Autowired
    private SourceService sources;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Validator validator;

    @Test
    void isRecordedAsEntered() {
        Long id = sources.record(release);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, release));
        assertThat(jdbc.sql("select published_on from source where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("2023-12-15");
    }

    @Test
    void isRevisedByWhoReadItLast() {
        Long id = sources.record(release);
        SourceForm whole = new SourceForm(
                release.title(),
                null,
                null,
                null,
                "zh-Hans",
                Source.Kind.OTHER,
                null,
                null,
                null,
                null,
                false,
                null,
                null);

        sources.revise(id, 0, whole);

        assertThat(reread(id).form()).isEqualTo(whole);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> sources.revise(id, 0, release));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> sources.revise(-7L, 0, release))
                .withMessage("No Source -7");
    }

    @Test
    void keepsItsVersionWhenNothingDiffers() {
        Long id = sources.record(release);
        entities.flush();

        sources.revise(id, 0, sources.standing(id).form());

        assertThat(reread(id).version()).isZero();
    }

    @Test
    void isWithdrawnOnce() {
        Long id = sources.record(release);

        sources.withdraw(id, 0, "Entered twice");
        entities.flush();

        assertThat(entities.find(Source.class, id).withdrawal().reason()).isEqualTo("Entered twice");
        assertThatExceptionOfType(GoneException.class)
                .isThrownBy(() -> sources.revise(id, reread(id).version(), release))
                .withMessage("Entered twice");
    }

    @Test
    void isKnownByItsAddress() {
        sources.record(release);
        sources.record(release);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> records.flush())
                .withMessageContaining("source_url_uk");
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(release)).isEqualTo(release);
        assertThat(Json.write(release)).contains("\"press_release\"", "\"2023-12-15\"", "\"year\"");
        assertThat(Json.read("{}", SourceForm.class).readInFull()).isFalse();
    }

    @Test
    void saysWhatIsMissing() {
        SourceForm empty = Json.read("{\"title\": \" \", \"language\": \"English\"}", SourceForm.class);

        assertThat(Checked.errors(empty, empty::check))
                .containsExactly("title: Give a title, in English or in the local language.");
        assertThat(validator.validate(empty))
                .extracting(ConstraintViolation::getMessage)
                .containsExactlyInAnyOrder(
                        "This is needed.", "Give the language as a short code, such as en or zh-Hans.");
    }

    @Test
    void aCitationSaysWhatIsWrongWithIt() {
        CitationForm wrong = new CitationForm(
                1L,
                null,
                "9",
                null,
                null,
                "one two three four five six seven eight nine ten eleven twelve thirteen",
                null,
                null);

        assertThat(Checked.errors(new Cited(List.of(wrong)), errors -> CitationForm.check(List.of(wrong), errors)))
                .containsExactly(
                        "citations[0].field: Say which field this value is of.",
                        "citations[0].quote: Quote at most twelve words and 160 characters.");
        assertThat(Json.thereAndBack(wrong)).isEqualTo(wrong);
    }

    private record Cited(List<CitationForm> citations) {}

    private Standing<SourceForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return sources.standing(id);
    }
}
