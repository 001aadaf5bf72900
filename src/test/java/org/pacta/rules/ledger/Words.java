package org.pacta.rules.ledger;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Ledger.Cell;
import org.pacta.rules.ledger.Ledger.Row;
import org.pacta.rules.ledger.Ledger.Series;
import org.pacta.rules.ledger.Proof.Term;

/** Puts cells and findings into the shorthand of the tables in the tests: S stated, d derived, a assuming nothing came before. */
final class Words {

    private Words() {}

    /** Each meeting as "added | to date". */
    static Stream<String> table(Series series) {
        return series.rows().stream().map(Words::row);
    }

    static String row(Row row) {
        String meetings = row.ordinal() == row.through() ? "" : row.ordinal() + " to " + row.through() + ": ";
        return meetings + cell(row.added()) + " | " + cell(row.toDate());
    }

    static String cell(Cell cell) {
        return switch (cell.basis()) {
            case ANNOUNCED -> range(cell.stated()) + " S";
            case DERIVED -> range(cell.derived()) + " d = " + proof(cell.derived());
            case ASSUMED ->
                range(cell.assuming())
                        + " a = "
                        + proof(cell.assuming())
                        + (cell.withFounding() == null ? "" : " (" + range(cell.withFounding()) + ")");
            case BOUNDED -> range(cell.shown().orElseThrow());
            case UNKNOWN -> "?";
        };
    }

    static String range(@Nullable Bounds bounds) {
        if (bounds == null) {
            return "?";
        }
        String least = String.valueOf(bounds.least().value());
        if (bounds.isExact()) {
            return least;
        }
        return least + ".." + (bounds.most() == null ? "" : bounds.most().value());
    }

    static String proof(Bounds bounds) {
        String least = proof(bounds.least().proof());
        Bound most = bounds.most();
        return bounds.isEquality() || most == null ? least : least + " and at most " + proof(most.proof());
    }

    static String proof(Proof proof) {
        String terms = proof.terms().stream().map(Words::term).collect(joining(" "));
        return terms.startsWith("+ ") ? terms.substring(2) : terms;
    }

    private static String term(Term term) {
        String sign =
                switch (term.operator()) {
                    case PLUS -> "+";
                    case MINUS -> "−";
                    case TIMES -> "×";
                    case DIVIDED_BY -> "/";
                };
        return sign + " " + term.value().toPlainString();
    }

    static String finding(Finding finding) {
        if (finding instanceof Finding.Agreement agreement) {
            return ((Statement.Count) agreement.statement().amount()).value() + " = " + proof(agreement.proof());
        }
        if (finding instanceof Finding.Contradiction contradiction) {
            return proof(contradiction.sum())
                    + " against "
                    + contradiction.announced().value().toPlainString()
                    + ": "
                    + contradiction.difference()
                    + " "
                    + contradiction.explanations();
        }
        if (finding instanceof Finding.CountedBefore counted) {
            return range(counted.before())
                    + " counted before = "
                    + proof(counted.before().least().proof().writtenOut())
                    + (counted.founding() == null ? "" : ", the founding agreement");
        }
        if (finding instanceof Finding.Growth growth) {
            return range(growth.growth()) + " more between " + growth.ordinal() + " and the next";
        }
        if (finding instanceof Finding.Rivals rivals) {
            return rivals.others().size() + " rival at " + rivals.ordinal();
        }
        if (finding instanceof Finding.Others others) {
            return others.others() + " others at " + others.ordinal();
        }
        if (finding instanceof Finding.Gap gap) {
            return gap.missing() + " not recorded at " + gap.ordinal();
        }
        if (finding instanceof Finding.OverCount over) {
            return over.surplus() + " too many recorded at " + over.ordinal();
        }
        if (finding instanceof Finding.MoreContradictions more) {
            return more.found() + " contradictions, and perhaps more";
        }
        if (finding instanceof Finding.Misfit misfit) {
            return misfit.statements().size() + " figures do not fit together";
        }
        if (finding instanceof Finding.FarOff far) {
            Statement.Count count = (Statement.Count) far.statement().amount();
            return "about " + count.value() + " against " + range(far.known());
        }
        Finding.MissingMeetings missing = (Finding.MissingMeetings) finding;
        return missing.ordinal() == missing.through()
                ? "meeting " + missing.ordinal() + " is missing"
                : "meetings " + missing.ordinal() + " to " + missing.through() + " are missing";
    }
}
