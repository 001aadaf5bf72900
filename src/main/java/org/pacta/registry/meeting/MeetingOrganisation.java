package org.pacta.registry.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Numbered;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.place.Place;

/** An organisation named as taking part in the outcomes of a meeting, without its agreement being named. */
@Entity
@Audited
public class MeetingOrganisation extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Meeting meeting;

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation organisation;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Place side;

    private String asPrinted;

    private int position;

    protected MeetingOrganisation() {}

    MeetingOrganisation(
            Meeting meeting, Organisation organisation, @Nullable Place side, String asPrinted, int position) {
        this.meeting = meeting;
        this.organisation = organisation;
        this.side = side;
        this.asPrinted = asPrinted;
        this.position = position;
    }

    void move(int position) {
        this.position = position;
    }

    void passTo(Organisation survivor) {
        organisation = survivor;
    }

    void becomeLike(MeetingOrganisation other) {
        side = other.side;
        asPrinted = other.asPrinted;
    }

    public Organisation organisation() {
        return organisation;
    }

    public @Nullable Place side() {
        return side;
    }

    public String asPrinted() {
        return asPrinted;
    }

    public int position() {
        return position;
    }
}
