package org.pacta.platform.serving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Remembers for a day what came of a form that makes something new and carries a key. The same form sent again, by a second click or
 * because the first answer never arrived, makes nothing and leads to what the first one made. A page that says what nobody else may
 * read, such as a first password, is shown again for ten minutes; afterwards, and after a start, a page says that it was done.
 */
@Repository
class PostedForms {

    /** The parameter that holds the key, made up anew for each form that is shown. */
    private static final String KEY = "form-key";

    private static final String REDIRECT = "redirect:";
    private static final String DONE = "serving/done";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Sent with each form, and another one after signing in again. */
    private static final String TOKEN = "_csrf";

    private final JdbcClient jdbc;

    private final Cache<String, ModelAndView> pages = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    PostedForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does the work of a form once, however often it is sent; a form without a key as often as it is sent. */
    @Nullable
    ModelAndView once(HttpServletRequest request, HttpServletResponse response, Repeats.Work work) throws Exception {
        if (request.getParameter(KEY) == null) {
            return work.run();
        }
        String form = digest(request);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isFirst(form)) {
            Optional<String> made = made(form);
            if (made.isPresent()) {
                return again(form, made.get());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            }
            Thread.sleep(50);
        }
        return first(form, response, work);
    }

    private ModelAndView again(String form, String made) {
        ModelAndView page = pages.getIfPresent(form);
        return page == null ? new ModelAndView(made) : page;
    }

    private @Nullable ModelAndView first(String form, HttpServletResponse response, Repeats.Work work)
            throws Exception {
        boolean isMade = false;
        try {
            ModelAndView answer = work.run();
            String view = answer == null ? null : answer.getViewName();
            boolean isElsewhere = view != null && view.startsWith(REDIRECT);
            if (answer != null && view != null && (isElsewhere || HttpStatus.OK.value() == response.getStatus())) {
                if (!isElsewhere) {
                    pages.put(form, new ModelAndView(view, Map.copyOf(answer.getModel())));
                }
                jdbc.sql("update posted_form set made = :view where form = :form")
                        .param("view", isElsewhere ? view : DONE)
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

    /** Key, address, person and all that was typed or chosen: a form that was changed since is another one. */
    private static String digest(HttpServletRequest request) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        add(digest, request.getRequestURI(), request.getRemoteUser());
        Map<String, String[]> typed = new TreeMap<>(request.getParameterMap());
        typed.remove(TOKEN);
        typed.forEach((name, values) -> add(digest, name, Arrays.toString(values)));
        if (request instanceof MultipartHttpServletRequest upload) {
            for (MultipartFile file : upload.getFileMap().values()) {
                add(digest, file.getName(), file.getOriginalFilename());
                try (InputStream content = file.getInputStream()) {
                    new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String... parts) {
        for (String part : parts) {
            digest.update((part + '\n').getBytes(StandardCharsets.UTF_8));
        }
    }
}
