package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.envers.Audited;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.junit.jupiter.api.Test;
import org.pacta.platform.history.Revision;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class MappingTests {

    @Autowired
    private EntityManagerFactory entities;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theTwinOfEachEntityLosesNoColumn() {
        assertThat(records()).hasSizeGreaterThan(30).allSatisfy(record -> {
            List<String> columns = columns(table(record));
            columns.remove("version");

            assertThat(mapped(record.getJavaType().getName() + "_aud"))
                    .containsAll(columns)
                    .contains("rev", "revtype", "revend")
                    .hasSize(columns.size() + 3);
        });
    }

    @Test
    void eachTableOfTheRegistryIsAnEntityOrJoinsTwo() {
        List<String> audited = jdbc.sql(
                        "select table_name from information_schema.tables where table_name like '%\\_aud'")
                .query(String.class)
                .list();
        Stream<String> joins = Stream.of(
                "pillar_focus_area",
                "signatory_side",
                "agreement_focus_area",
                "participant_side",
                "project_focus_area",
                "project_agreement");

        assertThat(audited)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(records().stream().map(this::table), joins)
                                .map(table -> table + "_aud")
                                .toList());
    }

    @Test
    void eachEnumHasTheCodesOfItsCheck() {
        List<Attribute<?, ?>> enums = entities()
                .<Attribute<?, ?>>flatMap(record -> record.getAttributes().stream())
                .filter(attribute -> attribute.getJavaType().isEnum())
                .toList();

        assertThat(enums)
                .hasSizeGreaterThan(20)
                .allSatisfy(attribute -> assertThat(codes(attribute.getJavaType()))
                        .isEqualTo(allowed((EntityType<?>) attribute.getDeclaringType(), attribute)));
    }

    /** The entities whose history is kept. */
    private List<EntityType<?>> records() {
        return entities()
                .filter(entity -> entity.getJavaType().isAnnotationPresent(Audited.class))
                .toList();
    }

    private Stream<EntityType<?>> entities() {
        return entities.getMetamodel().getEntities().stream()
                .filter(entity -> entity.getJavaType() != null && entity.getJavaType() != Revision.class)
                .filter(entity -> !entity.getName().endsWith("_aud"))
                .map(entity -> entity);
    }

    private String table(EntityType<?> record) {
        return entity(record.getJavaType().getName()).getMappedTableDetails().getTableName();
    }

    private TreeSet<String> mapped(String name) {
        TreeSet<String> columns = new TreeSet<>();
        entity(name).forEachSelectable((index, selectable) -> columns.add(selectable.getSelectionExpression()));
        entity(name)
                .getIdentifierMapping()
                .forEachSelectable((index, selectable) -> columns.add(selectable.getSelectionExpression()));
        return columns;
    }

    private EntityMappingType entity(String name) {
        return entities.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(name);
    }

    private List<String> columns(String table) {
        return jdbc.sql("select column_name from information_schema.columns where table_name = :table"
                        + " and is_generated = 'NEVER'")
                .param("table", table)
                .query(String.class)
                .list();
    }

    private TreeSet<String> allowed(EntityType<?> record, Attribute<?, ?> attribute) {
        String column = attribute.getName().replaceAll("([A-Z])", "_$1").toLowerCase();
        String check = jdbc.sql("select pg_get_constraintdef(oid) from pg_constraint where conname = :name")
                .param("name", table(record) + "_" + column + "_ck")
                .query(String.class)
                .single();
        return new TreeSet<>(Pattern.compile("'(\\w+)'")
                .matcher(check)
                .results()
                .map(match -> match.group(1))
                .toList());
    }

    private static TreeSet<String> codes(Class<?> type) {
        Field code = Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(EnumeratedValue.class))
                .findFirst()
                .orElseThrow();
        code.setAccessible(true);
        TreeSet<String> codes = new TreeSet<>();
        for (Object constant : type.getEnumConstants()) {
            try {
                codes.add((String) code.get(constant));
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        }
        return codes;
    }
}
