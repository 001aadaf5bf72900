package org.pacta.rules.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One figure as a source states it.
 *
 * @param key the caller's reference to it
 * @param measure the editor's reading of the printed word
 * @param preferred by an editor over its rivals
 */
public record Statement(String key, Measure measure, Place place, Amount amount, boolean preferred, Standing standing) {

    static final int LAST_ORDINAL = 999;

    /** How it counts: only what is reported is ever used to derive, all else is shown beside it. */
    public enum Standing {
        REPORTED,
        PLANNED,
        /** It is of one side of the council alone. */
        ONE_SIDED,
        /** An editor said why it does not count. */
        SET_ASIDE
    }

    /** Where in the series the figure belongs. */
    public sealed interface Place permits At, After, Before, AsOf {

        /** The name in message keys. */
        default String code() {
            return getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }

        /** What one meeting added. */
        static Place at(int ordinal) {
            return new At(ordinal, ordinal);
        }

        static Place after(int ordinal) {
            return new After(ordinal);
        }

        static Place before(int ordinal) {
            return new Before(ordinal);
        }
    }

    /** What a meeting, or a span of meetings together, added. */
    public record At(int ordinal, int through) implements Place {

        public At {
            requireOrdinal(ordinal);
            requireOrdinal(through);
            if (through < ordinal) {
                throw new IllegalArgumentException("a span from %d through %d".formatted(ordinal, through));
            }
        }

        public boolean isSpan() {
            return ordinal < through;
        }
    }

    /** The total to date, this meeting included. */
    public record After(int ordinal) implements Place {

        public After {
            requireOrdinal(ordinal);
        }
    }

    /** The total to date when this meeting began. */
    public record Before(int ordinal) implements Place {

        public Before {
            requireOrdinal(ordinal);
        }
    }

    /** The total on a day that lies between these two, both included; {@link LocalDate#MIN} where only the latest is known. */
    public record AsOf(LocalDate earliest, LocalDate latest) implements Place {

        public AsOf {
            if (latest.isBefore(earliest)) {
                throw new IllegalArgumentException("a day from %s to %s".formatted(earliest, latest));
            }
        }
    }

    /** How much: a number, or a multiple of another meeting's. */
    public sealed interface Amount permits Count, Relation, Either {

        Comparator comparator();
    }

    /**
     * A number as printed.
     *
     * @param value the number, or the lowest it can be where digits of it are lost
     * @param upTo the highest it can be
     */
    public record Count(Comparator comparator, int value, int upTo) implements Amount {

        public Count {
            if (value < 0 || upTo < value) {
                throw new IllegalArgumentException("a count of %d to %d".formatted(value, upTo));
            }
        }

        public Count(Comparator comparator, int value) {
            this(comparator, value, value);
        }

        /** Reads a number of which some digits are lost: "4?" is 40 to 49, and "?4" is 14 to 94, since no number begins with zero. */
        public static Count ofDigits(Comparator comparator, String digits) {
            String first = digits.length() > 1 ? digits.replaceFirst("^\\?", "1") : digits;
            return new Count(
                    comparator, Integer.parseInt(first.replace('?', '0')), Integer.parseInt(digits.replace('?', '9')));
        }

        /** Whether no digit of it is lost. */
        boolean isWhole() {
            return value == upTo;
        }

        /** Whether its source gives it only roughly. */
        boolean isRough() {
            return comparator == Comparator.ABOUT || comparator == Comparator.NEARLY;
        }

        /** Whether all that a number can be is more than a quarter of this one away. */
        boolean isFarFrom(Bounds known) {
            return 4 * known.least().value() > 5L * upTo
                    || known.most() != null && 4 * known.most().value() < 3L * value;
        }

        @Nullable
        Long least() {
            return comparator.bindsBelow ? value + (comparator == Comparator.MORE_THAN ? 1L : 0L) : null;
        }

        @Nullable
        Long most() {
            return comparator.bindsAbove ? Long.valueOf(upTo) : null;
        }
    }

    /** So many times the number of another meeting: what it added, or, for a total, the total after it. */
    public record Relation(Comparator comparator, BigDecimal factor, int ordinal) implements Amount {

        public Relation {
            requireOrdinal(ordinal);
            if (factor.signum() <= 0) {
                throw new IllegalArgumentException("a factor of " + factor);
            }
            factor = factor.stripTrailingZeros();
            factor = factor.setScale(Math.max(factor.scale(), 0));
        }

        /** What it is relative to: what the other meeting added, or the total after it (before it). */
        Place base(Place place) {
            if (place instanceof At) {
                return Place.at(ordinal);
            }
            return place instanceof Before ? Place.before(ordinal) : Place.after(ordinal);
        }

        /** The least by which this exceeds the other meeting's number, whatever that is. */
        @Nullable
        Long leastMore() {
            if (!comparator.bindsBelow || factor.compareTo(BigDecimal.ONE) < 0) {
                return null;
            }
            return comparator == Comparator.MORE_THAN ? 1L : 0L;
        }

        @Nullable
        Long mostMore() {
            return comparator.bindsAbove && factor.compareTo(BigDecimal.ONE) <= 0 ? Long.valueOf(0) : null;
        }

        boolean isMore() {
            return factor.compareTo(BigDecimal.ONE) > 0;
        }

