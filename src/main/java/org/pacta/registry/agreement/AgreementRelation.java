package org.pacta.registry.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** That an agreement renews, amends, supersedes or implements another. */
@Entity
@Audited
class AgreementRelation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @Version
    private @Nullable Integer version;

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

    public Long getId() {
        return id;
    }

    public Agreement agreement() {
        return agreement;
    }

    public Agreement related() {
        return related;
    }

    public Kind kind() {
        return kind;
    }

    /** What the agreement does to the other. */
    public enum Kind {
        RENEWS("renews"),
        AMENDS("amends"),
        SUPERSEDES("supersedes"),
        IMPLEMENTS("implements");

        @EnumeratedValue
        @JsonValue
        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }
}
