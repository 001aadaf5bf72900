package org.pacta.platform.shared;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nothing has this identifier: answered by the page for 404, with a search box. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String what, Object identifier) {
        super("No %s %s".formatted(what, identifier));
    }
}
