package org.pacta.exchange.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes what the parser takes and answers, which its controller reads and writes by hand. */
@Component
class AnnexDescription implements OpenApiCustomizer {

    static final String ADDRESS = "/api/v1/annex/parse";

    @Override
    public void customise(OpenAPI description) {
        Operation parse =
                Objects.requireNonNull(description.getPaths().get(ADDRESS)).getPost();
        ApiResponse ok = Objects.requireNonNull(parse.getResponses().get("200"));
        parse.tags(List.of("Annexes"))
                .summary("The agreements, projects and announced numbers that a text names, and what could not be read")
                .requestBody(new RequestBody()
                        .description("A text of at most %,d bytes in UTF-8".formatted(AnnexController.LONGEST))
                        .required(true)
                        .content(ApiAnswers.content("text/plain", new JsonSchema().typesItem("string"))))
                .responses(ApiAnswers.of(
                        ApiAnswers.problems(
                                "400", "The text is not UTF-8",
                                "404", "There is no such council",
                                "408", "The text came too slowly",
                                "413", "The text is too long",
                                "415", "What was sent is not text/plain in UTF-8",
                                "429", "Too much was asked for: see Retry-After"),
                        ok));
    }
}
