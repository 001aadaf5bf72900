package org.pacta.registry.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class FormWordingTests {

    @Autowired
    FormWording wording;

    @Autowired
    RecordForms forms;

    @ParameterizedTest
    @CsvSource({"en, English", "zh, Chinese", "ms, ms"})
    void saysWhatACodeOfALanguageMeansAndLeavesOneItDoesNotKnow(String code, String said) {
        assertThat(said(Map.of("language", code), "language")).containsExactly(said);
    }

    @Test
    void leavesWordsAsTheyAreThoughAMessageHasTheirName() {
        assertThat(said(Map.of("title", "en", "publisher", "en"), "title")).containsExactly("en");
        assertThat(forms.fields(RecordKind.SOURCE))
                .filteredOn(field ->
                        field.input() == FormField.Input.LINE && !field.words().isEmpty())
                .extracting(FormField::name)
                .containsExactly("language");
    }

    private List<String> said(Map<String, String> typed, String field) {
        return wording.say(RecordKind.SOURCE, typed).stream()
                .filter(each -> each.name().equals(field))
                .flatMap(each -> each.lines().stream())
                .toList();
    }
}
