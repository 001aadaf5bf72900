package org.pacta.reference.organisation;

/** An organisation was merged into another; whoever refers to it refers to the survivor from now on, in the same transaction. */
public record OrganisationMerged(Organisation from, Organisation into) {}
