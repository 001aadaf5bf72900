package org.pacta.platform.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

class PublicAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://pacta.example.org, 127.0.0.1, https://pacta.example.org",
        "https://pacta.example.org, stranger.example, https://pacta.example.org",
        "https://pacta.example.org:8443/, stranger.example, https://pacta.example.org:8443",
        "http://10.0.0.7, stranger.example, http://10.0.0.7",
        "'', localhost, http://localhost:8080",
        "'', LocalHost, http://LocalHost:8080",
        "'', 127.0.0.1, http://127.0.0.1:8080",
        "'', 192.168.1.5, http://192.168.1.5:8080",
        "'', [::1], http://[::1]:8080",
        "'', stranger.example, http://localhost:8080",
        "'', localhost.stranger.example, http://localhost:8080",
        "'', 127.0.0.1.stranger.example, http://localhost:8080"
    })
    void linksBeginWithWhatTheSettingSays(String setting, String host, String links) throws Exception {
        HttpServletRequest passed = passed(setting, host);

        assertThat(ServletUriComponentsBuilder.fromContextPath(passed).build().toUriString())
                .isEqualTo(links);
        assertThat(passed.getRequestURL()).hasToString(links + "/councils");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pacta.example.org",
                "ftp://pacta.example.org",
                "https://",
                "https://pacta.example.org/registry",
                "https://me@pacta.example.org",
                "https://pacta.example.org?a=b",
                "not an address"
            })
    void anAddressOfAnotherShapeEndsTheStart(String setting) {
        assertThatThrownBy(() -> new PublicAddress(setting)).hasMessageContaining("PACTA_ADDRESS");
    }

    private static HttpServletRequest passed(String setting, String host) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/councils");
        request.setServerName(host);
        request.setServerPort(8080);
        request.setLocalPort(8080);
        MockFilterChain chain = new MockFilterChain();

        new PublicAddress(setting).doFilter(request, new MockHttpServletResponse(), chain);

        return (HttpServletRequest) chain.getRequest();
    }
}
