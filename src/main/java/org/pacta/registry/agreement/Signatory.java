package org.pacta.registry.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Numbered;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;

/** An organisation in an agreement, or the person who signed where the organisation was not published, and the sides it stands for. */
@Entity
@Audited
public class Signatory extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Agreement agreement;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Organisation organisation;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String asPrinted;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Person person;

    private @Nullable String office;

    private int position;

    @ManyToMany
    @JoinTable(
            name = "signatory_side",
            joinColumns = @JoinColumn(name = "signatory_id"),
            inverseJoinColumns = @JoinColumn(name = "place_id"))
    private Set<Place> sides = new LinkedHashSet<>();

    protected Signatory() {}

    Signatory(
            Agreement agreement,
            Role role,
            @Nullable Organisation organisation,
            @Nullable Person person,
            int position) {
        if (organisation == null && person == null) {
            throw new IllegalArgumentException("A signatory is an organisation or a person");
        }
        this.agreement = agreement;
        this.role = role;
        this.organisation = organisation;
        this.person = person;
        this.position = position;
    }

    /** Says how the source names the organisation, and the office of the person who signed. */
    void appear(@Nullable String asPrinted, @Nullable String office) {
        this.asPrinted = asPrinted;
        this.office = office;
    }

    void standFor(Collection<Place> sides) {
        this.sides.retainAll(sides);
        this.sides.addAll(sides);
    }

    void move(int position) {
        this.position = position;
    }

    boolean isSamePartyAs(Signatory other) {
        return role == other.role
                && organisation == other.organisation
                && (organisation != null || person == other.person);
    }

    void becomeLike(Signatory other) {
        person = other.person;
        appear(other.asPrinted, other.office);
        standFor(other.sides);
    }

    void passTo(Organisation survivor) {
        organisation = survivor;
    }

    /** Takes over what another row of the same party tells beyond this one. */
    void takeOver(Signatory other) {
        asPrinted = asPrinted == null ? other.asPrinted : asPrinted;
        if (person == null) {
            person = other.person;
            office = other.office;
        }
        sides.addAll(other.sides);
    }

    public @Nullable Organisation organisation() {
        return organisation;
    }

    public Role role() {
        return role;
    }

    public @Nullable String asPrinted() {
        return asPrinted;
    }

    public @Nullable Person person() {
        return person;
    }

    public @Nullable String office() {
        return office;
    }

    public int position() {
        return position;
    }

    public Set<Place> sides() {
        return Collections.unmodifiableSet(sides);
    }

    /** What the organisation does in the agreement. */
    public enum Role {
        SIGNS,
        WITNESSES,
        IMPLEMENTS;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
