package org.pacta.desk.publication;

import java.util.Objects;
import java.util.Optional;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.reference.source.SourceForm;
import org.pacta.registry.agreement.AgreementForm;
import org.pacta.registry.commitment.CommitmentForm;
import org.pacta.registry.figure.FigureForm;
import org.pacta.registry.meeting.MeetingForm;
import org.pacta.registry.project.ProjectForm;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.Validator;

/** Holds the form of a line against the rules of its feature. */
@Component
class Rules {

    private final Validator validator;
    private final MessageSource messages;

    Rules(Validator validator, MessageSource messages) {
        this.validator = validator;
        this.messages = messages;
    }

    /** The first rule that the form breaks. */
    Optional<Problem> problem(Line line, Object form) {
        Errors errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        check(form, errors);
        return errors.getAllErrors().stream()
                .map(error -> Problem.grave(
                        line.id(),
                        error instanceof FieldError field && line.section().has(field.getField())
                                ? field.getField()
                                : null,
                        Objects.requireNonNull(messages.getMessage(error, LocaleContextHolder.getLocale()))))
                .findFirst();
    }

    private static void check(Object form, Errors errors) {
        if (form instanceof AgreementForm agreement) {
            agreement.check(errors);
        } else if (form instanceof ProjectForm project) {
            project.check(errors);
        } else if (form instanceof MeetingForm meeting) {
            meeting.check(errors);
        } else if (form instanceof FigureForm figure) {
            figure.check(errors);
        } else if (form instanceof CommitmentForm commitment) {
            commitment.check(errors);
        } else if (form instanceof SourceForm source) {
            source.check(errors);
        }
    }
}
