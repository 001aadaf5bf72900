package org.pacta.registry.agreement;

import java.util.List;
import java.util.Optional;
import org.pacta.platform.reading.Columns;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.LineDetail;
import org.pacta.registry.line.Lines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgreementQueries {

    private final JdbcClient jdbc;
    private final Lines lines;

    AgreementQueries(JdbcClient jdbc, Lines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    AgreementView get(long id) {
        LineDetail detail = lines.get(Line.Kind.AGREEMENT, AgreementForm.class, id);
        return new AgreementView(detail, founded(id).orElse(null), related(id), lines.projectsFrom(id));
    }

    private Optional<AgreementView.Founded> founded(long agreement) {
        return jdbc.sql("""
                        select slug, council.name, local_name from council join agreement on council.id = founds_council_id
                        where agreement.id = :id and council.withdrawn_on is null
                        """)
                .param("id", agreement)
                .query((row, n) -> new AgreementView.Founded(row.getString("slug"), Columns.name(row, "")))
                .optional();
    }

    private List<AgreementView.Related> related(long agreement) {
        return jdbc.sql("""
                        select relation.kind, relation.agreement_id = :id as outgoing, other.id, other.title, other.local_title
                        from agreement_relation relation
                        join agreement other on other.id = relation.agreement_id + relation.related_id - :id
                        where :id in (relation.agreement_id, relation.related_id) and other.withdrawn_on is null
                        order by outgoing desc, other.signed_sort
                        """)
                .param("id", agreement)
                .query((row, n) -> new AgreementView.Related(
                        row.getString("kind"), row.getBoolean("outgoing"), row.getLong("id"), Columns.title(row)))
                .list();
    }
}
