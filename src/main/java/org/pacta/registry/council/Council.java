package org.pacta.registry.council;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Withdrawal;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;
import org.pacta.rules.ledger.Measure;

/** A standing body between two or more places that meets and counts what is signed. */
@Entity
@Audited
public class Council {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private @Nullable Integer version;

    private String slug;

    private String name;

    private @Nullable String localName;

    private @Nullable String acronym;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Council parent;

    private boolean countsTowardsParent;

    private @Nullable PartialDate foundedOn;

    private @Nullable String summary;

    private @Nullable String localSummary;

    private @Nullable String note;

    private @Nullable OneSeries oneSeries;

    private @Nullable Withdrawal withdrawal;

    @OneToMany(mappedBy = "council", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<CouncilName> otherNames = new ArrayList<>();

    @OneToMany(mappedBy = "council", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CouncilSide> sides = new ArrayList<>();

    @OneToMany(mappedBy = "council", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Pillar> pillars = new ArrayList<>();

    @OneToMany(mappedBy = "council", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CouncilRole> roles = new ArrayList<>();

    @OneToMany(mappedBy = "council", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<CouncilCitation> citations = new ArrayList<>();

    protected Council() {}

    Council(String slug, String name, Kind kind, Collection<Place> sides) {
        this.slug = slug;
        this.name = name;
        this.kind = kind;
        for (Place side : sides) {
            this.sides.add(new CouncilSide(this, side, this.sides.size() + 1));
        }
    }

    void rename(String name, @Nullable String localName) {
        this.name = name;
        this.localName = localName;
    }

    void alsoKnownAs(String name, CouncilName.Kind kind) {
        otherNames.add(new CouncilName(this, name, kind));
    }

    void founded(PartialDate on) {
        foundedOn = on;
    }

    void belongTo(Council parent, boolean counts) {
        if (parent == this) {
            throw new IllegalArgumentException("A council is not its own parent");
        }
        this.parent = parent;
        this.countsTowardsParent = counts;
    }

    /** Declares that the sources use two words for one series of numbers. */
    void countAsOne(Measure word, Measure series, String reason) {
        oneSeries = new OneSeries(word, series, reason);
    }

    Pillar restOn(String pillar, @Nullable String localName) {
        Pillar added = new Pillar(this, pillar, localName, pillars.size() + 1);
        pillars.add(added);
        return added;
    }

    CouncilRole appoint(CouncilRole.Kind role, Person person, @Nullable String office) {
        CouncilRole added = new CouncilRole(this, role, person, office, roles.size() + 1);
        roles.add(added);
        return added;
    }

    void cite(Source source, Citation.Passage passage) {
        citations.add(new CouncilCitation(this, source, passage));
    }

    void withdraw(String reason, Instant when) {
        withdrawal = new Withdrawal(when, reason);
    }

    public @Nullable Long getId() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public Name name() {
        return new Name(name, localName);
    }

    public @Nullable String acronym() {
        return acronym;
    }

    public Name summary() {
        return new Name(summary, localSummary);
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable Council parent() {
        return parent;
    }

    /** The uppermost of the councils it stands under, or itself. */
    public Council top() {
        return parent == null ? this : parent.top();
    }

    public boolean countsTowardsParent() {
        return countsTowardsParent;
    }

    public @Nullable PartialDate foundedOn() {
        return foundedOn;
    }

    public @Nullable OneSeries oneSeries() {
        return oneSeries;
    }

    public List<CouncilName> otherNames() {
        return Collections.unmodifiableList(otherNames);
    }

    public List<CouncilSide> sides() {
        return Collections.unmodifiableList(sides);
    }

    public List<Pillar> pillars() {
        return Collections.unmodifiableList(pillars);
    }

    public List<CouncilRole> roles() {
        return Collections.unmodifiableList(roles);
    }

    public List<CouncilCitation> citations() {
        return Collections.unmodifiableList(citations);
    }

    public @Nullable Withdrawal withdrawal() {
        return withdrawal;
    }

    /**
     * An editor's declaration that the sources use two words for one series of numbers.
     *
     * @param word the measure that is only another word
     * @param measure the measure it is counted as
     */
    @Embeddable
    public record OneSeries(
            @Column(name = "series_word") @Convert(converter = StoredMeasure.class)
            Measure word,

            @Column(name = "series_measure") @Convert(converter = StoredMeasure.class)
            Measure measure,

            @Column(name = "series_reason") String reason) {

        public OneSeries {
            if (word == measure) {
                throw new IllegalArgumentException("One word is no two: " + word);
            }
        }
    }

    @Converter
    static class StoredMeasure implements AttributeConverter<Measure, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Measure measure) {
            return measure == null ? null : measure.code();
        }

        @Override
        public @Nullable Measure convertToEntityAttribute(@Nullable String code) {
            return code == null ? null : Measure.of(code);
        }
    }

    /** What kind of body it is. */
    public enum Kind {
        COUNCIL("council"),
        INITIATIVE("initiative"),
        COMMITTEE("committee"),
        WORK_GROUP("work_group"),
        ZONE("zone");

        @EnumeratedValue
        @JsonValue
        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }
}
