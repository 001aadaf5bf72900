package org.pacta.exchange.feed;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reader.revision.RevisionQueries;
import org.pacta.reader.revision.RevisionQueries.Revision;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.RecordKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How to cite a record as it stands, or a view of the registry as it is known today: by an address that goes on showing that state. */
@Controller
class CitationController {

    private static final String RECORD =
            "/{kind:places|sources|people|organisations|councils|meetings|agreements|projects}/{key}/cite";
    private static final String MEETING = "/councils/{council}/meetings/{ordinal:\\d+}/cite";
    private static final String FILE = ".{format:txt|bib|ris}";

    private final RevisionQueries revisions;
    private final MessageSource messages;
    private final ZoneId zone;

    CitationController(RevisionQueries revisions, MessageSource messages, @Value("${pacta.zone}") ZoneId zone) {
        this.revisions = revisions;
        this.messages = messages;
        this.zone = zone;
    }

    @GetMapping(RECORD)
    String show(@PathVariable String kind, @PathVariable String key, Locale locale, Model model) {
        return show(subject(kind, key), locale, model);
    }

    @GetMapping(MEETING)
    String show(@PathVariable String council, @PathVariable int ordinal, Locale locale, Model model) {
        return show(revisions.meeting(council, ordinal), locale, model);
    }

    private String show(Subject subject, Locale locale, Model model) {
        model.addAttribute("subject", subject);
        return show(cited(subject, locale), model);
    }

    private static String show(Cited cited, Model model) {
        model.addAttribute("cited", cited);
        model.addAttribute("text", cited.text());
        model.addAttribute("bibtex", cited.bibtex());
        model.addAttribute("ris", cited.ris());
        return "feed/cite";
    }

    @GetMapping(RECORD + FILE)
    ResponseEntity<String> file(
            @PathVariable String kind, @PathVariable String key, @PathVariable String format, Locale locale) {
        return file(cited(subject(kind, key), locale), format);
    }

    @GetMapping(MEETING + FILE)
    ResponseEntity<String> file(
            @PathVariable String council, @PathVariable int ordinal, @PathVariable String format, Locale locale) {
        return file(cited(revisions.meeting(council, ordinal), locale), format);
    }

    /** A view that knows the day it is known on: the dashboard and its charts. */
    @GetMapping("/dashboard/cite")
    String show(@RequestParam(defaultValue = "/dashboard") String view, Locale locale, Model model) {
        if (!view.matches("/dashboard(\\?[^#\\s]*)?")) {
            throw new BadParameterException("view");
        }
        LocalDate today = LocalDate.now(zone);
        boolean isDated = view.contains("knownOn=");
        String address = isDated ? view : view + (view.contains("?") ? "&" : "?") + "knownOn=" + today;
        String title = messages.getMessage("nav.dashboard", null, locale);
        String kind = messages.getMessage("cite.view", null, locale);
        return show(
                new Cited("pacta-dashboard-" + today, title, kind, null, today, Site.current() + address, today),
                model);
    }

    private static ResponseEntity<String> file(Cited cited, String format) {
        String type =
                switch (format) {
                    case "bib" -> "application/x-bibtex";
                    case "ris" -> "application/x-research-info-systems";
                    default -> "text/plain";
                };
        String text =
                switch (format) {
                    case "bib" -> cited.bibtex();
                    case "ris" -> cited.ris();
                    default -> cited.text() + "\n";
                };
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .header("Content-Disposition", "inline; filename=\"%s.%s\"".formatted(cited.key(), format))
                .body(text);
    }

    private Cited cited(Subject subject, Locale locale) {
        if (subject.withdrawnOn() != null) {
            throw new GoneException(subject.withdrawnOn(), String.valueOf(subject.withdrawalReason()));
        }
        Revision newest = revisions.of(subject.kind(), subject.id()).get(0);
        String kind = messages.getMessage("record.one." + subject.kind().code(), null, locale);
        return new Cited(
                "pacta-%s-%d-r%d".formatted(subject.kind().code(), subject.id(), newest.number()),
                subject.name().in(locale),
                kind,
                newest.number(),
                LocalDate.ofInstant(newest.madeAt(), zone),
                "%s%s/history/%d".formatted(Site.current(), subject.root(), newest.number()),
                LocalDate.now(zone));
    }

    private Subject subject(String kind, String key) {
        return revisions.subject(RecordKind.ofPlural(kind).orElseThrow(() -> new NotFoundException("kind", kind)), key);
    }
}
