package org.pacta.registry.council;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.pacta.platform.history.Numbered;

/** Another name of a council: an acronym, its places in the other order, or what its committee is called. */
@Entity
@Audited
class CouncilName extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Council council;

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    protected CouncilName() {}

    CouncilName(Council council, String name, Kind kind) {
        this.council = council;
        this.name = name;
        this.kind = kind;
    }

    void becomeLike(CouncilName other) {
        kind = other.kind;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** What kind of name it is. */
    public enum Kind {
        ALIAS,
        ACRONYM,
        FORMER,
        AS_PRINTED;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
