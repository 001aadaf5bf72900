package org.pacta.exchange.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Listing;
import org.pacta.registry.record.RecordForms;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Describes the addresses of each kind of record by its form, in place of those that stand for all kinds. */
@Component
class RecordDescription implements OpenApiCustomizer {

    private static final String NOUN = "noun";
    private static final String LIST = "/api/v1/{noun}";
    private static final String ONE = "/api/v1/{noun}/{key}";

    /** What the shapes of answers about any kind are called. */
    private static final Set<String> OF_ALL_KINDS = Set.of("Form", "EntityForm", "EntitiesForm");

    private static final Map<String, String> UNKNOWN_PARAMETER =
            ApiAnswers.problems("400", "A parameter is not known, or not with this value");
    private static final Map<String, String> NOT_THERE =
            ApiAnswers.problems("404", "There is no such record", "410", "The record is withdrawn");

    private final RecordForms records;
    private final List<Listing.Whole> lists;

    RecordDescription(RecordForms records, List<Listing.Whole> lists) {
        this.records = records;
        this.lists = lists;
    }

    @Override
    public void customise(OpenAPI description) {
        Paths paths = description.getPaths();
        Operation list = Objects.requireNonNull(paths.remove(LIST)).getGet();
        Operation one = Objects.requireNonNull(paths.remove(ONE)).getGet();
        for (RecordKind kind : RecordKind.values()) {
            boolean isNarrowed = lists.stream().anyMatch(each -> each.nouns().contains(kind.plural()));
            String filters = isNarrowed ? ", with the filters of the page" : "";
            paths.put(
                    LIST.replace("{noun}", kind.plural()),
                    path(
                            list,
                            kind.plural(),
                            StringUtils.capitalize(kind.plural()) + filters + ", fifty at a time",
                            schema(description, Entities.class, kind),
                            UNKNOWN_PARAMETER));
            paths.put(
                    ONE.replace("{noun}", kind.plural()),
                    path(one, kind.code(), "One " + kind.code(), schema(description, Entity.class, kind), NOT_THERE));
        }
        description.getComponents().getSchemas().keySet().removeAll(OF_ALL_KINDS);
        ApiAnswers.addTo(description);
    }

    private Schema<?> schema(OpenAPI description, Class<?> answer, RecordKind kind) {
        return SpringDocAnnotationsUtils.extractSchema(
                description.getComponents(),
                ResolvableType.forClassWithGenerics(answer, records.type(kind)).getType(),
                null,
                new Annotation[0],
                SpecVersion.V31);
    }

    private static PathItem path(
            Operation common, String id, String summary, Schema<?> answer, Map<String, String> problems) {
        List<Parameter> parameters = common.getParameters().stream()
                .filter(parameter -> !("path".equals(parameter.getIn()) && NOUN.equals(parameter.getName())))
                .toList();
        ApiResponse ok = Objects.requireNonNull(common.getResponses().get("200"));
        return new PathItem()
                .get(new Operation()
                        .tags(List.of("Records"))
                        .operationId(id)
                        .summary(summary)
                        .parameters(parameters)
                        .responses(ApiAnswers.of(
                                problems,
                                new ApiResponse()
                                        .description(ok.getDescription())
                                        .content(ApiAnswers.content("application/json", answer)))));
    }
}
