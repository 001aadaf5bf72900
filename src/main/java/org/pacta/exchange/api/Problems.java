package org.pacta.exchange.api;

import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.MovedException;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** ApiAnswers what cannot be answered as problem details (RFC 9457). */
@RestControllerAdvice(assignableTypes = {RecordController.class, ImportApiController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NotFoundException missing) {
        return problem(HttpStatus.NOT_FOUND, "There is no such record or page.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> gone(GoneException gone) {
        return problem(HttpStatus.GONE, "Withdrawn: " + gone.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Void> moved(MovedException moved, @RequestAttribute("here") String asked) {
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(moved.address(asked, "/api/v1"))
                .build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(BadParameterException refused) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "The parameter %s is not known here, or not with this value.".formatted(refused.parameter()));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
