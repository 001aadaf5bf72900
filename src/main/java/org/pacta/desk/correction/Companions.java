package org.pacta.desk.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacta.desk.correction.CorrectionService.Base;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.BrokenRuleException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The records that corrections change besides the one each was begun with. */
@Repository
class Companions {

    private static final JsonMapper json = JsonMapper.shared();

    private final JdbcClient jdbc;

    Companions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A record that is changed too, as it shall be. */
    record Companion(RecordKind kind, Base base, Map<String, String> typed) {}

    /** Those of a correction, in the order they were put in. */
    List<Companion> of(long correction) {
        return jdbc.sql("select * from correction_record where correction_id = :correction order by position")
                .param("correction", correction)
                .query(Companions::companion)
                .list();
    }

    Optional<Companion> find(long correction, RecordKind kind, long record) {
        return of(correction).stream()
                .filter(each -> each.kind == kind && each.base.record() == record)
                .findFirst();
    }

    /** Puts one in, or in the place of what it was; refuses more than {@value CorrectionService#MOST} records in one correction. */
    void put(long correction, Companion companion) {
        jdbc.sql("""
                        insert into correction_record (correction_id, kind, record_id, position, base_version, base_revision, typed)
                        values (:correction, :kind, :record, (select coalesce(max(position), 0) + 1 from correction_record where correction_id = :correction),
                            :version, :revision, cast(:typed as jsonb))
                        on conflict (correction_id, kind, record_id) do update
                        set base_version = excluded.base_version, base_revision = excluded.base_revision, typed = excluded.typed
                        """)
                .param("correction", correction)
                .param("kind", companion.kind.code())
                .param("record", companion.base.record())
                .param("version", companion.base.version())
                .param("revision", companion.base.revision())
                .param("typed", json.writeValueAsString(companion.typed))
                .update();
        long records = jdbc.sql("select count(*) from correction_record where correction_id = :correction")
                .param("correction", correction)
                .query(Long.class)
                .single();
        if (records >= CorrectionService.MOST) {
            throw new BrokenRuleException("correction_record_most");
        }
    }

    void remove(long correction, RecordKind kind, long record) {
        jdbc.sql(
                        "delete from correction_record where correction_id = :correction and kind = :kind and record_id = :record")
                .param("correction", correction)
                .param("kind", kind.code())
                .param("record", record)
                .update();
    }

    private static Companion companion(ResultSet row, int n) throws SQLException {
        return new Companion(
                RecordKind.of(row.getString("kind")),
                new Base(row.getLong("record_id"), row.getInt("base_version"), row.getLong("base_revision")),
                json.readValue(row.getString("typed"), new TypeReference<>() {}));
    }
}
