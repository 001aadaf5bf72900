package org.pacta.reference.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hibernate.envers.Audited;
import org.pacta.platform.history.Numbered;

/** The number of an organisation in a public register. */
@Entity
@Audited
public class OrganisationIdentifier extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation organisation;

    @Enumerated(EnumType.STRING)
    private Scheme scheme;

    private String value;

    protected OrganisationIdentifier() {}

    OrganisationIdentifier(Organisation organisation, Scheme scheme, String value) {
        this.organisation = organisation;
        this.scheme = scheme;
        this.value = value;
    }

    public Scheme scheme() {
        return scheme;
    }

    public String value() {
        return value;
    }

    /** The register: UEN of Singapore, USCC of China, LEI, ROR or Wikidata. */
    public enum Scheme {
        UEN("uen", CheckDigits::fitUen),
        USCC("uscc", CheckDigits::fitCreditCode),
        LEI("lei", CheckDigits::fitLei),
        ROR("ror", CheckDigits::fitRor),
        WIKIDATA("wikidata", Pattern.compile("Q[1-9]\\d*").asMatchPredicate());

        @EnumeratedValue
        @JsonValue
        private final String code;

        private final Predicate<String> check;

        Scheme(String code, Predicate<String> check) {
            this.code = code;
            this.check = check;
        }

        /** Whether the number has the shape of this register and its check digits fit; one that does not deserves a second look. */
        public boolean isPlausible(String value) {
            String number = value.strip();
            return check.test(
                    this == ROR
                            ? number.toLowerCase(Locale.ROOT).replaceFirst("^https://ror\\.org/", "")
                            : number.toUpperCase(Locale.ROOT));
        }
    }
}
