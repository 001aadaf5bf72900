package org.pacta.registry.agreement;

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

/** That an agreement renews, amends, supersedes or implements another. */
@Entity
@Audited
class AgreementRelation extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Agreement agreement;

    @ManyToOne(fetch = FetchType.LAZY)
    private Agreement related;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    protected AgreementRelation() {}

    AgreementRelation(Agreement agreement, Kind kind, Agreement related) {
        if (related == agreement) {
            throw new IllegalArgumentException("An agreement relates to another");
        }
        this.agreement = agreement;
        this.kind = kind;
        this.related = related;
    }

    boolean isLike(AgreementRelation other) {
        return kind == other.kind && related == other.related;
    }

    public Agreement related() {
        return related;
    }

    public Kind kind() {
        return kind;
    }

    /** What the agreement does to the other. */
    public enum Kind {
        RENEWS,
        AMENDS,
        SUPERSEDES,
        IMPLEMENTS;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
