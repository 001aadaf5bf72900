package org.pacta.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pacta.platform.security.AccountQueries.Credentials;
import org.pacta.platform.security.SignInThrottle.KnownBrowsers;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Time passes only when a test says so. */
class SignInThrottleTests {

    private long now;

    private static final Credentials LIM = new Credentials(1, "{bcrypt}lim", Instant.EPOCH, false, false);

    private final KnownBrowsers known =
            new KnownBrowsers(name -> name.equals("lim") ? Optional.of(LIM) : Optional.empty());

    private final SignInThrottle throttle = new SignInThrottle(request -> true, known, new TimeMeter() {

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
    void anAccountMayBeGuessedTenTimesFromAnAddressAndThenOnceAMinute() {
        for (int i = 0; i < 10; i++) {
            assertThat(attempt("lim", "192.0.2.1").getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse refused = attempt(" LIM ", "192.0.2.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("61");
        assertThat(refused.getForwardedUrl()).isEqualTo(SignInController.REFUSED);
        assertThat(attempt("lim", "192.0.2.2").getStatus())
                .as("whose account it is, elsewhere")
                .isEqualTo(200);

        now += Duration.ofSeconds(60).toNanos();
        assertThat(attempt("lim", "192.0.2.1").getStatus()).isEqualTo(200);
        assertThat(attempt("lim", "192.0.2.1").getStatus()).isEqualTo(429);
    }

    @Test
    void anAccountMayBeGuessedAHundredTimesFromEverywhereAndAsOftenAQuarterOfAnHourLater() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100; i++) {
                assertThat(attempt("lim", "192.0.2." + i).getStatus()).isEqualTo(200);
            }
            MockHttpServletResponse refused = attempt("lim", "192.0.2.100");
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("10");
            now += Duration.ofMinutes(15).toNanos();
        }
    }

    @Test
    void whoHasSignedInThereBeforeIsNotKeptOutByWhatOthersGuess() {
        Cookie cookie = remembered(LIM);
        for (int i = 0; i < 200; i++) {
            attempt("lim", "192.0.2." + i);
            attempt("name" + i, "192.0.2.250");
        }
        assertThat(attempt("lim", "192.0.2.250").getStatus()).isEqualTo(429);

        for (int i = 0; i < 10; i++) {
            assertThat(attempt("Lim", "192.0.2.250", cookie).getStatus()).isEqualTo(200);
        }
        assertThat(attempt("lim", "192.0.2.250", cookie).getStatus())
                .as("whoever has the cookie guesses no more often than others")
                .isEqualTo(429);
    }

    @Test
    void aCookieOfAnotherAccountOrPasswordOrOfNobodyIsOfNoUse() {
        Credentials tan = new Credentials(2, "{bcrypt}other", Instant.EPOCH, false, false);
        Credentials earlier = new Credentials(1, "{bcrypt}earlier", Instant.EPOCH, false, false);
        List<Cookie> useless = List.of(
                remembered(tan),
                remembered(earlier),
                new Cookie("known-browser", "x"),
                new Cookie("known-browser", ""));
        for (int i = 0; i < 10; i++) {
            attempt("lim", "192.0.2.1");
        }

        assertThat(useless)
                .allSatisfy(
                        cookie -> assertThat(attempt("lim", "192.0.2.1", cookie).getStatus())
                                .isEqualTo(429));
    }

    private Cookie remembered(Credentials account) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        KnownBrowsers.remember(request("lim", "192.0.2.9"), response, account);
        Cookie cookie = Objects.requireNonNull(response.getCookie("known-browser"));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/sign-in");
        return cookie;
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

    private MockHttpServletResponse attempt(String name, String address, Cookie... cookies) {
        MockHttpServletRequest request = request(name, address);
        request.setCookies(cookies);
        return send(request);
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
