package org.pacta.registry.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.KeptDocument;
import org.pacta.platform.shared.WallClock;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.LineDetail;
import org.pacta.registry.line.Lines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgreementQueries {

    private final JdbcClient jdbc;
    private final Lines lines;
    private final WallClock clock;

    AgreementQueries(JdbcClient jdbc, Lines lines, WallClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lines = lines;
    }

    AgreementView get(long id) {
        LineDetail detail = lines.get(Line.Kind.AGREEMENT, AgreementForm.class, id);
        return jdbc.sql("""
                        select in_force_from, valid_until, runs_for, until_ended, renewal, notice_period, ends_earliest, ends_latest,
                            slug, council.name, local_name, %s as documents
                        from agreement left join council on council.id = founds_council_id and council.withdrawn_on is null
                        where agreement.id = :id
                        """.formatted(KeptDocument.of("agreement")))
                .param("id", id)
                .query((row, n) -> {
                    Term term = Columns.read(row, Term.class);
                    return new AgreementView(
                            detail,
                            term,
                            term.activity(AgreementStatus.of(detail.line().status()), clock.today()),
                            founded(row),
                            related(id),
                            lines.projectsFrom(id),
                            Columns.list(row, "documents", KeptDocument.class));
                })
                .single();
    }

    private static AgreementView.@Nullable Founded founded(ResultSet row) throws SQLException {
        String slug = row.getString("slug");
        return slug == null ? null : new AgreementView.Founded(slug, Columns.name(row, ""));
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
