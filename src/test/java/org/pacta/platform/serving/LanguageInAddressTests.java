package org.pacta.platform.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class LanguageInAddressTests {

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?lang=zh",
                "/councils/sci?lang=zh",
                "/agreements?council=sci&lang=zh",
                "/agreements?lang=zh&council=sci",
                "/agreements?lang=en&lang=zh",
                "/dashboard?councils=sci&lang=zh"
            })
    void aViewThatIsSentIsInItsLanguageAndSoIsWhatFollows(String address) {
        MvcTestResult page = get(address, "en-GB");

        assertThat(page).bodyText().contains("<html lang=\"zh-Hans\"");
        assertThat(page.getResponse().getCookie("language"))
                .isNotNull()
                .satisfies(cookie -> assertThat(cookie.getValue()).isEqualTo("zh"));
        assertThat(mvc.get().uri("/councils").cookie(page.getResponse().getCookie("language")))
                .bodyText()
                .contains("<html lang=\"zh-Hans\"");
    }

    @Test
    void filesAreInTheLanguageOfTheirAddress() {
        assertThat(get("/agreements.metadata.json?council=sci&lang=zh", "en"))
                .bodyText()
                .contains("理事会：");
    }

    @ParameterizedTest
    @CsvSource({"/agreements?lang=fr, 302", "/councils?lang=fr, 200", "/agreements?lang=, 302"})
    void anotherLanguageIsAParameterLikeAnyOther(String address, int status) {
        assertThat(get(address, "en")).hasStatus(HttpStatus.valueOf(status));
        assertThat(get(address, "en").getResponse().getCookie("language")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/councils/sci, http://localhost/councils/sci, ?",
        "/councils/sci?lang=zh, http://localhost/councils/sci, ?",
        "/agreements?council=sci&lang=en, http://localhost/agreements?council=sci, &amp;"
    })
    void aPageNamesItsAddressInEachLanguageAndInNone(String address, String whole, String more) {
        assertThat(get(address, "en"))
                .bodyText()
                .contains(
                        "<link rel=\"canonical\" href=\"%s\">".formatted(whole),
                        "<link rel=\"alternate\" hreflang=\"en\" href=\"%s%slang=en\">".formatted(whole, more),
                        "<link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"%s%slang=zh\">".formatted(whole, more));
    }

    @Test
    void saysByWhatAPageDiffersAndLeavesAssetsToCaches() {
        assertThat(get("/councils", "en").getResponse().getHeaders(HttpHeaders.VARY))
                .contains("Accept-Language", "Cookie");
        assertThat(get("/assets/pacta.css", "en").getResponse().getHeaders(HttpHeaders.VARY))
                .doesNotContain("Cookie");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /?lang=zh",
        "/councils/sci, /councils/sci?lang=zh",
        "/agreements?council=sci, /agreements?council=sci&lang=zh",
        "/councils/sci#numbers, /councils/sci?lang=zh#numbers"
    })
    void aChangeOfLanguageLeadsBackToAnAddressThatNamesIt(String back, String address) {
        assertThat(mvc.get().uri("/language/zh").param("back", back)).hasRedirectedUrl(address);
    }

    private MvcTestResult get(String address, String language) {
        return mvc.get()
                .uri(address)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
    }
}
