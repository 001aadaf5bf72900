package org.pacta.platform.serving;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Time passes only while a body is read. */
class SlowBodiesTests {

    private long now;

    private final SlowBodies bodies = new SlowBodies(() -> now);

    @ParameterizedTest
    @CsvSource({"100, 10, 200", "100, 99, 200", "100, 101, 408", "20000, 1, 408", "200000, 0, 200"})
    void aTextThatComesTooSlowlyIsGivenUp(int bytes, int millisPerByte, int status) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        List<String> passed = new ArrayList<>();

        bodies.doFilter(
                post(
                        "203.0.113.9",
                        "x".repeat(bytes),
                        () -> now += Duration.ofMillis(millisPerByte).toNanos()),
                response,
                (request, answer) ->
                        passed.add(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));

        assertThat(response.getStatus()).isEqualTo(status);
        if (status == 200) {
            assertThat(passed).containsExactly("x".repeat(bytes));
        } else {
            assertThat(passed).isEmpty();
            assertThat(response.getHeader("Connection")).isEqualTo("close");
        }
    }

    @Test
    void whatIsLongerThanIsReadAheadArrivesWhole() throws Exception {
        String text = "江苏".repeat(100_000);
        List<String> passed = new ArrayList<>();

        bodies.doFilter(
                post("203.0.113.9", text, () -> {}),
                new MockHttpServletResponse(),
                (request, answer) ->
                        passed.add(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));

        assertThat(passed).containsExactly(text);
    }

    @Test
    void oneAddressSendsSoManyAtOnceAndKeepsNobodyElseOut() throws Exception {
        CountDownLatch reading = new CountDownLatch(20);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService clients = Executors.newCachedThreadPool();
        try {
            List<Future<Integer>> slow = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                slow.add(clients.submit(() -> status("203.0.113.9", () -> {
                    reading.countDown();
                    await(go);
                })));
            }
            reading.await();

            assertThat(status("203.0.113.9", () -> {})).isEqualTo(503);
            assertThat(status("203.0.113.10", () -> {})).isEqualTo(200);
            go.countDown();
            for (Future<Integer> each : slow) {
                assertThat(each.get()).isEqualTo(200);
            }
            assertThat(status("203.0.113.9", () -> {})).isEqualTo(200);
        } finally {
            go.countDown();
            clients.shutdown();
        }
    }

    private int status(String address, Runnable whileReading) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain nothing = (request, answer) -> {};
        bodies.doFilter(post(address, "x", whileReading), response, nothing);
        return response.getStatus();
    }

    private static MockHttpServletRequest post(String address, String text, Runnable beforeEachByte) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/annex/parse") {

            @Override
            public ServletInputStream getInputStream() {
                return new Dripping(bytes, beforeEachByte);
            }
        };
        request.setRemoteAddr(address);
        request.setContentType("text/plain");
        request.setContent(bytes);
        return request;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Comes byte by byte. */
    private static final class Dripping extends ServletInputStream {

        private final byte[] bytes;
        private final Runnable beforeEach;
        private int next;

        Dripping(byte[] bytes, Runnable beforeEach) {
            this.bytes = bytes;
            this.beforeEach = beforeEach;
        }

        @Override
        public int read() {
            if (isFinished()) {
                return -1;
            }
            beforeEach.run();
            return bytes[next++] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int one = read();
            if (one < 0) {
                return -1;
            }
            into[offset] = (byte) one;
            return 1;
        }

        @Override
        public boolean isFinished() {
            return next == bytes.length;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
