package org.pacta.platform.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers of all features to a record that was withdrawn, has moved or was changed by somebody else. */
@ControllerAdvice
class ErrorAnswers {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.GONE)
    String gone(GoneException gone, Model model) {
        model.addAttribute("withdrawnOn", gone.withdrawnOn());
        model.addAttribute("reason", gone.getMessage());
        return "error/410";
    }

    @ExceptionHandler
    ResponseEntity<Void> moved(MovedException moved, @RequestAttribute("here") String asked) {
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(moved.address(asked, ""))
                .build();
    }

    /** An address with a number that no record can have leads nowhere; a parameter that cannot be read is refused. */
    @ExceptionHandler
    void unreadable(MethodArgumentTypeMismatchException unreadable, HttpServletResponse response) throws IOException {
        boolean isOfTheAddress = unreadable.getParameter().hasParameterAnnotation(PathVariable.class);
        response.sendError((isOfTheAddress ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String conflict(OptimisticLockingFailureException conflict) {
        return "error/409";
    }
}
