package org.pacta.reader.markup;

import java.text.NumberFormat;
import java.util.Locale;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.ListPage.Choice;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes the choices of a facet as list items. Some hundred and fifty stand beside every list: a template evaluates two thousand expressions
 * for them, which took longer than the search itself. Templates know it as {@code @facetMarkup}.
 */
@Component
class FacetMarkup {

    private final MessageSource messages;

    FacetMarkup(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The choices of one facet.
     *
     * @param excluding whether each value can be excluded too
     */
    public String choices(ListPage.Choices facet, boolean excluding) {
        Locale locale = LocaleContextHolder.getLocale();
        NumberFormat numbers = NumberFormat.getIntegerInstance(locale);
        Html html = new Html();
        for (Choice choice : facet.choices()) {
            String label = choice.name() != null
                    ? choice.name().in(locale)
                    : messages.getMessage(facet.parameter() + "." + choice.value(), null, locale);
            html.open("li")
                    .with("class", choice.isEmpty() ? "none" : null)
                    .open("label")
                    .open("input")
                    .with("type", "checkbox")
                    .with("class", "form-check-input")
                    .with("id", facet.parameter() + "-" + choice.value())
                    .with("name", facet.parameter())
                    .with("value", choice.value())
                    .with("checked", choice.chosen() ? "" : null)
                    .text(" ")
                    .open("span")
                    .with("lang", choice.name() == null ? null : choice.name().langIn(locale))
                    .text(label)
                    .close("span")
                    .close("label");
            if (choice.rows() != null) {
                html.text(" ")
                        .open("span")
                        .with("class", "rows")
                        .text(numbers.format(choice.rows()))
                        .close("span");
            }
            if (excluding && !choice.chosen() && !choice.excluded() && !choice.isEmpty()) {
                exclude(html, facet.parameter(), choice.value(), label, locale);
            }
            html.close("li").text("\n");
        }
        return html.toString();
    }

    private void exclude(Html html, String parameter, String value, String label, Locale locale) {
        String without = messages.getMessage("filter.exclude", new Object[] {label}, locale);
        html.text(" ")
                .open("button")
                .with("class", "exclude")
                .with("name", parameter)
                .with("value", "-" + value)
                .with("title", without)
                .with("aria-label", without)
                .text("−")
                .close("button");
    }
}
