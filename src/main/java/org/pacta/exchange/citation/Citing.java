package org.pacta.exchange.citation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.feed.Changes;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what there is to say of a record or a chart that somebody cites. */
@Service
@Transactional(readOnly = true)
class Citing {

    private static final Map<String, String> TITLES =
            Map.of("cooperation", "cooperation.page", "coverage", "coverage.title", "indicators", "indicators.title");

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Snapshots snapshots;
    private final Absences absences;
    private final WallClock clock;
    private final MessageSource messages;

    Citing(
            JdbcClient jdbc,
            Changes changes,
            Snapshots snapshots,
            Absences absences,
            WallClock clock,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.snapshots = snapshots;
        this.absences = absences;
        this.clock = clock;
        this.messages = messages;
    }

    /** A record that is published. */
    private record Found(Name name, String path) {}

    CitableState record(String kind, long id, String base) {
        Found found = jdbc.sql("select name, local_name, ordinal, path from record where kind = :kind and id = :id")
                .param("kind", kind)
                .param("id", id)
                .query((row, n) ->
                        new Found(named(Columns.name(row, ""), Columns.number(row, "ordinal")), row.getString("path")))
                .optional()
                .orElseThrow(() -> absences.of(kind, id));
        long revision = changes.newestOf(kind, id);
        return new CitableState(
                "pacta-%s-%d-r%d".formatted(kind, id, revision),
                found.name.text() == null ? Objects.requireNonNull(found.name.local()) : found.name.text(),
                found.name.local(),
                revision,
                day(madeAt(revision)),
                clock.today(),
                base + found.path + "/history/" + revision,
                kind.equals("source") ? source(id) : work(kind, id));
    }

    private Work source(long id) {
        return jdbc.sql("select kind, publisher, published_on, url from source where id = :id")
                .param("id", id)
                .query((row, n) -> new Work(
                        row.getString("kind"),
                        row.getString("publisher"),
                        Columns.date(row, "published_on"),
                        row.getString("url"),
                        List.of(),
                        List.of()))
                .single();
    }

    private Work work(String kind, long id) {
        List<String> sources = jdbc.sql("""
                        select distinct source.id, coalesce(title, local_title) as title, publisher, published_on, url
                        from citation join source on source.id = source_id and withdrawn_on is null
                        where citation.kind = :kind and record_id = :id order by source.id
                        """)
                .param("kind", kind)
                .param("id", id)
                .query((row, n) -> Work.sentence(
                        row.getString("title"),
                        row.getString("publisher"),
                        Columns.date(row, "published_on"),
                        row.getString("url")))
                .list();
        return switch (kind) {
            case "agreement", "project" -> new Work(null, null, day(kind, id), null, parties(kind, id), sources);
            case "meeting" -> new Work(null, null, day(kind, id), null, List.of(), sources);
            default -> new Work(null, null, null, null, List.of(), sources);
        };
    }

    private @Nullable PartialDate day(String kind, long id) {
        return jdbc.sql("select day from %s_line where id = :id".formatted(kind))
                .param("id", id)
                .query((row, n) -> Optional.ofNullable(Columns.date(row, "day")))
                .single()
                .orElse(null);
    }

    private List<String> parties(String kind, long id) {
        return jdbc.sql("""
                        select coalesce(party ->> 'asPrinted', party ->> 'name', party ->> 'localName', party ->> 'personName', party ->> 'office')
                        from %s_line, json_array_elements(party_list) party where id = :id
                        """.formatted(kind)).param("id", id).query(String.class).list().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** A meeting is called by its council. */
    private static Name named(Name name, @Nullable Integer ordinal) {
        return ordinal == null
                ? name
                : new Name(
                        name.text() == null ? null : name.text() + ", meeting " + ordinal,
                        name.local() == null ? null : name.local() + "第" + ordinal + "次会议");
    }

    CitableState bySlug(String kind, String slug, String base) {
        long id = jdbc.sql("select id from subject where kind = :kind and slug = :slug")
                .param("kind", kind)
                .param("slug", slug)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> absences.of(kind, slug));
        return record(kind, id, base);
    }

    CitableState meeting(String council, int ordinal, String base) {
        long id = jdbc.sql("select id from meeting_line where council_slug = :council and ordinal = :ordinal")
                .param("council", council)
                .param("ordinal", ordinal)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> absences.ofMeeting(council, ordinal));
        return record("meeting", id, base);
    }

    /** A chart, which shows the registry as it was known on a day. */
    CitableState dashboard(String address) {
        LocalDate day = clock.today();
        String permanent = address.contains("knownOn=")
                ? address
                : address + (address.contains("?") ? "&" : "?") + "knownOn=" + day;
        return chart("dashboard", "nav.dashboard", permanent);
    }

    /** A page of charts or numbers that shows the registry as it is: its revision says which one that was. */
    CitableState view(String name, String address) {
        return chart(name, Objects.requireNonNull(TITLES.get(name)), address);
    }

    private CitableState chart(String name, String title, String address) {
        Snapshot snapshot = snapshots.now();
        return new CitableState(
                "pacta-%s-r%s".formatted(name, snapshot.name()),
                messages.getMessage(title, null, LocaleContextHolder.getLocale()),
                null,
                snapshot.revision(),
                day(snapshot.madeAt()),
                clock.today(),
                address,
                Work.VIEW);
    }

    private LocalDate day(Instant moment) {
        return clock.at(moment).toLocalDate();
    }

    private Instant madeAt(long revision) {
        return jdbc.sql("select made_at from revision where id = :id")
                .param("id", revision)
                .query((row, n) ->
                        row.getObject("made_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }
}
