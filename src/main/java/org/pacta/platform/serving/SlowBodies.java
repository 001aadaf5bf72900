package org.pacta.platform.serving;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.pacta.platform.limit.Throttle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what a client sends before the request takes a place among those at work, so that somebody who sends slowly keeps nobody else waiting.
 * One address may be sending so many bodies at once, all together some more; whoever comes then is told to come again. A text that comes more
 * slowly than it may is given up. Uploads are not read here: they wait until it is known who sends them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class SlowBodies extends OncePerRequestFilter {

    private static final Set<String> WITHOUT =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name(), HttpMethod.TRACE.name());

    /** Fewer than there are threads by far. */
    private static final int ALL = 200;

    private static final int FROM_ONE = 20;

    /** Bytes of a text that are read ahead: more than any text may have that is read as a whole. */
    private static final int AHEAD = 256 * 1024;

    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

    /** Of each kilobyte beyond those that everybody has ten seconds for. */
    private static final long NANOS_PER_KILOBYTE = Duration.ofMillis(100).toNanos();

    private final Semaphore all = new Semaphore(ALL);
    private final Map<String, Integer> sending = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    SlowBodies() {
        this(System::nanoTime);
    }

    SlowBodies(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean hasBody =
                request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return !hasBody
                || WITHOUT.contains(request.getMethod())
                || type(request).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String network = Throttle.network(request.getRemoteAddr());
        if (!begins(network)) {
            giveUp(response, HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        HttpServletRequest read;
        try {
            read = read(request);
        } catch (TooSlowException late) {
            giveUp(response, HttpStatus.REQUEST_TIMEOUT);
            return;
        } finally {
            ends(network);
        }
        chain.doFilter(read, response);
    }

    private boolean begins(String network) {
        if (!all.tryAcquire()) {
            return false;
        }
        int count = sending.merge(network, 1, Integer::sum);
        if (count > FROM_ONE) {
            ends(network);
            return false;
        }
        return true;
    }

    private void ends(String network) {
        sending.computeIfPresent(network, (same, count) -> count == 1 ? null : count - 1);
        all.release();
    }

    /** The server reads a form by itself, and keeps what it has read. */
    private HttpServletRequest read(HttpServletRequest request) throws IOException {
        if (type(request).startsWith("application/x-www-form-urlencoded")) {
            request.getParameterMap();
            return request;
        }
        InputStream body = request.getInputStream();
        ByteArrayOutputStream ahead = new ByteArrayOutputStream();
        byte[] some = new byte[8 * 1024];
        long begun = clock.getAsLong();
        int length = 0;
        while (ahead.size() < AHEAD && (length = body.read(some)) >= 0) {
            ahead.write(some, 0, length);
            long allowed = LONGEST_NANOS + ahead.size() / 1024 * NANOS_PER_KILOBYTE;
            if (clock.getAsLong() - begun > allowed) {
                throw new TooSlowException();
            }
        }
        InputStream read = new ByteArrayInputStream(ahead.toByteArray());
        return new Read(request, length < 0 ? read : new SequenceInputStream(read, body));
    }

    private static String type(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
    }

    /** In no more words than the status: whoever sends like this does not read. */
    private static void giveUp(HttpServletResponse response, HttpStatus status) {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static final class TooSlowException extends IOException {}

    /** A request whose body has come. */
    private static final class Read extends HttpServletRequestWrapper {

        private final InputStream body;

        Read(HttpServletRequest request, InputStream body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {

                private boolean isFinished;

                @Override
                public int read() throws IOException {
                    int next = body.read();
                    isFinished = next < 0;
                    return next;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int count = body.read(into, offset, length);
                    isFinished = count < 0;
                    return count;
                }

                @Override
                public boolean isFinished() {
                    return isFinished;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body has been read");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
