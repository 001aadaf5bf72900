package org.pacta.registry.project;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.envers.Audited;
import org.pacta.platform.history.Numbered;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.place.Place;

/** An organisation in a project, with its name as printed and the sides it stands for. */
@Entity
@Audited
public class Participant extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Project project;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation organisation;

    private String asPrinted;

    private int position;

    @ManyToMany
    @JoinTable(
            name = "participant_side",
            joinColumns = @JoinColumn(name = "participant_id"),
            inverseJoinColumns = @JoinColumn(name = "place_id"))
    private Set<Place> sides = new LinkedHashSet<>();

    protected Participant() {}

    Participant(Project project, Organisation organisation, String asPrinted, int position) {
        this.project = project;
        this.organisation = organisation;
        this.asPrinted = asPrinted;
        this.position = position;
    }

    void standFor(Collection<Place> sides) {
        this.sides.retainAll(sides);
        this.sides.addAll(sides);
    }

    void move(int position) {
        this.position = position;
    }

    boolean isSamePartyAs(Participant other) {
        return organisation == other.organisation;
    }

    void becomeLike(Participant other) {
        asPrinted = other.asPrinted;
        standFor(other.sides);
    }

    void passTo(Organisation survivor) {
        organisation = survivor;
    }

    /** Takes over the sides of another row of the same party. */
    void takeOver(Participant other) {
        sides.addAll(other.sides);
    }

    public Organisation organisation() {
        return organisation;
    }

    public String asPrinted() {
        return asPrinted;
    }

    public int position() {
        return position;
    }

    public Set<Place> sides() {
        return Collections.unmodifiableSet(sides);
    }
}
