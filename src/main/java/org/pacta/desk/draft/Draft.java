package org.pacta.desk.draft;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outcomes of one meeting while somebody prepares them. */
@Entity
public class Draft {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "draft_seq")
    @SequenceGenerator(name = "draft_seq", allocationSize = 1)
    private Long id;

    @Version
    private @Nullable Integer version;

    private Long councilId;

    private @Nullable Long meetingId;

    private Long authorId;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant madeAt;

    private Instant changedAt;

    private @Nullable Long reviewerId;

    private @Nullable Instant returnedAt;

    private @Nullable Instant endedAt;

    private @Nullable String publishedPath;

    protected Draft() {}

    Draft(long council, @Nullable Long meeting, long author) {
        this.councilId = council;
        this.meetingId = meeting;
        this.authorId = author;
        this.state = State.OPEN;
        this.madeAt = Instant.now();
        this.changedAt = madeAt;
    }

    void submit() {
        become(State.SUBMITTED);
    }

    void giveBack(long reviewer) {
        become(State.RETURNED);
        reviewerId = reviewer;
        returnedAt = changedAt;
    }

    void publish(long reviewer, String path) {
        become(State.PUBLISHED);
        if (returnedAt == null) {
            reviewerId = reviewer;
        }
        publishedPath = path;
        endedAt = Instant.now();
    }

    void discard() {
        become(State.DISCARDED);
        endedAt = Instant.now();
    }

    void takeBack() {
        become(State.OPEN);
        endedAt = null;
    }

    /**
     * Its publication was taken back, which returns it to its author.
     *
     * @param standing the meeting that it recorded and that stays; null where there is none
     */
    void retract(@Nullable Long standing, long reviewer) {
        if (state != State.PUBLISHED) {
            throw new DraftService.ClosedException(state);
        }
        state = State.RETURNED;
        changedAt = Instant.now();
        reviewerId = reviewer;
        returnedAt = changedAt;
        endedAt = null;
        publishedPath = null;
        meetingId = meetingId == null ? standing : meetingId;
    }

    private void become(State next) {
        if (!state.canBecome(next)) {
            throw new DraftService.ClosedException(state);
        }
        state = next;
        changedAt = Instant.now();
    }

    Long getId() {
        return id;
    }

    long council() {
        return councilId;
    }

    @Nullable
    Long meeting() {
        return meetingId;
    }

    long author() {
        return authorId;
    }

    @Nullable
    String publishedPath() {
        return publishedPath;
    }

    State state() {
        return state;
    }

    /** Where the draft stands between the one who writes it and the one who publishes it. */
    public enum State {
        OPEN,
        SUBMITTED,
        RETURNED,
        PUBLISHED,
        DISCARDED;

        /** Those that somebody has yet to end, in SQL. */
        public static final String AT_WORK = Arrays.stream(values())
                .filter(state -> !state.isEnd())
                .map(state -> "'" + state.code + "'")
                .collect(Collectors.joining(", ", "(", ")"));

        @EnumeratedValue
        private final String code = name().toLowerCase(Locale.ROOT);

        /** Whether its lines may be changed. */
        public boolean isOpen() {
            return this == OPEN || this == RETURNED;
        }

        /** Whether nothing follows but that somebody takes it up again. */
        boolean isEnd() {
            return this == PUBLISHED || this == DISCARDED;
        }

        /** Whether what is prepared may go from here to there. */
        public boolean canBecome(State next) {
            return switch (this) {
                case OPEN, RETURNED -> Set.of(SUBMITTED, PUBLISHED, DISCARDED).contains(next);
                case SUBMITTED -> Set.of(OPEN, RETURNED, PUBLISHED).contains(next);
                case PUBLISHED -> false;
                case DISCARDED -> next == OPEN;
            };
        }

        public String code() {
            return code;
        }

        /** The state of this code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
