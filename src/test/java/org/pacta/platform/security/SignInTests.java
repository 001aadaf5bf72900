package org.pacta.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.Codes;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Over HTTP, with accounts that are there for everybody; what was written is deleted after each test. */
@PageTest
@Transactional(propagation = Propagation.NEVER)
class SignInTests {

    /** How often a name may be tried is remembered from test to test, so each has names of its own. */
    private static final AtomicInteger tests = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private SignedIn lim;
    private SignedIn tan;

    @BeforeEach
    void hire() {
        int test = tests.incrementAndGet();
        lim = Staff.editor(database, "Lim Wei " + test);
        tan = Staff.admin(database, "Tan Hui " + test);
    }

    @AfterEach
    void leave() {
        Staff.leave(database);
    }

    @Test
    void aPasswordAloneLetsNobodyInWhoseAppMakesCodes() {
        List<String> recovery = addAuthenticator();
        Window window = new Window(port);

        assertThat(Window.location(window.signIn(lim.name(), Staff.password(lim))))
                .isEqualTo("/sign-in/code?to=%2Fdesk");
        assertThat(Window.location(window.get("/desk"))).isEqualTo("/sign-in/code?to=%2Fdesk");
        assertThat(Window.location(window.get("/account"))).startsWith("/sign-in/code");
        assertThat(window.get("/councils").body()).doesNotContain(lim.displayName());
        assertThat(window.post("/sign-in/code", "/sign-in/code", "code", "12").statusCode())
                .isEqualTo(422);
        String before = window.cookie("session").orElseThrow();
        String next = Window.location(
                window.post("/sign-in/code", "/sign-in/code", "code", recovery.get(0), "to", "//elsewhere.example"));
        assertThat(Window.location(window.get(next))).isEqualTo("/desk");
        assertThat(window.cookie("session")).isNotEqualTo(Optional.of(before));
        assertThat(window.get("/desk").body()).contains(lim.displayName());
        assertThat(new Window(port).get("/sign-in/code").body()).contains("name=\"password\"");
    }

    @Test
    void codesAreNotGuessed() {
        addAuthenticator();
        Window window = new Window(port);
        window.signIn(lim.name(), Staff.password(lim));

        List<String> answers = IntStream.range(0, 12)
                .mapToObj(i -> window.post("/sign-in/code", "/sign-in/code", "code", "00000" + i % 10)
                        .body())
                .toList();

        assertThat(answers.get(9)).contains("not taken");
        assertThat(answers.get(11)).contains("too many attempts");
    }

    /** Other windows of somebody who adds an app have to give a code as well. */
    @Test
    void anAppCountsForAllWindowsAtOnce() {
        Window elsewhere = new Window(port).signedIn(lim);
        assertThat(elsewhere.get("/desk").statusCode()).isEqualTo(200);

        addAuthenticator();

        assertThat(Window.location(elsewhere.get("/desk"))).startsWith("/sign-in/code");
    }

