package org.pacta.exchange.feed;

import org.pacta.platform.history.Snapshots.Snapshot;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that is not sent again to somebody who has it already. */
final class TaggedFile {

    private TaggedFile() {}

    /**
     * The answer. A date says too little as long as an earlier change may become visible.
     *
     * @param snapshot as it was before the file was written
     * @param mark what else tells one state of the file from another
     */
    static ResponseEntity<byte[]> of(byte[] file, MediaType type, Snapshot snapshot, String mark) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag("\"revision-" + snapshot.name() + mark + "\"");
        return (snapshot.isSettled() ? answer.lastModified(snapshot.madeAt()) : answer).body(file);
    }
}
