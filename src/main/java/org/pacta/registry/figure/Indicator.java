package org.pacta.registry.figure;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Withdrawal;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.project.Project;

/** Any other statistic of a place, a pair of places, an organisation or a record; never added to figures. */
@Entity
@Audited
public class Indicator {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private @Nullable Integer version;

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

    private @Nullable Withdrawal withdrawal;

    @OneToMany(mappedBy = "indicator", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<IndicatorCitation> citations = new ArrayList<>();

    protected Indicator() {}

    private Indicator(Name name, Nature nature, QuantityComparator comparator, BigDecimal value, String unit) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("An indicator needs a name");
        }
        this.name = name.text();
        this.localName = name.local();
        this.nature = nature;
        this.comparator = comparator;
        this.value = value;
        this.unit = unit;
    }

    Indicator(
            Place place,
            @Nullable Place otherPlace,
            Name name,
            Nature nature,
            QuantityComparator comparator,
            BigDecimal value,
            String unit) {
        this(name, nature, comparator, value, unit);
        this.place = place;
        this.otherPlace = otherPlace;
    }

    void convert(BigDecimal secondValue, String secondUnit) {
        this.secondValue = secondValue;
        this.secondUnit = secondUnit;
    }

    void cover(PartialDate period) {
        this.period = period;
    }

    void cite(Source source, Citation.Passage passage) {
        citations.add(new IndicatorCitation(this, source, passage));
    }

    void withdraw(String reason, Instant when) {
        withdrawal = new Withdrawal(when, reason);
    }

    public @Nullable Long getId() {
        return id;
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

    public @Nullable PartialDate period() {
        return period;
    }

    public List<IndicatorCitation> citations() {
        return Collections.unmodifiableList(citations);
    }

    public @Nullable Withdrawal withdrawal() {
        return withdrawal;
    }

    /** What kind of number it is. */
    public enum Nature {
        STOCK("stock"),
        FLOW("flow"),
        GROWTH("growth"),
        RANK("rank");

        @EnumeratedValue
        @JsonValue
        private final String code;

        Nature(String code) {
            this.code = code;
        }
    }
}
