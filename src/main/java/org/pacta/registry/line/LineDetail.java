package org.pacta.registry.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.indicator.IndicatorLine;

/**
 * What the pages of an agreement and of a project have in common.
 *
 * @param translated which title is ours, as in {@link Name.Translated}
 * @param summaryTranslated the same of the summary
 * @param sides the places that parties stand for
 */
public record LineDetail(
        Line line,
        @Nullable String translated,
        List<Side> sides,
        Name summary,
        @Nullable String summaryTranslated,
        @Nullable String note,
        List<Detail> details,
        List<Told> told,
        List<FocusArea> focusAreas,
        List<Statements.Commitment> commitments,
        List<IndicatorLine> indicators,
        List<CitedSource> citations) {

    /** What is given in a field without a place of its own. */
    public record Detail(String field, String text) {

        public @Nullable String lang() {
            return Name.language(text);
        }
    }

    /**
     * What a source says it was from a day on.
     *
     * @param source number of the source; null where it is one of those of the record
     * @param reason why it stands though it does not follow from the one before
     */
    public record Told(
            String status,
            @Nullable PartialDate day,
            @Nullable Long source,
            @Nullable String title,
            @Nullable String localTitle,
            @Nullable String reason) {

        public Name sourceTitle() {
            return new Name(title, localTitle);
        }
    }

    /** A topic of our common list. */
    public record FocusArea(String slug, Name name) {}

    /**
     * A place that a party stands for.
     *
     * @param party counted from 0 among those of the line
     */
    public record Side(
            int party,
            String slug,
            @Nullable String name,
            @Nullable String localName) {

        public Name both() {
            return new Name(name, localName);
        }
    }

    /** The places one of the parties stands for, none where it is not known. */
    public List<Side> sidesOf(int party) {
        return sides.stream().filter(side -> side.party == party).toList();
    }
}
