package org.pacta.registry.project;

import java.util.List;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.LineDetail;

/**
 * A joint project as its page shows it.
 *
 * @param agreements those it follows from
 */
record ProjectView(LineDetail detail, List<Line> agreements) {}
