package org.pacta.desk.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.publication.Refusals.Refusal;
import org.pacta.platform.security.SignedIn;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what should be known before a draft is published. The last check is to publish it and take that back. */
@Component
class Checks {

    private final DraftQueries queries;
    private final Obstacles obstacles;
    private final Publisher publisher;
    private final Refusals refusals;
    private final Doubts doubts;
    private final TransactionTemplate transactions;

    Checks(
            DraftQueries queries,
            Obstacles obstacles,
            Publisher publisher,
            Refusals refusals,
            Doubts doubts,
            PlatformTransactionManager transactions) {
        this.queries = queries;
        this.obstacles = obstacles;
        this.publisher = publisher;
        this.refusals = refusals;
        this.doubts = doubts;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What is wrong or worth a look, the grave first; of a published draft, what was kept all the same. */
    List<Problem> of(long id, SignedIn person) {
        DraftView draft = queries.get(id);
        if (draft.publishedPath() != null) {
            return doubts.of(draft).stream().filter(doubt -> !doubt.isOpen()).toList();
        }
        List<Problem> problems = new ArrayList<>(obstacles.of(draft));
        if (problems.isEmpty()) {
            trial(() -> publisher.publish(id, person)).ifPresent(problems::add);
        }
        problems.addAll(doubts.of(draft));
        return problems;
    }

    /** What stands in the way as was just seen, and what is worth a look. */
    List<Problem> with(DraftView draft, Problem refusal) {
        List<Problem> problems = new ArrayList<>(List.of(refusal));
        problems.addAll(doubts.of(draft));
        return problems;
    }

    /** What was answered, by a transaction that is taken back. */
    private Optional<Problem> trial(Supplier<String> publishing) {
        return tried(() -> transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            publishing.get();
        }));
    }

    /** Why publishing failed, in words; nothing when it did not. */
    Optional<Problem> tried(Runnable publishing) {
        try {
            publishing.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.problem());
        } catch (RuntimeException failure) {
            String words = refusals.words(failure).orElseThrow(() -> failure);
            return Optional.of(
                    failure instanceof OptimisticLockingFailureException
                            ? Problem.ofOthers(words)
                            : Problem.grave(null, null, words));
        }
    }
}
