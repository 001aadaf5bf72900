package org.pacta.platform.history;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A change breaks a rule that only other records tell of; its name ends a message key that starts with {@code rule.}, as a constraint's does. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public class BrokenRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    public BrokenRuleException(String rule) {
        super("Broken: " + rule);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}
