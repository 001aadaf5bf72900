package org.pacta.exchange.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The answers of an address as its description has them: the one that is wanted, and what can go wrong. */
final class ApiAnswers {

    private static final String PROBLEM = "Problem";

    private ApiAnswers() {}

    /** The shape of an answer that says what went wrong: problem details (RFC 9457). */
    static void addTo(OpenAPI description) {
        Schema<?> problem = new JsonSchema()
                .typesItem("object")
                .description("Problem details (RFC 9457)")
                .addProperty("type", new JsonSchema().typesItem("string").format("uri-reference"))
                .addProperty("title", new JsonSchema().typesItem("string"))
                .addProperty("status", new JsonSchema().typesItem("integer"))
                .addProperty("detail", new JsonSchema().typesItem("string"))
                .addProperty("instance", new JsonSchema().typesItem("string").format("uri-reference"));
        problem.required(List.of("title", "status"));
        description.getComponents().addSchemas(PROBLEM, problem);
    }

    /** What can go wrong at one address, status and reason in turn, and at all of them. */
    static Map<String, String> problems(String... own) {
        Map<String, String> problems = new TreeMap<>(
                Map.of("401", "The registry is closed: send a token", "503", "Not just now: see Retry-After"));
        for (int i = 0; i < own.length; i += 2) {
            problems.put(own[i], own[i + 1]);
        }
        return problems;
    }

    static ApiResponses of(Map<String, String> problems, ApiResponse wanted) {
        return of(problems, "200", wanted);
    }

    static ApiResponses of(Map<String, String> problems, String status, ApiResponse wanted) {
        ApiResponses answers = new ApiResponses().addApiResponse(status, wanted);
        problems.forEach((code, why) -> answers.addApiResponse(
                code,
                new ApiResponse()
                        .description(why)
                        .content(content(
                                "application/problem+json",
                                new JsonSchema().$ref("#/components/schemas/" + PROBLEM)))));
        return answers;
    }

    static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }
}
