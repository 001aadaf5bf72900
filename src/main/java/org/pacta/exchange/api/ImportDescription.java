package org.pacta.exchange.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes how a program hands a list in and asks how far it has come. */
@Component
class ImportDescription implements OpenApiCustomizer {

    static final String ALL = "/api/v1/imports";
    static final String ONE = ALL + "/{id}";

    private static final String ROWS = ONE + "/rows.xlsx";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Override
    public void customise(OpenAPI description) {
        Operation take = Objects.requireNonNull(description.getPaths().get(ALL)).getPost();
        Operation show = Objects.requireNonNull(description.getPaths().get(ONE)).getGet();
        ApiResponse progress = Objects.requireNonNull(show.getResponses().get("200"));
        Schema<?> file = new JsonSchema()
                .typesItem("object")
                .addProperty(
                        "file",
                        new JsonSchema()
                                .typesItem("string")
                                .format("binary")
                                .description("An .xlsx workbook or delimited text of at most 20 MB"))
                .addProperty(
                        "mapping",
                        new JsonSchema()
                                .typesItem("string")
                                .description(
                                        "The name under which the columns of such a list were saved at the desk; all rows are tried then"));
        file.required(List.of("file"));
        described(take, "Hand a list in, in the name of an editor");
        take.parameters(null)
                .requestBody(new RequestBody().required(true).content(ApiAnswers.content("multipart/form-data", file)))
                .responses(ApiAnswers.of(
                        refusals(
                                "400", "There is no file in it",
                                "404", "There is no such mapping",
                                "411", "How long it is was not said",
                                "413", "The file is too large: hand it in at the desk",
                                "415", "What was sent is no form with a file"),
                        "202",
                        progress));
        described(show, "How far a list has come, and how its rows stand");
        show.responses(ApiAnswers.of(refusals("404", "There is no such list"), progress));
        description
                .getPaths()
                .addPathItem(
                        ROWS,
                        new PathItem()
                                .get(described(
                                                new Operation().operationId("rowsOfImport"),
                                                "The rows that cannot be published yet, in the columns of the list with one more that says why")
                                        .parameters(show.getParameters())
                                        .responses(ApiAnswers.of(
                                                refusals("404", "There is no such list"),
                                                new ApiResponse()
                                                        .description("OK")
                                                        .content(ApiAnswers.content(
                                                                XLSX,
                                                                new JsonSchema()
                                                                        .typesItem("string")
                                                                        .format("binary")))))));
    }

    private static Operation described(Operation operation, String summary) {
        return operation
                .tags(List.of("Imports"))
                .summary(summary)
                .security(List.of(new SecurityRequirement().addList(ApiDescription.TOKEN)));
    }

    private static Map<String, String> refusals(String... own) {
        Map<String, String> refusals = ApiAnswers.problems(own);
        refusals.put("401", "Send the token of an editor");
        return refusals;
    }
}
