package org.pacta.desk.publication;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;
import org.pacta.platform.history.BrokenRuleException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Says in words why the registry refused what was to be published. */
@Component
public class Refusals {

    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([a-z0-9_]+)\"");

    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    /** Why, in words; nothing when the failure is no refusal but a fault of ours. */
    public Optional<String> words(RuntimeException failure) {
        if (failure instanceof BrokenRuleException broken) {
            return Optional.of(say("rule." + broken.rule()));
        }
        if (failure instanceof OptimisticLockingFailureException) {
            return Optional.of(say("desk.problem.changed"));
        }
        if (failure instanceof DataIntegrityViolationException || failure instanceof ConstraintViolationException) {
            Matcher constraint = CONSTRAINT.matcher(String.valueOf(failure.getMessage()));
            String key = constraint.find() ? "rule." + constraint.group(1) : "desk.problem.refused";
            return Optional.of(say(isSaid(key) ? key : "desk.problem.refused"));
        }
        return failure instanceof JacksonException ? Optional.of(say("desk.problem.unreadable")) : Optional.empty();
    }

    private boolean isSaid(String key) {
        return messages.getMessage(key, null, null, Locale.ENGLISH) != null;
    }

    private String say(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    /** A line cannot be published as it stands. */
    static class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refusal(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
