package org.pacta.registry.project;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.PartialDate.Inferred;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.topic.FocusArea;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.agreement.Parties;
import org.pacta.registry.council.Council;
import org.pacta.registry.council.Council.Counting;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.Occasion;

/** A joint project of both sides, with the meeting that launched it and the agreements it follows from. */
@Entity
@Audited
public class Project extends Recorded {

    private @Nullable String title;

    private @Nullable String localTitle;

    @Enumerated(EnumType.STRING)
    private @Nullable Translated translated;

    private @Nullable String summary;

    private @Nullable String localSummary;

    @Enumerated(EnumType.STRING)
    private @Nullable Translated summaryTranslated;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Council council;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Meeting meeting;

    private @Nullable Integer position;

    private @Nullable PartialDate launchedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Inferred launchedOnInferred;

    @Enumerated(EnumType.STRING)
    private ProjectStatus status;

    @Enumerated(EnumType.STRING)
    private Counting counting;

    private @Nullable String countingNote;

    @Enumerated(EnumType.STRING)
    private Parties parties;

    private @Nullable String note;

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Participant> participants = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ProjectStatement> statements = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "project_agreement",
            joinColumns = @JoinColumn(name = "project_id"),
            inverseJoinColumns = @JoinColumn(name = "agreement_id"))
    private Set<Agreement> agreements = new LinkedHashSet<>();

    @ManyToMany
    @JoinTable(
            name = "project_focus_area",
            joinColumns = @JoinColumn(name = "project_id"),
            inverseJoinColumns = @JoinColumn(name = "focus_area_id"))
    private Set<FocusArea> focusAreas = new LinkedHashSet<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<ProjectCitation> citations = new ArrayList<>();

    protected Project() {}

    Project(Name title, ProjectStatus status, Counting counting, Parties parties) {
        this.status = status;
        this.counting = counting;
        this.parties = parties;
        rename(title);
    }

    void translate(@Nullable Translated translated) {
        this.translated = translated;
    }

    public @Nullable Translated translated() {
        return translated;
    }

    void rename(Name title) {
        if (title.isEmpty()) {
            throw new IllegalArgumentException("A project needs a title");
        }
        this.title = title.text();
        this.localTitle = title.local();
    }

    void summarise(Name summary, @Nullable Translated translated) {
        this.summary = summary.text();
        this.localSummary = summary.local();
        this.summaryTranslated = translated;
    }

    void launchedAt(Occasion occasion, @Nullable Integer position) {
        this.council = occasion.council();
        this.meeting = occasion.meeting();
        this.position = position;
    }

    void launchedOn(@Nullable PartialDate on, @Nullable Inferred inferred) {
        this.launchedOn = on;
        this.launchedOnInferred = inferred;
    }

    void remark(@Nullable String note) {
        this.note = note;
    }

    /**
     * Says what became of it.
     *
     * @param planned its status where nothing is told
     */
    void become(ProjectStatus planned, List<ProjectStatement> told) {
        Rows.align(statements, told, ProjectStatement::isLike, ProjectStatement::becomeLike);
        Rows.number(statements, ProjectStatement::position, ProjectStatement::move);
        status =
                told.isEmpty() ? planned : statements.get(statements.size() - 1).status();
    }

    void count(Counting counting, @Nullable String note) {
        this.counting = counting;
        this.countingNote = note;
    }

    /**
     * Says who takes part.
     *
     * @param published how many of them were published
     */
    void joinedBy(Parties published, List<Participant> wanted) {
        parties = published;
        Rows.align(participants, wanted, Participant::isSamePartyAs, Participant::becomeLike);
        Rows.number(participants, Participant::position, Participant::move);
    }

    /** Has an organisation take the place of one merged into it; where both took part one of them stays. */
    void replace(Organisation merged, Organisation survivor) {
        Optional<Participant> present = in(survivor);
        in(merged)
                .ifPresent(participant -> present.ifPresentOrElse(
                        other -> {
                            other.takeOver(participant);
                            participants.remove(participant);
                        },
                        () -> participant.passTo(survivor)));
    }

    private Optional<Participant> in(Organisation organisation) {
        return participants.stream()
                .filter(participant -> participant.organisation() == organisation)
                .findFirst();
    }

    void followFrom(Collection<Agreement> agreements) {
        this.agreements.retainAll(agreements);
        this.agreements.addAll(agreements);
    }

    void focusOn(Collection<FocusArea> areas) {
        focusAreas.retainAll(areas);
        focusAreas.addAll(areas);
    }

    void citedBy(List<ProjectCitation> all) {
        Rows.replace(citations, all, CitationForm::areAlike);
    }

    public Name title() {
        return new Name(title, localTitle);
    }

    public Name summary() {
        return new Name(summary, localSummary);
    }

    public @Nullable Translated summaryTranslated() {
        return summaryTranslated;
    }

    public @Nullable Council council() {
        return council;
    }

    public @Nullable Meeting meeting() {
        return meeting;
    }

    public @Nullable Integer position() {
        return position;
    }

    public @Nullable PartialDate launchedOn() {
        return launchedOn;
    }

    public @Nullable Inferred launchedOnInferred() {
        return launchedOnInferred;
    }

    public ProjectStatus status() {
        return status;
    }

    public Counting counting() {
        return counting;
    }

    public @Nullable String countingNote() {
        return countingNote;
    }

    public Parties parties() {
        return parties;
    }

    public @Nullable String note() {
        return note;
    }

    public List<Participant> participants() {
        return Collections.unmodifiableList(participants);
    }

    List<ProjectStatement> statements() {
        return Collections.unmodifiableList(statements);
    }

    public Set<Agreement> agreements() {
        return Collections.unmodifiableSet(agreements);
    }

    public Set<FocusArea> focusAreas() {
        return Collections.unmodifiableSet(focusAreas);
    }

    public List<ProjectCitation> citations() {
        return Collections.unmodifiableList(citations);
    }
}
