/**
 * Text as the rules see it: stretches that know where they stand, words of any script, lists of names that hold their own separators, the key
 * under which two spellings of a name are the same, and the words of agreements in a dozen languages.
 *
 * <p>{@code vocabulary.txt} is data: whoever meets a new word for a memorandum adds a line there.
 *
 * <p>Chinese also as search needs it: one script for both, and readings in Latin letters. The Unicode data behind it is ICU's; what comes out is a key
 * to find things by and is never shown.
 */
@ApplicationModule(
        id = "language",
        displayName = "Language",
        allowedDependencies = {})
@NullMarked
package org.pacta.rules.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
