package org.pacta.registry.council;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.topic.FocusArea;

/** A standing body between two or more places that meets and counts what is signed. */
@Entity
@Audited
public class Council extends Recorded {

    private String slug;

    private String name;

    private @Nullable String localName;

    @Enumerated(EnumType.STRING)
    private @Nullable Translated translated;

    private @Nullable String acronym;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Council parent;

    private boolean countsTowardsParent;

    private @Nullable PartialDate foundedOn;

    private @Nullable String summary;

    private @Nullable String localSummary;

    @Enumerated(EnumType.STRING)
    private @Nullable Translated summaryTranslated;

    private @Nullable String note;

    private @Nullable OneSeries oneSeries;

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

    void translate(@Nullable Translated translated) {
        this.translated = translated;
    }

    void goBy(String slug, @Nullable String acronym) {
        this.slug = slug;
        this.acronym = acronym;
    }

    void classify(Kind kind, @Nullable String note) {
        this.kind = kind;
        this.note = note;
    }

    void summarise(Name summary, @Nullable Translated translated) {
        this.summary = summary.text();
        this.localSummary = summary.local();
        this.summaryTranslated = translated;
    }

    void alsoKnownAs(List<CouncilName> names) {
        Rows.align(otherNames, names, (held, wanted) -> held.name().equals(wanted.name()), CouncilName::becomeLike);
    }

    void founded(@Nullable PartialDate on) {
        foundedOn = on;
    }

    void belongTo(@Nullable Council parent, boolean counts) {
        for (Council above = parent; above != null; above = above.parent()) {
            if (above.getId() != null && above.getId().equals(getId())) {
                throw new BrokenRuleException("council_parent_ck");
            }
        }
        this.parent = parent;
        this.countsTowardsParent = counts;
    }

    /** Declares that the sources use two words for one series of numbers, or that they do not. */
    void countAsOne(@Nullable OneSeries series) {
        oneSeries = series;
    }

    void standBetween(List<CouncilSide> wanted) {
        Rows.align(sides, wanted, (held, side) -> held.place() == side.place(), (held, side) -> {});
        Rows.number(sides, CouncilSide::position, CouncilSide::move);
    }

    void restOn(List<Pillar> wanted) {
        Rows.align(pillars, wanted, Pillar::isNamedLike, Pillar::becomeLike);
        Rows.number(pillars, Pillar::position, Pillar::move);
    }

    void appoint(List<CouncilRole> wanted) {
        Rows.align(roles, wanted, CouncilRole::isSameHolderAs, CouncilRole::becomeLike);
        Rows.number(roles, CouncilRole::position, CouncilRole::move);
    }

    /** Has an organisation take the roles of one merged into it. */
    void replace(Organisation merged, Organisation survivor) {
        roles.stream().filter(role -> role.organisation() == merged).forEach(role -> role.passTo(survivor));
    }

    void citedBy(List<CouncilCitation> all) {
        Rows.replace(citations, all, CitationForm::areAlike);
    }

    public String slug() {
        return slug;
    }

    public Name name() {
        return new Name(name, localName);
    }

    public @Nullable Translated translated() {
        return translated;
    }

    public @Nullable String acronym() {
        return acronym;
    }

    public Name summary() {
        return new Name(summary, localSummary);
    }

    public @Nullable Translated summaryTranslated() {
        return summaryTranslated;
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

    public @Nullable String note() {
        return note;
    }

    public @Nullable OneSeries oneSeries() {
        return oneSeries;
    }

    List<CouncilName> otherNames() {
        return Collections.unmodifiableList(otherNames);
    }

    public List<String> alsoKnownAs() {
        return otherNames.stream().map(CouncilName::name).toList();
    }

    List<CouncilSide> sides() {
        return Collections.unmodifiableList(sides);
    }

    public List<Place> places() {
        return sides.stream().map(CouncilSide::place).toList();
    }

    List<Pillar> pillars() {
        return Collections.unmodifiableList(pillars);
    }

    public List<Name> pillarNames() {
        return pillars.stream().map(Pillar::name).toList();
    }

    /** What the pillars stand for. */
    public List<FocusArea> focusAreas() {
        return pillars.stream().flatMap(pillar -> pillar.focusAreas().stream()).toList();
    }

    List<CouncilRole> roles() {
        return Collections.unmodifiableList(roles);
    }

    /** Those with a standing role. */
    public List<Person> people() {
        return roles.stream()
                .flatMap(role -> Optional.ofNullable(role.person()).stream())
                .toList();
    }

    public List<CouncilCitation> citations() {
        return Collections.unmodifiableList(citations);
    }

    /**
     * An editor's declaration that the sources use two words for one series of numbers.
     *
     * @param word the measure that is only another word
     * @param measure the measure it is counted as
     */
    @Embeddable
    public record OneSeries(
            @Column(name = "series_word") @Enumerated(EnumType.STRING)
            Measure word,

            @Column(name = "series_measure") @Enumerated(EnumType.STRING)
            Measure measure,

            @Column(name = "series_reason") String reason) {

        public OneSeries {
            if (word == measure) {
                throw new IllegalArgumentException("One word is no two: " + word);
            }
        }
    }

    /** What the sources count, as an editor reads the printed word. */
    public enum Measure {
        MOUS,
        AGREEMENTS,
        PROJECTS;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }

    /** Whether an agreement or project is in the number its council announces. */
    public enum Counting {
        IN_COUNT,
        OUTSIDE,
        NOT_STATED;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }

    /** What kind of body it is. */
    public enum Kind {
        COUNCIL,
        INITIATIVE,
        COMMITTEE,
        WORK_GROUP,
        ZONE;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
