package org.pacta.platform.form;

/**
 * A record as it stands.
 *
 * @param version to be given back with a change
 */
public record Standing<F extends Form>(Long id, int version, F form) {}
