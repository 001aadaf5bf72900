package org.pacta.platform.shared;

import java.net.URI;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

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
    ResponseEntity<Void> moved(MovedException moved) {
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create(moved.address()))
                .build();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String conflict(OptimisticLockingFailureException conflict) {
        return "error/409";
    }
}
