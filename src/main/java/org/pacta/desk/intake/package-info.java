/**
 * What is pasted or dropped at the desk: texts and files become proposed lines of a draft, and somebody looks through them.
 *
 * <p>A text stays with the draft as it came, but for characters that only one font can show. Each line found in it keeps where it stands there, so that publishing can cite it, and waits until
 * it is accepted; what is in the draft or published at the meeting already is marked and never accepted with the rest.
 */
@ApplicationModule(
        id = "intake",
        displayName = "Intake",
        allowedDependencies = {
            "shared",
            "security",
            "reading",
            "storage",
            "child",
            "form",
            "language",
            "annex",
            "naming",
            "table",
            "matching",
            "draft",
            "sheet"
        })
@NullMarked
package org.pacta.desk.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
