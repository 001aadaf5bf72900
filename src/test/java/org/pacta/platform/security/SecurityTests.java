package org.pacta.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks all mappings of the application. A new one fails these tests until {@code security/mappings.txt} says who may reach it. */
@PageTest
class SecurityTests {

    private static final String ANYONE = "anyone";

    @Autowired
    List<RequestMappingInfoHandlerMapping> handlers;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Test
    void eachMappingHasARule() {
        List<String> mappings = handlers.stream()
                .flatMap(handler -> handler.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(pattern -> (mapping.getMethodsCondition()
                                                .getMethods()
                                                .isEmpty()
                                        ? Stream.of("GET")
                                        : mapping.getMethodsCondition().getMethods().stream()
                                                .map(Enum::name))
                                .map(method -> method + " " + pattern)))
                .distinct()
                .toList();

        assertThat(rules().map(Rule::mapping)).containsExactlyInAnyOrderElementsOf(mappings);
    }

    @Test
    void anonymousReadersReachWhatIsForAnyone() {
        assertThat(rules()).allSatisfy(rule -> {
            MockHttpServletResponse answer = answer(rule, null);

            if (rule.isFor(null)) {
                assertThat(isRefused(answer)).isFalse();
            } else if (rule.isOfPrograms()) {
                assertThat(answer.getStatus()).isEqualTo(401);
                assertThat(answer.getRedirectedUrl()).isNull();
            } else {
                assertThat(answer.getStatus()).isEqualTo(302);
                assertThat(answer.getRedirectedUrl()).startsWith("/sign-in");
            }
        });
    }

    @Test
    void eachRoleReachesWhatIsForItAndNothingElse() {
        for (Role role : Role.values()) {
            SignedIn person = Staff.withRole(database, "The " + role.code(), role);
            assertThat(rules()).allSatisfy(rule -> {
                MockHttpServletResponse answer = answer(rule, person);

                if (rule.isFor(role)) {
                    assertThat(isRefused(answer)).as(role.code()).isFalse();
                } else {
                    assertThat(answer.getStatus()).as(role.code()).isEqualTo(403);
                }
            });
        }
    }

    @Test
    void signingOutHasTheBrowserForgetWhatItKept() {
        MockHttpServletResponse answer = mvc.post()
                .uri("/sign-out")
                .secure(true)
                .with(Staff.form())
                .with(request -> {
                    request.setCookies(new Cookie("__Host-form-token", request.getCookies()[0].getValue()));
                    return request;
                })
                .exchange()
                .getResponse();

        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
        assertThat(answer.getHeader("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
    }

    @Test
    void whoHasToAddAnAppFirstReachesNothingElse() {
        SignedIn admin = Staff.admin(database, "Tan Hui");
        SignedIn person = new SignedIn(
                admin.id(), admin.name(), admin.displayName(), Role.ADMIN, SignedIn.Duty.ADD_AUTHENTICATOR);

        assertThat(rules().filter(
                                rule -> !rule.isFor(null) && !rule.isOfPrograms() && !rule.path.startsWith("/account")))
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(answer(rule, person).getRedirectedUrl()).startsWith("/account/authenticator"));
    }

    @Test
    void whoHasAPasswordToReplaceReachesNothingElse() {
        SignedIn editor = Staff.editor(database, "Lim Wei");
        SignedIn person = new SignedIn(
                editor.id(), editor.name(), editor.displayName(), Role.ADMIN, SignedIn.Duty.CHANGE_PASSWORD);

        assertThat(rules().filter(
                                rule -> !rule.isFor(null) && !rule.isOfPrograms() && !rule.path.startsWith("/account")))
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(answer(rule, person).getRedirectedUrl()).startsWith("/account"));
    }

    @Test
    void aScriptIsToldByTheStatusAlone() {
        for (String[] header : new String[][] {{"HX-Request", "true"}, {"Accept", "application/json"}}) {
            MockHttpServletResponse answer = mvc.get()
                    .uri("/desk/accounts")
                    .header(header[0], header[1])
                    .exchange()
                    .getResponse();

            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(answer.getRedirectedUrl()).isNull();
        }
    }

    @Test
    void aReaderGetsNeitherASessionNorACookie() {
        long before = sessions();

        assertThat(rules().filter(rule -> rule.method.equals("GET") && rule.isFor(null))
                        .filter(rule -> !Stream.of("/language", "/sign-in").anyMatch(rule.path::startsWith)))
                .hasSizeGreaterThan(30)
                .allSatisfy(rule -> {
                    MockHttpServletResponse answer = answer(rule, null);

                    assertThat(answer.getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
                    assertThat(answer.getHeaders(HttpHeaders.CACHE_CONTROL)).doesNotContain("no-store");
                });
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void thePagesOfSomebodySignedInAreKeptOutOfCaches() {
        SignedIn editor = Staff.editor(database, "Lim Wei");

        assertThat(mvc.get().uri("/councils").with(Staff.as(editor)))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .bodyText()
                .contains("Lim Wei", "/desk", "/sign-out", "form-token");
        assertThat(mvc.get().uri("/councils"))
                .bodyText()
                .doesNotContain("/sign-out", "form-token", "href=\"/desk\"", "_csrf");
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        SignedIn admin = Staff.admin(database, "Tan Hui");

        assertThat(rules().filter(rule -> rule.method.equals("POST") && !rule.path.startsWith("/api")))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(mvc.post()
                                .uri(rule.example())
                                .with(Staff.as(admin))
                                .exchange())
                        .hasStatus(403));
    }

    @Test
    void aScriptWithAnOldTokenIsToldTheNewOne() {
        SignedIn admin = Staff.admin(database, "Tan Hui");

        assertThat(mvc.post().uri("/desk/accounts").header("HX-Request", "true").with(Staff.as(admin)))
                .hasStatus(403)
                .containsHeader("X-XSRF-TOKEN");
    }

    private long sessions() {
        return database.sql("select count(*) from spring_session")
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse answer(Rule rule, @Nullable SignedIn person) {
        var request = mvc.method(HttpMethod.valueOf(rule.method)).uri(rule.example());
        if (rule.method.equals("POST")) {
            request = request.with(Staff.form());
        }
        if (person != null) {
            request = request.with(Staff.as(person));
        }
        return request.exchange().getResponse();
    }

    private static boolean isRefused(MockHttpServletResponse answer) {
        return answer.getStatus() == 401
                || answer.getStatus() == 403
                || Objects.requireNonNullElse(answer.getRedirectedUrl(), "").startsWith("/sign-in");
    }

    private static Stream<Rule> rules() {
        try {
            return new ClassPathResource("security/mappings.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .map(words -> new Rule(words[0], words[1], words[2]));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private record Rule(String who, String method, String path) {

        String mapping() {
            return method + " " + path;
        }

        /** An address of this shape; whether something lives there does not matter. */
        String example() {
            return path.replaceAll("\\{\\w+:(\\w+)[^}]*}", "$1")
                    .replaceAll("\\{[^}]*}", "1")
                    .replace("/**", "");
        }

        /** Whether it knows people by their tokens alone, and answers whoever has none by the status alone. */
        boolean isOfPrograms() {
            return path.startsWith("/api/");
        }

        boolean isFor(@Nullable Role role) {
            return who.equals(ANYONE) || role != null && role.includes(Role.of(who));
        }
    }
}