        /** How many times the other meeting's number the two differ by: three times as much is twice as much more. */
        Optional<Relation> difference() {
            BigDecimal difference = factor.subtract(BigDecimal.ONE).abs();
            return difference.signum() == 0
                    ? Optional.empty()
                    : Optional.of(new Relation(isMore() ? comparator : comparator.ofWhatIsLeft(), difference, ordinal));
        }

        /** Whether either end comes to so much or more when the other is this number. */
        boolean reaches(BigDecimal limit, BigDecimal number) {
            return number.multiply(factor).compareTo(limit) >= 0 || number.compareTo(limit.multiply(factor)) >= 0;
        }

        /** The least this can be when the other meeting's number is so much. */
        @Nullable
        Long leastFor(BigDecimal base) {
            if (!comparator.bindsBelow) {
                return null;
            }
            BigDecimal product = base.multiply(factor);
            return comparator == Comparator.MORE_THAN
                    ? floor(product, BigDecimal.ONE) + 1
                    : ceiling(product, BigDecimal.ONE);
        }

        @Nullable
        Long mostFor(BigDecimal base) {
            return comparator.bindsAbove ? floor(base.multiply(factor), BigDecimal.ONE) : null;
        }

        /** The least the other meeting's number can be when this is so much. */
        @Nullable
        Long leastBase(BigDecimal number) {
            return comparator.bindsAbove ? ceiling(number, factor) : null;
        }

        @Nullable
        Long mostBase(BigDecimal number) {
            if (!comparator.bindsBelow) {
                return null;
            }
            return comparator == Comparator.MORE_THAN ? ceiling(number, factor) - 1 : floor(number, factor);
        }

        private static long floor(BigDecimal number, BigDecimal divisor) {
            return number.divideToIntegralValue(divisor).longValueExact();
        }

        private static long ceiling(BigDecimal number, BigDecimal divisor) {
            return floor(number, divisor) + number.remainder(divisor).signum();
        }
    }

    /**
     * One of several numbers printed for one thing, between which no editor has decided.
     *
     * @param isFall whether the first is of an earlier time, and more than the second of a later one can be: the later has no upper end then
     */
    record Either(List<Statement> rivals, boolean isFall) implements Amount {

        @Override
        public Comparator comparator() {
            return Comparator.EXACTLY;
        }

        private @Nullable Long least() {
            List<Long> ends = rivals.stream()
                    .flatMap(rival -> Stream.ofNullable(rival.least()))
                    .toList();
            return ends.size() < rivals.size() ? null : Collections.min(ends);
        }

        private @Nullable Long most() {
            List<Long> ends = rivals.stream()
                    .flatMap(rival -> Stream.ofNullable(rival.most()))
                    .toList();
            return isFall || ends.size() < rivals.size() ? null : Collections.max(ends);
        }
    }

    /** How a printed number binds the true one. "Nearly n" leaves n as the upper bound; "about n" binds nothing. */
    public enum Comparator {
        EXACTLY(true, true),
        AT_LEAST(true, false),
        MORE_THAN(true, false),
        NEARLY(false, true),
        ABOUT(false, false),
        UP_TO(false, true);

        private final boolean bindsBelow;
        private final boolean bindsAbove;

        /** How the rest is bound when a part is bound in this way. */
        private Comparator ofWhatIsLeft() {
            return switch (this) {
                case AT_LEAST, MORE_THAN -> UP_TO;
                case NEARLY, UP_TO -> AT_LEAST;
                case EXACTLY, ABOUT -> this;
            };
        }

        Comparator(boolean bindsBelow, boolean bindsAbove) {
            this.bindsBelow = bindsBelow;
            this.bindsAbove = bindsAbove;
        }
    }

    /** What rivals say together: that it is one of theirs. */
    static Statement either(List<Statement> rivals) {
        Statement first = rivals.get(0);
        return new Statement(
                first.key, first.measure, first.place, new Either(rivals, false), false, Standing.REPORTED);
    }

    /** What two totals that contradict each other say of the later: that it is no less than the lesser, since one of them is right. */
    static Statement fallen(Statement earlier, Statement later) {
        Either either = new Either(List.of(earlier, later), true);
        return new Statement(later.key, later.measure, later.place, either, false, Standing.REPORTED);
    }

    /** The least it can be by itself; null where it says nothing of that. */
    @Nullable
    Long least() {
        return amount instanceof Count count ? count.least() : amount instanceof Either either ? either.least() : null;
    }

    @Nullable
    Long most() {
        return amount instanceof Count count ? count.most() : amount instanceof Either either ? either.most() : null;
    }

    /** What it gives to a proof. */
    Proof.Ground ground() {
        return amount instanceof Either either ? new Proof.Undecided(either.rivals) : new Proof.Stated(this);
    }

    /** Whether it is said of such a place, where both measure the same: a total of a day is of no other day and of no meeting. */
    boolean isOf(Place other) {
        return !(place instanceof AsOf || other instanceof AsOf) || place.equals(other);
    }

    public boolean isReported() {
        return standing == Standing.REPORTED;
    }

    private static void requireOrdinal(int ordinal) {
        if (ordinal < 1 || ordinal > LAST_ORDINAL) {
            throw new IllegalArgumentException("a meeting numbered " + ordinal);
        }
    }
}
