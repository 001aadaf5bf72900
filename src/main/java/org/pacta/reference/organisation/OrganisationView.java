package org.pacta.reference.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.indicator.IndicatorLine;

/**
 * An organisation with every appearance across councils.
 *
 * @param translated which name is ours, as in {@link Name.Translated}
 * @param councils how many councils it appears in
 */
record OrganisationView(
        OrganisationLine row,
        @Nullable String translated,
        @Nullable String placeSlug,
        @Nullable Long parentId,
        Name parent,
        @Nullable String note,
        List<OtherName> otherNames,
        List<Identifier> identifiers,
        List<Appearance> appearances,
        long councils,
        List<IndicatorLine> indicators,
        List<CitedSource> citations) {

    /** A name met besides the official one: alias, acronym, former or as_printed. */
    public record OtherName(String name, String kind) {

        public String lang() {
            return Name.language(name);
        }
    }

    /** An identifier in a scheme such as uen or lei. */
    public record Identifier(String scheme, String value) {}

    /**
     * One appearance, with the role and the name as printed that time.
     *
     * @param kind agreement, project or meeting
     */
    public record Appearance(
            String kind,
            long recordId,
            Name title,
            String role,
            @Nullable String asPrinted,
            @Nullable String councilSlug,
            @Nullable String councilAcronym,
            Name council,
            @Nullable String meetingPath,
            @Nullable Integer meetingOrdinal,
            @Nullable String meetingKind,
            @Nullable PartialDate day,
            @Nullable String dayInferred) {

        public String asPrintedLang() {
            return asPrinted == null ? "en" : Name.language(asPrinted);
        }

        /** The address of the agreement or project, or of the meeting it was named at. */
        public @Nullable String path() {
            return kind.equals("meeting") ? meetingPath : "/" + kind + "s/" + recordId;
        }
    }
}
