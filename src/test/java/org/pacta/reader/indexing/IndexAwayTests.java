package org.pacta.reader.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.search.util.common.SearchTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.reading.ListFilter;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever looks for words while the index is away is told so, and never that there is nothing, or everything. */
@PageTest
class IndexAwayTests {

    /** What lists have no words to look for, or look for them in the database alone. */
    private static final Set<String> WITHOUT_INDEX =
            Set.of("councils", "places", "indicators", "sources", "people", "rows");

    @Autowired
    SearchIndex index;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @BeforeEach
    void takeTheIndexAway() {
        index.starts(1);
    }

    @AfterEach
    void bringItBack() {
        index.becomes(SearchIndex.State.READY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agreements?q=port",
                "/api/v1/organisations?q=port",
                "/agreements.atom?q=port",
                "/projects.csv?q=port",
                "/meetings.xlsx?q=port",
                "/organisations.json?q=port",
                "/agreements.metadata.json?q=port",
                "/search/suggestions?q=port"
            })
    void programsAreAnsweredThatItIsNotReady(String path) {
        assertThat(mvc.get().uri(path)).hasStatus(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agreements", "/projects", "/organisations", "/meetings", "/search"})
    void pagesSaySo(String path) {
        assertThat(mvc.get().uri(path + "?q=port").header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Search is being prepared");
    }

    /** All ask through here, so that no other place can forget it. */
    @Test
    void aQuestionThatTakesTooLongIsOneThatIsNotAnsweredNow() {
        index.becomes(SearchIndex.State.READY);

        assertThatExceptionOfType(SearchIndex.NotReadyException.class)
                .isThrownBy(() -> index.ask(session -> {
                    throw new SearchTimeoutException("Three seconds are over");
                }))
                .extracting(SearchIndex.NotReadyException::why)
                .isEqualTo("search.too_much");
        assertThat(index.isReady()).isTrue();
    }

    /** Every address that takes words, found in the mappings, so that none is forgotten. */
    @Test
    void nobodyIsGivenAWrongAnswer() {
        Set<String> asked = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (takesWords(handler)) {
                mapping.getPatternValues().stream()
                        .flatMap(IndexAwayTests::addresses)
                        .filter(path -> !path.startsWith("/desk"))
                        .filter(path -> WITHOUT_INDEX.stream().noneMatch(path::contains))
                        .forEach(asked::add);
            }
        });

        assertThat(asked).hasSizeGreaterThan(20).allSatisfy(path -> {
            MvcTestResult answer = mvc.get()
                    .uri(path + "?q=zzzznowhere")
                    .header("Accept-Language", "en")
                    .exchange();
            int status = answer.getResponse().getStatus();
            assertThat(status).as(path).isIn(200, 400, 503);
            if (status == 200) {
                assertThat(answer).as(path).bodyText().contains("Search is being prepared");
            }
        });
    }

    private static boolean takesWords(HandlerMethod handler) {
        boolean isGet = handler.getMethod().getAnnotations().length > 0
                && Stream.of(handler.getMethod().getAnnotations())
                        .anyMatch(each -> each.annotationType().getSimpleName().equals("GetMapping"));
        return isGet
                && Stream.of(handler.getMethodParameters())
                        .map(MethodParameter::getParameter)
                        .anyMatch(each -> each.getType() == ListFilter.class
                                || each.getName().equals("q"));
    }

    /** An address for each of the choices a pattern leaves. */
    private static Stream<String> addresses(String pattern) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            return Stream.of(pattern);
        }
        int close = pattern.indexOf('}', open);
        String variable = pattern.substring(open + 1, close);
        Stream<String> choices = variable.contains(":")
                ? Stream.of(variable.substring(variable.indexOf(':') + 1).split("\\|"))
                : Stream.of(variable.equals("slug") ? "sci" : "1");
        return choices.flatMap(choice -> addresses(pattern.substring(0, open) + choice + pattern.substring(close + 1)));
    }
}
