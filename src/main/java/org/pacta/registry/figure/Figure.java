package org.pacta.registry.figure;

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
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.council.Council;
import org.pacta.registry.council.Council.Measure;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.Occasion;

/**
 * An announced number. It stands at a recorded meeting, at the bare ordinal of one that is not recorded, or on the day it is given for; it is
 * a value, the digits of one that can be read, or a factor of the number of another meeting.
 */
@Entity
@Audited
public class Figure extends Recorded {

    @ManyToOne(fetch = FetchType.LAZY)
    private Council council;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Meeting meeting;

    private @Nullable Integer ordinal;

    private @Nullable Integer throughOrdinal;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private @Nullable Measure measure;

    private String measureAsPrinted;

    @Enumerated(EnumType.STRING)
    private Scope scope;

    private @Nullable Integer value;

    private @Nullable String valueAsPrinted;

    private @Nullable BigDecimal relationFactor;

    private @Nullable Integer relationOrdinal;

    @Enumerated(EnumType.STRING)
    private QuantityComparator comparator;

    private @Nullable PartialDate asOf;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Figure partOf;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Place side;

    private boolean preferred;

    private @Nullable String preferenceReason;

    private @Nullable String setAsideReason;

    private @Nullable String note;

    @OneToMany(mappedBy = "figure", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<FigureCitation> citations = new ArrayList<>();

    protected Figure() {}

    Figure(Council council, Series series, @Nullable Measure measure, String measureAsPrinted, Scope scope) {
        this.council = council;
        this.standing = Standing.REPORTED;
        this.comparator = QuantityComparator.EXACTLY;
        this.series = series;
        this.measure = measure;
        this.measureAsPrinted = measureAsPrinted;
        this.scope = scope;
    }

    void count(Series series, @Nullable Measure measure, String measureAsPrinted, Scope scope) {
        this.series = series;
        this.measure = measure;
        this.measureAsPrinted = measureAsPrinted;
        this.scope = scope;
    }

    /** Says which meeting or meetings it is of, recorded or by their ordinals, and the day it is given for. */
    void standAt(
            Occasion occasion,
            @Nullable Integer ordinal,
            @Nullable Integer throughOrdinal,
            @Nullable PartialDate asOf) {
        this.council = Objects.requireNonNull(occasion.council());
        this.meeting = occasion.meeting();
        this.ordinal = ordinal;
        this.throughOrdinal = throughOrdinal;
        this.asOf = asOf;
    }

    void state(QuantityComparator comparator, int value) {
        amountTo(comparator, value, null, null, null);
    }

    /** States a number as far as it can be read: digits, and a question mark for each that is lost. */
    void stateAsPrinted(QuantityComparator comparator, String digits) {
        amountTo(comparator, null, digits, null, null);
    }

    void relate(QuantityComparator comparator, BigDecimal factor, int ordinal) {
        amountTo(comparator, null, null, factor, ordinal);
    }

    private void amountTo(
            QuantityComparator comparator,
            @Nullable Integer value,
            @Nullable String valueAsPrinted,
            @Nullable BigDecimal relationFactor,
            @Nullable Integer relationOrdinal) {
        this.comparator = comparator;
        this.value = value;
        this.valueAsPrinted = valueAsPrinted;
        this.relationFactor = relationFactor;
        this.relationOrdinal = relationOrdinal;
    }

    /** The meeting the figure named by its bare ordinal has been recorded. */
    void attach(Meeting recorded) {
        if (!recorded.council().slug().equals(council.slug()) || !Objects.equals(recorded.ordinal(), ordinal)) {
            throw new IllegalArgumentException("A figure is attached to the meeting of its ordinal");
        }
        this.meeting = recorded;
        this.ordinal = null;
    }

    void report(Standing standing, @Nullable Figure partOf) {
        this.standing = standing;
        this.partOf = partOf;
    }

    /** Says which side of the council it counts for, where it leaves the other out. */
    void countFor(@Nullable Place side) {
        this.side = side;
    }

    /** Says why it is preferred to its rivals, where it is. */
    void prefer(@Nullable String reason) {
        this.preferred = reason != null;
        this.preferenceReason = reason;
    }

    /** Says why it stays in view and counts nowhere, where it does; no reason takes it back into the count. */
    void setAside(@Nullable String reason) {
        this.setAsideReason = reason;
    }

    void remark(@Nullable String note) {
        this.note = note;
    }

    void citedBy(List<FigureCitation> all) {
        Rows.replace(citations, all, CitationForm::areAlike);
    }

    public Council council() {
        return council;
    }

    public @Nullable Meeting meeting() {
        return meeting;
    }

    public @Nullable Integer ordinal() {
        return ordinal;
    }

    public @Nullable Integer throughOrdinal() {
        return throughOrdinal;
    }

    public Series series() {
        return series;
    }

    public @Nullable Measure measure() {
        return measure;
    }

    public String measureAsPrinted() {
        return measureAsPrinted;
    }

    public Scope scope() {
        return scope;
    }

    public @Nullable Integer value() {
        return value;
    }

    public @Nullable String valueAsPrinted() {
        return valueAsPrinted;
    }

    public @Nullable BigDecimal relationFactor() {
        return relationFactor;
    }

    public @Nullable Integer relationOrdinal() {
        return relationOrdinal;
    }

    public QuantityComparator comparator() {
        return comparator;
    }

    public @Nullable PartialDate asOf() {
        return asOf;
    }

    public Standing standing() {
        return standing;
    }

    public @Nullable Figure partOf() {
        return partOf;
    }

    public @Nullable Place side() {
        return side;
    }

    public @Nullable String preferenceReason() {
        return preferenceReason;
    }

    public @Nullable String setAsideReason() {
        return setAsideReason;
    }

    public @Nullable String note() {
        return note;
    }

    public List<FigureCitation> citations() {
        return Collections.unmodifiableList(citations);
    }

    /** Whether the number is of this meeting, or the total after or before it. */
    public enum Series {
        AT,
        AFTER,
        BEFORE;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }

    /** What the number takes in, as stated. */
    public enum Scope {
        AT_MEETINGS,
        UNDER_COUNCIL,
        FOUNDING_INCLUDED,
        SUB_COUNCILS_INCLUDED,
        NOT_STATED;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }

    /** Whether the number is reported or planned. */
    public enum Standing {
        REPORTED,
        PLANNED;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
