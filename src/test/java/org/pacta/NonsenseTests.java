package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.UriUtils;

/**
 * Walks all mappings as an admin and sends what no page sends, in place of one path variable or parameter at a time. Whatever it is, the fault
 * is not ours. Each request, and the page it leads to, is taken back before the next.
 */
@PageTest
class NonsenseTests {

    private static final List<String> NONSENSE = List.of("nonsense", "-1", "2147483647", "9223372036854775808");

    private static final String DAY = "+999999999-12-31";

    private static final String NEVER_SEEN = "neverseen";

    /** Kept, and to be read by nobody. */
    private static final Set<String> SECRET = Set.of("current", "chosen", "repeated");

    /** The tables that what is typed at the desk is kept in. */
    private static final List<String> KEEPERS = List.of(
            "draft",
            "draft_line",
            "draft_name",
            "draft_text",
            "draft_kept",
            "correction",
            "organisation_merge",
            "revision",
            "account",
            "agreement",
            "agreement_contact");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^}]*})*))?}");

    /** What a form sends that a handler takes as a whole; a line of a draft stands before its dot. */
    private static final Map<String, List<String>> FORMS = Map.of(
            "/desk/corrections",
            List.of(
                    "correction.kind",
                    "correction.record",
                    "correction.base",
                    "correction.revision",
                    "correction.version",
                    "correction.entry",
                    "correction.reason",
                    "title",
                    "signedOn",
                    "kind",
                    "position",
                    "council",
                    "focusAreas",
                    "signatories[0].organisation",
                    "citations[0].source",
                    "citations[9999].source",
                    "nonsense[0].nonsense"),
            "/desk/drafts",
            List.of(
                    "LINE.version",
                    "LINE.title",
                    "LINE.signedOn",
                    "LINE.kind",
                    "LINE.focusAreas",
                    "LINE.nonsense",
                    "LINE.signatories",
                    "BASICS.ordinal",
                    "BASICS.heldOn",
                    "BASICS.place",
                    "figure-z.value",
                    "figure-z.relationOrdinal",
                    "figure-z.relationFactor",
                    "agreement-z.version",
                    "agreement-.title",
                    "nonsense-z.title",
                    "-1.title",
                    "987654321.title",
                    "printed",
                    "organisation",
                    "LINE.comment"));

    @Autowired
    private List<RequestMappingInfoHandlerMapping> handlers;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    private SignedIn admin;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Set<String> walked = new LinkedHashSet<>();

    /** A draft with a line and a text that something was found in, a correction and a merge. */
    @BeforeEach
    void prepare() {
        admin = Staff.admin(jdbc, "Goh Li");
        post("/desk/drafts", Map.of("council", "sci"));
        String draft = one("select max(id) from draft");
        post("/desk/drafts/" + draft + "/lines", Map.of("agreement-a.title", "Trade data"));
        post(
                "/desk/drafts/" + draft + "/texts",
                Map.of(
                        "words",
                        "Annex A: List of MOUs\n1. MOU between Tembusu Pte Ltd and Haiyue Co., Ltd. on robots"));
        post(
                "/desk/drafts/" + draft + "/texts",
                Map.of("words", "2. MOU between Kestrel Pte Ltd and Haifeng Co., Ltd. on boats"));
        post(
                "/desk/corrections",
                Map.of(
                        "correction.kind", "agreements",
                        "correction.record", "1",
                        "correction.base", "0",
                        "correction.revision", "1",
                        "correction.entry", "a",
                        "correction.reason", "Why",
                        "title", "Another title"));
        post("/desk/merges", Map.of("one", "1", "other", "2", "into", "1", "reason", "They are one"));
        known.put("LINE", one("select max(id) from draft_line where section = 'agreement' and state = 'entered'"));
        known.put("BASICS", one("select max(id) from draft_line where section = 'basics' and state = 'entered'"));
        known.put("/desk/drafts/{id}", draft);
        known.put("/desk/corrections/{id}", one("select max(id) from correction"));
        known.put("/desk/merges/{id}", one("select max(id) from organisation_merge"));
        known.put("/desk/accounts/{id}", String.valueOf(admin.id()));
        known.put("/review/{line}", one("select max(id) from draft_line where state = 'proposed'"));
        known.put("{line}", Objects.requireNonNull(known.get("LINE")));
        known.put("/places/{slug}", "shanghai");
        known.put("/{list:places|councils}/{slug}", "shanghai");
        known.put("/desk/reviewing/{council}", "1");
        known.put("{slug}", "sci");
        known.put("{council}", "sci");
        known.put("{ordinal}", "4");
        known.put("{kind}", "agreements");
        known.put("{noun}", "agreements");
        known.put("{what}", "people");
        known.put("{target}", "place");
        known.put("{chart}", "focus");
        known.put("text", one("select max(id) from draft_text"));
        Map.of("one", "3", "other", "4", "into", "3", "reason", "Because", "comment", "Look again", "warning", "mark")
                .forEach(known::put);
        Map.of("q", "trade", "correction.version", "0", "version", "0", "council", "sci", "field", "title")
                .forEach(known::put);
        Map.of("correction.kind", "agreements", "correction.record", "1", "correction.base", "0")
                .forEach(known::put);
        Map.of("correction.revision", "1", "correction.entry", "b", "correction.reason", "Why")
                .forEach(known::put);
        Map.of("printed", "Nobody Knows Ltd", "organisation", "1", "current", "x", "chosen", "y", "repeated", "y")
                .forEach(known::put);
        Map.of("LINE.version", "0", "from", "1", "to", "2").forEach(known::put);
    }

    @Test
    void whatNoPageSendsIsRefusedOrReadAndNeverAFaultOfOurs() {
        List<String> faults = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping handler : handlers) {
            handler.getHandlerMethods().forEach((mapping, method) -> walk(mapping, method, faults));
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void whatAFormOfTheDeskSendsIsKeptOrRefusedAndNeverDropped() {
        List<String> dropped = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping handler : handlers) {
            handler.getHandlerMethods()
                    .forEach((mapping, method) -> mapping.getPatternValues().stream()
                            .filter(pattern -> pattern.startsWith("/desk/") && verb(mapping) == HttpMethod.POST)
                            .forEach(pattern -> drop(pattern, method, dropped)));
        }

        assertThat(dropped).isEmpty();
    }

    private void drop(String pattern, HandlerMethod method, List<String> dropped) {
        Set<String> parameters = parameters(method, pattern);
        Stream.concat(
                        parameters.stream().filter(name -> !SECRET.contains(name)),
                        parameters.contains("title") || parameters.contains("LINE.title")
                                ? Stream.of("nonsense", "correction.nonsense", "signatories[12345].organisation")
                                : Stream.of("nonsense"))
                .forEach(name -> {
                    Map<String, String> sent = usual(parameters);
                    sent.put(real(name), NEVER_SEEN);
                    jdbc.sql("savepoint before").update();
                    MvcTestResult answer = exchange(HttpMethod.POST, address(pattern, null, null), sent);
                    if (answer.getUnresolvedException() != null
                            || answer.getResponse().getStatus() < 400 && !isKept()) {
                        dropped.add("%s %s".formatted(pattern, real(name)));
                    }
                    jdbc.sql("rollback to savepoint before").update();
                    entities.clear();
                });
    }

    private boolean isKept() {
        entities.flush();
        return KEEPERS.stream()
                .anyMatch(table -> jdbc.sql(
                                "select exists (select from %1$s where %1$s::text like :seen)".formatted(table))
                        .param("seen", "%" + NEVER_SEEN + "%")
                        .query(Boolean.class)
                        .single());
    }

    private static HttpMethod verb(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .findFirst()
                .map(each -> each.asHttpMethod())
                .orElse(HttpMethod.GET);
    }

    private void walk(RequestMappingInfo mapping, HandlerMethod method, List<String> faults) {
        HttpMethod verb = verb(mapping);
        for (String pattern : mapping.getPatternValues()) {
            Set<String> parameters = parameters(method, pattern);
            Map<String, String> usual = verb == HttpMethod.POST ? usual(parameters) : required(method);
            VARIABLE.matcher(pattern)
                    .results()
                    .map(each -> each.group(1))
                    .forEach(name ->
                            NONSENSE.forEach(nonsense -> send(verb, address(pattern, name, nonsense), usual, faults)));
            parameters.forEach(name -> nonsense(name).forEach(nonsense -> {
                Map<String, String> sent = new LinkedHashMap<>(usual);
                sent.put(real(name), nonsense);
                send(verb, address(pattern, null, null), sent, faults);
            }));
            walked.addAll(parameters);
        }
    }

    /** All of it the first time a parameter of this name is met, then a word only: many addresses read the same filters and forms. */
    private List<String> nonsense(String name) {
        return walked.contains(name)
                ? NONSENSE.subList(0, 1)
                : Stream.concat(NONSENSE.stream(), Stream.of("0", DAY)).toList();
    }

    private static Set<String> parameters(HandlerMethod method, String pattern) {
        Set<String> names = new LinkedHashSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            RequestParam request = parameter.getParameterAnnotation(RequestParam.class);
            Class<?> type = parameter.getParameterType();
            if (Map.class.isAssignableFrom(type) && request != null) {
                FORMS.forEach((path, form) -> names.addAll(pattern.startsWith(path) ? form : List.of()));
            } else if (request != null && type != MultipartFile.class) {
                names.add(name(parameter, request));
            } else if (type.isRecord()
                    && type != SignedIn.class
                    && !parameter.hasParameterAnnotation(PathVariable.class)) {
                Arrays.stream(type.getRecordComponents()).forEach(component -> names.add(component.getName()));
            }
        }
        return names;
    }

    private static String name(MethodParameter parameter, RequestParam request) {
        return request.value().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : request.value();
    }

    private Map<String, String> required(HandlerMethod method) {
        Map<String, String> required = new LinkedHashMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam request = parameter.getParameterAnnotation(RequestParam.class);
            if (request != null && known.containsKey(name(parameter, request))) {
                required.put(name(parameter, request), Objects.requireNonNull(known.get(name(parameter, request))));
            }
        }
        return required;
    }

    private Map<String, String> usual(Set<String> parameters) {
        Map<String, String> usual = new LinkedHashMap<>();
        parameters.stream()
                .filter(known::containsKey)
                .forEach(name -> usual.put(real(name), Objects.requireNonNull(known.get(name))));
        return usual;
    }

    private String real(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? name
                : known.getOrDefault(name.substring(0, dot), name.substring(0, dot)) + name.substring(dot);
    }

    /** An address of this pattern where something lives, but for the variable that is to be nonsense. */
    private String address(String pattern, @Nullable String variable, @Nullable String nonsense) {
        return VARIABLE.matcher(pattern)
                .replaceAll(found -> found.group(1).equals(variable)
                        ? UriUtils.encode(nonsense, StandardCharsets.UTF_8)
                        : value(pattern.substring(0, found.start()) + "{" + found.group(1) + "}", found.group(2)))
                .replace("/**", "");
    }

    private String value(String path, @Nullable String rule) {
        return known.entrySet().stream()
                .filter(each -> path.endsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> rule != null && rule.contains("|") ? rule.substring(0, rule.indexOf('|')) : "1");
    }

    private void send(HttpMethod verb, String address, Map<String, String> parameters, List<String> faults) {
        jdbc.sql("savepoint before").update();
        String fault = fault(exchange(verb, address, parameters));
        if (fault != null) {
            faults.add("%s %s %s: %s".formatted(verb, address, parameters, fault));
        }
        jdbc.sql("rollback to savepoint before").update();
        entities.clear();
    }

    /** What is written is sent to the database, as it would be at the end of the request. */
    private @Nullable String fault(MvcTestResult answer) {
        if (answer.getUnresolvedException() != null) {
            return String.valueOf(answer.getUnresolvedException());
        }
        try {
            entities.flush();
        } catch (RuntimeException refused) {
            return String.valueOf(refused);
        }
        int status = answer.getResponse().getStatus();
        String leadsTo = answer.getResponse().getRedirectedUrl();
        if (leadsTo != null && leadsTo.startsWith("/") && !leadsTo.contains("/preview")) {
            String fault = fault(exchange(HttpMethod.GET, leadsTo.replaceFirst("#.*", ""), Map.of()));
            return fault == null ? null : "leads to " + leadsTo + ": " + fault;
        }
        return status < 500 ? null : String.valueOf(status);
    }

    private MvcTestResult exchange(HttpMethod verb, String address, Map<String, String> parameters) {
        var request = mvc.method(verb).uri(URI.create(address)).with(Staff.as(admin));
        parameters.forEach(request::param);
        return (verb == HttpMethod.POST ? request.with(Staff.form()) : request).exchange();
    }

    private void post(String address, Map<String, String> parameters) {
        MvcTestResult answer = exchange(HttpMethod.POST, address, parameters);
        assertThat(fault(answer)).as(address).isNull();
    }

    private String one(String sql) {
        return Stream.ofNullable(jdbc.sql(sql).query(Long.class).single())
                .map(String::valueOf)
                .findFirst()
                .orElseThrow();
    }
}
