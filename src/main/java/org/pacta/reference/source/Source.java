package org.pacta.reference.source;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.PartialDate.Inferred;

/** A document that says something: its publisher, address, date and language, and whether we read all of it. */
@Entity
@Audited
public class Source extends Recorded {

    private @Nullable String title;

    private @Nullable String localTitle;

    private @Nullable String publisher;

    private @Nullable String url;

    private String language;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String form;

    private @Nullable PartialDate publishedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Inferred publishedOnInferred;

    private @Nullable PartialDate retrievedOn;

    private boolean readInFull;

    private boolean annexMissing;

    private @Nullable String note;

    protected Source() {}

    Source(Kind kind, Name title, String language, boolean readInFull) {
        this.kind = kind;
        this.language = language;
        this.readInFull = readInFull;
        rename(title);
    }

    void rename(Name title) {
        if (title.isEmpty()) {
            throw new IllegalArgumentException("A source needs a title");
        }
        this.title = title.text();
        this.localTitle = title.local();
    }

    void describe(Kind kind, @Nullable String form, String language) {
        this.kind = kind;
        this.form = form;
        this.language = language;
    }

    void publishedBy(@Nullable String publisher, @Nullable String url) {
        this.publisher = publisher;
        this.url = url;
    }

    void publishedOn(@Nullable PartialDate on, @Nullable Inferred inferred) {
        this.publishedOn = on;
        this.publishedOnInferred = inferred;
    }

    /** Somebody fetched and read it, in full or not, with its annex or without. */
    void read(@Nullable PartialDate retrievedOn, boolean inFull, boolean annexMissing) {
        this.retrievedOn = retrievedOn;
        this.readInFull = inFull;
        this.annexMissing = annexMissing;
    }

    void remark(@Nullable String note) {
        this.note = note;
    }

    public Name title() {
        return new Name(title, localTitle);
    }

    public @Nullable String publisher() {
        return publisher;
    }

    public @Nullable String url() {
        return url;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable String form() {
        return form;
    }

    public String language() {
        return language;
    }

    public @Nullable PartialDate publishedOn() {
        return publishedOn;
    }

    public @Nullable Inferred publishedOnInferred() {
        return publishedOnInferred;
    }

    public @Nullable PartialDate retrievedOn() {
        return retrievedOn;
    }

    public boolean readInFull() {
        return readInFull;
    }

    public boolean annexMissing() {
        return annexMissing;
    }

    public @Nullable String note() {
        return note;
    }

    /** What kind of document it is. */
    public enum Kind {
        PRESS_RELEASE,
        NEWS_ARTICLE,
        OFFICIAL_PAGE,
        PARLIAMENTARY_REPLY,
        PROFESSIONAL_NOTE,
        INSTRUMENT,
        OTHER;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
