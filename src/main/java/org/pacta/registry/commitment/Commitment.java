package org.pacta.registry.commitment;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.Occasion;
import org.pacta.registry.project.Project;

/** A statement about what is to come: about which records, how much and by when, and whether it was kept. */
@Entity
@Audited
class Commitment extends Recorded {

    private @Nullable String statement;

    private @Nullable String localStatement;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Council council;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Meeting meeting;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Agreement agreement;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Project project;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Organisation organisation;

    private @Nullable BigDecimal quantity;

    private @Nullable String unit;

    @Enumerated(EnumType.STRING)
    private @Nullable QuantityComparator comparator;

    private @Nullable PartialDate due;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private @Nullable String evidence;

    @OneToMany(mappedBy = "commitment", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<CommitmentCitation> citations = new ArrayList<>();

    protected Commitment() {}

    Commitment(Name statement) {
        this.outcome = Outcome.NOT_PUBLISHED;
        state(statement);
    }

    void state(Name statement) {
        if (statement.isEmpty()) {
            throw new IllegalArgumentException("A commitment is a statement in words");
        }
        this.statement = statement.text();
        this.localStatement = statement.local();
    }

    void madeBy(@Nullable Organisation organisation) {
        this.organisation = organisation;
    }

    void concern(Occasion occasion, @Nullable Agreement agreement, @Nullable Project project) {
        this.council = occasion.council();
        this.meeting = occasion.meeting();
        this.agreement = agreement;
        this.project = project;
    }

    void amountTo(@Nullable QuantityComparator comparator, @Nullable BigDecimal quantity, @Nullable String unit) {
        this.comparator = comparator;
        this.quantity = quantity;
        this.unit = unit;
    }

    void fallDue(@Nullable PartialDate due) {
        this.due = due;
    }

    void end(Outcome outcome, @Nullable String evidence) {
        this.outcome = outcome;
        this.evidence = evidence;
    }

    void citedBy(List<CommitmentCitation> all) {
        Rows.replace(citations, all, CitationForm::areAlike);
    }

    public Name statement() {
        return new Name(statement, localStatement);
    }

    public @Nullable Council council() {
        return council;
    }

    public @Nullable Meeting meeting() {
        return meeting;
    }

    public @Nullable Agreement agreement() {
        return agreement;
    }

    public @Nullable Project project() {
        return project;
    }

    public @Nullable Organisation organisation() {
        return organisation;
    }

    public @Nullable BigDecimal quantity() {
        return quantity;
    }

    public @Nullable String unit() {
        return unit;
    }

    public @Nullable QuantityComparator comparator() {
        return comparator;
    }

    public @Nullable PartialDate due() {
        return due;
    }

    public Outcome outcome() {
        return outcome;
    }

    public @Nullable String evidence() {
        return evidence;
    }

    public List<CommitmentCitation> citations() {
        return Collections.unmodifiableList(citations);
    }

    /** What became of the commitment, as far as published. */
    public enum Outcome {
        NOT_PUBLISHED,
        KEPT,
        KEPT_LATE,
        PARTLY_KEPT,
        NOT_KEPT;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
