/**
 * Who may do what, how a person signs in, and the headers that keep a page to itself. What is published may be read by anybody, unless
 * {@code pacta.public-read} is false.
 *
 * <p>A reader who is not signed in gets no session and no cookie. A session holds the number of an account and nothing of what it may do, so
 * that a change of the account counts at the next request.
 */
@ApplicationModule(
        id = "security",
        displayName = "Security",
        allowedDependencies = {"shared", "limit", "secret"})
@NullMarked
package org.pacta.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
