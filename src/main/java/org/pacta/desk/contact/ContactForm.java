package org.pacta.desk.contact;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is responsible for an agreement.
 *
 * @param version it was shown at; 0 where nobody was named
 * @param otherUnit of the other side
 */
record ContactForm(
        @Nullable Integer version,
        @Size(max = 300, message = "{form.long}") @Nullable String unit,
        @Size(max = 300, message = "{form.long}") @Nullable String contact,
        @Size(max = 300, message = "{form.long}") @Nullable String otherUnit,
        @Size(max = 300, message = "{form.long}") @Nullable String otherContact) {

    static final ContactForm NOBODY = new ContactForm(0, null, null, null, null);

    ContactForm {
        version = Objects.requireNonNullElse(version, 0);
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
