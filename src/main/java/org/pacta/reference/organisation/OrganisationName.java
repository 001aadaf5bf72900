package org.pacta.reference.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.pacta.platform.history.Numbered;

/** Another name of an organisation: an alias, an acronym, a former name, or one as a source printed it. */
@Entity
@Audited
class OrganisationName extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation organisation;

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    protected OrganisationName() {}

    OrganisationName(Organisation organisation, String name, Kind kind) {
        this.organisation = organisation;
        this.name = name;
        this.kind = kind;
    }

    void becomeLike(OrganisationName other) {
        kind = other.kind;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** What kind of name it is. */
    public enum Kind {
        ALIAS,
        ACRONYM,
        FORMER,
        AS_PRINTED;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
