package org.pacta.reference.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Another name of an organisation: an alias, an acronym, a former name, or one as a source printed it. */
@Entity
@Audited
class OrganisationName {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @Version
    private @Nullable Integer version;

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

    public Long getId() {
        return id;
    }

    public Organisation organisation() {
        return organisation;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** What kind of name it is. */
    public enum Kind {
        ALIAS("alias"),
        ACRONYM("acronym"),
        FORMER("former"),
        AS_PRINTED("as_printed");

        @EnumeratedValue
        @JsonValue
        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }
}
