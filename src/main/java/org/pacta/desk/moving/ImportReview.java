package org.pacta.desk.moving;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportQueries;
import org.pacta.desk.importing.ImportQueries.Total;
import org.pacta.desk.importing.ImportView;
import org.pacta.desk.importing.Imports;
import org.pacta.desk.moving.TakeBackWork.InTheWay;
import org.pacta.desk.publication.Reviewing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A tried list is sent to a reviewer, given back, published, or taken back again; templates know it as {@code @importReview}. */
@Service("importReview")
@Transactional
class ImportReview {

    private static final JsonMapper json = JsonMapper.shared();

    private final Imports imports;
    private final ImportQueries queries;
    private final Reviewing reviewing;
    private final TakeBackWork takingBack;
    private final JdbcClient jdbc;

    ImportReview(
            Imports imports, ImportQueries queries, Reviewing reviewing, TakeBackWork takingBack, JdbcClient jdbc) {
        this.imports = imports;
        this.queries = queries;
        this.reviewing = reviewing;
        this.takingBack = takingBack;
        this.jdbc = jdbc;
    }

    /** What a list says of itself. */
    record About(String title, String publisher, String url, String language) {}

    /** Whether somebody may publish a list that was sent: whoever has done none of the work, or is alone. */
    @Transactional(readOnly = true)
    public boolean mayPublish(ImportView list, SignedIn person) {
        return list.state().equals("submitted") && reviewing.mayReview(queries.hasWritten(list.id(), person), person);
    }

    /** How many rows are ready. */
    @Transactional(readOnly = true)
    public long ready(long id) {
        return queries.totals(id).stream()
                .filter(total -> "ready".equals(total.state()))
                .mapToLong(Total::rows)
                .sum();
    }

    /** Sends a list to a reviewer, with what it says of itself as the source to come. */
    void submit(long id, About about, SignedIn person) {
        imports.take(id, person, list -> list.isOpen() && list.triedAt() != null && ready(id) > 0);
        ObjectNode source = json.createObjectNode();
        source.put("title", about.title);
        source.put("publisher", about.publisher.isEmpty() ? null : about.publisher);
        source.put("url", about.url.isEmpty() ? null : about.url);
        source.put("language", about.language);
        source.put("kind", "other");
        source.put("readInFull", true);
        jdbc.sql("update import set state = 'submitted', about = :about::jsonb, comment = null where id = :id")
                .param("about", json.writeValueAsString(source))
                .param("id", id)
                .update();
    }

    /** Gives a list back to whoever has sent it, with what should be changed. */
    void giveBack(long id, String comment, SignedIn person) {
        person.needs(Role.REVIEWER);
        imports.lock(id, list -> list.state().equals("submitted"));
        decided(id, "returned", comment, person);
    }

    /** Takes a list back from the reviewer, to go on with it. */
    void reopen(long id, SignedIn person) {
        imports.take(id, person, list -> list.state().equals("submitted"));
        jdbc.sql("update import set state = 'open' where id = :id")
                .param("id", id)
                .update();
    }

    /** Has the rows that are ready be published. */
    void publish(long id, SignedIn person) {
        ImportView list = imports.lock(id, each -> each.state().equals("submitted"));
        if (!mayPublish(list, person)) {
            throw new AccessDeniedException("Who has worked on a list does not publish it");
        }
        decided(id, "published", null, person);
        imports.begins(id, "publish");
    }

    /** Has all that came of a list be withdrawn; what stands in the way is answered, and nothing is done then. */
    List<InTheWay> takeBack(long id, String reason, SignedIn person) {
        person.needs(Role.ADMIN);
        imports.lock(id, each -> each.state().equals("published"));
        if (reason.isBlank()) {
            throw new BrokenRuleException("required");
        }
        List<InTheWay> inTheWay = takingBack.inTheWay(id);
        if (inTheWay.isEmpty()) {
            decided(id, "published", reason, person);
            imports.begins(id, "undo");
        }
        return inTheWay;
    }

    private void decided(long id, String state, @Nullable String comment, SignedIn person) {
        jdbc.sql(
                        "update import set state = :state, comment = :comment, reviewer_id = :person, changed_at = now() where id = :id")
                .param("state", state)
                .param("comment", comment)
                .param("person", person.id())
                .param("id", id)
                .update();
    }
}
