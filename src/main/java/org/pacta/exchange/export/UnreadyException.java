package org.pacta.exchange.export;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Words cannot be looked for, now or at all, so the rows of a view are not known. */
class UnreadyException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    /** @param problem the message key of why */
    UnreadyException(String problem) {
        super(problem.equals("search.building") ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST, problem);
    }
}
