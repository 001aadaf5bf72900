package org.pacta.desk.moving;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportProgress;
import org.pacta.desk.importing.ImportQueries;
import org.pacta.desk.importing.ImportQueries.Numbered;
import org.pacta.desk.importing.ImportView;
import org.pacta.desk.importing.ImportWork;
import org.pacta.platform.database.Outage;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Change;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.registry.record.RecordForms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the rows that are ready, a batch in each transaction. A row notes what came of it in the same transaction, so that it is never
 * recorded twice; one that breaks a rule is refused alone.
 */
@Component
class PublishWork implements ImportWork {

    private static final Logger log = LoggerFactory.getLogger(PublishWork.class);
    private static final JsonMapper json = JsonMapper.shared();
    private static final int BATCH = 200;

    private final ImportQueries queries;
    private final ImportProgress progress;
    private final ValueQueries values;
    private final RecordForms records;
    private final OrganisationService organisations;
    private final JdbcClient jdbc;

    PublishWork(
            ImportQueries queries,
            ImportProgress progress,
            ValueQueries values,
            RecordForms records,
            OrganisationService organisations,
            JdbcClient jdbc) {
        this.queries = queries;
        this.progress = progress;
        this.values = values;
        this.records = records;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    /** Who publishes. */
    private record Reviewer(long account, String name) {}

    @Override
    public String code() {
        return "publish";
    }

    @Override
    public void run(long id) {
        int single = 0;
        boolean isMore = true;
        while (isMore) {
            int rows = single > 0 ? 1 : BATCH;
            try {
                isMore = progress.alone(id, code(), () -> batch(id, rows));
                single = Math.max(0, single - 1);
            } catch (RuntimeException failed) {
                if (Outage.behind(failed).isPresent()) {
                    throw failed;
                }
                if (rows == 1) {
                    log.warn("A row of import {} could not be recorded", id, failed);
                    isMore = progress.alone(id, code(), () -> refuse(id, failed));
                }
                single = single > 0 ? single - 1 : BATCH;
            }
        }
    }

    private void batch(long id, int most) {
        List<Ready> rows = ready(id, most);
        ImportView list = queries.get(id);
        int done = count(id, "record_id is not null");
        if (rows.isEmpty()) {
            jdbc.sql("update import set work = null, trouble = null, changed_at = now() where id = :id")
                    .param("id", id)
                    .update();
            return;
        }
        Reviewer reviewer = jdbc.sql(
                        "select reviewer_id as account, display_name as name from import join account on account.id = reviewer_id where import.id = :id")
                .param("id", id)
                .query(Reviewer.class)
                .single();
        Change.of(
                "import " + id,
                "Rows %d to %d of %s (import %d)"
                        .formatted(
                                rows.get(0).row.number(),
                                rows.get(rows.size() - 1).row.number(),
                                list.name(),
                                id),
                reviewer.account,
                reviewer.name);
        long source = Optional.ofNullable(list.source()).orElseGet(() -> source(id));
        MovedRecords moved =
                new MovedRecords(list, source, new SettledValues(values.settled(id)), records, organisations, jdbc);
        Map<Long, MovedRecords> earlier = new HashMap<>();
        for (Ready row : rows) {
            Optional<Long> record = row.like == null
                    ? Optional.of(moved.record(row.row))
                    : Optional.of(row.like)
                            .filter(agreement -> moved.revise(row.row, agreement, before(row.key, agreement, earlier)));
            records.flush();
            jdbc.sql("""
                            update import_row set state = :state, reason = :reason, reason_column = null, about = null, record_id = :record
                            where import_id = :id and number = :number
                            """)
                    .param("state", record.isPresent() ? "there" : "look")
                    .param("reason", record.isPresent() ? row.like == null ? "done" : "corrected" : "fixed")
                    .param("record", record.orElse(null))
                    .param("id", id)
                    .param("number", row.row.number())
                    .update();
        }
        jdbc.sql("set constraints all immediate").update();
        progress.goes(id, done + rows.size(), done + count(id, "state = 'ready'") + rows.size());
    }

    private int count(long id, String condition) {
        return jdbc.sql("select count(*) from import_row where import_id = :id and " + condition)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /**
     * A row to be published.
     *
     * @param like the agreement that it corrects; null where it is a new one
     */
    private record Ready(Numbered row, String key, @Nullable Long like) {}

    private List<Ready> ready(long id, int most) {
        return jdbc.sql("""
                        select number, cells, key, case when reason = 'changed' then like_id end as corrected
                        from import_row where import_id = :id and state = 'ready' order by number limit :most
                        """)
                .param("id", id)
                .param("most", most)
                .query((row, n) -> new Ready(
                        new Numbered(
                                row.getInt("number"), List.of(json.readValue(row.getString("cells"), String[].class))),
                        row.getString("key"),
                        row.getObject("corrected", Long.class)))
                .list();
    }

    private record Earlier(long list, int number, String cells) {}

    /** What came of a row the last time, by the mapping and the values of that import. */
    private JsonNode before(String key, long agreement, Map<Long, MovedRecords> lists) {
        Earlier row = jdbc.sql("""
                        select import_id as list, number, cells from import_row where key = :key and record_id = :agreement
                        order by import_id desc limit 1
                        """)
                .param("key", key)
                .param("agreement", agreement)
                .query(Earlier.class)
                .single();
        return lists.computeIfAbsent(row.list, list -> moved(queries.get(list)))
                .said(new Numbered(row.number, List.of(json.readValue(row.cells, String[].class))));
    }

    private MovedRecords moved(ImportView list) {
        return new MovedRecords(
                list,
                Objects.requireNonNull(list.source()),
                new SettledValues(values.settled(list.id())),
                records,
                organisations,
                jdbc);
    }

    private long source(long id) {
        String about = jdbc.sql("select about from import where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        long source = records.record(json.treeToValue(json.readTree(about), records.type(RecordKind.SOURCE)));
        records.flush();
        jdbc.sql("update import set source_id = :source where id = :id")
                .param("source", source)
                .param("id", id)
                .update();
        return source;
    }

    private void refuse(long id, RuntimeException failed) {
        jdbc.sql("""
                        update import_row set state = 'refused', reason = 'rule', about = :rule
                        where import_id = :id and number = (select min(number) from import_row where import_id = :id and state = 'ready')
                        """)
                .param("id", id)
                .param("rule", failed instanceof BrokenRuleException broken ? broken.rule() : "")
                .update();
    }
}
