package org.pacta.registry.telling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads ledgers and puts them into words. */
@Component
public class LedgerViews {

    private final Ledgers ledgers;
    private final LedgerWording words;
    private final FindingWording findings;
    private final Sentences sentences;
    private final Targets targets;

    /** The words of a ledger for as long as that ledger itself is kept. */
    private final Cache<CouncilLedger, Map<Locale, LedgerView>> said =
            Caffeine.newBuilder().weakKeys().build();

    LedgerViews(Ledgers ledgers, LedgerWording words, FindingWording findings, Sentences sentences, Targets targets) {
        this.ledgers = ledgers;
        this.words = words;
        this.findings = findings;
        this.sentences = sentences;
        this.targets = targets;
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
        return said.get(ledger, each -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        LocaleContextHolder.getLocale(),
                        locale -> LedgerView.of(ledger, words, findings, sentences, targets));
    }
}
