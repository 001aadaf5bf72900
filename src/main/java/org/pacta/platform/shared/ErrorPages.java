package org.pacta.platform.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers an error with a page. A failure of ours gets a reference that stands in the log beside the stack trace, and nothing else of it
 * reaches the page; a request we cannot read names the parameters at fault.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private static final String RETRY_SECONDS = "10";

    private final ErrorAttributes errors;

    ErrorPages(ErrorAttributes errors) {
        this.errors = errors;
    }

    /** A page; a program gets the problem in its own form. */
    @RequestMapping("/error")
    Object show(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        if (status == HttpStatus.SERVICE_UNAVAILABLE && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        Throwable error = errors.getError(new ServletWebRequest(request));
        boolean isProgram = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/");
        return isProgram ? problem(request, status, error) : page(request, status, error);
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpServletRequest request, HttpStatus status, @Nullable Throwable error) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            problem.setDetail("Nothing was done; ask again later. The registry is " + unavailable(request));
        } else if (status.is5xxServerError()) {
            problem.setDetail("Reference " + logged(request, error));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Away, busy or full: what it cannot do just now. */
    private static String unavailable(HttpServletRequest request) {
        return request.getAttribute("unavailable") instanceof String why ? why : "busy";
    }

    private static String logged(HttpServletRequest request, @Nullable Throwable error) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("Error {} at {}", reference, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), error);
        return reference;
    }

    private static ModelAndView page(HttpServletRequest request, HttpStatus status, @Nullable Throwable error) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            Map<String, Object> model =
                    Map.of("why", unavailable(request), "sent", !HttpMethod.GET.matches(request.getMethod()));
            return new ModelAndView("error/503", model, status);
        }
        if (status.is5xxServerError()) {
            return new ModelAndView("error/500", Map.of("reference", logged(request, error)), status);
        }
        return switch (status) {
            case BAD_REQUEST -> new ModelAndView("error/400", Map.of("parameters", parameters(error)), status);
            case FORBIDDEN -> new ModelAndView("error/403", Map.of(), status);
            case NOT_FOUND -> new ModelAndView("error/404", Map.of(), status);
            case TOO_MANY_REQUESTS -> new ModelAndView("error/429", Map.of(), status);
            case CONTENT_TOO_LARGE -> new ModelAndView("error/413", Map.of(), status);
            default -> new ModelAndView("error/4xx", Map.of(), status);
        };
    }

    /** The status of the error; somebody who asks for this address itself finds nothing. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return code == null ? HttpStatus.NOT_FOUND : HttpStatus.valueOf((int) code);
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
