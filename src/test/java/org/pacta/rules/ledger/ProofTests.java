package org.pacta.rules.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pacta.rules.ledger.Proof.Derived;
import org.pacta.rules.ledger.Proof.Ground;
import org.pacta.rules.ledger.Proof.NothingBefore;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Stated;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Statement.Place;

/** Proofs in which each number rests on the one before it, longer than any stack is deep. */
class ProofTests {

    private static final int LONG = 50_000;

    private static final Statement FOUR = new Statement(
            "four",
            Measure.MOUS,
            Place.at(1),
            new Statement.Count(Statement.Comparator.EXACTLY, 4),
            false,
            Statement.Standing.REPORTED);

    @Test
    void areWrittenOutHoweverLong() {
        List<Term> sum = chain(new Stated(FOUR)).writtenOut().terms();

        assertThat(sum).hasSize(LONG + 1).allMatch(term -> term.ground().equals(new Stated(FOUR)));
    }

    @Test
    void tellWhatTheyRestOnHoweverLong() {
        assertThat(chain(new Stated(FOUR)).statements()).containsExactly(FOUR);
        assertThat(chain(new Stated(FOUR)).assumes()).isFalse();
        assertThat(chain(new NothingBefore()).assumes()).isTrue();
        assertThat(chain(new NothingBefore()).toString()).hasSizeLessThan(1_000);
    }

    @Test
    void takeAwayWhatIsAddedInsideANumberThatIsTakenAway() {
        Proof inner = new Proof(List.of(
                new Term(Operator.PLUS, 21, new Stated(FOUR)), new Term(Operator.MINUS, 8, new NothingBefore())));
        Proof outer = new Proof(List.of(
                new Term(Operator.PLUS, 30, new Stated(FOUR)),
                new Term(Operator.MINUS, 13, new Derived(Measure.MOUS, Place.after(2), inner))));

        assertThat(outer.writtenOut().terms().stream().map(Term::signed)).containsExactly(30L, 8L, -21L);
    }

    private static Proof chain(Ground first) {
        Proof proof = new Proof(List.of(new Term(Operator.PLUS, 4, first)));
        for (int ordinal = 1; ordinal <= LONG; ordinal++) {
            proof = new Proof(List.of(
                    new Term(
                            Operator.PLUS,
                            4L * ordinal,
                            new Derived(Measure.MOUS, Place.after(1 + ordinal % 999), proof)),
                    new Term(Operator.PLUS, 4, new Stated(FOUR))));
        }
        return proof;
    }
}
