package org.pacta.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LimitsTests {

    private final Limits limits = new Limits(3, 2);

    @Test
    void saysWhenToComeAgainToWhoAsksTooOften() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("/agreements", "192.0.2.1").getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse refused = ask("/agreements", "192.0.2.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 60);
        assertThat(ask("/agreements", "192.0.2.2").getStatus()).isEqualTo(200);
    }

    @Test
    void countsFilesApart() throws Exception {
        assertThat(ask("/agreements.csv", "192.0.2.1").getStatus()).isEqualTo(200);
        assertThat(ask("/data/pacta.zip", "192.0.2.1").getStatus()).isEqualTo(200);
        assertThat(ask("/agreements.xlsx", "192.0.2.1").getStatus()).isEqualTo(429);
        assertThat(ask("/councils/sci/brief.pptx", "192.0.2.1").getStatus()).isEqualTo(429);
        assertThat(ask("/agreements", "192.0.2.1").getStatus()).isEqualTo(200);
    }

    @Test
    void countsAHouseholdAsOne() throws Exception {
        for (int i = 0; i < 3; i++) {
            ask("/", "2001:db8::" + i);
        }

        assertThat(ask("/", "2001:db8::ffff").getStatus()).isEqualTo(429);
    }

    @Test
    void letsTheMachineItselfReadAndEverybodyHaveStyles() throws Exception {
        for (int i = 0; i < 10; i++) {
            MockHttpServletRequest near = request("/agreements", "127.0.0.1");
            near.setAttribute(ThisMachine.class.getName(), true);
            assertThat(answer(near).getStatus()).isEqualTo(200);
            assertThat(ask("/assets/pacta.css", "192.0.2.9").getStatus()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, false", "203.0.113.9, true", "localhost, true", "::1, false"})
    void takesNobodysWordForBeingTheMachineItself(String said, boolean connectsFromHere) throws Exception {
        for (int i = 0; i < 4; i++) {
            MockHttpServletRequest request = request("/agreements", said);
            request.setAttribute(ThisMachine.class.getName(), connectsFromHere);
            assertThat(answer(request).getStatus()).isEqualTo(i < 3 ? 200 : 429);
        }
    }

    @Test
    void isSwitchedOffByNought() throws Exception {
        Limits none = new Limits(0, 0);
        for (int i = 0; i < 10; i++) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            none.doFilter(request("/agreements.csv", "192.0.2.1"), response, new MockFilterChain());
            assertThat(response.getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse ask(String path, String address) throws Exception {
        return answer(request(path, address));
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest request(String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        return request;
    }
}
