package org.pacta.desk.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class ContactPageTests {

    private static final String PAGE = "/desk/agreements/1/contact";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn editor;

    @BeforeEach
    void hire() {
        editor = Staff.editor(jdbc, "Lim Wei");
    }

    @Test
    void namesWhoIsResponsibleAndNobodyAgain() {
        assertThat(send(Map.of("version", "0", "unit", " Kingfisher desk ", "otherContact", "Ms Zhou")))
                .hasRedirectedUrl(PAGE);
        assertThat(page()).contains("value=\"Kingfisher desk\"", "value=\"Ms Zhou\"", "name=\"version\" value=\"1\"");

        assertThat(send(Map.of("version", "1", "unit", "Heron desk"))).hasRedirectedUrl(PAGE);
        assertThat(page()).contains("Heron desk").doesNotContain("Ms Zhou");

        assertThat(send(Map.of("version", "2"))).hasRedirectedUrl(PAGE);
        assertThat(page()).doesNotContain("Heron desk").contains("name=\"version\" value=\"0\"");
    }

    @Test
    void noticesThatSomebodyWasFaster() {
        send(Map.of("version", "0", "unit", "Kingfisher desk"));

        assertThat(send(Map.of("version", "0", "unit", "Heron desk"))).hasStatus(409);
        assertThat(send(Map.of("version", "7"))).hasStatus(409);
        assertThat(page()).contains("Kingfisher desk");
    }

    @Test
    void refusesWhatIsTooLongAndAnAgreementThatIsNotThere() {
        assertThat(send(Map.of("version", "0", "unit", "x".repeat(301)))).hasStatus(422);
        assertThat(mvc.get().uri(PAGE.replace("/1/", "/999999/")).with(Staff.as(editor)))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements/1",
                "/agreements/1/history",
                "/agreements/1/cite",
                "/agreements.csv",
                "/agreements.json",
                "/agreements.ics",
                "/api/v1/agreements/1",
                "/api/v1/agreements",
                "/changes",
                "/changes.atom",
                "/search?q=kingfisher",
                "/data"
            })
    void isToldToNoReader(String path) throws IOException {
        send(Map.of(
                "version",
                "0",
                "unit",
                "Kingfisher desk",
                "contact",
                "Kingfisher",
                "otherUnit",
                "Kingfisher",
                "otherContact",
                "Kingfisher"));

        String told = new String(
                mvc.get().uri(path).exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);

        assertThat(told.replace("q=kingfisher", "").replace("value=\"kingfisher\"", ""))
                .isNotEmpty()
                .doesNotContain("Kingfisher");
    }

    @Test
    void isNotInTheDataPackage() throws IOException {
        send(Map.of("version", "0", "unit", "Kingfisher desk"));

        byte[] file = mvc.get().uri("/data/pacta.zip").exchange().getResponse().getContentAsByteArray();

        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).doesNotContain("contact");
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("Kingfisher");
                files++;
            }
        }
        assertThat(files).isGreaterThan(10);
    }

    private MvcTestResult send(Map<String, String> fields) {
        var post = mvc.post().uri(PAGE).with(Staff.as(editor)).with(Staff.form());
        fields.forEach(post::param);
        return post.exchange();
    }

    private String page() {
        MvcTestResult answer = mvc.get().uri(PAGE).with(Staff.as(editor)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
