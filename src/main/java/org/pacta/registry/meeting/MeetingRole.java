package org.pacta.registry.meeting;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Locale;
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Numbered;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;

/** Who did what at a meeting, with the office held on that day. Of an unnamed person only the printed words are known. */
@Entity
@Audited
class MeetingRole extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Meeting meeting;

    @Enumerated(EnumType.STRING)
    private Kind role;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Person person;

    private @Nullable String asPrinted;

    private @Nullable String office;

    private @Nullable String localOffice;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Place side;

    private int position;

    private @Nullable String note;

    protected MeetingRole() {}

    MeetingRole(Meeting meeting, Kind role, @Nullable Person person, @Nullable String asPrinted, int position) {
        if (person == null && asPrinted == null) {
            throw new IllegalArgumentException("A role is somebody's, if only as printed");
        }
        this.meeting = meeting;
        this.role = role;
        this.person = person;
        this.asPrinted = asPrinted;
        this.position = position;
    }

    void hold(@Nullable String office, @Nullable String localOffice, @Nullable Place side) {
        this.office = office;
        this.localOffice = localOffice;
        this.side = side;
    }

    void remark(@Nullable String note) {
        this.note = note;
    }

    void move(int position) {
        this.position = position;
    }

    boolean isSamePersonAs(MeetingRole other) {
        return role == other.role
                && person == other.person
                && (person != null || Objects.equals(asPrinted, other.asPrinted));
    }

    void becomeLike(MeetingRole other) {
        asPrinted = other.asPrinted;
        hold(other.office, other.localOffice, other.side);
        remark(other.note);
    }

    public Kind role() {
        return role;
    }

    public @Nullable Person person() {
        return person;
    }

    public @Nullable String asPrinted() {
        return asPrinted;
    }

    public @Nullable String office() {
        return office;
    }

    public @Nullable String localOffice() {
        return localOffice;
    }

    public @Nullable Place side() {
        return side;
    }

    public int position() {
        return position;
    }

    public @Nullable String note() {
        return note;
    }

    /** What somebody was at the meeting. */
    public enum Kind {
        CO_CHAIR,
        VICE_CO_CHAIR,
        SPEAKER,
        WITNESS,
        MODERATOR,
        ATTENDEE;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
