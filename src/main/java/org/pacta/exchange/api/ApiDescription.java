package org.pacta.exchange.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** What the description of the interface says of itself, and how it calls the shapes of answers. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static final String TOKEN = "token";

    /** Everybody may read an open registry; a closed one asks for a token. */
    @Bean
    OpenAPI description(@Value("${spring.application.version}") String version) {
        return new OpenAPI()
                .info(new Info()
                        .title("Pacta")
                        .version(version)
                        .description("The registry of bilateral cooperation agreements, for programs.")
                        .license(new License()
                                .name("Data: CC BY 4.0")
                                .url("https://creativecommons.org/licenses/by/4.0/")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description(
                                                        "A token of an account; needed where the registry is closed, and to hand lists in.")))
                .security(List.of(new SecurityRequirement(), new SecurityRequirement().addList(TOKEN)));
    }

    /** The names of organisations and those of people are different shapes, so a shape is called by what it belongs to as well. */
    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new TypeNameResolver() {

            @Override
            protected String nameForClass(Class<?> type, Set<Options> options) {
                Class<?> owner = type.getEnclosingClass();
                return owner == null
                        ? super.nameForClass(type, options)
                        : nameForClass(owner, options) + super.nameForClass(type, options);
            }
        }) {

            @Override
            public Schema<?> resolve(
                    AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
                Schema<?> schema = super.resolve(type, context, others);
                Class<?> shape = _mapper.constructType(type.getType()).getRawClass();
                if (schema != null && shape.isRecord()) {
                    Schema<?> shown = schema.get$ref() == null
                            ? schema
                            : context.getDefinedModels().get(StringUtils.getFilename(schema.get$ref()));
                    require(shown, shape);
                }
                return schema;
            }
        };
    }

    /** What may not be null in a record is always there. */
    private static void require(@Nullable Schema<?> schema, Class<?> shape) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        List<String> always = Arrays.stream(shape.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .filter(schema.getProperties()::containsKey)
                .toList();
        if (!always.isEmpty()) {
            schema.required(always);
        }
    }
}
