package org.pacta.registry.council;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Numbered;
import org.pacta.platform.shared.Name;
import org.pacta.reference.topic.FocusArea;

/** A field of work in the council's own wording, and the common focus areas it maps to. */
@Entity
@Audited
class Pillar extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Council council;

    private String name;

    private @Nullable String localName;

    private int position;

    @ManyToMany
    @JoinTable(
            name = "pillar_focus_area",
            joinColumns = @JoinColumn(name = "pillar_id"),
            inverseJoinColumns = @JoinColumn(name = "focus_area_id"))
    private Set<FocusArea> focusAreas = new LinkedHashSet<>();

    protected Pillar() {}

    Pillar(Council council, String name, @Nullable String localName, int position) {
        this.council = council;
        this.name = name;
        this.localName = localName;
        this.position = position;
    }

    void focusOn(Collection<FocusArea> areas) {
        focusAreas.retainAll(areas);
        focusAreas.addAll(areas);
    }

    void move(int position) {
        this.position = position;
    }

    boolean isNamedLike(Pillar other) {
        return name.equals(other.name);
    }

    void becomeLike(Pillar other) {
        localName = other.localName;
        focusOn(other.focusAreas);
    }

    public Name name() {
        return new Name(name, localName);
    }

    public int position() {
        return position;
    }

    public Set<FocusArea> focusAreas() {
        return Collections.unmodifiableSet(focusAreas);
    }
}
