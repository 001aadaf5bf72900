package org.pacta.exchange.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.matching.KnowledgeQueries;
import org.pacta.platform.form.PrivateUse;
import org.pacta.platform.limit.Throttle;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.rules.annex.Annex;
import org.pacta.rules.annex.Row;
import org.pacta.rules.naming.Knowledge;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads an annex for whoever sends it, and keeps nothing. */
@RestController
class AnnexController {

    /** Bytes of a text. */
    static final int LONGEST = 200_000;

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final KnowledgeQueries knowledge;
    private final Throttle throttle;
    private final MessageSource messages;

    AnnexController(KnowledgeQueries knowledge, Throttle throttle, MessageSource messages) {
        this.knowledge = knowledge;
        this.throttle = throttle;
        this.messages = messages;
    }

    /** The body is read by hand, so that no more of it is read than a text may have. */
    @PostMapping(path = AnnexDescription.ADDRESS, produces = MediaType.APPLICATION_JSON_VALUE)
    ParsedAnnex parse(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam @Nullable String council,
            Locale locale)
            throws IOException {
        checkType(request.getContentType());
        byte[] bytes = request.getInputStream().readNBytes(LONGEST + 1);
        checkRate(request.getRemoteAddr(), bytes.length, response);
        String text = text(bytes);
        if (PrivateUse.isIn(text)) {
            response.setHeader("Left-Out", PrivateUse.named(text).replace('…', '.'));
        }
        Annex annex = Annex.parse(PrivateUse.without(text), known(council));
        return new ParsedAnnex(
                annex.rows().stream().map(row -> row(row, locale)).toList(), annex.figures(), annex.unread());
    }

    private static void checkType(@Nullable String type) {
        boolean isText = type != null && isText(type);
        if (!isText) {
            throw problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send text/plain in UTF-8.");
        }
    }

    private static boolean isText(String type) {
        try {
            MediaType sent = MediaType.parseMediaType(type);
            return sent.equalsTypeAndSubtype(TEXT)
                    && Optional.ofNullable(sent.getCharset())
                            .map(StandardCharsets.UTF_8::equals)
                            .orElse(true);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private void checkRate(String address, int bytes, HttpServletResponse response) {
        long wait = throttle.wait(address, bytes);
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
            throw problem(HttpStatus.TOO_MANY_REQUESTS, "Try again in %d s.".formatted(wait));
        }
        if (bytes > LONGEST) {
            throw problem(HttpStatus.CONTENT_TOO_LARGE, "A text has at most %d bytes.".formatted(LONGEST));
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw problem(HttpStatus.BAD_REQUEST, "The text is not UTF-8.");
        }
    }

    private Knowledge known(@Nullable String council) {
        try {
            return council == null || council.isEmpty() ? knowledge.ofRegistry() : knowledge.ofCouncil(council);
        } catch (NotFoundException unknown) {
            throw problem(HttpStatus.NOT_FOUND, "There is no such council.");
        }
    }

    private ParsedAnnex.Row row(Row row, Locale locale) {
        return new ParsedAnnex.Row(
                row.text(),
                row.kind(),
                row.participants(),
                row.subject(),
                row.state(),
                row.reason() == null ? null : sentence(row.reason(), locale),
                row.start(),
                row.end());
    }

    private String sentence(Row.Reason reason, Locale locale) {
        Object[] arguments = {
            String.join("; ", reason.arguments()), reason.arguments().size()
        };
        return messages.getMessage("annex.reason." + reason.why().name().toLowerCase(Locale.ROOT), arguments, locale);
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(ErrorResponseException problem) {
        return ResponseEntity.status(problem.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }
}
