package org.pacta.exchange.api;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import java.util.Set;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the interface says of itself, and how it calls the shapes of answers. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI description(@Value("${spring.application.version}") String version) {
        return new OpenAPI()
                .info(new Info()
                        .title("Pacta")
                        .version(version)
                        .description("The registry of bilateral cooperation agreements, for reading by programs.")
                        .license(new License()
                                .name("Data: CC BY 4.0")
                                .url("https://creativecommons.org/licenses/by/4.0/")));
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
        });
    }
}
