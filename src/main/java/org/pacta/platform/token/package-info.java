/**
 * Programs that ask in the name of a person: each has a token of its own, which is shown once and may be revoked. A program may do what an
 * editor may, whatever the role of the person, so that it publishes nothing.
 */
@ApplicationModule(
        id = "token",
        displayName = "Tokens",
        allowedDependencies = {"secret", "security", "shared"})
@NullMarked
package org.pacta.platform.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
