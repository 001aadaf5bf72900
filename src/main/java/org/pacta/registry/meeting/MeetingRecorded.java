package org.pacta.registry.meeting;

/** A meeting stands in the registry under an ordinal it did not have; whoever referred to it by the bare ordinal can now refer to it. */
public record MeetingRecorded(Meeting meeting) {}
