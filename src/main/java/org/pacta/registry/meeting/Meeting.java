package org.pacta.registry.meeting;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.PartialDate.Inferred;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.council.Council;

/** One session of a council, planned, held, postponed or cancelled. */
@Entity
@Audited
public class Meeting extends Recorded {

    @ManyToOne(fetch = FetchType.LAZY)
    private Council council;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable Integer ordinal;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable PartialDate heldOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Inferred heldOnInferred;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Place host;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Place place;

    private @Nullable String venue;

    @Enumerated(EnumType.STRING)
    private @Nullable Mode mode;

    private boolean outcomesCount;

    private @Nullable String summary;

    private @Nullable String localSummary;

    @Enumerated(EnumType.STRING)
    private @Nullable Translated summaryTranslated;

    private @Nullable String note;

    @OneToMany(mappedBy = "meeting", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<MeetingRole> roles = new ArrayList<>();

    @OneToMany(mappedBy = "meeting", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<MeetingOrganisation> organisations = new ArrayList<>();

    @OneToMany(mappedBy = "meeting", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<MeetingCitation> citations = new ArrayList<>();

    protected Meeting() {}

    Meeting(Council council, Kind kind, @Nullable Integer ordinal) {
        this.council = council;
        this.kind = kind;
        this.ordinal = ordinal;
        this.status = Status.PLANNED;
        this.outcomesCount = true;
    }

    void belongTo(Council council, Kind kind, @Nullable Integer ordinal) {
        this.council = council;
        this.kind = kind;
        this.ordinal = ordinal;
    }

    void schedule(Status status, @Nullable PartialDate on, @Nullable Inferred inferred) {
        this.status = status;
        this.heldOn = on;
        this.heldOnInferred = inferred;
    }

    void meetAt(@Nullable Place place, @Nullable String venue, @Nullable Mode mode) {
        this.place = place;
        this.venue = venue;
        this.mode = mode;
    }

    void hostedBy(@Nullable Place host) {
        this.host = host;
    }

    void summarise(Name summary, @Nullable Translated translated) {
        this.summary = summary.text();
        this.localSummary = summary.local();
        this.summaryTranslated = translated;
    }

    /**
     * Says how its outcomes are to be read.
     *
     * @param outcomesCount whether what was signed there is in the council's count
     */
    void remark(@Nullable String note, boolean outcomesCount) {
        this.note = note;
        this.outcomesCount = outcomesCount;
    }

    void named(List<MeetingRole> wanted) {
        Rows.align(roles, wanted, MeetingRole::isSamePersonAs, MeetingRole::becomeLike);
        Rows.number(roles, MeetingRole::position, MeetingRole::move);
    }

    void tookPart(List<MeetingOrganisation> wanted) {
        Rows.align(
                organisations,
                wanted,
                (held, row) ->
                        held.organisation().getId().equals(row.organisation().getId()),
                MeetingOrganisation::becomeLike);
        Rows.number(organisations, MeetingOrganisation::position, MeetingOrganisation::move);
    }

    /** Has an organisation take the place of one merged into it; where both took part one of them stays. */
    void replace(Organisation merged, Organisation survivor) {
        if (organisations.stream().anyMatch(row -> row.organisation() == survivor)) {
            organisations.removeIf(row -> row.organisation() == merged);
        } else {
            organisations.stream().filter(row -> row.organisation() == merged).forEach(row -> row.passTo(survivor));
        }
    }

    void citedBy(List<MeetingCitation> all) {
        Rows.replace(citations, all, CitationForm::areAlike);
    }

    @Override
    public boolean stands() {
        return super.stands() && council.stands();
    }

    public Council council() {
        return council;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable Integer ordinal() {
        return ordinal;
    }

    public Status status() {
        return status;
    }

    public @Nullable PartialDate heldOn() {
        return heldOn;
    }

    public @Nullable Inferred heldOnInferred() {
        return heldOnInferred;
    }

    public @Nullable Place host() {
        return host;
    }

    public @Nullable Place place() {
        return place;
    }

    public Name summary() {
        return new Name(summary, localSummary);
    }

    public @Nullable Translated summaryTranslated() {
        return summaryTranslated;
    }

    public @Nullable String venue() {
        return venue;
    }

    public @Nullable Mode mode() {
        return mode;
    }

    public boolean outcomesCount() {
        return outcomesCount;
    }

    public @Nullable String note() {
        return note;
    }

    List<MeetingRole> roles() {
        return Collections.unmodifiableList(roles);
    }

    /** Those with a role. */
    public List<Person> people() {
        return roles.stream()
                .flatMap(role -> Optional.ofNullable(role.person()).stream())
                .toList();
    }

    /** What the roles are called, where that is printed. */
    public List<String> rolesAsPrinted() {
        return roles.stream()
                .flatMap(role -> Optional.ofNullable(role.asPrinted()).stream())
                .toList();
    }

    public List<MeetingOrganisation> organisations() {
        return Collections.unmodifiableList(organisations);
    }

    public List<MeetingCitation> citations() {
        return Collections.unmodifiableList(citations);
    }

    /** What kind of meeting it is. */
    public enum Kind {
        SESSION,
        ROUNDTABLE,
        CONFERENCE;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has taken place. */
    public enum Status {
        PLANNED,
        HELD,
        POSTPONED,
        CANCELLED;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }

    /** How those present met. */
    public enum Mode {
        IN_PERSON,
        VIRTUAL,
        HYBRID;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
