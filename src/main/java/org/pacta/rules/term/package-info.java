/**
 * How long an agreement runs: lengths of time as sources and people write them, and the last day that follows from a first one.
 *
 * <p>A term of years or months ends on the day that corresponds to the one it is counted from, or on the last day of a month that has no such
 * day; the day it is counted from is not counted itself. So say the Civil Code of China, articles 201 and 202, and the common law of Singapore.
 */
@ApplicationModule(
        id = "term",
        displayName = "Terms",
        allowedDependencies = {})
@NullMarked
package org.pacta.rules.term;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
