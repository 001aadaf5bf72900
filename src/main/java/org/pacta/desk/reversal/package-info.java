/**
 * Takes back what is published: a publication as one, so that what it recorded is withdrawn, what it changed is as it was, and the draft is at
 * work again; a correction in the same way; or a record by itself, with what rests on it, which can be restored.
 *
 * <p>What others have built on it since stays or goes as somebody decides. Whatever stays keeps what it rests on, so that no record that stands
 * names one that does not.
 */
@ApplicationModule(
        id = "reversal",
        displayName = "Reversal",
        allowedDependencies = {
            "shared",
            "form",
            "record",
            "security",
            "history",
            "reading",
            "revision",
            "correction",
            "discussion",
            "draft",
            "matching",
            "publication"
        })
@NullMarked
package org.pacta.desk.reversal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
