package org.pacta.desk.publication;

import java.util.Map;
import java.util.stream.Collectors;
import org.pacta.desk.draft.DraftService;
import org.pacta.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The warnings of a draft that somebody keeps, with the reason. */
@Repository
@Transactional
class Keeping {

    private final DraftService drafts;
    private final JdbcClient jdbc;

    Keeping(DraftService drafts, JdbcClient jdbc) {
        this.drafts = drafts;
        this.jdbc = jdbc;
    }

    /** Why a warning is kept, and who says so. */
    public record Kept(String warning, String reason, String by) {}

    /** Keeps a warning; without a reason it is open again. */
    void keep(long draft, String warning, String reason, SignedIn person) {
        drafts.hold(draft);
        if (reason.isBlank()) {
            jdbc.sql("delete from draft_kept where draft_id = :draft and warning = :warning")
                    .param("draft", draft)
                    .param("warning", warning)
                    .update();
        } else {
            jdbc.sql("""
                            insert into draft_kept (id, draft_id, warning, reason, kept_at, kept_by_id)
                            values (nextval('draft_kept_seq'), :draft, :warning, :reason, now(), :person)
                            on conflict (draft_id, warning) do update
                            set reason = excluded.reason, kept_at = excluded.kept_at, kept_by_id = excluded.kept_by_id
                            """)
                    .param("draft", draft)
                    .param("warning", warning)
                    .param("reason", reason.strip())
                    .param("person", person.id())
                    .update();
        }
    }

    /** What was kept of a draft, by warning. */
    Map<String, Kept> of(long draft) {
        return jdbc.sql("""
                        select warning, reason, display_name as by from draft_kept join account on account.id = kept_by_id
                        where draft_id = :draft
                        """).param("draft", draft).query(Kept.class).list().stream()
                .collect(Collectors.toMap(Kept::warning, kept -> kept));
    }
}
