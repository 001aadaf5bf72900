package org.pacta.exchange.export;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pacta.platform.history.Snapshots.Snapshot;

/**
 * What a file holds, as it stands beside its rows.
 *
 * @param name of the file, and of the sheet with the rows
 * @param sentence what is listed, in words
 * @param address of the page with the same view
 * @param madeAt when the rows were read
 * @param snapshot the state of the registry then
 * @param rule which rows count
 */
record About(
        String name,
        String title,
        String sentence,
        String address,
        Instant madeAt,
        Snapshot snapshot,
        String order,
        String rule) {

    /** Everything under short stable names. */
    Map<String, Object> said() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", title);
        said.put("view", sentence);
        said.put("address", address);
        said.put("made_at", madeAt.toString());
        said.put("revision", snapshot.revision());
        said.put("snapshot", snapshot.name());
        said.put("order", order);
        said.put("rule", rule);
        said.put("licence", "CC BY 4.0");
        said.put("licence_address", "https://creativecommons.org/licenses/by/4.0/");
        return said;
    }
}
