package org.pacta.platform.history;

/** A revision is being written; whoever follows the history hears of it when it is committed, and its number is known. */
public record Revised(Revision revision) {}
