package org.pacta.reference.person;

import java.util.List;
import java.util.Optional;
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
 * @param quotes what sources quote the person with
 */
record PersonView(
        long id,
        Name name,
        @Nullable String translated,
        @Nullable String note,
        List<String> otherNames,
        List<Appearance> appearances,
        List<Quote> quotes,
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

    /**
     * Words of the person as a source prints them.
     *
     * @param saidBy as the source calls the person
     * @param record the kind of record they are about
     * @param title of that record, or of its council
     */
    public record Quote(
            String quote,
            String saidBy,
            @Nullable String locator,
            String record,
            String path,
            Name title,
            @Nullable Integer ordinal,
            long sourceId,
            Name source,
            @Nullable String publisher) {

        public String lang() {
            return Name.language(quote);
        }
    }

    /** The offices on a line of years. */
    public Optional<Offices> offices() {
        return Offices.of(appearances);
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
