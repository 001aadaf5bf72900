package org.pacta.reader.markup;

import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/** Writes HTML where a template is too slow. Every text and every value is escaped. */
final class Html {

    private final StringBuilder html = new StringBuilder();
    private boolean inTag;

    /** Opens an element; its attributes follow before anything else does. */
    Html open(String element) {
        endTag();
        html.append('<').append(element);
        inTag = true;
        return this;
    }

    /** Gives the element just opened an attribute, unless there is no value. */
    Html with(String attribute, @Nullable String value) {
        if (value != null) {
            html.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(HtmlEscape.escapeHtml4Xml(value))
                    .append('"');
        }
        return this;
    }

    Html text(String text) {
        endTag();
        html.append(HtmlEscape.escapeHtml4Xml(text));
        return this;
    }

    Html close(String element) {
        endTag();
        html.append("</").append(element).append('>');
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private void endTag() {
        if (inTag) {
            html.append('>');
            inTag = false;
        }
    }
}
