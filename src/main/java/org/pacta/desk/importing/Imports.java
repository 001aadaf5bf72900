package org.pacta.desk.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportView.Mapping;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.storage.FileName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Takes lists in, and notes who decides what about them. */
@Service
@Transactional
public class Imports {

    private static final JsonMapper json = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final KeptFiles files;
    private final ImportQueries queries;
    private final ApplicationEventPublisher events;

    Imports(JdbcClient jdbc, KeptFiles files, ImportQueries queries, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.files = files;
        this.queries = queries;
        this.events = events;
    }

    /**
     * Keeps a file and has it read.
     *
     * @param mapping name of the mapping by which all rows are tried at once then, {@code NotFoundException} where there is none; empty where
     *     somebody is to say what the columns hold
     */
    public long take(MultipartFile file, String mapping, SignedIn person) throws IOException {
        if (!mapping.isEmpty() && queries.saved(mapping).isEmpty()) {
            throw new NotFoundException("mapping", mapping);
        }
        String sha256;
        try (InputStream content = file.getInputStream()) {
            sha256 = files.keep(content);
        }
        long id = jdbc.sql("""
                        insert into import (id, name, sha256, author_id, made_at, changed_at, state, work, wanted_mapping)
                        values (nextval('import_seq'), :name, :sha256, :person, now(), now(), 'unread', 'read', nullif(:mapping, '')) returning id
                        """)
                .param("name", FileName.tidy(file.getOriginalFilename(), "list"))
                .param("sha256", sha256)
                .param("mapping", mapping)
                .param("person", person.id())
                .query(Long.class)
                .single();
        writes(id, person);
        events.publishEvent(new ImportWork.Due(id));
        return id;
    }

    /** Has the file be read in another way. */
    void readAs(
            long id, int sheet, @Nullable String charset, @Nullable String separator, int headingRow, SignedIn person) {
        take(id, person, ImportView::isReadable);
        jdbc.sql("""
                        update import set sheet = :sheet, charset = coalesce(:charset, charset), separator = coalesce(:separator, separator),
                            heading_row = :heading_row where id = :id
                        """)
                .param("id", id)
                .param("sheet", sheet)
                .param("charset", charset)
                .param("separator", separator)
                .param("heading_row", headingRow)
                .update();
        begins(id, "read");
    }

    /** Says what the columns hold, and keeps that by a name where one is given. */
    void map(long id, Mapping mapping, String name, SignedIn person) {
        ImportView list = take(id, person, ImportView::isOpen);
        String written = json.writeValueAsString(mapping);
        jdbc.sql("update import set mapping = :mapping::jsonb, tried_at = null where id = :id")
                .param("id", id)
                .param("mapping", written)
                .update();
        if (!name.isEmpty()) {
            jdbc.sql("""
                            insert into import_mapping (name, headings, mapping, author_id, saved_at)
                            values (:name, :headings, :mapping::jsonb, :person, now())
                            on conflict (name) do update set headings = excluded.headings, mapping = excluded.mapping,
                                author_id = excluded.author_id, saved_at = excluded.saved_at
                            """)
                    .param("name", name)
                    .param("headings", ImportQueries.key(list.headings()))
                    .param("mapping", written)
                    .param("person", person.id())
                    .update();
        }
        begins(id, "try");
    }

    /** Takes in the rows that are only to be looked at for one reason. */
    public void accept(long id, String reason, SignedIn person) {
        ImportView list = take(id, person, ImportView::isOpen);
        jdbc.sql("update import set mapping = :mapping::jsonb where id = :id")
                .param("id", id)
                .param("mapping", json.writeValueAsString(list.mapped().accept(reason)))
                .update();
    }

    /** Puts an import aside of which nothing was published. */
    void discard(long id, SignedIn person) {
        ImportView list = queries.get(id);
        if (!person.mayEnd(list.authorId())) {
            throw new BrokenRuleException("import_state");
        }
        lock(id, ImportView::isReadable);
        jdbc.sql("update import set state = 'discarded', work = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Has a step be done by the thread for it. */
    public void begins(long id, String work) {
        jdbc.sql("update import set work = :work, done = 0, due = 0, trouble = null, changed_at = now() where id = :id")
                .param("id", id)
                .param("work", work)
                .update();
        events.publishEvent(new ImportWork.Due(id));
    }

    /** Locks an import for somebody who changes something of it, and does not publish it then; refused as {@link #lock} does. */
    public ImportView take(long id, SignedIn person, Predicate<ImportView> may) {
        ImportView list = lock(id, may);
        jdbc.sql("update import set changed_at = now() where id = :id")
                .param("id", id)
                .update();
        writes(id, person);
        return list;
    }

    /** Locks an import; refused while work is under way, or where it is past what it is locked for. */
    public ImportView lock(long id, Predicate<ImportView> may) {
        jdbc.sql("select id from import where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        ImportView list = queries.get(id);
        if (list.isAtWork() || !may.test(list)) {
            throw new BrokenRuleException("import_state");
        }
        return list;
    }

    private void writes(long id, SignedIn person) {
        jdbc.sql("insert into import_writer (import_id, account_id) values (:id, :person) on conflict do nothing")
                .param("id", id)
                .param("person", person.id())
                .update();
    }
}
