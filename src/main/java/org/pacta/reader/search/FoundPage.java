package org.pacta.reader.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Marked;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.line.Party;

/**
 * Records of all kinds that were found, as the search page shows them.
 *
 * @param words what was looked for
 * @param problem the message key of why it was not, null when it was
 * @param nearly whether nothing fits the words and what nearly fits is shown
 * @param asked the words that were looked for in the end: all, or those that are left where all of them are in no record
 * @param ways what is found without one word or another, where all of them are in no record
 * @param offers lists that the words mean, of which one is the name of a place
 * @param kind the one that is looked at, null for all
 * @param tabs how many records of each kind there are
 */
record FoundPage(
        Keywords words,
        @Nullable String problem,
        boolean nearly,
        Keywords asked,
        List<Ways.Way> ways,
        List<Offers.Offer> offers,
        @Nullable String kind,
        List<Tab> tabs,
        Slice<Found> slice) {

    /** A kind with what was found of it; null for all kinds together. */
    public record Tab(@Nullable String kind, long total, Address address, boolean chosen) {}

    /**
     * One record.
     *
     * @param ordinal of a meeting
     * @param day on which a meeting was held, an agreement signed, a project launched, a source published
     * @param path the address of its page
     */
    public record Found(
            String kind,
            Name name,
            @Nullable Integer ordinal,
            @Nullable PartialDate day,
            String path,
            Context context,
            Marked marks) {

        /** The name in parts, what was looked for marked. */
        public List<Marked.Part> marked(String shown) {
            return marks.in(shown);
        }

        /** Other words of the record, where its name has none of those looked for. */
        public List<Marked.Part> excerpt(String shown) {
            return marks.besides(shown);
        }
    }

    /**
     * What tells a record from others of its name.
     *
     * @param council of an agreement or a project
     * @param place of a meeting or an organisation
     * @param publisher of a source
     * @param parties of an agreement or a project
     */
    public record Context(
            @Nullable String councilAcronym,
            Name council,
            Name place,
            @Nullable String publisher,
            List<Party> parties) {}

    /** The address of a page of this view. */
    public Address page(long number) {
        return address(kind, number);
    }

    Address address(@Nullable String kind, long number) {
        return Address.of("/search")
                .with("q", words.text())
                .with("kind", kind)
                .with("page", number == 1 ? null : number);
    }

    /** Whether fewer words were looked for than typed. */
    public boolean isShortened() {
        return !asked.equals(words);
    }

    /** The address that looks for the words of a way alone. */
    public Address way(Ways.Way way) {
        return Address.of("/search").with("q", way.words().text());
    }

    FoundPage with(List<Tab> tabs, Slice<Found> slice) {
        return new FoundPage(words, problem, nearly, asked, ways, offers, kind, tabs, slice);
    }

    /** The list of the kind that is looked at, narrowed by the same words, for kinds that have one. */
    public @Nullable Address list() {
        return kind != null
                        && List.of("agreement", "project", "organisation", "meeting")
                                .contains(kind)
                ? Address.of("/" + kind + "s").with("q", asked.text())
                : null;
    }
}
