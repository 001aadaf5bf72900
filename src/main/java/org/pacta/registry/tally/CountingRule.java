package org.pacta.registry.tally;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What a reader lets count, bound from the query string, where both may be missing: nothing besides, and ever. A rule selects recorded rows and the announced numbers beside them; it never
 * changes an announced number.
 *
 * @param with what is counted besides the council's own count
 * @param state ever signed, or active on the day of the rule; announced totals always mean ever
 * @param asOf only what was signed and announced by this day
 * @param knownOn the registry as its pages stood at the end of this day
 */
public record CountingRule(
        Set<Extra> with,
        State state,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate asOf,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate knownOn) {

    /** The council's own count of all that was ever signed, as it stands now. */
    public static final CountingRule PLAIN = new CountingRule(Set.of(), State.EVER, null, null);

    /** What a rule can add, each on a line of its own. */
    public enum Extra {
        SUB_COUNCILS,
        FOUNDING,
        OUTSIDE;

        /** The name in addresses and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which recorded rows count by their status. */
    public enum State {
        EVER(
                "signed",
                "provisionally_applied",
                "in_force",
                "extended",
                "suspended",
                "expired",
                "terminated",
                "superseded",
                "launched",
                "completed",
                "stopped"),
        ACTIVE("signed", "provisionally_applied", "in_force", "extended", "launched");

        private final List<String> statuses;

        State(String... statuses) {
            this.statuses = List.of(statuses);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The statuses of agreements and projects; planned ones count nowhere. */
        List<String> statuses() {
            return statuses;
        }
    }

    public CountingRule {
        with = with == null || with.isEmpty() ? Set.of() : EnumSet.copyOf(with);
        state = Objects.requireNonNullElse(state, State.EVER);
        asOf = WallClock.known(asOf);
        knownOn = WallClock.known(knownOn);
    }

    public boolean includes(Extra extra) {
        return with.contains(extra);
    }

    /** Everything that can be added. */
    public Extra[] extras() {
        return Extra.values();
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** The day on which what counts as active has to be so. */
    LocalDate activeOn(LocalDate today) {
        return asOf != null ? asOf : Objects.requireNonNullElse(knownOn, today);
    }

    /** Whether it counts what every page counts unless told otherwise. */
    public boolean isPlain() {
        return with.isEmpty() && !isActive();
    }

    /** The plain rule at the same point in time. */
    public CountingRule plain() {
        return new CountingRule(Set.of(), State.EVER, asOf, knownOn);
    }

    /** Whether something is surely, perhaps or not of a time up to the day of the rule; what has no date may be. */
    public enum Happened {
        SURELY,
        PERHAPS,
        NOT
    }

    Happened happened(@Nullable PartialDate date) {
        if (asOf == null) {
            return Happened.SURELY;
        }
        LocalDate earliest = date == null ? null : date.earliest();
        LocalDate latest = date == null ? null : date.latest();
        if (latest != null && !latest.isAfter(asOf)) {
            return Happened.SURELY;
        }
        return earliest != null && earliest.isAfter(asOf) ? Happened.NOT : Happened.PERHAPS;
    }

    /** The last day that a date can be, the day of the rule at most. */
    public LocalDate by(PartialDate date) {
        LocalDate latest = Objects.requireNonNullElseGet(date.latest(), date::sort);
        return asOf != null && latest.isAfter(asOf) ? asOf : latest;
    }

    /** Whether it goes back in time, by what was signed or by what was known. */
    public boolean isOfATime() {
        return asOf != null || knownOn != null;
    }

    /** Adds the rule to the address of a view, so that a link keeps it. */
    public Address on(Address address) {
        return address.with("with", with.stream().map(Extra::code).toList())
                .with("state", isActive() ? state.code() : null)
                .with("asOf", asOf)
                .with("knownOn", knownOn);
    }
}
