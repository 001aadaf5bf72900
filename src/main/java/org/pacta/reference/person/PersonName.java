package org.pacta.reference.person;

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

/** Another name of a person: an alias, a former name, or one as a source printed it. */
@Entity
@Audited
class PersonName extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Person person;

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    protected PersonName() {}

    PersonName(Person person, String name, Kind kind) {
        this.person = person;
        this.name = name;
        this.kind = kind;
    }

    void becomeLike(PersonName other) {
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
        FORMER,
        AS_PRINTED;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
