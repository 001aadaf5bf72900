package org.pacta.registry.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of record, as the registry keeps it. */
public enum RecordKind {
    PLACE("places", "place_citation"),
    SOURCE("sources"),
    PERSON("people", "person_name", "person_citation"),
    ORGANISATION("organisations", "organisation_name", "organisation_identifier", "organisation_citation"),
    COUNCIL("councils", "council_name", "council_side", "pillar", "council_role", "council_citation"),
    MEETING("meetings", "meeting_role", "meeting_organisation", "meeting_citation"),
    AGREEMENT("agreements", "signatory", "agreement_relation", "agreement_focus_area", "agreement_citation"),
    PROJECT("projects", "participant", "project_focus_area", "project_citation"),
    COMMITMENT("commitments", "commitment_citation"),
    FIGURE("figures", "figure_citation"),
    INDICATOR("indicators", "indicator_citation");

    private final String plural;
    private final List<String> parts;

    RecordKind(String plural, String... parts) {
        this.plural = plural;
        this.parts = List.of(parts);
    }

    /** The tables whose rows belong to one such record, so that a change of them is a change of it. */
    public List<String> parts() {
        return parts;
    }

    /** The name of its table, and of it in messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in addresses. */
    public String plural() {
        return plural;
    }

    /** The kind that addresses call by this word. */
    public static Optional<RecordKind> ofPlural(String plural) {
        return Arrays.stream(values())
                .filter(kind -> kind.plural.equals(plural))
                .findFirst();
    }
}
