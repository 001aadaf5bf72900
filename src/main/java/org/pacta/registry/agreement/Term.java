package org.pacta.registry.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.rules.term.Activity;
import org.pacta.rules.term.Activity.Stage;
import org.pacta.rules.term.Length;

/**
 * How long an agreement runs, as far as its sources say.
 *
 * @param validUntil the last day as a source states it
 * @param runsFor a length of ISO 8601
 * @param untilEnded whether it runs until somebody ends it
 * @param renewal automatic, by_agreement or none; null where it is not stated
 * @param noticePeriod a length of ISO 8601, before the end
 * @param endsEarliest first day that can be the last, stated or counted; null where that is open
 * @param endsLatest last day that can be the last; null where that is open
 */
public record Term(
        @Nullable PartialDate inForceFrom,
        @Nullable PartialDate validUntil,
        @Nullable String runsFor,
        boolean untilEnded,
        @Nullable String renewal,
        @Nullable String noticePeriod,
        @Nullable LocalDate endsEarliest,
        @Nullable LocalDate endsLatest) {

    /** The last day of an agreement that is under way and does not renew itself, as the view {@code agreement_line} has it; null where it is open. */
    static @Nullable LocalDate endsBy(Agreement agreement) {
        if (agreement.status().stage() != Stage.UNDER_WAY || agreement.renewal() == Renewal.AUTOMATIC) {
            return null;
        }
        PartialDate until = agreement.validUntil();
        if (until != null) {
            return until.latest();
        }
        PartialDate from = agreement.inForceFrom() == null ? agreement.signedOn() : agreement.inForceFrom();
        String length = agreement.runsFor();
        LocalDate day = from == null ? null : from.latest();
        return day == null || length == null
                ? null
                : Length.read(length).orElseThrow().from(day);
    }

    /** How long it runs, where a source says so. */
    public @Nullable Length length() {
        return runsFor == null ? null : Length.read(runsFor).orElseThrow();
    }

    /** How long before its end one has to give notice, where a source says so. */
    public @Nullable Length notice() {
        return noticePeriod == null ? null : Length.read(noticePeriod).orElseThrow();
    }

    /** The last day, stated or else counted. */
    public @Nullable PartialDate ends() {
        if (validUntil != null || endsLatest == null) {
            return validUntil;
        }
        return PartialDate.parse(
                endsLatest.equals(endsEarliest)
                        ? endsLatest.toString()
                        : "[%s..%s]".formatted(Objects.requireNonNullElse(endsEarliest, ""), endsLatest));
    }

    /** Whether an agreement of this term and status is active on a day. */
    Activity activity(AgreementStatus status, LocalDate day) {
        return Activity.of(status.stage(), endsEarliest, endsLatest, "automatic".equals(renewal), untilEnded, day);
    }

    /** What the last day is counted from, {@code in_force} or {@code signed}; null where it is stated or not known. */
    public @Nullable String countedFrom() {
        return validUntil != null || endsLatest == null ? null : inForceFrom == null ? "signed" : "in_force";
    }

    /** Whether sources say nothing of how long it runs. */
    public boolean isNotStated() {
        return validUntil == null && runsFor == null && !untilEnded;
    }

    /** What happens to an agreement at the end of its term. */
    public enum Renewal {
        AUTOMATIC,
        BY_AGREEMENT,
        NONE;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
