package org.pacta.reference.organisation;

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
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.rules.language.NameKey;

/** A company, ministry, hospital, university or another body, with its names and identifiers. */
@Entity
@Audited
public class Organisation extends Recorded {

    private @Nullable String name;

    private @Nullable String localName;

    @Enumerated(EnumType.STRING)
    private @Nullable Translated translated;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Place place;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Organisation parent;

    private boolean toComplete;

    private @Nullable String note;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Organisation mergedInto;

    @OneToMany(mappedBy = "organisation", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<OrganisationName> otherNames = new ArrayList<>();

    @OneToMany(mappedBy = "organisation", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<OrganisationIdentifier> identifiers = new ArrayList<>();

    @OneToMany(mappedBy = "organisation", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<OrganisationCitation> citations = new ArrayList<>();

    protected Organisation() {}

    Organisation(Kind kind, Name name) {
        this.kind = kind;
        rename(name);
    }

    void rename(Name name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("An organisation needs a name");
        }
        this.name = name.text();
        this.localName = name.local();
    }

    void translate(@Nullable Translated translated) {
        this.translated = translated;
    }

    void settle(@Nullable Place place, @Nullable Organisation parent) {
        for (Organisation above = parent; above != null; above = above.parent()) {
            if (above.getId() != null && above.getId().equals(getId())) {
                throw new BrokenRuleException("organisation_parent_ck");
            }
        }
        this.place = place;
        this.parent = parent;
    }

    void classify(Kind kind) {
        this.kind = kind;
    }

    /**
     * Says what the registry still has to learn of it.
     *
     * @param toComplete whether somebody entered no more than its name
     */
    void remark(@Nullable String note, boolean toComplete) {
        this.note = note;
        this.toComplete = toComplete;
    }

    void alsoKnownAs(List<OrganisationName> names) {
        Rows.align(
                otherNames, names, (held, wanted) -> held.name().equals(wanted.name()), OrganisationName::becomeLike);
    }

    /** Learns a name, unless it is known by a spelling of it already. */
    void remember(String spelling, OrganisationName.Kind kind) {
        if (!isKnownAs(spelling)) {
            otherNames.add(new OrganisationName(this, spelling, kind));
        }
    }

    boolean isKnownAs(String spelling) {
        String key = NameKey.of(spelling);
        return Stream.concat(Stream.of(name, localName), otherNames.stream().map(OrganisationName::name))
                .anyMatch(known -> known != null && NameKey.of(known).equals(key));
    }

    void identify(List<OrganisationIdentifier> numbers) {
        Rows.replace(
                identifiers,
                numbers,
                (held, wanted) ->
                        held.scheme() == wanted.scheme() && held.value().equals(wanted.value()));
    }

    void citedBy(List<OrganisationCitation> all) {
        Rows.replace(citations, all, CitationForm::areAlike);
    }

    void mergeInto(Organisation survivor) {
        if (survivor == this || survivor.mergedInto() != null) {
            throw new IllegalArgumentException("An organisation is merged into another that stands");
        }
        mergedInto = survivor;
        otherNames.forEach(other -> survivor.remember(other.name(), other.kind()));
        Stream.of(name, localName)
                .filter(Objects::nonNull)
                .forEach(each -> survivor.remember(each, OrganisationName.Kind.ALIAS));
    }

    void part() {
        mergedInto = null;
    }

    public Name name() {
        return new Name(name, localName);
    }

    public @Nullable Translated translated() {
        return translated;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable Place place() {
        return place;
    }

    public @Nullable Organisation parent() {
        return parent;
    }

    public boolean toComplete() {
        return toComplete;
    }

    public @Nullable String note() {
        return note;
    }

    @Override
    public boolean stands() {
        return super.stands() && mergedInto == null;
    }

    public @Nullable Organisation mergedInto() {
        return mergedInto;
    }

    /** The organisation it was merged into, or itself. */
    public Organisation survivor() {
        return mergedInto == null ? this : mergedInto.survivor();
    }

    List<OrganisationName> otherNames() {
        return Collections.unmodifiableList(otherNames);
    }

    public List<String> alsoKnownAs() {
        return otherNames.stream().map(OrganisationName::name).toList();
    }

    public List<OrganisationIdentifier> identifiers() {
        return Collections.unmodifiableList(identifiers);
    }

    public List<OrganisationCitation> citations() {
        return Collections.unmodifiableList(citations);
    }

    /** What kind of body it is. */
    public enum Kind {
        COMPANY,
        MINISTRY,
        AGENCY,
        GOVERNMENT,
        COURT,
        BANK,
        HOSPITAL,
        UNIVERSITY,
        RESEARCH_INSTITUTE,
        ASSOCIATION,
        ZONE,
        FUND,
        OTHER;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
