package org.pacta.platform.shared;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A parameter of the query string has a value that is not on offer: answered by the page for 400, which names the parameter. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public class BadParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    public BadParameterException(String parameter) {
        super("Unknown value of parameter " + parameter);
        this.parameter = parameter;
    }

    /** Its name. */
    public String parameter() {
        return parameter;
    }
}
