package org.pacta.desk.discussion;

import java.util.Map;
import java.util.stream.Collectors;
import org.pacta.desk.draft.DraftService;
import org.pacta.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Why warnings of a draft are kept. */
@Repository
@Transactional
public class Answers {

    private final DraftService drafts;
    private final JdbcClient jdbc;

    Answers(DraftService drafts, JdbcClient jdbc) {
        this.drafts = drafts;
        this.jdbc = jdbc;
    }

    /** Why a warning is kept, and who says so. */
    public record Kept(String warning, String reason, String by) {}

    /** Keeps warnings, each with its reason; one without a reason is open again, and one with the reason it has stays whose it was. */
    void keep(long draft, Map<String, String> reasons, SignedIn person) {
        drafts.requireNotEnded(draft);
        reasons.forEach((warning, reason) -> keep(draft, warning, reason, person));
    }

    private void keep(long draft, String warning, String reason, SignedIn person) {
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
                            where draft_kept.reason <> excluded.reason
                            """)
                    .param("draft", draft)
                    .param("warning", warning)
                    .param("reason", reason.strip())
                    .param("person", person.id())
                    .update();
        }
    }

    /** What was kept of a draft, by warning. */
    public Map<String, Kept> of(long draft) {
        return jdbc.sql("""
                        select warning, reason, display_name as by from draft_kept join account on account.id = kept_by_id
                        where draft_id = :draft
                        """).param("draft", draft).query(Kept.class).list().stream()
                .collect(Collectors.toMap(Kept::warning, kept -> kept));
    }
}
