package org.pacta.exchange.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Entry;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.RecordKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** Feeds of what changed. A reader that has the newest revision is told so and sent nothing. */
@Controller
class FeedController {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final RevisionQueries revisions;
    private final MessageSource messages;
    private final String authority;

    FeedController(
            RevisionQueries revisions, MessageSource messages, @Value("${pacta.tag-authority}") String authority) {
        this.revisions = revisions;
        this.messages = messages;
        this.authority = authority;
    }

    @GetMapping("/changes.atom")
    ResponseEntity<String> all(WebRequest request, Locale locale) {
        String title = messages.getMessage("feed.all", null, locale);
        return answer(request, locale, title, "/changes.atom", "/", revisions.latest(null));
    }

    @GetMapping("/councils/{slug}/changes.atom")
    ResponseEntity<String> ofCouncil(@PathVariable String slug, WebRequest request, Locale locale) {
        Subject council = revisions.subject(RecordKind.COUNCIL, slug);
        String title =
                messages.getMessage("feed.council", new Object[] {council.name().in(locale)}, locale);
        return answer(
                request,
                locale,
                title,
                council.root() + "/changes.atom",
                council.root(),
                revisions.latest(council.id()));
    }

    private ResponseEntity<String> answer(
            WebRequest request, Locale locale, String title, String path, String page, List<Entry> entries) {
        long newest = entries.isEmpty() ? 0 : entries.get(0).revision().number();
        long when = entries.isEmpty() ? -1 : entries.get(0).revision().madeAt().toEpochMilli();
        if (request.checkNotModified("\"%d-%s\"".formatted(newest, locale), when)) {
            return ResponseEntity.status(304).build();
        }
        String feed = Atom.write(Site.current(), authority, locale, title, path, page, entries);
        return ResponseEntity.ok().contentType(ATOM).body(feed);
    }
}
