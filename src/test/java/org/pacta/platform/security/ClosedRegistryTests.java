package org.pacta.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.Staff;
import org.pacta.test.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

/** A registry for its staff alone, who may sign in with the service of their office. How it starts is what is tested, so it has a context of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pacta.sample=false",
            "pacta.search.backend=memory",
            "pacta.public-read=false",
            "pacta.admin.name=ada",
            "pacta.admin.password=river stone kettle",
            "spring.security.oauth2.client.registration.office.client-id=pacta",
            "spring.security.oauth2.client.registration.office.client-secret=secret",
            "spring.security.oauth2.client.registration.office.client-name=The office",
            "spring.security.oauth2.client.registration.office.scope=openid,email"
        })
@Import(TestDatabase.class)
class ClosedRegistryTests {

    private static final OtherService office = new OtherService();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @DynamicPropertySource
    static void nameTheOffice(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.client.provider.office.issuer-uri", office::address);
    }

    @AfterEach
    void leave() {
        Staff.leave(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/councils", "/search?q=a", "/data/pacta.zip", "/nowhere", "/desk"})
    void pagesAreForThoseSignedIn(String path) {
        Window window = new Window(port);

        assertThat(Window.location(window.get(path))).startsWith("/sign-in?to=");
        window.signIn("ada", "river stone kettle");
        assertThat(window.get(path).statusCode()).isIn(200, 404);
    }

    /** Which would make cookies secure, and sign-ins those of another address. */
    @Test
    void nobodyIsTakenForAProxyThatIsNotNamed() {
        Window window = new Window(port).with("X-Forwarded-Proto", "https").with("X-Forwarded-For", "203.0.113.9");

        HttpResponse<String> answer = window.signIn("ada", "river stone kettle");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.contains("Secure"));
        assertThat(window.get("/desk/accounts").body()).doesNotContain("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, 200",
        "/actuator/health, 200",
        "/assets/pacta.css, 200",
        "/language/zh, 302",
        "/api/v1/councils, 401"
    })
    void whatIsNeededToSignInStaysOpen(String path, int status) {
        assertThat(new Window(port).get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void aProgramWithATokenReadsAndOnlyUntilItIsRevoked() {
        Window window = new Window(port);
        window.signIn("ada", "river stone kettle");
        String given = window.post("/account/tokens", "/account/tokens", "name", "Monthly list")
                .body();
        String token = given.replaceAll("(?s).*Bearer (pacta_[a-z0-9-]+).*", "$1");
        Window program = new Window(port).with("Authorization", "Bearer " + token);

        HttpResponse<String> answer = program.get("/api/v1/councils");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caches -> assertThat(caches).contains("no-store"));
        assertThat(window.get("/account/tokens").body())
                .contains("Monthly list")
                .doesNotContain(token);
        assertThat(Window.location(program.get("/councils")))
                .as("pages are for people")
                .startsWith("/sign-in");
        assertThat(new Window(port)
                        .with("Authorization", "Bearer pacta_made-up")
                        .get("/api/v1/councils")
                        .statusCode())
                .isEqualTo(401);
        long id = database.sql("select id from token").query(Long.class).single();
        window.post("/account/tokens", "/account/tokens/%d/revocation".formatted(id));
        assertThat(program.get("/api/v1/councils").statusCode()).isEqualTo(401);
    }

    /** Neither the browser nor a proxy keeps what is for staff alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/councils", "/agreements.csv", "/data/pacta.zip", "/dashboard/counts.json", "/changes.atom"
            })
    void nothingOfAClosedRegistryIsKeptByCaches(String path) {
        Window window = new Window(port);
        window.signIn("ada", "river stone kettle");

        assertThat(window.get(path).headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void theFirstAdminHasThePasswordThatWasGiven() {
        Window window = new Window(port);

        assertThat(Window.location(window.signIn("ada", "river stone kettle"))).isEqualTo("/desk");
        assertThat(window.get("/desk/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void theServiceIsOffered() {
        assertThat(new Window(port).get("/sign-in?to=/councils").body())
                .contains("href=\"/oauth2/authorization/office?to=/councils\"", "The office");
    }

    @Test
    void whoHasAnAccountComesInWithAVerifiedAddress() {
        employLim();
        Window window = new Window(port);

        HttpResponse<String> answer = comeBack(window, Map.of("email", "Lim@example.org", "email_verified", true));

        assertThat(Window.location(answer)).isEqualTo("/councils?a=1");
        assertThat(window.get("/councils").body()).contains("Lim Wei", "/sign-out");
        assertThat(database.sql("select last_signed_in_at is not null from account where name = 'lim.wei'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aTokenAloneLetsNobodyIn() {
        employLim();

        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of("email", "stranger@example.org", "email_verified", true),
                Map.of("email", "lim@example.org", "email_verified", false),
                Map.of("email", "lim@example.org"),
                Map.of("name", "lim.wei"))) {
            Window window = new Window(port);
            HttpResponse<String> answer = comeBack(window, claims);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("nobody here goes by it");
            assertThat(Window.location(window.get("/councils"))).startsWith("/sign-in");
        }
    }

    @Test
    void whoIsDisabledStaysOutWhateverTheOfficeSays() {
        employLim();
        database.sql("update account set disabled_since = now() where name = 'lim.wei'")
                .update();

        assertThat(comeBack(new Window(port), Map.of("email", "lim@example.org", "email_verified", true))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAnswerNobodyAskedForIsRefused() {
        HttpResponse<String> answer = new Window(port).get("/login/oauth2/code/office?code=x&state=made-up");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The other service did not let you in");
    }

    private void employLim() {
        Staff.editor(database, "Lim Wei");
        database.sql("update account set email = 'lim@example.org' where name = 'lim.wei'")
                .update();
    }

    /** Goes to the office and comes back with its word. */
    private HttpResponse<String> comeBack(Window window, Map<String, Object> claims) {
        String start = window.get("/oauth2/authorization/office?to=/councils?a%3D1")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(start).startsWith(office.address() + "/authorize").contains("code_challenge=");
        var asked = UriComponentsBuilder.fromUri(URI.create(start)).build().getQueryParams();
        String code = "code" + System.nanoTime();
        HashMap<String, Object> vouched = new HashMap<>(claims);
        vouched.put("nonce", asked.getFirst("nonce"));
        office.vouch(code, vouched);
        return window.get("/login/oauth2/code/office?code=%s&state=%s".formatted(code, asked.getFirst("state")));
    }
}
