/** The MOUs, contracts and other instruments, who signed them and how they relate. */
@ApplicationModule(
        id = "agreement",
        displayName = "Agreements",
        allowedDependencies = {
            "shared",
            "form",
            "history",
            "reading",
            "source",
            "place",
            "topic",
            "person",
            "organisation",
            "term",
            "line",
            "council",
            "meeting"
        })
@NullMarked
package org.pacta.registry.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
