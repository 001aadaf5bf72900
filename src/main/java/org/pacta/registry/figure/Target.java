package org.pacta.registry.figure;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.Occasion;

/** A number that somebody set for a day to come. It is compared with what is announced, and never counted. */
@Entity
@Audited
class Target extends Recorded {

    @ManyToOne(fetch = FetchType.LAZY)
    private Council council;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Meeting meeting;

    private @Nullable PartialDate setOn;

    @Enumerated(EnumType.STRING)
    private Council.@Nullable Measure measure;

    private String measureAsPrinted;

    @Enumerated(EnumType.STRING)
    private QuantityComparator comparator;

    private int value;

    private @Nullable PartialDate countedFrom;

    private PartialDate due;

    private @Nullable String note;

    @OneToMany(mappedBy = "target", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<TargetCitation> citations = new ArrayList<>();

    protected Target() {}

    Target(Council council, String measureAsPrinted, QuantityComparator comparator, int value, PartialDate due) {
        this.council = council;
        this.measureAsPrinted = measureAsPrinted;
        this.comparator = comparator;
        this.value = value;
        this.due = due;
    }

    void setAt(Occasion occasion, @Nullable PartialDate setOn) {
        this.council = Objects.requireNonNull(occasion.council());
        this.meeting = occasion.meeting();
        this.setOn = setOn;
    }

    void count(Council.@Nullable Measure measure, String measureAsPrinted, @Nullable PartialDate countedFrom) {
        this.measure = measure;
        this.measureAsPrinted = measureAsPrinted;
        this.countedFrom = countedFrom;
    }

    void aimAt(QuantityComparator comparator, int value, PartialDate due) {
        this.comparator = comparator;
        this.value = value;
        this.due = due;
    }

    void remark(@Nullable String note) {
        this.note = note;
    }

    void citedBy(List<TargetCitation> all) {
        Rows.replace(citations, all, CitationForm::areAlike);
    }

    public Council council() {
        return council;
    }

    public @Nullable Meeting meeting() {
        return meeting;
    }

    public @Nullable PartialDate setOn() {
        return setOn;
    }

    public Council.@Nullable Measure measure() {
        return measure;
    }

    public String measureAsPrinted() {
        return measureAsPrinted;
    }

    public QuantityComparator comparator() {
        return comparator;
    }

    public int value() {
        return value;
    }

    public @Nullable PartialDate countedFrom() {
        return countedFrom;
    }

    public PartialDate due() {
        return due;
    }

    public @Nullable String note() {
        return note;
    }

    public List<TargetCitation> citations() {
        return Collections.unmodifiableList(citations);
    }
}
