/**
 * What is on the screen is what one takes away: lists as CSV, XLSX and JSON, and a meeting as DOCX. A file
 * holds exactly the rows of its view. What the view is, by which rule it counts and who may use it stands beside the rows and never among
 * them, so that a CSV file has its columns' names in the first line and nothing but rows after it.
 */
@ApplicationModule(
        id = "export",
        displayName = "Files to take away",
        allowedDependencies = {
            "shared", "history", "form", "reading", "line", "paper", "record", "ledger", "tally", "telling"
        })
@NullMarked
package org.pacta.exchange.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
