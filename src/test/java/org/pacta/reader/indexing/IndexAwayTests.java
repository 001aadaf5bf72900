package org.pacta.reader.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.search.util.common.SearchTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.ListFilter;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever looks for words while the index is away is told so, and never that there is nothing, or everything. */
@PageTest
class IndexAwayTests {

    /** What lists have no words to look for, or look for them in the database alone. */
    private static final Set<String> WITHOUT_INDEX = Set.of(
            "councils", "places", "indicators", "sources", "people", "rows", "documents", "commitments", "figures");

    @Autowired
    SearchIndex index;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    EntityManagerFactory entities;

    /** How the index can be away. */
    private enum Away {
        BUILDING("Search is being prepared"),
        LATE("That was too much to look for at once");

        private final String words;

        Away(String words) {
            this.words = words;
        }
    }

    private void take(Away away) {
        if (away == Away.BUILDING) {
            index.starts(1);
        } else {
            ReflectionTestUtils.setField(
                    index,
                    "entities",
                    Proxy.newProxyInstance(
                            EntityManagerFactory.class.getClassLoader(),
                            new Class<?>[] {EntityManagerFactory.class},
                            (self, method, arguments) -> {
                                throw new SearchTimeoutException("Three seconds are over");
                            }));
        }
    }

    static Stream<Arguments> programs() {
        return each(
                "/api/v1/agreements?q=port",
                "/api/v1/organisations?q=port",
                "/agreements.atom?q=port",
                "/projects.csv?q=port",
                "/meetings.xlsx?q=port",
                "/organisations.json?q=port",
                "/agreements.metadata.json?q=port",
                "/search/suggestions?q=port");
    }

    static Stream<Arguments> pages() {
        return each("/agreements", "/projects", "/organisations", "/meetings", "/search");
    }

    private static Stream<Arguments> each(String... paths) {
        return Stream.of(Away.values()).flatMap(away -> Stream.of(paths).map(path -> Arguments.of(away, path)));
    }

    @AfterEach
    void bringItBack() {
        ReflectionTestUtils.setField(index, "entities", entities);
        index.becomes(SearchIndex.State.READY);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programsAreAnsweredThatItIsNotReady(Away away, String path) {
        take(away);

        assertThat(mvc.get().uri(path)).hasStatus(503);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pagesSaySo(Away away, String path) {
        take(away);

        assertThat(mvc.get().uri(path + "?q=port").header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains(away.words);
    }

    /** Every address that takes words, found in the mappings, so that none is forgotten. */
    @ParameterizedTest
    @EnumSource
    void nobodyIsGivenAWrongAnswer(Away away) {
        take(away);
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
                    .uri(path + "?q=zzzznowhere" + away)
                    .header("Accept-Language", "en")
                    .exchange();
            int status = answer.getResponse().getStatus();
            assertThat(status).as(path).isIn(200, 400, 503);
            if (status == 200) {
                assertThat(answer).as(path).bodyText().contains(away.words);
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
        Stream<String> choices = Stream.of(variable.equals("slug") ? "sci" : "1");
        if (variable.startsWith("noun:") && !variable.contains("|")) {
            choices = Stream.of(RecordKind.values()).map(RecordKind::plural);
        } else if (variable.contains(":")) {
            choices = Stream.of(variable.substring(variable.indexOf(':') + 1).split("\\|"));
        }
        return choices.flatMap(choice -> addresses(pattern.substring(0, open) + choice + pattern.substring(close + 1)));
    }
}
