package org.pacta.exchange.feed;

import java.util.Arrays;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that is not sent again to somebody who has it already. */
final class TaggedFile {

    private TaggedFile() {}

    /**
     * The answer. A date says too little as long as an earlier change may become visible, and the snapshot alone too little where the file is of
     * a later one.
     *
     * @param snapshot as it was before the file was written
     */
    static ResponseEntity<byte[]> of(byte[] file, MediaType type, Snapshot snapshot) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag("\"revision-%s-%08x\"".formatted(snapshot.name(), Arrays.hashCode(file)));
        return (snapshot.isSettled() ? answer.lastModified(snapshot.madeAt()) : answer).body(file);
    }
}
