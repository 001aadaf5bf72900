package org.pacta.rules.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One number of a series: what a meeting added, or a total.
 *
 * @param announced every statement of this number: rivals, relations and planned ones too
 * @param stated what those that count say by themselves; null when none does or they exclude each other
 * @param derived what follows without an assumption, where that says more
 * @param assuming what follows if nothing came before the first meeting, where that says still more
 * @param withFounding the same if the founding agreement came before; null unless one is known that would count
 * @param isDisputed whether an announced figure is part of a contradiction
 */
public record Cell(
        Statement.Place place,
        List<Statement> announced,
        @Nullable Bounds stated,
        @Nullable Bounds derived,
        @Nullable Bounds assuming,
        @Nullable Bounds withFounding,
        boolean isDisputed) {

    /** How the number shown is known. */
    public enum Basis {
        ANNOUNCED,
        DERIVED,
        ASSUMED,
        BOUNDED,
        UNKNOWN
    }

    public Basis basis() {
        if (isExact(stated)) {
            return Basis.ANNOUNCED;
        }
        if (isExact(derived)) {
            return Basis.DERIVED;
        }
        if (isExact(assuming)) {
            return Basis.ASSUMED;
        }
        return shown().isPresent() ? Basis.BOUNDED : Basis.UNKNOWN;
    }

    /** The number to show: exact before bounds, announced before derived, derived before assumed. */
    public Optional<Bounds> shown() {
        return Stream.of(stated, derived, assuming)
                .filter(Cell::isExact)
                .findFirst()
                .or(this::certain);
    }

    /** What is known without an assumption. */
    public Optional<Bounds> certain() {
        return Optional.ofNullable(isExact(stated) || derived == null ? stated : derived);
    }

    private static boolean isExact(@Nullable Bounds bounds) {
        return bounds != null && bounds.isExact();
    }
}
