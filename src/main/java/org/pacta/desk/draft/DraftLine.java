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
import java.util.Locale;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One line of a draft, as it was typed. */
@Entity
class DraftLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "draft_line_seq")
    @SequenceGenerator(name = "draft_line_seq", allocationSize = 1)
    private Long id;

    @Version
    private @Nullable Integer version;

    private Long draftId;

    /** What the page called the line when it was new, so that a line sent twice is one line. */
    private String entry;

    @Enumerated(EnumType.STRING)
    private Section section;

    private int position;

    @Enumerated(EnumType.STRING)
    private State state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> typed;

    private @Nullable Long recordId;

    private @Nullable Integer recordVersion;

    private @Nullable Long textId;

    private @Nullable Integer startAt;

    private @Nullable Integer endAt;

    private @Nullable String doubt;

    private @Nullable Long becameId;

    protected DraftLine() {}

    DraftLine(long draft, String entry, Section section, int position, Map<String, String> typed) {
        this.draftId = draft;
        this.entry = entry;
        this.section = section;
        this.position = position;
        this.state = State.ENTERED;
        this.typed = typed;
    }

    /** The line stands for a published record, as it was at this version. */
    void correct(long record, int version) {
        recordId = record;
        recordVersion = version;
    }

    /** The line was published as this record; noted as the publication ends, so that nobody who types waits for a check. */
    void become(long record) {
        becameId = record;
    }

    /** The line was found in a text, from one code point to another; it waits until somebody accepts it. */
    void propose(long text, int start, int end, @Nullable String doubt) {
        this.textId = text;
        this.startAt = start;
        this.endAt = end;
        this.doubt = doubt;
        this.state = State.PROPOSED;
    }

    void type(Map<String, String> typed) {
        this.typed = typed;
    }

    void accept() {
        state = State.ENTERED;
    }

    void remove() {
        state = State.REMOVED;
    }

    /** It was found in a text and has yet to be looked at, once more. */
    void offer() {
        if (textId == null) {
            throw new IllegalStateException("Line %d was found in no text".formatted(id));
        }
        state = State.PROPOSED;
    }

    Long getId() {
        return id;
    }

    int version() {
        return version == null ? 0 : version;
    }

    long draft() {
        return draftId;
    }

    Section section() {
        return section;
    }

    int position() {
        return position;
    }

    Map<String, String> typed() {
        return typed;
    }

    /** Whether the line counts. */
    enum State {
        ENTERED,
        PROPOSED,
        REMOVED;

        @EnumeratedValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
