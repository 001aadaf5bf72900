package org.pacta.reader.outcome;

import java.util.Locale;

/** How far what was agreed has come: all records of a kind, and the parts of them that say something of it. */
enum Stage {
    AGREEMENTS("agreement", true),
    WITH_PROJECT("agreement", false),
    PROJECTS("project", true),
    WITH_OUTCOME("project", false),
    COMMITMENTS("commitment", true),
    KEPT("commitment", false),
    NOT_KEPT("commitment", false),
    OVERDUE("commitment", false),
    DUE("commitment", false),
    SILENT("commitment", false);

    private final String kind;
    private final boolean whole;

    Stage(String kind, boolean whole) {
        this.kind = kind;
        this.whole = whole;
    }

    /** As in addresses, files and messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of record it counts. */
    public String kind() {
        return kind;
    }

    /** Whether it is all of its kind. */
    public boolean isWhole() {
        return whole;
    }

    /** All of the same kind. */
    Stage all() {
        return switch (kind) {
            case "agreement" -> AGREEMENTS;
            case "project" -> PROJECTS;
            default -> COMMITMENTS;
        };
    }
}
