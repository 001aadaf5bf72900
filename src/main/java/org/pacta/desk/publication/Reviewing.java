package org.pacta.desk.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.Draft;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftView;
import org.pacta.platform.audit.AuditTrail;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NameOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may publish a draft: a reviewer who has not typed anything of it, whoever is alone, and where the council allows it also who wrote it. */
@Component
public class Reviewing {

    private static final Logger log = LoggerFactory.getLogger(Reviewing.class);

    private final JdbcClient jdbc;
    private final DraftQueries drafts;
    private final AuditTrail trail;

    Reviewing(JdbcClient jdbc, DraftQueries drafts, AuditTrail trail) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.trail = trail;
    }

    /**
     * A council, and whether its reviewers may publish what they have drafted themselves.
     *
     * @param since when that was allowed; null where it is not
     */
    public record Switch(
            long id,
            Name name,
            @Nullable Instant since,
            @Nullable String by) {}

    /** Whether somebody may publish a draft once it has been sent to a reviewer; who wrote it and may, may do so before. */
    boolean mayReview(DraftView draft, SignedIn person) {
        return person.is(Role.REVIEWER) && (!hasWritten(draft, person) || isOnlyAccount() || isAllowed(draft));
    }

    /** Whether somebody may publish a draft as it stands now. */
    boolean mayPublish(DraftView draft, SignedIn person) {
        boolean isSent = draft.state() == Draft.State.SUBMITTED;
        return mayReview(draft, person) && (isSent || draft.state().isOpen() && hasWritten(draft, person));
    }

    boolean hasWritten(DraftView draft, SignedIn person) {
        return drafts.hasWritten(draft.id(), person);
    }

    /**
     * Whether somebody may publish what was written of a record of its own, whatever council.
     *
     * @param isWriter whether they have typed anything of it
     */
    public boolean mayReview(boolean isWriter, SignedIn person) {
        return person.is(Role.REVIEWER) && (!isWriter || isOnlyAccount());
    }

    /** Why somebody may publish what they wrote, as the end of the key of a message; nothing where others wrote it. */
    Optional<String> whyAlone(DraftView draft, SignedIn person) {
        return Optional.of(person)
                .filter(each -> hasWritten(draft, each) && mayReview(draft, each))
                .map(each -> isOnlyAccount() ? "account" : "council");
    }

    private boolean isAllowed(DraftView draft) {
        return jdbc.sql("select exists (select from publishing_alone where council_id = :council)")
                .param("council", draft.council())
                .query(Boolean.class)
                .single();
    }

    private boolean isOnlyAccount() {
        return jdbc.sql("select count(*) = 1 from account where disabled_since is null")
                .query(Boolean.class)
                .single();
    }

    List<Switch> councils() {
        return jdbc.sql(NameOrder.in("""
                        select council.id, council.name, council.local_name, since, display_name from council
                        left join publishing_alone on council_id = council.id left join account on account.id = allowed_by_id
                        where withdrawn_on is null order by {council.name}
                        """))
                .query((row, n) -> new Switch(
                        row.getLong("id"),
                        Columns.name(row, ""),
                        Optional.ofNullable(row.getTimestamp("since"))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        row.getString("display_name")))
                .list();
    }

    /** Says for a council whether one reviewer is enough. */
    @Transactional
    void allow(long council, boolean alone, SignedIn person) {
        person.needs(Role.ADMIN);
        int switched = jdbc.sql(
                        alone ? """
                        insert into publishing_alone (council_id, since, allowed_by_id)
                        select id, now(), :person from council where id = :council on conflict do nothing
                        """ : "delete from publishing_alone where council_id = :council and :person > 0")
                .param("council", council)
                .param("person", person.id())
                .update();
        if (switched > 0) {
            trail.note(alone ? "alone_allowed" : "alone_ended", "council " + council, null);
        }
        log.info(
                "Account {} {} to publish for council {}",
                person.id(),
                alone ? "lets one person be enough" : "asks for two people",
                council);
    }
}
