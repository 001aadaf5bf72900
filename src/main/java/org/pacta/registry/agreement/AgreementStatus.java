package org.pacta.registry.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.pacta.rules.term.Activity.Stage;

/** How far an agreement has come. */
enum AgreementStatus {
    PLANNED(Stage.BEFORE),
    SIGNED(Stage.UNDER_WAY),
    PROVISIONALLY_APPLIED(Stage.UNDER_WAY),
    IN_FORCE(Stage.UNDER_WAY),
    EXTENDED(Stage.UNDER_WAY),
    SUSPENDED(Stage.SUSPENDED),
    EXPIRED(Stage.OVER),
    TERMINATED(Stage.OVER),
    SUPERSEDED(Stage.OVER);

    private static final Set<AgreementStatus> ENDS = EnumSet.of(EXPIRED, TERMINATED, SUPERSEDED);
    private static final Set<AgreementStatus> LATER = EnumSet.of(IN_FORCE, EXTENDED, SUSPENDED);

    @EnumeratedValue
    @JsonValue
    private final String code = name().toLowerCase(Locale.ROOT);

    private final Stage stage;

    AgreementStatus(Stage stage) {
        this.stage = stage;
    }

    static AgreementStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What a source may say of a later day without anybody wondering; what it was it may stay. */
    public boolean canBecome(AgreementStatus next) {
        return next == this
                || switch (this) {
                    case PLANNED -> next == SIGNED;
                    case SIGNED, SUSPENDED ->
                        next == PROVISIONALLY_APPLIED || LATER.contains(next) || ENDS.contains(next);
                    case PROVISIONALLY_APPLIED -> next == IN_FORCE || next == SUSPENDED || ENDS.contains(next);
                    case IN_FORCE, EXTENDED -> LATER.contains(next) || ENDS.contains(next);
                    case EXPIRED, TERMINATED -> next == SUPERSEDED;
                    case SUPERSEDED -> false;
                };
    }

    /** Whether it takes a statement to be known, beyond what its day of signing tells. */
    public boolean isTold() {
        return this != PLANNED && this != SIGNED;
    }

    public Stage stage() {
        return stage;
    }
}
