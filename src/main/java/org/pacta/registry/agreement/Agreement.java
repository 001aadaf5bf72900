package org.pacta.registry.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
import org.pacta.registry.council.Council;
import org.pacta.registry.council.Council.Counting;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.Occasion;

/** An instrument of cooperation, of whatever kind; its council and its meeting may each be absent. */
@Entity
@Audited
public class Agreement extends Recorded {

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String kindAsPrinted;

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

    private @Nullable PartialDate signedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Inferred signedOnInferred;

    private @Nullable String placeOfSigning;

    private @Nullable String seriesNumber;

    private @Nullable String approval;

    private @Nullable String authenticLanguages;

    private @Nullable PartialDate inForceFrom;

    private @Nullable PartialDate validUntil;

    private @Nullable String runsFor;

    private boolean untilEnded;

    @Enumerated(EnumType.STRING)
    private Term.@Nullable Renewal renewal;

    private @Nullable String noticePeriod;

    @Enumerated(EnumType.STRING)
    private AgreementStatus status;

    @Enumerated(EnumType.STRING)
    private Counting counting;

    private @Nullable String countingNote;

    @Enumerated(EnumType.STRING)
    private Parties parties;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Council foundsCouncil;

    private @Nullable String note;

    @OneToMany(mappedBy = "agreement", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Signatory> signatories = new ArrayList<>();

    @OneToMany(mappedBy = "agreement", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<AgreementStatement> statements = new ArrayList<>();

    @OneToMany(mappedBy = "agreement", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<AgreementRelation> relations = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "agreement_focus_area",
            joinColumns = @JoinColumn(name = "agreement_id"),
            inverseJoinColumns = @JoinColumn(name = "focus_area_id"))
    private Set<FocusArea> focusAreas = new LinkedHashSet<>();

    @OneToMany(mappedBy = "agreement", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<AgreementCitation> citations = new ArrayList<>();

    protected Agreement() {}

    Agreement(Kind kind, Name title, AgreementStatus status, Counting counting, Parties parties) {
        this.kind = kind;
        this.status = status;
        this.counting = counting;
        this.parties = parties;
        rename(title);
    }

    public @Nullable Translated translated() {
        return translated;
    }

    void rename(Name title) {
        if (title.isEmpty()) {
            throw new IllegalArgumentException("An agreement needs a title");
        }
        this.title = title.text();
        this.localTitle = title.local();
    }

    /** Takes over what the form says of the agreement alone. */
    void describe(AgreementForm form) {
        kind = form.kind();
        kindAsPrinted = form.kindAsPrinted();
        translated = form.translated();
        summary = form.summary();
        localSummary = form.localSummary();
        summaryTranslated = form.summaryTranslated();
        placeOfSigning = form.placeOfSigning();
        seriesNumber = form.seriesNumber();
        approval = form.approval();
        authenticLanguages = form.authenticLanguages();
        counting = form.counting();
        countingNote = form.countingNote();
        note = form.note();
    }

    void signedAt(Occasion occasion, @Nullable Integer position) {
        this.council = occasion.council();
        this.meeting = occasion.meeting();
        this.position = position;
    }

    void signedOn(@Nullable PartialDate on, @Nullable Inferred inferred) {
        this.signedOn = on;
        this.signedOnInferred = inferred;
    }

    /** Takes over what the form says of how long it runs. */
    void run(AgreementForm form) {
        inForceFrom = form.inForceFrom();
        validUntil = form.validUntil();
        runsFor = form.runsFor();
        untilEnded = form.untilEnded();
        renewal = form.renewal();
        noticePeriod = form.noticePeriod();
    }

    /**
     * Says what became of it.
     *
     * @param planned its status where nothing is told
     */
    void become(AgreementStatus planned, List<AgreementStatement> told) {
        Rows.align(statements, told, AgreementStatement::isLike, AgreementStatement::becomeLike);
        Rows.number(statements, AgreementStatement::position, AgreementStatement::move);
        status =
                told.isEmpty() ? planned : statements.get(statements.size() - 1).status();
    }

    void found(@Nullable Council council) {
        foundsCouncil = council;
    }

    /**
     * Says who is in it.
     *
     * @param published how many of them were published
     */
    void signedBy(Parties published, List<Signatory> wanted) {
        parties = published;
        Rows.align(signatories, wanted, Signatory::isSamePartyAs, Signatory::becomeLike);
        Rows.number(signatories, Signatory::position, Signatory::move);
    }

    /** Has an organisation take the place of one merged into it; two signatories of one role become one. */
    void replace(Organisation merged, Organisation survivor) {
        for (Signatory signatory : List.copyOf(signatories)) {
            if (signatory.organisation() == merged) {
                signatory.passTo(survivor);
                signatories.stream()
                        .filter(other -> other != signatory && other.isSamePartyAs(signatory))
                        .findFirst()
                        .ifPresent(other -> {
                            other.takeOver(signatory);
                            signatories.remove(signatory);
                        });
            }
        }
    }

    void relate(List<AgreementRelation> wanted) {
        Rows.replace(relations, wanted, AgreementRelation::isLike);
    }

    void focusOn(Collection<FocusArea> areas) {
        focusAreas.retainAll(areas);
        focusAreas.addAll(areas);
    }

    void citedBy(List<AgreementCitation> all) {
        Rows.replace(citations, all, CitationForm::areAlike);
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable String kindAsPrinted() {
        return kindAsPrinted;
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

    public @Nullable PartialDate signedOn() {
        return signedOn;
    }

    public @Nullable Inferred signedOnInferred() {
        return signedOnInferred;
    }

    public @Nullable String placeOfSigning() {
        return placeOfSigning;
    }

    public @Nullable String seriesNumber() {
        return seriesNumber;
    }

    public @Nullable String approval() {
        return approval;
    }

    public @Nullable String authenticLanguages() {
        return authenticLanguages;
    }

    public @Nullable PartialDate inForceFrom() {
        return inForceFrom;
    }

    public @Nullable PartialDate validUntil() {
        return validUntil;
    }

    public @Nullable String runsFor() {
        return runsFor;
    }

    public boolean untilEnded() {
        return untilEnded;
    }

    public Term.@Nullable Renewal renewal() {
        return renewal;
    }

    public @Nullable String noticePeriod() {
        return noticePeriod;
    }

    /** The last day of its term while it is under way, unless it renews itself; null where that is open. */
    public @Nullable LocalDate endsBy() {
        return Term.endsBy(this);
    }

    public AgreementStatus status() {
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

    public @Nullable Council foundsCouncil() {
        return foundsCouncil;
    }

    public @Nullable String note() {
        return note;
    }

    public List<Signatory> signatories() {
        return Collections.unmodifiableList(signatories);
    }

    List<AgreementStatement> statements() {
        return Collections.unmodifiableList(statements);
    }

    public List<AgreementRelation> relations() {
        return Collections.unmodifiableList(relations);
    }

    public Set<FocusArea> focusAreas() {
        return Collections.unmodifiableSet(focusAreas);
    }

    public List<AgreementCitation> citations() {
        return Collections.unmodifiableList(citations);
    }

    /** Our kind of instrument, beside the word the source used. */
    public enum Kind {
        MOU,
        AGREEMENT,
        FRAMEWORK_AGREEMENT,
        COMMERCIAL_CONTRACT,
        LETTER_OF_INTENT,
        JOINT_STATEMENT,
        ACTION_PLAN,
        PROTOCOL,
        OTHER;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
