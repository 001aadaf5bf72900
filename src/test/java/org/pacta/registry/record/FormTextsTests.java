package org.pacta.registry.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.test.PageTest;
import org.pacta.test.Samples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
class FormTextsTests {

    @Autowired
    RecordForms forms;

    @Autowired
    FormTexts texts;

    @Autowired
    MessageSource messages;

    @Autowired
    Wording wording;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void readsBackWhatItWroteOfEveryRecord(RecordKind kind) {
        Samples.addWhatIsMissing(jdbc);
        assertThat(ids(kind)).isNotEmpty().allSatisfy(id -> {
            Form form = forms.standing(kind, id).form();
            Map<String, String> typed = texts.write(kind, form);

            assertThat(texts.tidy(kind, typed)).isEqualTo(typed);
            assertThat(texts.read(kind, typed)).isEqualTo(new FormTexts.Reading(form, Map.of()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyRecordStoodAtItsFirstRevisionAsItStandsNow(RecordKind kind) {
        assertThat(ids(kind))
                .allSatisfy(id -> assertThat(forms.asOf(kind, id, 1).orElseThrow())
                        .isEqualTo(forms.standing(kind, id).form()));
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldAndChoiceHasWordsInBothLanguages(RecordKind kind) {
        List<FormField> fields = all(forms.fields(kind)).toList();

        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(fields).allSatisfy(field -> {
                assertThat(messages.getMessage("record.field." + field.name(), null, locale))
                        .isNotBlank();
                assertThat(field.choices())
                        .allSatisfy(choice -> assertThat(messages.getMessage(field.word(choice), null, locale))
                                .isNotBlank());
            });
        }
    }

    @Test
    void namesWhatCannotBeReadByItsPath() {
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "kind", "handshake",
                "signedOn", "soon",
                "position", "-1",
                "signatories[0].organisation", "Nobody Pte Ltd",
                "signatories[0].role", "signs"));

        assertThat(texts.read(RecordKind.AGREEMENT, typed).faults())
                .containsOnlyKeys("kind", "signedOn", "position", "signatories[0].organisation");
    }

    @Test
    void namesTheRulesAFormBreaksByTheirFields() {
        Map<String, String> typed = Map.of(
                "kind",
                "mou",
                "status",
                "signed",
                "counting",
                "in_count",
                "parties",
                "not_published",
                "citations[0].source",
                "#1",
                "citations[0].value",
                "5");

        assertThat(texts.read(RecordKind.AGREEMENT, typed).faults()).containsOnlyKeys("title", "citations[0].field");
    }

    @Test
    void findsARecordByItsNameAlone() {
        Map<String, String> typed = Map.of(
                "name",
                "Example",
                "kind",
                "company",
                "place",
                "SINGAPORE",
                "parent",
                "National University of Singapore");

        assertThat(texts.read(RecordKind.ORGANISATION, typed).faults()).isEmpty();
    }

    @Test
    void numbersRowsThroughAndLeavesEmptyOnesOut() {
        assertThat(texts.tidy(
                        RecordKind.PERSON,
                        Map.of("name", " Lim  Wei ", "otherNames[1].name", "  ", "otherNames[7].name", "林伟")))
                .isEqualTo(Map.of("name", "Lim Wei", "otherNames[0].name", "林伟"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "otherNames",
                "otherNames[0].foo",
                "otherNames[12345].name",
                "otherNames[x].name",
                "name.foo"
            })
    void refusesWhatTheFormDoesNotHave(String path) {
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> texts.tidy(RecordKind.PERSON, Map.of("name", "Lim Wei", path, "bar")))
                .extracting(BadParameterException::parameter)
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-07-17",
                "2023-07",
                "2023",
                "2023-33",
                "2023-36",
                "2023-40",
                "2023-41",
                "[..2023-07-17]",
                "[..2023-07]",
                "[2023-07-17..2023-08-02]",
                "[2023-07..2023-08]",
                "2023-07-17/2023-08-02",
                "2023-33/2023-34",
                "2022/2024",
                "2023-07/..",
                "../2023-07-17"
            })
    void readsADateAsPagesPrintIt(String edtf) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            LocaleContextHolder.setLocale(language);
            String printed = wording.date(PartialDate.parse(edtf));
            LocaleContextHolder.resetLocaleContext();

            assertThat(texts.tidy(RecordKind.AGREEMENT, Map.of("signedOn", printed)))
                    .as(printed)
                    .isEqualTo(Map.of("signedOn", edtf));
        }
    }

    private static Stream<FormField> all(List<FormField> fields) {
        return fields.stream().flatMap(field -> Stream.concat(Stream.of(field), all(field.fields())));
    }

    private List<Long> ids(RecordKind kind) {
        return jdbc.sql("select id from %s where withdrawn_on is null order by id".formatted(kind.code()))
                .query(Long.class)
                .list();
    }
}
