package org.pacta.reference.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/**
 * A person with the offices held through time.
 *
 * @param translated which name is ours, as in {@link Name.Translated}
 * @param otherNames spellings met in sources
 */
record PersonView(
        long id,
        Name name,
        @Nullable String translated,
        @Nullable String note,
        List<String> otherNames,
        List<Appearance> appearances,
        List<CitedSource> citations) {

    /**
     * One day, or one term, on which the person did something in an office.
     *
     * @param role co_chair, speaker, signs, …
     * @param record meeting, council or agreement
     * @param title of the council or the agreement
     */
    public record Appearance(
            String role,
            @Nullable String office,
            @Nullable String localOffice,
            @Nullable PartialDate day,
            Name side,
            String record,
            String path,
            Name title,
            @Nullable Integer ordinal) {

        public Name bothOffices() {
            return new Name(office, localOffice);
        }
    }

    /** A person in the list of people. */
    public record Row(
            long id,
            Name name,
            @Nullable String office,
            @Nullable String localOffice,
            long appearances) implements Listing.Row {

        public Name bothOffices() {
            return new Name(office, localOffice);
        }
    }
}
