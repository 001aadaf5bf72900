package org.pacta.platform.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Chooses the page for an error. A failure of ours gets a reference number that stands in the log beside the stack trace, and nothing else of it
 * reaches the page; a request we cannot read names the parameters at fault.
 */
@Component
class ErrorPages implements ErrorViewResolver {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final ErrorAttributes errors;

    ErrorPages(ErrorAttributes errors) {
        this.errors = errors;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Throwable error = errors.getError(new ServletWebRequest(request));
        if (status.is5xxServerError()) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("Error {} at {}", reference, model.get("path"), error);
            return new ModelAndView("error/500", Map.of("reference", reference), status);
        }
        if (status == HttpStatus.BAD_REQUEST) {
            return new ModelAndView("error/400", Map.of("parameters", parameters(error)), status);
        }
        return null;
    }

    private static List<String> parameters(@Nullable Throwable error) {
        if (error instanceof BindingResult binding) {
            return binding.getFieldErrors().stream()
                    .map(FieldError::getField)
                    .map(field -> field.replaceFirst("\\[.*", ""))
                    .distinct()
                    .toList();
        }
        if (error instanceof MethodArgumentTypeMismatchException mismatch) {
            return List.of(mismatch.getName());
        }
        return error instanceof BadParameterException bad ? List.of(bad.parameter()) : List.of();
    }
}
