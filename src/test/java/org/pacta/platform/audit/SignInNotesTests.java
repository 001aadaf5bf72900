package org.pacta.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.Codes;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class SignInNotesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    private SignedIn editor;

    @BeforeEach
    void hire() {
        editor = Staff.editor(database, "Lim Wei");
        database.sql("delete from audit_waiting").update();
    }

    @Test
    void notesWhoSignedInFromWhere() {
        signIn(editor.name(), Staff.password(editor));

        assertThat(noted()).containsExactly("signed_in %d - 192.0.2.7".formatted(editor.id()));
    }

    @Test
    void whoHasYetToGiveACodeIsNotNotedAsSignedIn() {
        database.sql(
                        "insert into authenticator (account_id, secret, since) values (:account, decode(repeat('00', 20), 'hex'), now())")
                .param("account", editor.id())
                .update();

        Cookie window =
                signIn(editor.name(), Staff.password(editor)).getResponse().getCookie("session");
        giveCode(window, "000000x");
        giveCode(window, Codes.now(database, editor));

        assertThat(noted())
                .containsExactly(
                        "gave_password %d - 192.0.2.7".formatted(editor.id()),
                        "refused - account %d 127.0.0.1".formatted(editor.id()),
                        "signed_in %d - 127.0.0.1".formatted(editor.id()));
    }

    private void giveCode(Cookie window, String code) {
        mvc.post()
                .uri("/sign-in/code")
                .with(Staff.form())
                .with(request -> {
                    request.setCookies(request.getCookies()[0], window);
                    return request;
                })
                .param("code", code)
                .exchange();
    }

    @Test
    void notesForWhichAccountSomebodyWasRefused() {
        signIn(editor.name().toUpperCase(Locale.ROOT), "a guess");
        signIn("my password", "lim.wei");

        assertThat(noted())
                .containsExactly("refused - account %d 192.0.2.7".formatted(editor.id()), "refused - - 192.0.2.7");
    }

    @Test
    void notesWhatWasDeniedToSomebodyWhoIsSignedIn() {
        assertThat(mvc.get().uri("/desk/accounts")).hasStatus(302);
        assertThat(mvc.get().uri("/desk/accounts?a=b").with(Staff.as(editor))).hasStatus(403);

        assertThat(noted()).containsExactly("denied %d - GET /desk/accounts".formatted(editor.id()));
    }

    @Test
    void notesWhoseRightsWereSwitchedByWhom() {
        SignedIn admin = Staff.admin(database, "Tan Hui");

        assertThat(mvc.post()
                        .uri("/desk/accounts/{id}/suspension", editor.id())
                        .with(Staff.as(admin))
                        .with(Staff.form()))
                .hasStatus3xxRedirection();

        assertThat(noted()).containsExactly("account_disabled %d account %d -".formatted(admin.id(), editor.id()));
    }

    @Test
    void notesWhatStaffTakeOut() {
        assertThat(mvc.get().uri("/data/staff/pacta.zip").with(Staff.as(editor)))
                .hasStatusOk();

        assertThat(noted())
                .singleElement()
                .asString()
                .startsWith("exported %d /data/staff/pacta.zip revision ".formatted(editor.id()));
    }

    private MvcTestResult signIn(String name, String password) {
        return mvc.post()
                .uri("/sign-in")
                .with(Staff.form())
                .with(request -> {
                    request.setRemoteAddr("192.0.2.7");
                    return request;
                })
                .param("name", name)
                .param("password", password)
                .exchange();
    }

    private List<String> noted() {
        return database.sql("""
                        select concat_ws(' ', what, coalesce(account_id::text, '-'), coalesce(about, '-'), coalesce(detail, '-'))
                        from audit_waiting order by id
                        """).query(String.class).list();
    }
}
