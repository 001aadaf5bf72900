package org.pacta.exchange.datapackage;

import java.util.List;
import org.springframework.core.io.Resource;

/** A data package that cannot be loaded, with each reason on a line of its own. */
class MalformedPackageException extends RuntimeException {

    MalformedPackageException(Resource location, String problem) {
        this(location, List.of(problem));
    }

    MalformedPackageException(Resource location, List<String> problems) {
        super("The data package at %s cannot be loaded:%n    %s"
                .formatted(location.getDescription(), String.join("%n    ".formatted(), problems)));
    }
}