    @Test
    void behindTlsTheNamesOfCookiesSayThatNoOtherHostHasSetThem() {
        assertThat(cookies("https"))
                .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("Path=/")
                        || cookie.startsWith("known-browser=") && cookie.contains("Path=/sign-in"));
    }

    @Test
    void aPasswordKeptByAFasterHashIsKeptByASlowerOneOnceItIsTyped() {
        new Window(port).signedIn(lim);

        assertThat(database.sql("select password_hash from account where id = :id")
                        .param("id", lim.id())
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}$2a$12$");
        assertThat(new Window(port).signedIn(lim).get("/desk").statusCode()).isEqualTo(200);
    }

    private List<String> addAuthenticator() {
        Window window = new Window(port).signedIn(lim);
        window.post("/account/authenticator", "/account/authenticator");
        String page = window.post(
                        "/account/authenticator",
                        "/account/authenticator/confirmation",
                        "code",
                        Codes.now(database, lim))
                .body();
        return Pattern.compile("<li><code>([^<]*)</code>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        Window window = new Window(port);

        assertThat(Window.location(window.get("/desk/accounts?a=1&b=2")))
                .isEqualTo("/sign-in?to=%2Fdesk%2Faccounts%3Fa%3D1%26b%3D2");
        assertThat(window.get("/sign-in?to=%2Fdesk%2Faccounts%3Fa%3D1%26b%3D2").body())
                .contains("name=\"to\" value=\"/desk/accounts?a=1&amp;b=2\"");
        HttpResponse<String> answer = window.post(
                "/sign-in",
                "/sign-in",
                "name",
                tan.name().toUpperCase(Locale.ROOT),
                "password",
                Staff.password(tan),
                "to",
                "/desk/accounts?a=1&b=2");
        assertThat(Window.location(answer)).isEqualTo("/desk/accounts?a=1&b=2");
        assertThat(window.get("/desk/accounts").body()).contains("Tan Hui", "Lim Wei");
        assertThat(lastSignedIn(tan)).isTrue();
        assertThat(lastSignedIn(lim)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/sign-in", "/a\nb", ""})
    void leadsToNoOtherSite(String target) {
        HttpResponse<String> answer = new Window(port)
                .post("/sign-in", "/sign-in", "name", lim.name(), "password", Staff.password(lim), "to", target);

        assertThat(Window.location(answer)).isEqualTo("/desk");
    }

    @Test
    void aWrongNameAndAWrongPasswordGetTheSameAnswer() {
        HttpResponse<String> wrongPassword = new Window(port).signIn(lim.name(), "wrong");
        HttpResponse<String> wrongName = new Window(port).signIn("nobody", "wrong");

        assertThat(wrongPassword.statusCode()).isEqualTo(422).isEqualTo(wrongName.statusCode());
        assertThat(wrongPassword.body())
                .contains("That name and password do not belong together")
                .doesNotContain("value=\"wrong\"");
        assertThat(wrongPassword.body().replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(wrongName.body().replaceAll("value=\"[^\"]*\"", ""));
        assertThat(sessions()).isZero();
    }

    @Test
    void aGuesserHasToWait() {
        Window guesser = new Window(port).with("X-Forwarded-For", "198.51.100.1");
        HttpResponse<String> answer = guesser.signIn(lim.name(), "guess");
        for (int guesses = 1; guesses < 25 && answer.statusCode() == 422; guesses++) {
            answer = guesser.signIn(lim.name(), "guess");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 61L);
        assertThat(answer.body()).containsPattern("Wait \\d+ seconds and try again");
        assertThat(Window.location(guesser.signIn(tan.name(), Staff.password(tan))))
                .isEqualTo("/desk");
    }

    @Test
    void aSessionThatSomebodyElseKnowsIsNotTakenOver() {
        Window window = new Window(port).signedIn(lim);
        String known = window.cookie("session").orElseThrow();

        window.post("/account", "/sign-in", "name", tan.name(), "password", Staff.password(tan));

        assertThat(window.cookie("session")).isPresent().isNotEqualTo(Optional.of(known));
        assertThat(Window.location(
                        new Window(port).with("Cookie", "session=" + known).get("/desk/accounts")))
                .startsWith("/sign-in");
    }

    @Test
    void cookiesKeepToThisSite() {
        assertThat(cookies("http"))
                .hasSize(3)
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
                .noneMatch(cookie -> cookie.contains("Secure"));
        assertThat(cookies("https")).hasSize(3).allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void aSessionOutlivesTheApplication() {
        Window window = new Window(port).signedIn(lim);

        JdbcIndexedSessionRepository afterARestart =
                new JdbcIndexedSessionRepository(jdbc, new TransactionTemplate(transactions));
        Session session = afterARestart.findById(
                new String(Base64.getDecoder().decode(window.cookie("session").orElseThrow())));

        assertThat(session).isNotNull();
        assertThat(afterARestart.findByPrincipalName(String.valueOf(lim.id()))).hasSize(1);
        assertThat(Objects.requireNonNull(session).getAttributeNames())
                .hasSize(2)
                .allSatisfy(name ->
                        assertThat(session.<Object>getAttribute(name)).isInstanceOfAny(String.class, Instant.class));
    }

    @Test
    void whoeverIsDisabledIsOutAtOnce() {
        Window window = new Window(port).signedIn(lim);
        assertThat(window.get("/account").statusCode()).isEqualTo(200);

        new Window(port).signedIn(tan).post("/account", "/desk/accounts/" + lim.id() + "/suspension");

        assertThat(sessionsOf(lim)).isZero();
        assertThat(Window.location(window.get("/account"))).startsWith("/sign-in");
        assertThat(window.signIn(lim.name(), Staff.password(lim)).statusCode()).isEqualTo(422);
    }

    @Test
    void aNewPasswordEndsAllSessionsAndHasToBeReplaced() {
        Window window = new Window(port).signedIn(lim);

        HttpResponse<String> page =
                new Window(port).signedIn(tan).post("/account", "/desk/accounts/" + lim.id() + "/password");

        assertThat(sessionsOf(lim)).isZero();
        assertThat(Window.location(window.get("/account"))).startsWith("/sign-in");
        assertThat(window.signIn(lim.name(), Staff.password(lim)).statusCode()).isEqualTo(422);
        String given = password(page);
        window.signIn(lim.name(), given);
        assertThat(Window.location(window.get("/desk/x"))).isEqualTo("/account?to=%2Fdesk%2Fx");
        HttpResponse<String> chosen = window.post(
                "/account?to=%2Fdesk%2Fx",
                "/account/password",
                "current",
                given,
                "chosen",
                "river stone kettle",
                "repeated",
                "river stone kettle",
                "to",
                "/desk/x");
        assertThat(Window.location(chosen)).isEqualTo("/desk/x");
        assertThat(window.get("/desk/x").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/accounts", "/desk/accounts/%d/password"})
    void aSecondClickShowsTheSameFirstPassword(String action) {
        Window window = new Window(port).signedIn(tan);
        String address = action.formatted(lim.id());
        String name = "nora" + tests.get();
        String[] form = {"form-key", name, "name", name, "displayName", "Nora", "role", "EDITOR"};

        HttpResponse<String> first = window.post("/account", address, form);
        HttpResponse<String> second = window.post("/account", address, form);
        form[1] = "another";
        HttpResponse<String> another = window.post("/account", address, form);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(password(second)).isEqualTo(password(first)).matches("\\w{4}-\\w{4}-\\w{4}-\\w{4}");
        assertThat(another.body()).doesNotContain(password(first));
    }

    private static String password(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*<code>(\\w{4}-\\w{4}-\\w{4}-\\w{4})</code>.*", "$1");
    }

    @Test
    void whoSignedInHereBeforeIsNotKeptOutByAGuesser() {
        String password = "river stone kettle";
        Window known = new Window(port).signedIn(lim);
        known.post(
                "/account",
                "/account/password",
                "current",
                Staff.password(lim),
                "chosen",
                password,
                "repeated",
                password);
        known.post("/account", "/sign-out");
        Window guesser = new Window(port);
        for (int i = 0; i < 10; i++) {
            assertThat(guesser.signIn(lim.name(), "wrong").statusCode()).isEqualTo(422);
        }
        assertThat(guesser.signIn(lim.name(), password).statusCode()).isEqualTo(429);

        assertThat(known.signIn(lim.name(), password).statusCode()).isEqualTo(302);
        assertThat(known.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aFirstPasswordIsTakenForAWeek() {
        jdbc.update(
                "update account set must_change_password = true, password_set_at = now() - interval '6 days' where id = ?",
                lim.id());
        assertThat(new Window(port).signIn(lim.name(), Staff.password(lim)).statusCode())
                .isEqualTo(302);

        jdbc.update("update account set password_set_at = now() - interval '8 days' where id = ?", lim.id());
        HttpResponse<String> late = new Window(port).signIn(lim.name(), Staff.password(lim));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("This first password is more than a week old");
        assertThat(new Window(port).signIn(lim.name(), "wrong").body()).doesNotContain("week old");
    }

    @Test
    void whoFindsAWindowOpenGuessesThePasswordTenTimes() {
        Window window = new Window(port).signedIn(lim);
        for (int i = 0; i < 10; i++) {
            assertThat(changed(window, "wrong").body()).contains("This is not your password now");
        }

        assertThat(changed(window, Staff.password(lim)).body()).contains("Wait a minute");
        assertThat(window.get("/account").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> changed(Window window, String current) {
        String chosen = "river stone kettle";
        return window.post("/account", "/account/password", "current", current, "chosen", chosen, "repeated", chosen);
    }

    @Test
    void somebodySeesWhereTheyAreSignedInAndSignsOutEverywhereElse() {
        Window here = new Window(port).signedIn(lim);
        assertThat(here.get("/account").body()).contains("This browser").doesNotContain("Another browser");
        Window there = new Window(port).signedIn(lim);
        assertThat(here.get("/account").body()).contains("This browser", "Another browser");

        assertThat(Window.location(here.post("/account", "/account/sessions/end")))
                .isEqualTo("/account");

        assertThat(here.get("/account").body())
                .contains("You are signed out in all other browsers")
                .doesNotContain("Another browser");
        assertThat(Window.location(there.get("/account"))).startsWith("/sign-in");
        assertThat(sessionsOf(lim)).isOne();
    }

    @Test
    void noOtherSiteKeepsAHandleOnAWindow() {
        assertThat(new Window(port).get("/").headers().firstValue("Cross-Origin-Opener-Policy"))
                .hasValue("same-origin");
    }

    @Test
    void choosingAPasswordEndsTheOtherSessionsOfThePerson() {
        Window here = new Window(port).signedIn(lim);
        Window there = new Window(port).signedIn(lim);

        HttpResponse<String> answer = here.post(
                "/account",
                "/account/password",
                "current",
                Staff.password(lim),
                "chosen",
                "river stone kettle",
                "repeated",
                "river stone kettle");

        assertThat(Window.location(answer)).isEqualTo("/account");
        assertThat(here.get("/account").body()).contains("Your password is changed");
        assertThat(Window.location(there.get("/account"))).startsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "it is NAME",
                "aaaaaaaaaaaaaaaa",
                "correct password 1",
                "pactapacta2026",
                "Pacta-Registry-2026",
                "letmein letmein",
                "trustno1trustno1",
                "1q2w3e4r5t6y",
                "Singapore Shanghai Council",
                "长长长长长长长长长长长长长长长长长长长长长长长长长"
            })
    void aPasswordThatIsEasilyGuessedOrCutOffIsNotTaken(String password) {
        String chosen = password.replace("NAME", lim.name());
        Window window = new Window(port).signedIn(lim);

        HttpResponse<String> answer = window.post(
                "/account", "/account/password", "current", Staff.password(lim), "chosen", chosen, "repeated", chosen);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("aria-invalid=\"true\"").doesNotContain(chosen);
    }

    @Test
    void aRoleCountsAtTheNextRequest() {
        Window window = new Window(port).signedIn(lim);
        assertThat(window.get("/desk/accounts").statusCode()).isEqualTo(403);

        database.sql("update account set role = 'admin' where id = ?")
                .param(lim.id())
                .update();

        assertThat(window.get("/desk/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void formsAreReadAsUtf8() {
        Window window = new Window(port).signedIn(tan);

        window.post("/account", "/desk/accounts", "name", "lin", "displayName", "林伟", "email", "", "role", "editor");

        assertThat(window.get("/desk/accounts").body()).contains("林伟");
    }

    @Test
    void signingOutNeedsAForm() {
        Window window = new Window(port).signedIn(lim);

        assertThat(window.get("/sign-out").statusCode()).isEqualTo(404);
        assertThat(window.get("/account").statusCode()).isEqualTo(200);

        assertThat(Window.location(window.post("/account", "/sign-out"))).isEqualTo("/");
        assertThat(Window.location(window.get("/account"))).startsWith("/sign-in");
        assertThat(sessionsOf(lim)).isZero();
    }

    @Test
    void aFormThatWasOpenTooLongLeadsBackToTheStart() {
        assertThat(Window.location(new Window(port).post("/councils", "/sign-in", "name", "lim", "password", "x")))
                .isEqualTo("/sign-in?again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/none.css", "/nowhere", "/agreements?council=%00", "/search?q=%ff"})
    void errorsHaveAPageForThoseSignedInToo(String path) {
        assertThat(new Window(port).signedIn(lim).get(path).body())
                .contains("<h1", "Lim Wei")
                .doesNotContain("Something went wrong");
    }

    @Test
    void anErrorIsToldToAProgramInItsOwnForm() {
        assertThat(new Window(port).signedIn(lim).get("/api/none").body())
                .contains("\"status\":404")
                .doesNotContain("<h1");
    }

    @Test
    void anUploadThatIsTooLargeGetsAPage() {
        String tooLarge = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + "x".repeat(22_000_000) + "\r\n--x--\r\n";
        Window window = new Window(port).signedIn(lim);

        HttpResponse<String> answer = window.upload("/desk/accounts", tooLarge);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("That is too large", "Lim Wei");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/imports", "/desk/agreements/1/documents", "/desk/sources/1/documents"})
    void nothingIsPutByOfALargeFileFromSomebodyWhoIsNotSignedIn(String path) {
        String list = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                + "x".repeat(22_000_000) + "\r\n--x--\r\n";

        assertThat(new Window(port).upload(path, list).statusCode()).isEqualTo(401);
        assertThat(new Window(port).signedIn(lim).upload(path, list).statusCode())
                .as("it is read, and has no token")
                .isEqualTo(403);
    }

    @Test
    void anUploadSaysHowLargeItIs() {
        HttpResponse<String> answer = new Window(port).signedIn(lim).uploadInChunks("/desk/imports", "--x--\r\n");

        assertThat(answer.statusCode()).isEqualTo(411);
        assertThat(answer.body()).contains("<h1");
    }

    /** Of signing in, behind a proxy that speaks this to the world. */
    private List<String> cookies(String protocol) {
        Window window = new Window(port);
        String token = window.get("/sign-in").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        String name = protocol.equals("https") ? "__Host-form-token" : "form-token";
        return new Window(port)
                .with("X-Forwarded-Proto", protocol)
                .with("Cookie", name + "=" + window.cookie("form-token").orElseThrow())
                .post("/nowhere", "/sign-in", "name", lim.name(), "password", Staff.password(lim), "_csrf", token)
                .headers()
                .allValues("Set-Cookie");
    }

    private boolean lastSignedIn(SignedIn person) {
        return database.sql("select last_signed_in_at is not null from account where id = ?")
                .param(person.id())
                .query(Boolean.class)
                .single();
    }

    private long sessionsOf(SignedIn person) {
        return database.sql("select count(*) from spring_session where principal_name = ?")
                .param(String.valueOf(person.id()))
                .query(Long.class)
                .single();
    }

    private long sessions() {
        return database.sql("select count(*) from spring_session")
                .query(Long.class)
                .single();
    }
}
