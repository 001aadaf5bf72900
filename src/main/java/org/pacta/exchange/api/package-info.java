/** What programs may ask: no page, no session, JSON out, and errors as problem details (RFC 9457). */
@ApplicationModule(
        id = "api",
        displayName = "Interface for programs",
        allowedDependencies = {
            "shared",
            "limit",
            "form",
            "history",
            "reading",
            "annex",
            "naming",
            "matching",
            "record",
            "security",
            "importing"
        })
@NullMarked
package org.pacta.exchange.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
