package org.pacta.registry.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormFields;
import org.pacta.platform.form.KeptIn;
import org.pacta.platform.form.Refers;
import org.pacta.reference.place.Place;
import org.pacta.registry.agreement.AgreementForm;
import org.pacta.registry.commitment.CommitmentForm;
import org.pacta.registry.meeting.MeetingForm;
import org.pacta.registry.record.TypedText.Fault;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TypedTextTests {

    private static final Map<String, Long> ON_RECORD = Map.of("shanghai", 3L, "singapore", 1L);

    private record Sided(
            @Refers(Place.class) @KeptIn(value = "council_side", orderedBy = "position")
            List<Long> sides) {}

    private final ObjectNode form = JsonMapper.shared().createObjectNode();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    17 Jul 2023             | 2023-07-17
                    17 July 2023            | 2023-07-17
                    July 17, 2023           | 2023-07-17
                    2023-07-17              | 2023-07-17
                    2023年7月17日            | 2023-07-17
                    Jul 2023                | 2023-07
                    2023年7月                | 2023-07
                    by 17 Jul 2023          | [..2023-07-17]
                    7 - 8 Jan 2019          | 2019-01-07/2019-01-08
                    2024-41                 | 2024-41
                    '  2023  '              | 2023
                    soon                    | soon
                    the   day   after       | the day after
                    """)
    void keepsADateInTheExtendedDateTimeFormatWhereItIsOne(String typed, String kept) {
        assertThat(TypedText.tidy(field(AgreementForm.class, "signedOn"), typed))
                .isEqualTo(kept);
    }

    @Test
    void keepsTheLinesOfATextAndNotThoseOfALine() {
        assertThat(TypedText.tidy(field(AgreementForm.class, "summary"), " one\n two "))
                .isEqualTo("one\n two");
        assertThat(TypedText.tidy(field(AgreementForm.class, "title"), " one\n two "))
                .isEqualTo("one two");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    title     | 'Trade\u00a0data\u3000exchange\u00a0' | Trade data exchange
                    title     | '\ufeffTrade data\u200b'               | Trade data
                    position  | '\u00a07 '                             | 7
                    kind      | 'mou\u00a0'                            | mou
                    signedOn  | '17\u00a0Jul\u00a02023'                | 2023-07-17
                    signedOn  | 'next\u00a0week'                       | next week
                    """)
    void takesABlankOfAnyWidthForABlank(String name, String typed, String kept) {
        assertThat(TypedText.tidy(field(AgreementForm.class, name), typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "fine", textBlock = """
                    5              | ordinal     | fine
                    999999999      | ordinal     | fine
                    2147483647     | ordinal     | desk.fault.number
                    -1             | ordinal     | desk.fault.number
                    5.0            | ordinal     | desk.fault.number
                    ５              | ordinal     | desk.fault.number
                    2020-06-17     | heldOn      | fine
                    2020-06-31     | heldOn      | desk.fault.date
                    soon           | heldOn      | desk.fault.date
                    session        | kind        | fine
                    Session        | kind        | desk.fault.choice
                    anything       | venue       | fine
                    true           | outcomesCount | fine
                    yes            | outcomesCount | desk.fault.flag
                    ''             | ordinal     | fine
                    ''             | outcomesCount | fine
                    """)
    void saysWhatIsWrongAsFarAsTheTextTells(String typed, String name, String fault) {
        assertThat(TypedText.fault(field(MeetingForm.class, name), typed)).isEqualTo(Optional.ofNullable(fault));
    }

    @ParameterizedTest
    @CsvSource({
        "50,true",
        "0.5,true",
        "-2.125,true",
        "1.1234567,false",
        "1e9,false",
        "1.,false",
        ".5,false",
        "1 000,false"
    })
    void readsDecimalsAsTheyAreWritten(String typed, boolean isRead) {
        assertThat(TypedText.fault(field(CommitmentForm.class, "quantity"), typed)
                        .isEmpty())
                .isEqualTo(isRead);
    }

    @Test
    void refusesWhatIsLongerThanAnyFieldTakes() {
        FormField title = field(AgreementForm.class, "title");

        assertThat(TypedText.fault(title, "a".repeat(10_000))).isEmpty();
        assertThat(TypedText.fault(title, "a".repeat(10_001))).contains("desk.fault.long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ordinal       | 5     | null
                    heldOn        | 2020  | null
                    venue         | hall  | null
                    place         | shanghai | null
                    outcomesCount | true  | false
                    outcomesCount | false | false
                    """)
    void takesOutWhatIsEmptied(String name, String before, String after) {
        FormField field = field(MeetingForm.class, name);
        read(field, before);

        assertThat(read(field, "")).isEmpty();

        assertThat(form.path(name).toString()).isEqualTo(after);
    }

    @Test
    void takesOutAllTopics() {
        FormField topics = field(AgreementForm.class, "focusAreas");
        read(topics, "shanghai; singapore");

        read(topics, "");

        assertThat(form.path("focusAreas").toString()).isEqualTo("[]");
    }

    @Test
    void takesNoForAFlagThatIsNotSet() {
        assertThat(TypedText.tidy(field(MeetingForm.class, "outcomesCount"), "false"))
                .isEmpty();
    }

    @Test
    void findsWhatAFieldRefersTo() {
        assertThat(read(field(MeetingForm.class, "place"), "shanghai")).isEmpty();

        assertThat(form.path("place").asLong()).isEqualTo(3);
    }

    @Test
    void namesAllThatIsNotOnRecordAndPutsNothingIn() {
        assertThat(read(field(Sided.class, "sides"), "shanghai; Atlantis；Mu"))
                .contains(new Fault("desk.fault.unknown", "Atlantis; Mu"));

        assertThat(form.has("sides")).isFalse();
    }

    @Test
    void keepsTheOrderOfSidesAndSortsWhatHasNone() {
        read(field(Sided.class, "sides"), "shanghai; singapore");
        read(field(AgreementForm.class, "focusAreas"), "shanghai; singapore");

        assertThat(form.path("sides").toString()).isEqualTo("[3,1]");
        assertThat(form.path("focusAreas").toString()).isEqualTo("[1,3]");
    }

    private Optional<Fault> read(FormField field, String text) {
        return TypedText.read(field, text, (any, name) -> Optional.ofNullable(ON_RECORD.get(name)), form);
    }

    private static FormField field(Class<?> type, String name) {
        return FormFields.at(type, name).orElseThrow();
    }
}
