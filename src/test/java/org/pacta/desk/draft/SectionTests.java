package org.pacta.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;

class SectionTests {

    @ParameterizedTest
    @CsvSource({
        "BASICS, ordinal, number",
        "BASICS, heldOn, date",
        "BASICS, place, place",
        "BASICS, mode, choice",
        "BASICS, summary, words",
        "CHAIR, person, person",
        "CHAIR, office, text",
        "SOURCE, annexMissing, flag",
        "FIGURE, value, number",
        "FIGURE, relationFactor, text",
        "AGREEMENT, signatories, organisations",
        "AGREEMENT, focusAreas, areas",
        "PROJECT, participants, organisations",
        "COMMITMENT, organisation, organisations",
    })
    void hasAControlForEachField(Section section, String field, String control) {
        assertThat(section.control(section.field(field))).isEqualTo(control);
    }

    @ParameterizedTest
    @EnumSource
    void hasEachFieldOnceAndIsFoundByItsCode(Section section) {
        assertThat(section.fields().map(FormField::name)).doesNotHaveDuplicates();
        assertThat(section.fields().map(section::control)).isNotEmpty().doesNotContainNull();
        assertThat(section.fields().map(FormField::name))
                .containsAll(section.usual().keySet());
        assertThat(Section.of(section.code())).isEqualTo(section);
        assertThat(section.isSingle()).isEqualTo(section == Section.BASICS);
    }

    @Test
    void becomesARecordOfItsKind() {
        assertThat(Section.CHAIR.kind()).isEqualTo(RecordKind.MEETING);
        assertThat(Section.BASICS.kind()).isEqualTo(RecordKind.MEETING);
        assertThat(Section.OUTCOMES)
                .extracting(Section::kind)
                .containsExactly(
                        RecordKind.FIGURE,
                        RecordKind.TARGET,
                        RecordKind.AGREEMENT,
                        RecordKind.PROJECT,
                        RecordKind.COMMITMENT);
    }

    @Test
    void saysWhatIsWrongWhileItIsTyped() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("ordinal", "fifth");
        typed.put("heldOn", "soon");
        typed.put("place", "anywhere");
        typed.put("status", "held");
        typed.put("kind", "picnic");

        assertThat(Section.BASICS.faults(typed))
                .isEqualTo(Map.of(
                        "ordinal", "desk.fault.number",
                        "heldOn", "desk.fault.date",
                        "kind", "desk.fault.choice"));
    }

    @Test
    void hasNoFieldOfAnotherSection() {
        assertThat(Section.PROJECT.has("title")).isTrue();
        assertThat(Section.PROJECT.has("signatories")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Section.PROJECT.field("signatories"))
                .withMessage("project has no field signatories");
    }
}
