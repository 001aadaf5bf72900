package org.pacta.registry.tally;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads ledgers and puts them into words. */
@Component
public class LedgerViews {

    private final Ledgers ledgers;
    private final LedgerWording words;
    private final Sentences sentences;

    LedgerViews(Ledgers ledgers, LedgerWording words, Sentences sentences) {
        this.ledgers = ledgers;
        this.words = words;
        this.sentences = sentences;
    }

    /** The ledger of a council in words; nothing when it was not there on the day of the rule. */
    public Optional<LedgerView> of(long council, CountingRule rule) {
        return ledgers.of(council, rule).map(this::of);
    }

    /** The ledger of a council by the name in its address. */
    public Optional<LedgerView> of(String slug, CountingRule rule) {
        return ledgers.of(slug, rule).map(this::of);
    }

    public LedgerView of(CouncilLedger ledger) {
        return LedgerView.of(ledger, words, sentences);
    }
}
