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
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.project.Project;

/** Any other statistic of a place, a pair of places, an organisation or a record; never added to figures. */
@Entity
@Audited
class Indicator extends Recorded {

    private @Nullable String name;

    private @Nullable String localName;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Place place;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Place otherPlace;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Organisation organisation;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Council council;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Meeting meeting;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Agreement agreement;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Project project;

    @Enumerated(EnumType.STRING)
    private Nature nature;

    private BigDecimal value;

    private String unit;

    @Enumerated(EnumType.STRING)
    private QuantityComparator comparator;

    private @Nullable BigDecimal secondValue;

    private @Nullable String secondUnit;

    private @Nullable PartialDate period;

    private @Nullable String note;

    @OneToMany(mappedBy = "indicator", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<IndicatorCitation> citations = new ArrayList<>();

    protected Indicator() {}

    Indicator(Name name, Nature nature, QuantityComparator comparator, BigDecimal value, String unit) {
        rename(name);
        this.nature = nature;
        this.comparator = comparator;
        this.value = value;
        this.unit = unit;
    }

    void rename(Name name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("An indicator needs a name");
        }
        this.name = name.text();
        this.localName = name.local();
    }

    void state(Nature nature, QuantityComparator comparator, BigDecimal value, String unit) {
        this.nature = nature;
        this.comparator = comparator;
        this.value = value;
        this.unit = unit;
    }

    /** Gives the same number in another unit, as printed. */
    void convert(@Nullable BigDecimal secondValue, @Nullable String secondUnit) {
        this.secondValue = secondValue;
        this.secondUnit = secondUnit;
    }

    void cover(@Nullable PartialDate period, @Nullable String note) {
        this.period = period;
        this.note = note;
    }

    void describe(@Nullable Place place, @Nullable Place otherPlace) {
        this.place = place;
        this.otherPlace = otherPlace;
    }

    void describe(@Nullable Organisation organisation) {
        this.organisation = organisation;
    }

    void describe(
            @Nullable Council council,
            @Nullable Meeting meeting,
            @Nullable Agreement agreement,
            @Nullable Project project) {
        this.council = council;
        this.meeting = meeting;
        this.agreement = agreement;
        this.project = project;
    }

    void citedBy(List<IndicatorCitation> all) {
        Rows.replace(citations, all, CitationForm::areAlike);
    }

    public Name name() {
        return new Name(name, localName);
    }

    public @Nullable Place place() {
        return place;
    }

    public @Nullable Place otherPlace() {
        return otherPlace;
    }

    public @Nullable Organisation organisation() {
        return organisation;
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

    public Nature nature() {
        return nature;
    }

    public BigDecimal value() {
        return value;
    }

    public String unit() {
        return unit;
    }

    public QuantityComparator comparator() {
        return comparator;
    }

    public @Nullable BigDecimal secondValue() {
        return secondValue;
    }

    public @Nullable String secondUnit() {
        return secondUnit;
    }

    public @Nullable PartialDate period() {
        return period;
    }

    public @Nullable String note() {
        return note;
    }

    public List<IndicatorCitation> citations() {
        return Collections.unmodifiableList(citations);
    }

    /** What kind of number it is. */
    public enum Nature {
        STOCK,
        FLOW,
        GROWTH,
        RANK;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
