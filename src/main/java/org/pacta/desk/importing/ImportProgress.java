package org.pacta.desk.importing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Has each import be worked on by one thread of all instances, and notes how far that has come where every page sees it at once. */
@Component
public class ImportProgress {

    private final JdbcClient jdbc;
    private final TransactionTemplate work;
    private final TransactionTemplate beside;

    ImportProgress(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.work = new TransactionTemplate(transactions);
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Does something for an import in one transaction.
     *
     * @param wanted the work it is part of
     * @return whether it was done: not where another instance is at it, or the work has ended
     */
    public boolean alone(long id, String wanted, Runnable part) {
        return Boolean.TRUE.equals(work.execute(status -> {
            boolean isMine = jdbc.sql("""
                            select pg_try_advisory_xact_lock(hashtext('org.pacta.desk.importing'), id::integer) and work = :work
                            from import where id = :id
                            """)
                    .param("id", id)
                    .param("work", wanted)
                    .query(Boolean.class)
                    .optional()
                    .orElse(false);
            if (isMine) {
                part.run();
            }
            return isMine;
        }));
    }

    /** Notes with the part that is under way how many rows are done then, and of how many. */
    public void goes(long id, int done, int due) {
        note(id, done, due);
    }

    /**
     * Notes at once how many rows are done, and of how many, 0 where that is not known. The part that is under way must not have changed the
     * import itself by then, or the two would wait for each other.
     */
    public void comes(long id, int done, int due) {
        beside.executeWithoutResult(status -> note(id, done, due));
    }

    private void note(long id, int done, int due) {
        jdbc.sql("update import set done = :done, due = :due where id = :id")
                .param("id", id)
                .param("done", done)
                .param("due", due)
                .update();
    }

    /** Ends the work under way with a reason, the end of a key of a message. */
    public void fails(long id, String trouble) {
        work.executeWithoutResult(status -> jdbc.sql(
                        "update import set work = null, trouble = :trouble, changed_at = now() where id = :id")
                .param("id", id)
                .param("trouble", trouble)
                .update());
    }
}
