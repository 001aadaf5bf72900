package org.pacta.platform.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which forms make something new is said here, once for each address that is posted to. */
class FormKeyTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path MAPPINGS = Path.of("src/test/resources/security/mappings.txt");
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b[^>]*method=\"post\"[^>]*>(.*?)</form>");
    private static final String KEY = "~{shared/form :: key}";

    /** Whoever sends one of these twice would have two of what it makes, or be told of the second what only the first did. */
    private static final List<String> MAKES = List.of(
            "/account/authenticator/confirmation",
            "/account/authenticator/recovery",
            "/account/tokens",
            "/desk/accounts",
            "/desk/accounts/{id}/password",
            "/desk/drafts",
            "/desk/drafts/{id}/publication",
            "/desk/drafts/{id}/remarks",
            "/desk/drafts/{id}/reversal",
            "/desk/drafts/{id}/texts",
            "/desk/imports",
            "/desk/imports/{id}/publication",
            "/desk/imports/{id}/reversal",
            "/desk/changes/{noun}",
            "/desk/{noun}/{id}/documents",
            "/desk/corrections",
            "/desk/corrections/{id}/publication",
            "/desk/corrections/{id}/reversal",
            "/desk/translations",
            "/desk/merges",
            "/desk/withdrawals/{kind}/{key}");

    /** Sent twice, these leave what is there as the first one did. */
    private static final List<String> CHANGES = List.of(
            "/account/authenticator",
            "/account/authenticator/removal",
            "/account/password",
            "/account/sessions/end",
            "/account/tokens/{id}/revocation",
            "/desk/accounts/{id}",
            "/desk/accounts/{id}/authenticator/removal",
            "/desk/accounts/{id}/return",
            "/desk/accounts/{id}/suspension",
            "/desk/agreements/{agreement}/contact",
            "/desk/corrections/{id}",
            "/desk/corrections/{id}/conflict",
            "/desk/corrections/{id}/records",
            "/desk/corrections/{id}/records/{kind}/{record}/removal",
            "/desk/corrections/{id}/reopening",
            "/desk/corrections/{id}/return",
            "/desk/corrections/{id}/submission",
            "/desk/corrections/{id}/takeover",
            "/desk/corrections/{id}/withdrawal",
            "/desk/drafts/{id}",
            "/desk/drafts/{id}/lines",
            "/desk/drafts/{id}/lines/{line}/comparison",
            "/desk/drafts/{id}/lines/{line}/removal",
            "/desk/drafts/{id}/lines/{line}/return",
            "/desk/drafts/{id}/names",
            "/desk/drafts/{id}/reopening",
            "/desk/drafts/{id}/return",
            "/desk/drafts/{id}/review/acceptance",
            "/desk/drafts/{id}/review/chosen/acceptance",
            "/desk/drafts/{id}/review/chosen/omission",
            "/desk/drafts/{id}/review/omission",
            "/desk/drafts/{id}/review/reversal",
            "/desk/drafts/{id}/review/{line}/acceptance",
            "/desk/drafts/{id}/review/{line}/division",
            "/desk/drafts/{id}/review/{line}/omission",
            "/desk/drafts/{id}/review/{line}/union",
            "/desk/drafts/{id}/submission",
            "/desk/drafts/{id}/withdrawal",
            "/desk/imports/{id}/acceptance",
            "/desk/imports/{id}/columns",
            "/desk/imports/{id}/reading",
            "/desk/imports/{id}/reopening",
            "/desk/imports/{id}/return",
            "/desk/imports/{id}/submission",
            "/desk/imports/{id}/trial",
            "/desk/imports/{id}/values",
            "/desk/imports/{id}/withdrawal",
            "/desk/merges/{id}/reversal",
            "/desk/organisations/distinct",
            "/desk/reviewing/{council}",
            "/desk/withdrawals/{kind}/{key}/reversal",
            "/sign-in/code");

    /** Not sent by a form of Pacta's, or kept nowhere. */
    private static final List<String> NEITHER = List.of("/sign-in/refused", "/api/v1/annex/parse", "/api/v1/imports");

    @Test
    void ofEachAddressItIsSaidWhetherItMakesSomethingNew() throws IOException {
        List<String> posted = Files.readAllLines(MAPPINGS).stream()
                .filter(line -> line.contains(" POST "))
                .map(line -> line.replaceAll(".* POST |:[^}/]*(?=})", ""))
                .toList();

        assertThat(posted)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(MAKES, CHANGES, NEITHER).flatMap(List::stream).toList());
    }

    @Test
    void whatMakesSomethingNewCarriesAKey() throws IOException {
        List<String> without = new ArrayList<>();
        List<String> with = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                String page = Files.readString(template);
                for (MatchResult form : FORM.matcher(page).results().toList()) {
                    actions(form.group() + buttons(page, form.group()))
                            .filter(FormKeyTests::makes)
                            .forEach(action -> (form.group(1).contains(KEY) ? with : without)
                                    .add(TEMPLATES.relativize(template) + " " + action));
                }
            }
        }

        assertThat(without).isEmpty();
        assertThat(MAKES).allSatisfy(address -> assertThat(with).as(address).anyMatch(form -> fits(address, form)));
    }

    /** Only {@code th:action} puts the token in that says that the form is ours. */
    @Test
    void whateverIsPostedSaysWhereTo() throws IOException {
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            assertThat(templates.filter(Files::isRegularFile))
                    .allSatisfy(template -> assertThat(FORM.matcher(Files.readString(template))
                                    .results()
                                    .map(MatchResult::group))
                            .allSatisfy(form -> assertThat(form.substring(0, form.indexOf('>')))
                                    .contains("th:action=")));
        }
    }

    /** The buttons of a form that stand outside it and name it. */
    private static String buttons(String page, String form) {
        return Pattern.compile("^<form\\b[^>]*\\bid=\"(\\w+)\"")
                .matcher(form)
                .results()
                .flatMap(id -> Pattern.compile("<button[^>]*\\bform=\"%s\"[^>]*>".formatted(id.group(1)))
                        .matcher(page)
                        .results())
                .map(MatchResult::group)
                .collect(Collectors.joining());
    }

    /** Of the form and of its buttons, an expression in each of its places being some word. */
    private static Stream<String> actions(String form) {
        return Pattern.compile("th:(?:form)?action=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split("[?:](?= ')")))
                .flatMap(action -> action.equals("${publication.reversal}")
                        ? Stream.of("/desk/drafts/1/reversal", "/desk/corrections/1/reversal")
                        : Stream.of(action))
                .map(action -> action.replaceAll("@\\{([^}]*)}", "$1")
                        .replaceAll("\\$\\{page}", "/desk/drafts/1")
                        .replaceAll("' *\\+.*", "/1")
                        .replaceAll("\\$\\{[^}]*}", "1")
                        .replaceAll("[|' ]", ""));
    }

    private static boolean makes(String action) {
        return MAKES.stream().anyMatch(address -> fits(address, " " + action));
    }

    private static boolean fits(String address, String form) {
        return form.matches(".* " + address.replaceAll("\\{\\w+}", "[^/]+"));
    }
}
