package org.pacta.desk.contact;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is responsible for an agreement.
 *
 * @param otherUnit of the other side
 */
record ContactForm(
        @Size(max = 300, message = "{form.long}") @Nullable String unit,
        @Size(max = 300, message = "{form.long}") @Nullable String contact,
        @Size(max = 300, message = "{form.long}") @Nullable String otherUnit,
        @Size(max = 300, message = "{form.long}") @Nullable String otherContact) {

    static final ContactForm NOBODY = new ContactForm(null, null, null, null);

    ContactForm {
        unit = tidy(unit);
        contact = tidy(contact);
        otherUnit = tidy(otherUnit);
        otherContact = tidy(otherContact);
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    boolean isEmpty() {
        return Stream.of(unit, contact, otherUnit, otherContact).allMatch(Objects::isNull);
    }
}
