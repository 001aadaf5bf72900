/**
 * What somebody follows: the meetings as a calendar, and what changed as Atom feeds, of everything, of a council, or of a list as a reader
 * narrowed it. The name of the state of the registry is the tag of each answer, so that whoever has it is not sent it again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
@ApplicationModule(
        id = "feed",
        displayName = "Feeds",
        allowedDependencies = {"shared", "history", "form", "record", "reading", "line", "draft"})
@NullMarked
package org.pacta.exchange.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
