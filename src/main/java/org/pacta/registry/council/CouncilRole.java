package org.pacta.registry.council;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Numbered;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;

/** Somebody's, or some organisation's, standing role in a council and its term. */
@Entity
@Audited
class CouncilRole extends Numbered {

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

    CouncilRole(
            Council council, Kind role, @Nullable Person person, @Nullable Organisation organisation, int position) {
        if ((person == null) == (organisation == null)) {
            throw new IllegalArgumentException("A role is held by a person or by an organisation");
        }
        this.council = council;
        this.role = role;
        this.person = person;
        this.organisation = organisation;
        this.position = position;
    }

    void serve(@Nullable String office, @Nullable Place side, @Nullable PartialDate term) {
        this.office = office;
        this.side = side;
        this.term = term;
    }

    void move(int position) {
        this.position = position;
    }

    boolean isSameHolderAs(CouncilRole other) {
        return role == other.role && person == other.person && organisation == other.organisation;
    }

    void becomeLike(CouncilRole other) {
        serve(other.office, other.side, other.term);
    }

    void passTo(Organisation survivor) {
        organisation = survivor;
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
        CO_CHAIR,
        VICE_CO_CHAIR,
        ADVISER,
        SECRETARIAT;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
