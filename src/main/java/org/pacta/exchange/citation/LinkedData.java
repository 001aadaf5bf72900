package org.pacta.exchange.citation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.feed.Site;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says of a record in the words of schema.org what it is; templates know it as {@code @linkedData}. */
@Component
class LinkedData {

    private static final JsonMapper json = new JsonMapper();

    /** JSON-LD that can stand in a script element: nothing in it can end the element. */
    public String of(String kind, Name name, String path, @Nullable PartialDate day) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("@context", "https://schema.org");
        said.put("@type", RecordKind.find(kind).flatMap(RecordKind::schemaType).orElse("CreativeWork"));
        said.put("@id", address(path));
        said.put("url", address(path));
        put(said, "name", name.text() == null ? name.local() : name.text());
        put(said, "alternateName", name.text() == null ? null : name.local());
        if (day != null && kind.equals("meeting")) {
            put(said, "startDate", day.earliest());
            put(said, "endDate", day.latest());
        } else if (day != null) {
            said.put("temporalCoverage", day.edtf());
        }
        said.put("license", "https://creativecommons.org/licenses/by/4.0/");
        if (!said.get("@type").equals("CreativeWork")) {
            said.remove("license");
        }
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
