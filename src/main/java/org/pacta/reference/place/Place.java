package org.pacta.reference.place;

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
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.reference.source.CitationForm;

/** A country, province, city, district or zone, with the place it lies in. */
@Entity
@Audited
public class Place extends Recorded {

    private String slug;

    private String name;

    private @Nullable String localName;

    @Enumerated(EnumType.STRING)
    private @Nullable Translated translated;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Place parent;

    private @Nullable String isoCode;

    private @Nullable String note;

    @OneToMany(mappedBy = "place", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<PlaceCitation> citations = new ArrayList<>();

    protected Place() {}

    Place(String slug, String name, @Nullable String localName, Kind kind, @Nullable Place parent) {
        this.slug = slug;
        this.name = name;
        this.localName = localName;
        this.kind = kind;
        lieIn(parent, kind);
    }

    void rename(String slug, String name, @Nullable String localName) {
        this.slug = slug;
        this.name = name;
        this.localName = localName;
    }

    void translate(@Nullable Translated translated) {
        this.translated = translated;
    }

    void lieIn(@Nullable Place parent, Kind kind) {
        for (Place around = parent; around != null; around = around.parent()) {
            if (around.getId() != null && around.getId().equals(getId())) {
                throw new BrokenRuleException("place_parent_ck");
            }
        }
        this.parent = parent;
        this.kind = kind;
    }

    void remark(@Nullable String isoCode, @Nullable String note) {
        this.isoCode = isoCode;
        this.note = note;
    }

    void citedBy(List<PlaceCitation> all) {
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

    public @Nullable String isoCode() {
        return isoCode;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable Place parent() {
        return parent;
    }

    public @Nullable String note() {
        return note;
    }

    public List<PlaceCitation> citations() {
        return Collections.unmodifiableList(citations);
    }

    /** What kind of place it is. */
    public enum Kind {
        COUNTRY,
        PROVINCE,
        MUNICIPALITY,
        CITY,
        DISTRICT,
        ZONE;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
