package org.pacta.registry.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.telling.LedgerView.Item;
import org.pacta.registry.telling.LedgerView.Sentence;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Builds sentences of items that are links. */
@Component
class SentenceParts {

    /** Where the items stand in a message. */
    private static final String ITEMS = "§";

    /** So many figures of other occasions are named one by one. */
    private static final int NAMED = 12;

    private final LedgerWording words;
    private final Wording wording;

    SentenceParts(LedgerWording words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    static @Nullable String source(Figure figure) {
        return figure.sources().isEmpty() ? null : figure.sources().get(0).path();
    }

    static String name(CouncilLedger ledger) {
        return ledger.council().name().in(LocaleContextHolder.getLocale());
    }

    static Item item(String text, @Nullable String href) {
        return new Item("", text, href);
    }

    /** Nothing where there is nothing to say. */
    List<Sentence> sentence(String code, List<Item> items, Object... arguments) {
        List<Item> joined = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String joint = i == 0 ? "" : words.say(i == items.size() - 1 ? "list.and" : "list.comma");
            joined.add(new Item(joint, items.get(i).text(), items.get(i).href()));
        }
        return joined(code, joined, arguments);
    }

    List<Sentence> joined(String code, List<Item> items, Object... arguments) {
        if (items.isEmpty()) {
            return List.of();
        }
        String[] parts = words.say("sentence." + code, arguments).split(ITEMS, 2);
        List<Item> told = parts[0].isEmpty()
                ? Stream.concat(
                                Stream.of(items.get(0).capitalised()),
                                items.stream().skip(1))
                        .toList()
                : items;
        return List.of(new Sentence(code.replace('.', '-'), parts[0], told, parts[1]));
    }

    /** Items that are sentences themselves. */
    List<Item> apart(List<Item> items) {
        List<Item> apart = new ArrayList<>();
        items.forEach(item ->
                apart.add(new Item(apart.isEmpty() ? "" : words.say("list.semicolon"), item.text(), item.href())));
        return apart;
    }

    /** Figures one by one, with the occasion or the day they are of, and how many more there are. */
    List<Item> named(CouncilLedger ledger, List<Figure> figures) {
        List<Item> items = new ArrayList<>(figures.stream()
                .limit(NAMED)
                .map(figure -> item(words.occasion(figure), source(figure)))
                .toList());
        if (figures.size() > NAMED) {
            items.add(item(
                    words.say("sentence.more", wording.count(figures.size() - NAMED)),
                    ledger.council().path() + "#figures"));
        }
        return items;
    }
}
