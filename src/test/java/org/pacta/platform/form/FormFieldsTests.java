package org.pacta.platform.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.FormField.Input;
import org.pacta.platform.shared.PartialDate;
import org.springframework.validation.Errors;

class FormFieldsTests {

    /** One of each. */
    private record PlaceForm(
            @NotNull String name,
            @Prose @Nullable String note,
            @Detail @Nullable String placeOfSigning,
            @Nullable Integer ordinal,
            @Nullable BigDecimal factor,
            @Nullable PartialDate heldOn,
            @Worded("size.*.of") @Usual("ROOT") Locale.@Nullable Category kind,
            @Usual("true") Boolean counts,
            @Refers(PlaceForm.class) @Nullable Long host,

            @Refers(FocusArea.class) @KeptIn(value = "place_focus_area", orderedBy = "focus_area_id")
            List<Long> topics,

            @KeptIn(value = "place_row", orderedBy = "position")
            List<Row> rows,

            @KeptIn("span_") @Nullable Span span)
            implements Form {

        @Override
        public void check(Errors errors) {}
    }

    private record Row(
            @Nullable String office,
            @Refers(PlaceForm.class) @Nullable Long side) {}

    private record Span(@Nullable String first, @Nullable String last) {}

    private record FocusArea() {}

    private record Forgetful(@Nullable Long place) {}

    @Test
    void tellsHowEachFieldIsTypedByItsType() {
        assertThat(FormFields.of(PlaceForm.class))
                .extracting(FormField::input)
                .containsExactly(
                        Input.LINE,
                        Input.TEXT,
                        Input.LINE,
                        Input.NUMBER,
                        Input.DECIMAL,
                        Input.DATE,
                        Input.CHOICE,
                        Input.FLAG,
                        Input.REFERENCE,
                        Input.REFERENCES,
                        Input.ROWS,
                        Input.PART);
    }

    @Test
    void tellsWhatItsAnnotationsSay() {
        assertThat(field("name").isRequired()).isTrue();
        assertThat(field("note").isRequired()).isFalse();
        assertThat(FormFields.details(PlaceForm.class))
                .extracting(FormField::name)
                .containsExactly("placeOfSigning");
        assertThat(field("kind").word("FORMAT")).isEqualTo("size.FORMAT.of");
        assertThat(field("counts").usual()).isEqualTo("true");
        assertThat(field("topics").target()).isEqualTo("focus_area");
        assertThat(field("topics").isSet()).isTrue();
        assertThat(field("rows.side").column()).isEqualTo("side_id");
    }

    @Test
    void refusesANumberThatRefersToNothing() {
        assertThatThrownBy(() -> FormFields.of(Forgetful.class)).hasMessageContaining("place");
    }

    @Test
    void isReadByOneStatement() {
        assertThat(FormSql.of(RecordKind.PLACE, FormFields.of(PlaceForm.class)))
                .startsWith(
                        "select id, version, json_build_object('name', place.name, 'note', place.note, 'placeOfSigning', place.place_of_signing")
                .contains(
                        "'host', place.host_id",
                        "'topics', array(select focus_area_id from place_focus_area where place_focus_area.place_id = place.id order by place_focus_area.focus_area_id)",
                        "'rows', (select json_agg(json_build_object('office', place_row.office, 'side', place_row.side_id) order by place_row.position) from place_row where place_row.place_id = place.id)",
                        "'span', json_build_object('first', place.span_first, 'last', place.span_last)")
                .endsWith(" as form from place\n"
                        + "where exists (select from record where record.kind = 'place' and record.id = place.id)");
        assertThat(FormSql.tables(FormFields.of(PlaceForm.class))).containsExactly("place_focus_area", "place_row");
    }

    private static FormField field(String path) {
        return FormFields.at(PlaceForm.class, path).orElseThrow();
    }
}
