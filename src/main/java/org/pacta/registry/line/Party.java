package org.pacta.registry.line;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;

/**
 * A signatory of an agreement or a participant of a project as a line shows it. Where only the person is published there is no organisation.
 *
 * @param id of the organisation
 * @param asPrinted the name as the source prints it
 * @param role signs, witnesses or implements; null for participants
 * @param office of the person on that day
 */
public record Party(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String localName,
        @Nullable String asPrinted,
        @Nullable String role,
        @Nullable Long personId,
        @Nullable String personName,
        @Nullable String personLocalName,
        @Nullable String office) {

    public Name organisation() {
        return new Name(name, localName);
    }

    public Name person() {
        return new Name(personName, personLocalName);
    }

    /** The name as printed where it is neither of our two forms. */
    public @Nullable String otherwisePrinted() {
        return asPrinted == null || asPrinted.equals(name) || asPrinted.equals(localName) ? null : asPrinted;
    }

    public boolean signs() {
        return role == null || role.equals("signs");
    }
}
