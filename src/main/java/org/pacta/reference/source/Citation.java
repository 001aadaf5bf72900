package org.pacta.reference.source;

import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Numbered;

/**
 * What one source says about a record. It is replaced and never changed, so that the history shows what stood before. Each kind of record
 * has an entity and a table of its own, with real foreign keys.
 */
@MappedSuperclass
@Audited
public abstract class Citation extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Source source;

    private @Nullable String field;

    private @Nullable String value;

    private boolean preferred;

    private @Nullable String preferenceReason;

    private @Nullable String saidBy;

    private @Nullable String quote;

    private @Nullable String locator;

    private @Nullable String note;

    protected Citation() {}

    protected Citation(Source source, Passage passage) {
        this.source = source;
        this.field = passage.field;
        this.value = passage.value;
        this.preferred = passage.preferenceReason != null;
        this.preferenceReason = passage.preferenceReason;
        this.saidBy = passage.saidBy;
        this.quote = passage.quote;
        this.locator = passage.locator;
        this.note = passage.note;
    }

    public Source source() {
        return source;
    }

    public Passage passage() {
        return new Passage(field, value, preferenceReason, saidBy, quote, locator, note);
    }

    /**
     * The place in a source, and what it says there.
     *
     * @param field the field it supports; none for the record as a whole
     * @param value what the source gives for the field where it differs from ours
     * @param preferenceReason why this value is preferred to its rivals, where it is
     * @param saidBy who said it, where the source quotes somebody
     * @param quote as printed, at most twelve words
     * @param locator where in the text
     */
    public record Passage(
            @Nullable String field,
            @Nullable String value,
            @Nullable String preferenceReason,
            @Nullable String saidBy,
            @Nullable String quote,
            @Nullable String locator,
            @Nullable String note) {

        /** The source supports the record as a whole, and nothing more is said. */
        public static final Passage WHOLE = new Passage(null, null, null, null, null, null, null);

        public Passage {
            if (value != null && field == null) {
                throw new IllegalArgumentException("A value is the value of a field");
            }
        }
    }
}
