package org.pacta.reader.indexing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.search.mapper.orm.mapping.HibernateOrmSearchMappingConfigurer;
import org.pacta.platform.form.RecordKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets Hibernate Search up: the one mapping, on Lucene in the data directory or on OpenSearch. */
@Configuration
class IndexConfiguration {

    private static final String BACKEND = "hibernate.search.backend.";

    @Bean
    @ConditionalOnExpression("'${pacta.search.backend}' != 'opensearch'")
    SingleWriter singleWriter(DataSource database) {
        return SingleWriter.of(database);
    }

    /** Prepared before Hibernate opens it, and not before this instance may write to it. */
    @Bean
    @ConditionalOnProperty(name = "pacta.search.backend", havingValue = "lucene")
    IndexDirectory indexDirectory(
            @Value("${pacta.data-dir}") Path dataDirectory, DataSource database, SingleWriter writer) {
        IndexDirectory directory = new IndexDirectory(dataDirectory, identity(JdbcClient.create(database)));
        directory.prepare();
        return directory;
    }

    @Bean
    @ConditionalOnProperty(name = "pacta.search.backend", havingValue = "lucene")
    HibernatePropertiesCustomizer indexOnDisk(IndexDirectory directory) {
        return properties -> {
            lucene(properties);
            properties.put(BACKEND + "directory.type", "local-filesystem");
            properties.put(BACKEND + "directory.root", directory.path().toString());
        };
    }

    /** For tests, whose databases do not outlive them either. */
    @Bean
    @ConditionalOnProperty(name = "pacta.search.backend", havingValue = "memory")
    HibernatePropertiesCustomizer indexInMemory() {
        return properties -> {
            lucene(properties);
            properties.put(BACKEND + "directory.type", "local-heap");
        };
    }

    @Bean
    @ConditionalOnProperty(name = "pacta.search.backend", havingValue = "opensearch")
    IndexNote sharedNote(JdbcClient jdbc) {
        return new IndexNote.Shared(jdbc);
    }

    @Bean
    @ConditionalOnProperty(name = "pacta.search.backend", havingValue = "opensearch")
    HibernatePropertiesCustomizer indexOnOpenSearch(
            @Value("${pacta.search.addresses}") String addresses,
            @Value("${pacta.search.username:}") String username,
            @Value("${pacta.search.password:}") String password) {
        return properties -> {
            properties.putAll(common());
            properties.put(BACKEND + "type", "elasticsearch");
            properties.put(BACKEND + "uris", addresses);
            // Not asked for, so that Pacta starts while OpenSearch is away; later versions are spoken to like this one.
            properties.put(BACKEND + "version", "opensearch:2.14");
            properties.put(BACKEND + "version_check.enabled", false);
            properties.put(BACKEND + "analysis.configurer", new OpenSearchAnalysis());
            if (!username.isEmpty()) {
                properties.put(BACKEND + "username", username);
                properties.put(BACKEND + "password", password);
            }
        };
    }

    @Bean
    HealthIndicator searchIndexHealthIndicator(SearchIndex index) {
        return index::health;
    }

    /** Tells a database from every other, and from one of the same name that was made anew. */
    private static String identity(JdbcClient jdbc) {
        return jdbc.sql("""
                        select system_identifier || '/' || oid from pg_control_system(), pg_database
                        where datname = current_database()""").query(String.class).single();
    }

    private static void lucene(Map<String, Object> properties) {
        properties.putAll(common());
        properties.put(BACKEND + "type", "lucene");
        properties.put(BACKEND + "lucene_version", "LUCENE_9_12_3");
        properties.put(BACKEND + "analysis.configurer", new LuceneAnalysis());
        // What the note vouches for is committed before it is written; all else would be followed again after a crash.
        properties.put(BACKEND + "io.commit_interval", 60_000);
    }

    private static Map<String, Object> common() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("hibernate.search.mapping.configurer", (HibernateOrmSearchMappingConfigurer) context -> {
            for (RecordKind kind : Searchable.KINDS) {
                RecordBinder binder = new RecordBinder(kind);
                var type = context.programmaticMapping().type(Searchable.entity(kind));
                type.binder(binder);
                type.indexed().index(kind.code()).routingBinder(binder);
            }
        });
        properties.put("hibernate.search.indexing.listeners.enabled", false);
        properties.put("hibernate.search.indexing.plan.synchronization.strategy", "read-sync");
        properties.put("hibernate.search.schema_management.strategy", "none");
        return properties;
    }
}
