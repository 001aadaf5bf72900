package org.pacta.exchange.citation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.feed.Site;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says of a record in the words of schema.org what it is; templates know it as {@code @linkedData}. The licence is that of the data set: what a
 * record is about, an article or an agreement, has its own.
 */
@Component
class LinkedData {

    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    private static final JsonMapper json = new JsonMapper();

    private final WallClock clock;

    LinkedData(WallClock clock) {
        this.clock = clock;
    }

    /**
     * JSON-LD that can stand in a script element: nothing in it can end the element.
     *
     * @param more what else is known: {@code ordinal}, {@code location}, {@code organizer} and {@code organizerPath} of a meeting,
     *     {@code publisher} and {@code sameAs} of a source, {@code expires} of an agreement, {@code identifiers} of an organisation, each with its scheme
     */
    public String of(
            String kind,
            Name name,
            String path,
            @Nullable PartialDate day,
            @Nullable Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> known = Objects.requireNonNullElse(more, Map.of());
        Map<String, Object> said =
                about(RecordKind.find(kind).flatMap(RecordKind::schemaType).orElse("CreativeWork"), path);
        Object ordinal = known.get("ordinal");
        put(said, "name", name(name) + (ordinal == null ? "" : ", meeting " + ordinal));
        put(said, "alternateName", name.text() == null ? null : name.local());
        if (day != null) {
            date(said, kind, day);
        }
        if (known.get("location") instanceof Name place && !place.isEmpty()) {
            said.put("location", Map.of("@type", "Place", "name", name(place)));
        }
        if (known.get("organizer") instanceof Name organizer) {
            said.put(
                    "organizer",
                    Map.of(
                            "@type",
                            "Organization",
                            "name",
                            name(organizer),
                            "url",
                            address(String.valueOf(known.get("organizerPath")))));
        }
        if (known.get("expires") instanceof PartialDate last) {
            put(said, "expires", Work.iso(last).orElse(null));
        }
        if (known.get("publisher") instanceof String publisher) {
            said.put("publisher", Map.of("@type", "Organization", "name", publisher));
        }
        if (known.get("sameAs") instanceof String url) {
            said.put("sameAs", url);
        }
        if (known.get("identifiers") instanceof List<?> identifiers && !identifiers.isEmpty()) {
            said.put(
                    "identifier",
                    identifiers.stream()
                            .map(String::valueOf)
                            .map(each -> Map.of(
                                    "@type",
                                    "PropertyValue",
                                    "propertyID",
                                    each.substring(0, each.indexOf(':')),
                                    "value",
                                    each.substring(each.indexOf(':') + 1)))
                            .toList());
        }
        return script(said);
    }

    /** The whole registry as a data set that can be downloaded. */
    public String dataset(String title, String description, long revision, Instant madeAt) {
        Map<String, Object> said = about("Dataset", "/data");
        said.put("name", title);
        said.put("description", description);
        said.put("license", LICENCE);
        said.put("version", "1.0." + revision);
        said.put("dateModified", clock.at(madeAt).toLocalDate().toString());
        said.put("isAccessibleForFree", true);
        said.put("creator", Map.of("@type", "Organization", "name", "Pacta", "url", address("/")));
        said.put(
                "distribution",
                List.of(Map.of(
                        "@type",
                        "DataDownload",
                        "encodingFormat",
                        "application/zip",
                        "contentUrl",
                        address("/data/pacta.zip"))));
        return script(said);
    }

    private Map<String, Object> about(String type, String path) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("@context", "https://schema.org");
        said.put("@type", type);
        said.put("@id", address(path));
        said.put("url", address(path));
        return said;
    }

    /** Dates are those of ISO 8601 there, and intervals its own; what is not known at all is left out. */
    private static void date(Map<String, Object> said, String kind, PartialDate day) {
        switch (kind) {
            case "meeting" -> {
                put(said, "startDate", day.earliest());
                put(said, "endDate", day.latest());
            }
            case "source" -> put(said, "datePublished", Work.iso(day).orElse(null));
            default -> put(said, "temporalCoverage", interval(day));
        }
    }

    private static @Nullable String interval(PartialDate day) {
        LocalDate earliest = day.earliest();
        LocalDate latest = day.latest();
        return earliest == null && latest == null
                ? null
                : Work.iso(day)
                        .orElseGet(() -> Objects.requireNonNullElse(earliest, "..")
                                + "/"
                                + Objects.requireNonNullElse(latest, ".."));
    }

    private static String name(Name name) {
        return Objects.requireNonNull(name.text() == null ? name.local() : name.text());
    }

    private static String script(Map<String, Object> said) {
        return json.writeValueAsString(said)
                .replace("<", "\\u003C")
                .replace(">", "\\u003E")
                .replace("&", "\\u0026");
    }

    /** The whole address of a page of ours. */
    public String address(String path) {
        return Site.here().base() + path;
    }

    private static void put(Map<String, Object> said, String property, @Nullable Object value) {
        if (value != null) {
            said.put(property, value.toString());
        }
    }
}
