/** Who may do what, and the headers that keep a page to itself. Everything published may be read by anybody. */
@ApplicationModule(id = "security", displayName = "Security", allowedDependencies = "shared")
@NullMarked
package org.pacta.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
