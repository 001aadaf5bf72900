package org.pacta.exchange.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.ReasonWording;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ChangesController {

    private static final Set<String> PARAMETERS = Arrays.stream(ListFilter.class.getRecordComponents())
            .map(component -> component.getName())
            .collect(Collectors.toUnmodifiableSet());

    private final Changes changes;
    private final Snapshots snapshots;
    private final ReasonWording reasons;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Absences absences;

    ChangesController(
            Changes changes,
            Snapshots snapshots,
            ReasonWording reasons,
            MessageSource messages,
            JdbcClient jdbc,
            Absences absences) {
        this.changes = changes;
        this.snapshots = snapshots;
        this.reasons = reasons;
        this.messages = messages;
        this.jdbc = jdbc;
        this.absences = absences;
    }

    @GetMapping("/changes.atom")
    ResponseEntity<byte[]> all(Locale locale) throws XMLStreamException {
        return feed("/changes.atom", "/", say("feed.changes", locale), changes::all, locale);
    }

    @GetMapping("/councils/{slug}/changes.atom")
    ResponseEntity<byte[]> ofCouncil(@PathVariable String slug, Locale locale) throws XMLStreamException {
        Head council = jdbc.sql("select id, name, local_name from council where slug = :slug and withdrawn_on is null")
                .param("slug", slug)
                .query((row, n) -> new Head(row.getLong("id"), Columns.name(row, "")))
                .optional()
                .orElseThrow(() -> absences.of("council", slug));
        String page = "/councils/" + slug;
        String title = say("feed.changes.of", locale, council.name.in(locale));
        return feed(page + "/changes.atom", page, title, () -> changes.ofCouncil(council.id), locale);
    }

    @GetMapping("/{list:agreements|projects|organisations|meetings|sources|people}.atom")
    ResponseEntity<byte[]> ofList(
            @PathVariable String list, ListFilter filter, HttpServletRequest request, Locale locale)
            throws XMLStreamException {
        request.getParameterMap().keySet().stream()
                .filter(name -> !PARAMETERS.contains(name) || name.equals("page") || name.equals("sort"))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadParameterException(name);
                });
        ListPage<?> page = changes.page(list, filter);
        String view = page.address().toString();
        String title = say("feed.changes.of", locale, say("nav." + list, locale));
        return feed(
                view.replace("/" + list, "/" + list + ".atom"), view, title, () -> changes.ofList(list, page), locale);
    }

    private record Head(long id, Name name) {}

    private ResponseEntity<byte[]> feed(
            String path, String page, String title, Supplier<List<Changes.Change>> read, Locale locale)
            throws XMLStreamException {
        Site site = Site.here();
        Snapshot snapshot = snapshots.now();
        List<Changes.Change> changed = read.get();
        AtomFile file = new AtomFile(
                site.tag(path.substring(1)),
                title,
                changed.isEmpty() ? snapshot.madeAt() : changed.get(0).madeAt(),
                site.base() + path,
                site.base() + page);
        for (Changes.Change change : changed) {
            file.add(entry(change, site, locale));
        }
        return TaggedFile.of(file.end(), MediaType.APPLICATION_ATOM_XML, snapshot);
    }

    private AtomFile.Entry entry(Changes.Change change, Site site, Locale locale) {
        String path = change.path();
        String name = change.name().isEmpty()
                ? say("feed.withdrawn", locale, change.kind(), String.valueOf(change.id()))
                : change.name().in(locale);
        String title = change.ordinal() == null ? name : name + " " + change.ordinal();
        return new AtomFile.Entry(
                site.tag(change.kind() + "/" + change.id() + "/" + change.revision()),
                say(change.isNew() ? "feed.new" : "feed.changed", locale, title),
                change.madeAt(),
                reasons.say(change.reason(), locale),
                site.base() + (path == null ? gone(change) : path),
                path == null ? null : site.base() + path + "/history/" + change.revision());
    }

    /** Where a record that is not published any more says so. */
    private static String gone(Changes.Change change) {
        return "/" + RecordKind.of(change.kind()).plural() + "/" + change.id();
    }

    private String say(String key, Locale locale, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
