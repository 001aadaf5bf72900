package org.pacta.exchange.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.ListPage;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in a sentence what a reader chose in a list, as its page does. */
@Component
class ViewSentence {

    private final MessageSource messages;

    ViewSentence(MessageSource messages) {
        this.messages = messages;
    }

    String of(ListPage<?> page) {
        List<String> said = new ArrayList<>();
        if (page.isSearched()) {
            said.add(say("sentence.words", page.address().values("q").get(0)));
        }
        page.facets().stream()
                .filter(ListPage.Choices::anyChosen)
                .map(this::facet)
                .forEach(said::add);
        for (String bound : List.of("from", "to")) {
            page.address().values(bound).forEach(year -> said.add(say("sentence." + bound, year)));
        }
        return said.isEmpty() ? say("export.all") : String.join(" ", said);
    }

    private String facet(ListPage.Choices facet) {
        String wanted = String.join(
                say("sentence.or"),
                facet.chosen().stream().map(each -> label(facet, each)).toList());
        List<String> parts = new ArrayList<>(wanted.isEmpty() ? List.of() : List.of(wanted));
        facet.excluded().forEach(each -> parts.add(say("sentence.not") + " " + label(facet, each)));
        return say("sentence.facet", say("filter." + facet.parameter()))
                + String.join(say("sentence.and"), parts)
                + say("sentence.end");
    }

    private String label(ListPage.Choices facet, ListPage.Choice choice) {
        return choice.name() != null ? choice.name().in(locale()) : say(facet.parameter() + "." + choice.value());
    }

    /** A message of ours in the reader's language. */
    String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
