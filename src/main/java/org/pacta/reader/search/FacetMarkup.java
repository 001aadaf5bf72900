package org.pacta.reader.search;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.ListPage.Choice;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

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
        StringBuilder html = new StringBuilder();
        for (Choice choice : facet.choices()) {
            String label = choice.name() != null
                    ? choice.name().in(locale)
                    : messages.getMessage(facet.parameter() + "." + choice.value(), null, locale);
            html.append(choice.isEmpty() ? "<li class=\"none\"><label><input" : "<li><label><input");
            html.append(" type=\"checkbox\" class=\"form-check-input\"");
            attribute(html, "id", facet.parameter() + "-" + choice.value());
            attribute(html, "name", facet.parameter());
            attribute(html, "value", choice.value());
            html.append(choice.chosen() ? " checked>" : ">").append(" <span");
            attribute(html, "lang", choice.name() == null ? null : choice.name().langIn(locale));
            html.append('>').append(HtmlUtils.htmlEscape(label, "UTF-8")).append("</span></label>");
            if (choice.rows() != null) {
                html.append(" <span class=\"rows\">")
                        .append(numbers.format(choice.rows()))
                        .append("</span>");
            }
            if (excluding && !choice.chosen() && !choice.excluded() && !choice.isEmpty()) {
                String without = messages.getMessage("filter.exclude", new Object[] {label}, locale);
                html.append(" <button class=\"exclude\"");
                attribute(html, "name", facet.parameter());
                attribute(html, "value", "-" + choice.value());
                attribute(html, "title", without);
                attribute(html, "aria-label", without);
                html.append("><span aria-hidden=\"true\">−</span></button>");
            }
            html.append("</li>\n");
        }
        return html.toString();
    }

    private static void attribute(StringBuilder html, String name, @Nullable String value) {
        if (value != null) {
            html.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(HtmlUtils.htmlEscape(value, "UTF-8"))
                    .append('"');
        }
    }
}
