package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A council or a place whose address was changed is found by the one it had, and so is all that is below it. */
@PageTest
class FormerAddressTests {

    private static final Path MAPPINGS = Path.of("src/test/resources/security/mappings.txt");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void change() {
        rename("council", "sci", "sichuan");
        rename("place", "singapore", "lion-city");
    }

    private void rename(String table, String from, String to) {
        jdbc.sql("update %s set slug = :to where slug = :from".formatted(table))
                .param("to", to)
                .param("from", from)
                .update();
    }

    @Test
    void leadsOnFromEachAddressBelowIt() throws IOException {
        List<String> asked = Files.readAllLines(MAPPINGS).stream()
                .filter(line -> line.startsWith("anyone") && line.contains(" GET "))
                .map(line -> line.replaceFirst(".* GET +", "").replace("{list:places|councils}", "councils"))
                .filter(path -> path.matches("/(councils|places)/\\{.*"))
                .flatMap(FormerAddressTests::examples)
                .map(path -> path.contains("ledger") ? path + "?measure=mous" : path)
                .toList();

        assertThat(asked)
                .hasSizeGreaterThan(25)
                .allSatisfy(path -> assertThat(mvc.get().uri(path))
                        .hasStatus(301)
                        .headers()
                        .hasValue("Location", path.replace("/sci", "/sichuan").replace("/singapore", "/lion-city")));
    }

    private static Stream<String> examples(String pattern) {
        String path = pattern.replaceFirst("\\{(slug|council)}", pattern.startsWith("/places") ? "singapore" : "sci")
                .replace("{ordinal}", "4")
                .replace("{ordinal:\\d+}", "4")
                .replaceAll("\\{(revision|before|after):\\\\d\\+}", "1");
        return path.contains("{format:")
                ? Stream.of(path.replaceFirst(".*\\{format:(.*)}", "$1").split("\\|"))
                        .map(format -> path.replaceFirst("\\{format:.*}", format))
                : Stream.of(path);
    }

    @Test
    void keepsTheView() {
        assertThat(mvc.get().uri("/councils/sci?asOf=2023-01-01"))
                .hasStatus(301)
                .hasRedirectedUrl("/councils/sichuan?asOf=2023-01-01");
    }

    @Test
    void leadsProgramsOn() {
        assertThat(mvc.get().uri("/api/v1/councils/sci"))
                .hasStatus(301)
                .headers()
                .hasValue("Location", "/api/v1/councils/sichuan");
        assertThat(mvc.get().uri("/councils/sci/history")).hasStatus(301).hasRedirectedUrl("/councils/sichuan/history");
    }

    @Test
    void leadsNowhereElse() {
        assertThat(mvc.get().uri("/councils/sichuan")).hasStatusOk();
        assertThat(mvc.get().uri("/councils/nowhere")).hasStatus(404);
        assertThat(mvc.get().uri("/councils/sichuan/meetings/77")).hasStatus(404);

        rename("council", "jcbc", "sci");
        assertThat(mvc.get().uri("/councils/sci")).hasStatusOk();
    }
}
