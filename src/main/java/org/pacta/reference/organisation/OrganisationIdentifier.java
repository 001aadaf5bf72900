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

/** The number of an organisation in a public register. */
@Entity
@Audited
public class OrganisationIdentifier {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private @Nullable Integer version;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation organisation;

    @Enumerated(EnumType.STRING)
    private Scheme scheme;

    private String value;

    protected OrganisationIdentifier() {}

    OrganisationIdentifier(Organisation organisation, Scheme scheme, String value) {
        this.organisation = organisation;
        this.scheme = scheme;
        this.value = value;
    }

    public @Nullable Long getId() {
        return id;
    }

    public Organisation organisation() {
        return organisation;
    }

    public Scheme scheme() {
        return scheme;
    }

    public String value() {
        return value;
    }

    /** The register: UEN of Singapore, USCC of China, LEI, ROR or Wikidata. */
    public enum Scheme {
        UEN("uen"),
        USCC("uscc"),
        LEI("lei"),
        ROR("ror"),
        WIKIDATA("wikidata");

        @EnumeratedValue
        @JsonValue
        private final String code;

        Scheme(String code) {
            this.code = code;
        }
    }
}
