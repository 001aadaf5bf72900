package org.pacta.desk.correction;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.Draft.State;
import org.pacta.desk.draft.DraftService.ClosedException;
import org.pacta.platform.form.RecordKind;

/** A record as somebody wants it to be: one that stands, or a new one. */
@Entity
class Correction {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "correction_seq")
    @SequenceGenerator(name = "correction_seq", allocationSize = 1)
    private Long id;

    @Version
    private @Nullable Integer version;

    /** What the form called it when it was new, so that a form sent twice is one correction. */
    private String entry;

    private String kind;

    private @Nullable Long recordId;

    private @Nullable Integer baseVersion;

    private @Nullable Long baseRevision;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> typed;

    private String reason;

    private Long authorId;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant madeAt;

    private Instant changedAt;

    private @Nullable Long reviewerId;

    private @Nullable String reviewComment;

    private @Nullable Instant endedAt;

    private @Nullable String publishedPath;

    protected Correction() {}

    Correction(String entry, RecordKind kind, long author) {
        this.entry = entry;
        this.kind = kind.code();
        this.authorId = author;
        this.typed = Map.of();
        this.reason = "";
        this.state = State.OPEN;
        this.madeAt = Instant.now();
        this.changedAt = madeAt;
    }

    /** It is of a record, as that stood at this version and revision. */
    void base(long record, int recordVersion, long revision) {
        recordId = record;
        baseVersion = recordVersion;
        baseRevision = revision;
    }

    void type(Map<String, String> typed, String reason) {
        this.typed = typed;
        this.reason = reason;
        this.changedAt = Instant.now();
    }

    void takeOver(long person) {
        if (!state.isOpen()) {
            throw new ClosedException(state);
        }
        authorId = person;
        changedAt = Instant.now();
    }

    void submit() {
        become(State.SUBMITTED);
        reviewComment = null;
    }

    void giveBack(long reviewer, String comment) {
        become(State.RETURNED);
        reviewerId = reviewer;
        reviewComment = comment;
    }

    void takeBack() {
        become(State.OPEN);
        endedAt = null;
    }

    void publish(long reviewer, String path) {
        become(State.PUBLISHED);
        reviewerId = reviewer;
        publishedPath = path;
        endedAt = Instant.now();
    }

    /** What it published was taken back, which returns it to its author. */
    void retract(long reviewer, String comment) {
        state = State.RETURNED;
        changedAt = Instant.now();
        reviewerId = reviewer;
        reviewComment = comment;
        publishedPath = null;
        endedAt = null;
    }

    void discard() {
        become(State.DISCARDED);
        endedAt = Instant.now();
    }

    private void become(State next) {
        if (!state.canBecome(next)) {
            throw new ClosedException(state);
        }
        state = next;
        changedAt = Instant.now();
    }

    Long getId() {
        return id;
    }

    int version() {
        return version == null ? 0 : version;
    }

    RecordKind kind() {
        return RecordKind.of(kind);
    }

    @Nullable
    Long record() {
        return recordId;
    }

    @Nullable
    Integer baseVersion() {
        return baseVersion;
    }

    @Nullable
    Long baseRevision() {
        return baseRevision;
    }

    Map<String, String> typed() {
        return typed;
    }

    String reason() {
        return reason;
    }

    long author() {
        return authorId;
    }

    State state() {
        return state;
    }

    @Nullable
    String publishedPath() {
        return publishedPath;
    }
}
