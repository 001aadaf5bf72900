package org.pacta.desk.merging;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which records name an organisation, so that a merge of it would change them. */
@Repository
class Touched {

    private final JdbcClient jdbc;

    Touched(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Kinds of records that name organisations. */
    enum Kind {
        ORGANISATION,
        COUNCIL,
        MEETING,
        AGREEMENT,
        PROJECT,
        COMMITMENT,
        INDICATOR;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A record that names the organisation.
     *
     * @param kind of the record, as in the address of its list
     */
    public record Row(String kind, long id, Name name) {

        Kind what() {
            return Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        }

        /** The page of the record; null where it has none of its own. */
        public String path() {
            return switch (what()) {
                case COUNCIL, COMMITMENT, INDICATOR -> null;
                default -> "/" + kind + "s/" + id;
            };
        }
    }

    /** All that stand; what was withdrawn stays as it was. */
    List<Row> by(long organisation) {
        return jdbc.sql("""
                        select 'organisation' as kind, id, name, local_name from organisation where parent_id = :id and withdrawn_on is null
                        union all
                        select 'council', id, name, local_name from council
                        where withdrawn_on is null and id in (select council_id from council_role where organisation_id = :id)
                        union all
                        select 'meeting', meeting.id, concat_ws(' ', coalesce(acronym, council.name), ordinal), concat_ws(' ', council.local_name, ordinal)
                        from meeting join council on council.id = council_id
                        where meeting.withdrawn_on is null and meeting.id in (select meeting_id from meeting_organisation where organisation_id = :id)
                        union all
                        select 'agreement', id, title, local_title from agreement
                        where withdrawn_on is null and id in (select agreement_id from signatory where organisation_id = :id)
                        union all
                        select 'project', id, title, local_title from project
                        where withdrawn_on is null and id in (select project_id from participant where organisation_id = :id)
                        union all
                        select 'commitment', id, statement, local_statement from commitment where withdrawn_on is null and organisation_id = :id
                        union all
                        select 'indicator', id, name, local_name from indicator where withdrawn_on is null and organisation_id = :id
                        order by kind, id
                        """)
                .param("id", organisation)
                .query((row, n) -> new Row(row.getString("kind"), row.getLong("id"), Columns.name(row, "")))
                .list();
    }

    /** How many there are of each kind, in the order of the kinds. */
    static Map<String, Long> counted(List<Row> rows) {
        return Arrays.stream(Kind.values())
                .collect(Collectors.toMap(
                        Kind::code,
                        kind -> rows.stream().filter(row -> row.what() == kind).count(),
                        Long::sum,
                        LinkedHashMap::new));
    }
}
