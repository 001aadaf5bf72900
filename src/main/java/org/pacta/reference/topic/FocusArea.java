package org.pacta.reference.topic;

import jakarta.persistence.Entity;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Numbered;
import org.pacta.platform.shared.Name;

/** One topic of cooperation, on a list common to all councils. */
@Entity
@Audited
public class FocusArea extends Numbered {

    private String slug;

    private String name;

    private String localName;

    private @Nullable String description;

    protected FocusArea() {}

    FocusArea(String slug, String name, String localName) {
        this.slug = slug;
        this.name = name;
        this.localName = localName;
    }

    public String slug() {
        return slug;
    }

    public Name name() {
        return new Name(name, localName);
    }
}
