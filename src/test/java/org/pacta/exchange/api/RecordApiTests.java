package org.pacta.exchange.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.form.FormSql;
import org.pacta.platform.form.RecordKind;
import org.pacta.registry.record.RecordForms;
import org.pacta.test.PageTest;
import org.pacta.test.Samples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class RecordApiTests {

    static final List<String> examples = ManualController.EXAMPLES;

    private static final ObjectMapper json = new ObjectMapper();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordForms forms;

    @Autowired
    RecordQueries records;

    @ParameterizedTest
    @EnumSource
    void everyKindAnswersAsItsDescriptionSays(RecordKind kind) throws Exception {
        Samples.addWhatIsMissing(jdbc);
        JsonNode description = json(get("/api/v1/openapi.json"));
        JsonNode list = json(get("/api/v1/" + kind.plural()));
        JsonNode one = json(get(
                "/api/v1/%s/%d".formatted(kind.plural(), list.at("/rows/0/id").asLong())));

        assertThat(list.path("rows").size()).isPositive();
        assertThat(problems(description, "/api/v1/" + kind.plural(), list)).isEmpty();
        assertThat(problems(description, "/api/v1/" + kind.plural() + "/{key}", one))
                .isEmpty();
        assertThat(one.path("self").asText())
                .isEqualTo("http://localhost/api/v1/%s/%d"
                        .formatted(kind.plural(), one.path("id").asLong()));
        assertThat(mvc.get().uri(URI.create(one.path("page").asText().replaceFirst("#.*", ""))))
                .hasStatusOk();
    }

    /** What the SQL of a form reads is what the form of the entity reads, for every published record of the sample. */
    @ParameterizedTest
    @EnumSource
    void everyRecordHasTheFieldsOfItsForm(RecordKind kind) {
        Samples.addWhatIsMissing(jdbc);
        List<Long> ids = jdbc.sql(
                        "select id from (%s) known order by id".formatted(FormSql.of(kind, forms.fields(kind))))
                .query(Long.class)
                .list();

        assertThat(ids).hasSize(published(kind)).isNotEmpty();
        assertThat(ids).allSatisfy(id -> {
            Object form = forms.standing(kind, id).form();
            assertThat(records.get(kind, id.toString(), "").record()).isEqualTo(form);
        });
    }

    @Test
    void describesEveryAddressAndNothingElse() throws Exception {
        JsonNode description = json(get("/api/v1/openapi.json"));

        assertThat(description.path("openapi").asText()).startsWith("3.1");
        Set<String> described = new TreeSet<>();
        description.path("paths").fieldNames().forEachRemaining(described::add);
        assertThat(described)
                .hasSize(2 * RecordKind.values().length + 4)
                .contains("/api/v1/annex/parse", "/api/v1/imports/{id}/rows.xlsx", "/api/v1/agreements/{key}");
        assertThat(description.at("/paths/~1api~1v1~1agreements/get/parameters").findValuesAsText("name"))
                .contains("q", "council", "kind", "page");
        assertThat(description.at("/components/schemas").has("EntityAgreementForm"))
                .isTrue();
        assertThat(description.at("/components/schemas").has("EntityForm")).isFalse();
    }

    @Test
    void describesWhatEachAddressTakesAndWhatCanGoWrong() throws Exception {
        JsonNode description = json(get("/api/v1/openapi.json"));
        List<JsonNode> operations = new ArrayList<>();
        description.path("paths").forEach(path -> path.forEach(operations::add));

        assertThat(operations).hasSizeGreaterThan(20).allSatisfy(operation -> {
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.at("/responses/401/content").has("application/problem+json"))
                    .isTrue();
            assertThat(operation.path("responses").size()).isGreaterThan(3);
        });
        assertThat(operations)
                .extracting(operation -> operation.path("operationId").asText())
                .doesNotHaveDuplicates();
        JsonNode parse = description.at("/paths/~1api~1v1~1annex~1parse/post");
        assertThat(parse.at("/requestBody/content").fieldNames()).toIterable().containsExactly("text/plain");
        assertThat(parse.at("/requestBody/required").asBoolean()).isTrue();
        assertThat(description.at("/components/schemas/AgreementForm/required"))
                .extracting(JsonNode::asText)
                .contains("kind", "status", "signatories")
                .doesNotContain("title", "signedOn");
        assertThat(description.at("/components/schemas/Problem/required").size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @FieldSource("examples")
    void theExamplesWork(String address) throws Exception {
        assertThat(get(address).getStatus()).isEqualTo(200);
        assertThat(mvc.get().uri("/api")).hasStatusOk().bodyText().contains(address.replace("&", "&amp;"));
    }

    @Test
    void goesThroughAListByItsLinks() throws Exception {
        List<Long> ids = new ArrayList<>();
        String next = "http://localhost/api/v1/agreements?sort=title";
        while (!next.isEmpty()) {
            MockHttpServletResponse answer = get(next);
            JsonNode page = json(answer);
            page.path("rows").forEach(row -> ids.add(row.path("id").asLong()));
            next = page.at("/links/next").asText();
            assertThat(answer.getHeader("Link")).contains("rel=\"self\"");
        }

        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(jdbc.sql("select count(*) from agreement where withdrawn_on is null")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void narrowsAsThePageDoes() throws Exception {
        JsonNode page = json(get("/api/v1/projects?council=sci&q=smart"));

        assertThat(page.path("total").asLong()).isPositive();
        assertThat(page.at("/links/self").asText()).isEqualTo("http://localhost/api/v1/projects?q=smart&council=sci");
    }

    @Test
    void sendsNothingTwice() throws Exception {
        String tag = get("/api/v1/councils/sci").getHeader("ETag");

        assertThat(tag).startsWith("\"council-");
        assertThat(mvc.get().uri("/api/v1/councils/sci").header("If-None-Match", tag))
                .hasStatus(304);
        assertThat(mvc.get().uri("/api/v1/councils/sci").header("If-None-Match", "\"other\""))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/councils/sci").header("If-None-Match", "nonsense, \""))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/agreements/99999999, 404",
        "/api/v1/agreements/nonsense, 404",
        "/api/v1/councils/nowhere, 404",
        "/api/v1/agreements?page=-1, 400",
        "/api/v1/agreements?page=9999, 404",
        "/api/v1/agreements?page=nonsense, 400",
        "/api/v1/agreements?size=1000000000, 400",
        "/api/v1/agreements?council=nowhere, 400",
        "/api/v1/councils?q=sci, 400"
    })
    void answersWhatItCannotAnswerAsAProblem(String address, int status) {
        assertThat(mvc.get().uri(URI.create(address)))
                .hasStatus(status)
                .hasContentTypeCompatibleWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "nonsense"})
    void sendsJsonOrNothing(String accept) {
        assertThat(mvc.get().uri("/api/v1/councils/sci").header("Accept", accept))
                .hasStatus(406);
    }

    @Test
    void saysWhatBecameOfWithdrawnAndMergedRecords() {
        long survivor = jdbc.sql("select min(id) from organisation where merged_into_id is null")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into organisation (id, name, kind, merged_into_id) values (900001, 'Twice', 'company', :survivor)")
                .param("survivor", survivor)
                .update();
        jdbc.sql("update person set withdrawn_on = now(), withdrawal_reason = 'Entered twice' where id = 1")
                .update();

        assertThat(mvc.get().uri("/api/v1/organisations/900001"))
                .hasStatus(301)
                .headers()
                .hasValue("Location", "/api/v1/organisations/" + survivor);
        assertThat(mvc.get().uri("/api/v1/people/1")).hasStatus(410).bodyText().contains("Entered twice");
    }

    /** What is wrong with an answer by its schema, and fields that the schema does not name. */
    private static List<String> problems(JsonNode description, String path, JsonNode answer) {
        JsonNode schema = description
                .path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema");
        ObjectNode whole = schema.deepCopy();
        whole.set("components", description.path("components"));
        Stream<String> broken =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(whole)
                        .validate(answer)
                        .stream()
                        .map(Object::toString);
        List<String> unnamed = new ArrayList<>();
        unnamed(description, schema, answer, "", unnamed);
        return Stream.concat(broken, unnamed.stream()).toList();
    }

    private static void unnamed(
            JsonNode description, JsonNode schema, JsonNode answer, String path, List<String> unnamed) {
        JsonNode resolved =
                schema.has("$ref") ? description.at(schema.path("$ref").asText().substring(1)) : schema;
        if (answer.isArray()) {
            answer.forEach(each -> unnamed(description, resolved.path("items"), each, path + "[]", unnamed));
        }
        answer.properties().forEach(field -> {
            JsonNode known = resolved.path("properties").path(field.getKey());
            if (known.isMissingNode()) {
                unnamed.add(path + "." + field.getKey());
            } else {
                unnamed(description, known, field.getValue(), path + "." + field.getKey(), unnamed);
            }
        });
    }

    private MockHttpServletResponse get(String address) {
        return mvc.get().uri(URI.create(address)).exchange().getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        return json.readTree(answer.getContentAsByteArray());
    }

    private int published(RecordKind kind) {
        return jdbc.sql("select count(*) from %s where withdrawn_on is null".formatted(kind.code()))
                .query(Integer.class)
                .single();
    }
}
