/**
 * The second step of signing in with a password: an app makes a code each half minute (RFC 6238), and where it is lost, one of ten codes for
 * recovery lets its person in once.
 */
@ApplicationModule(
        id = "authenticator",
        displayName = "Authenticators",
        allowedDependencies = {"secret", "security", "limit"})
@NullMarked
package org.pacta.platform.authenticator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
