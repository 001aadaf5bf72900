package org.pacta.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Time passes only when a test says so. */
class SignInThrottleTests {

    private long now;

    private final SignInThrottle throttle = new SignInThrottle(request -> true, new TimeMeter() {

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void anAccountMayBeGuessedTenTimesAndThenOnceAMinute() {
        for (int i = 0; i < 10; i++) {
            assertThat(attempt("lim", "192.0.2." + i).getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse refused = attempt(" LIM ", "192.0.2.10");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("61");
        assertThat(refused.getForwardedUrl()).isEqualTo(SignInController.REFUSED);

        now += Duration.ofSeconds(60).toNanos();
        assertThat(attempt("lim", "192.0.2.11").getStatus()).isEqualTo(200);
        assertThat(attempt("lim", "192.0.2.12").getStatus()).isEqualTo(429);
    }

    @Test
    void anAddressMayTryThirtyNamesAndThenOneInTenSeconds() {
        for (int i = 0; i < 30; i++) {
            assertThat(attempt("name" + i, "2001:db8:1:2:3::1").getStatus()).isEqualTo(200);
        }

        assertThat(attempt("name30", "2001:db8:1:2:4::1").getStatus())
                .as("another address of the same network")
                .isEqualTo(429);
        assertThat(attempt("name31", "2001:db8:9::1").getStatus()).isEqualTo(200);

        now += Duration.ofSeconds(10).toNanos();
        assertThat(attempt("name32", "2001:db8:1:2:3::1").getStatus()).isEqualTo(200);
    }

    @Test
    void anAddressThatIsHeldBackLeavesTheAccountAlone() {
        for (int i = 0; i < 60; i++) {
            attempt(i < 30 ? "name" + i : "lim", "192.0.2.1");
        }

        assertThat(attempt("lim", "192.0.2.2").getStatus()).isEqualTo(200);
    }

    @Test
    void whoSignsInRightNeverHasToWait() {
        for (int i = 0; i < 100; i++) {
            MockHttpServletRequest request = request("lim", "192.0.2.1");
            assertThat(send(request).getStatus()).isEqualTo(200);
            throttle.forgive(request);
        }
    }

    private MockHttpServletResponse attempt(String name, String address) {
        return send(request(name, address));
    }

    private static MockHttpServletRequest request(String name, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sign-in");
        request.setRemoteAddr(address);
        request.setParameter("name", name);
        return request;
    }

    private MockHttpServletResponse send(MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            throttle.doFilter(request, response, new MockFilterChain());
        } catch (IOException | ServletException failed) {
            throw new IllegalStateException(failed);
        }
        return response;
    }
}
