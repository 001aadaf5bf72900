package org.pacta.registry.project;

import java.util.List;
import org.pacta.platform.reading.Line;
import org.pacta.platform.reading.LineDetail;

/**
 * A joint project as its page shows it.
 *
 * @param agreements those it follows from
 */
public record ProjectView(LineDetail detail, List<Line> agreements) {}
