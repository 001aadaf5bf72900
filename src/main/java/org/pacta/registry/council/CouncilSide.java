package org.pacta.registry.council;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.platform.history.Numbered;
import org.pacta.reference.place.Place;

/** A place that is one side of a council. */
@Entity
@Audited
class CouncilSide extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Council council;

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    private int position;

    protected CouncilSide() {}

    CouncilSide(Council council, Place place, int position) {
        this.council = council;
        this.place = place;
        this.position = position;
    }

    void move(int position) {
        this.position = position;
    }

    public Place place() {
        return place;
    }

    public int position() {
        return position;
    }
}
