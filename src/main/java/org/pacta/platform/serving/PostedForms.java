package org.pacta.platform.serving;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Remembers for a day what came of a form that makes something new and carries a key. The same form sent again, by a second click or
 * because the first answer never arrived, makes nothing and leads to what the first one made.
 */
@Repository
class PostedForms {

    /** The parameter that holds the key, made up anew for each form that is shown. */
    private static final String KEY = "form-key";

    private static final String REDIRECT = "redirect:";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;

    PostedForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does the work of a form once, however often it is sent; a form without a key as often as it is sent. */
    @Nullable
    ModelAndView once(HttpServletRequest request, Repeats.Work work) throws Exception {
        if (request.getParameter(KEY) == null) {
            return work.run();
        }
        String form = digest(request);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isFirst(form)) {
            Optional<String> made = made(form);
            if (made.isPresent()) {
                return new ModelAndView(made.get());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            }
            Thread.sleep(50);
        }
        return first(form, work);
    }

    private @Nullable ModelAndView first(String form, Repeats.Work work) throws Exception {
        boolean isMade = false;
        try {
            ModelAndView answer = work.run();
            String view = answer == null ? null : answer.getViewName();
            if (view != null && view.startsWith(REDIRECT)) {
                jdbc.sql("update posted_form set made = :view where form = :form")
                        .param("view", view)
                        .param("form", form)
                        .update();
                isMade = true;
            }
            return answer;
        } finally {
            if (!isMade) {
                forget(form);
            }
        }
    }

    /** A form whose work was cut short by a crash may be sent again a minute later. */
    private boolean isFirst(String form) {
        jdbc.sql("""
                        delete from posted_form
                        where sent_at < now() - case when made is null then interval '1 minute' else interval '1 day' end
                        """).update();
        return jdbc.sql("insert into posted_form (form, sent_at) values (:form, now()) on conflict do nothing")
                        .param("form", form)
                        .update()
                == 1;
    }

    private Optional<String> made(String form) {
        return jdbc.sql("select made from posted_form where form = :form and made is not null")
                .param("form", form)
                .query(String.class)
                .optional();
    }

    private void forget(String form) {
        jdbc.sql("delete from posted_form where form = :form")
                .param("form", form)
                .update();
    }

    /** Key, address, person and all that was typed: a form that was changed since is another one. */
    private static String digest(HttpServletRequest request) {
        StringBuilder all =
                new StringBuilder(request.getRequestURI()).append('\n').append(request.getRemoteUser());
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) -> all.append('\n').append(name).append(Arrays.toString(values)));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
