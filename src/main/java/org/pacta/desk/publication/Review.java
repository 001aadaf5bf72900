package org.pacta.desk.publication;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacta.desk.discussion.Remarks;
import org.pacta.desk.discussion.Reply;
import org.pacta.desk.draft.Draft;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftService;
import org.pacta.desk.draft.DraftService.ClosedException;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.publication.Refusals.Refusal;
import org.pacta.platform.security.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a reviewer decides about a draft. */
@Service
@Transactional
public class Review {

    private final DraftService drafts;
    private final DraftQueries queries;
    private final Publisher publisher;
    private final Reviewing reviewing;
    private final Obstacles obstacles;
    private final Doubts doubts;
    private final Remarks remarks;
    private final MessageSource messages;

    Review(
            DraftService drafts,
            DraftQueries queries,
            Publisher publisher,
            Reviewing reviewing,
            Obstacles obstacles,
            Doubts doubts,
            Remarks remarks,
            MessageSource messages) {
        this.drafts = drafts;
        this.queries = queries;
        this.publisher = publisher;
        this.reviewing = reviewing;
        this.obstacles = obstacles;
        this.doubts = doubts;
        this.remarks = remarks;
        this.messages = messages;
    }

    /**
     * Says what somebody has to say of a draft, and keeps warnings that it has at this moment.
     *
     * @return whether all of it was kept: not the reason for a warning that there is no more
     */
    boolean say(long id, Reply reply, SignedIn person) {
        Set<String> marks = reply.reasons().isEmpty()
                ? Set.of()
                : doubts.of(queries.get(id)).stream().map(Problem::mark).collect(Collectors.toSet());
        Reply standing = reply.of(marks);
        remarks.say(id, standing, person);
        return standing.given().size() == reply.given().size();
    }

    /**
     * Says what is sent along with a publication; nothing more where that is done already and all of it was said, as a second click finds it.
     * Refuses with {@link ClosedException} what somebody has to say of a draft that another has published meanwhile.
     */
    void sayUnlessPublished(long id, Reply reply, SignedIn person) {
        if (!queries.isPublished(id)) {
            say(id, reply, person);
        } else if (!remarks.hasSaid(id, reply, person)) {
            throw new ClosedException(Draft.State.PUBLISHED);
        }
    }

    /**
     * Publishes a draft for good, unless it has not been sent to a reviewer, or was returned meanwhile: then those who write it go first.
     * Whatever is worth a look has to be answered before.
     */
    public String publish(long id, SignedIn reviewer) {
        Optional<String> before = drafts.lockForPublication(id);
        DraftView draft = reviewable(id, reviewer);
        if (before.isPresent()) {
            return before.get();
        }
        if (draft.state().isOpen() && !reviewing.hasWritten(draft, reviewer)) {
            throw refusal("desk.problem.not_sent." + draft.state().code());
        }
        obstacles.refuse(draft);
        long open = doubts.of(draft).stream().filter(Problem::isOpen).count();
        if (open > 0) {
            throw refusal("desk.problem.unanswered", open);
        }
        return publisher.publish(draft, reviewer);
    }

    private Refusal refusal(String key, Object... arguments) {
        return new Refusal(Problem.ofTheDecision(
                Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()))));
    }

    /** Returns a draft to its author, with what there is to say of it and of its lines: something has to be said, now or before. */
    void giveBack(long id, SignedIn reviewer, Reply reply) {
        DraftView draft = reviewable(id, reviewer);
        if (reply.isSilent() && !remarks.hasSpoken(id, reviewer, draft.returnedAt())) {
            throw refusal("desk.problem.say_why");
        }
        drafts.giveBack(id, reviewer);
        say(id, reply, reviewer);
    }

    private DraftView reviewable(long id, SignedIn reviewer) {
        DraftView draft = queries.get(id);
        if (!reviewing.mayReview(draft, reviewer)) {
            throw new AccessDeniedException("A draft is reviewed by somebody who did not write it");
        }
        return draft;
    }
}
