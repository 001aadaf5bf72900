package org.pacta.test;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

/** What the cross-field checks of a form say to the person who filled it in. */
public final class Checked {

    private static final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    static {
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    private Checked() {}

    /** The fields at fault, each with its message, which there must be in both languages. */
    public static List<String> errors(Object form, Consumer<Errors> check) {
        Errors errors = new BeanPropertyBindingResult(form, "form");
        check.accept(errors);
        errors.getFieldErrors().forEach(error -> messages.getMessage(error, Locale.CHINESE));
        return errors.getFieldErrors().stream()
                .map(error -> error.getField() + ": " + messages.getMessage(error, Locale.ENGLISH))
                .toList();
    }
}
