package org.pacta.reader.markup;

import java.util.List;
import java.util.Locale;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.shared.Marked;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.Party;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes the rows of a list of agreements or projects. A template takes thirty expressions and four fragments for each of fifty rows, which
 * is most of what the page costs. Templates know it as {@code @lineMarkup}.
 */
@Component
class LineMarkup {

    private final MessageSource messages;
    private final Wording wording;

    LineMarkup(MessageSource messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    /** The rows as those of a table: title, parties, council and date. */
    public String rows(ListPage<Line> list) {
        Locale locale = LocaleContextHolder.getLocale();
        Html html = new Html();
        for (Line line : list.slice().rows()) {
            html.open("tr").open("td");
            title(html, list, line, locale);
            html.close("td").open("td");
            parties(html, line, locale);
            html.close("td").open("td");
            council(html, line, locale);
            html.close("td").open("td").with("class", "date");
            date(html, line, locale);
            html.close("td").close("tr").text("\n");
        }
        return html.toString();
    }

    private void title(Html html, ListPage<Line> list, Line line, Locale locale) {
        String title = line.title().in(locale);
        html.open("a").with("href", line.path()).with("lang", line.title().langIn(locale));
        marked(html, list.marked(line.id(), title));
        html.close("a");
        if (line.kind() != null) {
            html.text(" ");
            span(html, "kind", say("kind." + line.kind(), locale));
        }
        List<Marked.Part> excerpt = list.excerpt(line.id(), title);
        if (!excerpt.isEmpty()) {
            html.open("div").with("class", "excerpt");
            marked(html, excerpt);
            html.close("div");
        }
    }

    private static void marked(Html html, List<Marked.Part> parts) {
        for (Marked.Part part : parts) {
            if (part.found()) {
                html.open("mark").text(part.text()).close("mark");
            } else {
                html.text(part.text());
            }
        }
    }

    private void parties(Html html, Line line, Locale locale) {
        if (line.parties().isEmpty()) {
            span(html, "unknown", say("parties.not_published", locale));
            return;
        }
        html.open("span").with("class", "parties");
        for (Party party : line.parties()) {
            if (party != line.parties().get(0)) {
                span(html, "separator", " – ");
            }
            Name name = party.id() == null ? party.person() : party.organisation();
            html.open("a")
                    .with("href", party.id() == null ? "/people/" + party.personId() : "/organisations/" + party.id())
                    .with("lang", name.langIn(locale))
                    .text(name.in(locale))
                    .close("a");
            if (!party.signs()) {
                span(html, "role", say("party." + party.role(), locale));
            }
        }
        html.close("span");
    }

    private static void council(Html html, Line line, Locale locale) {
        if (line.councilSlug() != null) {
            String name = line.council().in(locale);
            html.open("a")
                    .with("href", "/councils/" + line.councilSlug())
                    .with("title", name)
                    .text(line.councilAcronym() == null ? name : line.councilAcronym())
                    .close("a");
        }
    }

    private void date(Html html, Line line, Locale locale) {
        signed(html, line, locale);
        if (line.ends() != null) {
            html.open("div")
                    .with("class", "hint")
                    .text(messages.getMessage("line.ends", new Object[] {wording.date(line.ends())}, locale))
                    .close("div");
        }
    }

    private void signed(Html html, Line line, Locale locale) {
        PartialDate day = line.day();
        if (day == null) {
            span(html, "unknown", say("not.published", locale));
            return;
        }
        html.open("time")
                .with("datetime", day.isOnePart() ? day.edtf() : null)
                .text(wording.date(day))
                .close("time");
        if (line.dayInferred() != null) {
            html.text(" ");
            span(html, "mark", say("inferred." + line.dayInferred(), locale));
        }
    }

    private static void span(Html html, String style, String text) {
        html.open("span").with("class", style).text(text).close("span");
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
