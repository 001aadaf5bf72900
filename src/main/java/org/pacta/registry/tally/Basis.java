package org.pacta.registry.tally;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Bounds;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Ledger.Cell;
import org.pacta.rules.ledger.Statement;

/** How a number is known. Only what somebody said is announced; each has its word, its sign in tables and its mark in charts. */
public enum Basis {
    /** A source says so, and the number is exact. */
    ANNOUNCED("●"),
    /** It follows from what is announced. */
    DERIVED("○"),
    /** It follows if nothing was counted before the first meeting. */
    ASSUMED("◇"),
    /** Only the least or the most that it can be follows. */
    BOUNDED("↕"),
    /** A source says so, and other announced numbers exclude it. */
    DISPUTED("≠"),
    /** Sources give different numbers, and no editor has decided between them. */
    RIVAL("⇄"),
    /** A source says so, but not exactly. */
    APPROXIMATE("≈"),
    /** A source says that it is to come. */
    PLANNED("▷"),
    /** Nobody says it and it does not follow. */
    UNKNOWN("–");

    private final String sign;

    Basis(String sign) {
        this.sign = sign;
    }

    /** The name in files, message keys and style sheets. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sign() {
        return sign;
    }

    /** Whether it is what sources say, rather than what follows from it. */
    public boolean isSaid() {
        return this == ANNOUNCED || this == DISPUTED || this == RIVAL || this == APPROXIMATE || this == PLANNED;
    }

    /** Whether a table says it in words as well as by the sign: the number alone could be taken for another. */
    public boolean isExplained() {
        return this == ASSUMED || this == DISPUTED || this == RIVAL || this == PLANNED;
    }

    /** How a cell is known, of which this was announced and that is what is shown. */
    static Basis of(List<Statement> announced, @Nullable Bounds bounds, Cell cell) {
        List<Statement> counting = counting(announced);
        if (Bounds.of(counting).isEmpty()) {
            return RIVAL;
        }
        if (cell.isDisputed() && !counting.isEmpty()) {
            return DISPUTED;
        }
        if (bounds != null && bounds.isExact()) {
            return !counting.isEmpty() && counting.containsAll(bounds.statements())
                    ? ANNOUNCED
                    : bounds.assumes() ? ASSUMED : DERIVED;
        }
        if (counting.stream().anyMatch(statement -> statement.amount() instanceof Statement.Count)) {
            return APPROXIMATE;
        }
        if (bounds != null) {
            return BOUNDED;
        }
        if (!counting.isEmpty()) {
            return APPROXIMATE;
        }
        return announced.stream().anyMatch(statement -> statement.standing() == Statement.Standing.PLANNED)
                ? PLANNED
                : UNKNOWN;
    }

    /** How a figure is known that has no place between numbered meetings. */
    static Basis of(CouncilLedger.Figure figure) {
        if (!figure.isReported()) {
            return figure.isPlanned() ? PLANNED : UNKNOWN;
        }
        return figure.value() != null && figure.comparator().equals("exactly") ? ANNOUNCED : APPROXIMATE;
    }

    /** Whether each of several rivals is part of a contradiction with others than these. */
    static boolean areContradicted(CouncilLedger ledger, List<Statement> rivals) {
        Set<Statement> contradicted = ledger.ledger().findings().stream()
                .flatMap(finding -> finding instanceof Finding.Contradiction contradiction
                        ? Stream.of(statements(contradiction))
                        : Stream.empty())
                .filter(statements -> !rivals.containsAll(statements))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return contradicted.containsAll(rivals);
    }

    private static Set<Statement> statements(Finding.Contradiction contradiction) {
        return Stream.concat(
                        contradiction.announced().ground().statements().stream(),
                        contradiction.sum().statements().stream())
                .collect(Collectors.toSet());
    }

    /** What is reported and not set aside for another figure that an editor prefers. */
    static List<Statement> counting(List<Statement> announced) {
        List<Statement> reported = announced.stream()
                .filter(statement -> statement.standing() == Statement.Standing.REPORTED)
                .toList();
        List<Statement> preferred =
                reported.stream().filter(Statement::preferred).toList();
        return preferred.isEmpty() ? reported : preferred;
    }
}
