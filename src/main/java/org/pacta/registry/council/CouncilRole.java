package org.pacta.registry.council;

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
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;

/** Somebody's, or some organisation's, standing role in a council and its term. */
@Entity
@Audited
public class CouncilRole {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private @Nullable Integer version;

    @ManyToOne(fetch = FetchType.LAZY)
    private Council council;

    @Enumerated(EnumType.STRING)
    private Kind role;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Person person;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Organisation organisation;

    private @Nullable String office;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Place side;

    private @Nullable PartialDate term;

    private int position;

    protected CouncilRole() {}

    CouncilRole(Council council, Kind role, Person person, @Nullable String office, int position) {
        this.council = council;
        this.role = role;
        this.person = person;
        this.office = office;
        this.position = position;
    }

    CouncilRole(Council council, Kind role, Organisation organisation, int position) {
        this.council = council;
        this.role = role;
        this.organisation = organisation;
        this.position = position;
    }

    void serve(@Nullable Place side, @Nullable PartialDate term) {
        this.side = side;
        this.term = term;
    }

    public @Nullable Long getId() {
        return id;
    }

    public Council council() {
        return council;
    }

    public Kind role() {
        return role;
    }

    public @Nullable Person person() {
        return person;
    }

    public @Nullable Organisation organisation() {
        return organisation;
    }

    public @Nullable String office() {
        return office;
    }

    public @Nullable Place side() {
        return side;
    }

    public @Nullable PartialDate term() {
        return term;
    }

    public int position() {
        return position;
    }

    /** What the holder is in the council. */
    public enum Kind {
        CO_CHAIR("co_chair"),
        VICE_CO_CHAIR("vice_co_chair"),
        ADVISER("adviser"),
        SECRETARIAT("secretariat");

        @EnumeratedValue
        @JsonValue
        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }
}
