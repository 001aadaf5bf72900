package org.pacta.registry.document;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Recorded;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.document.DocumentFiles.Held;

/** A kept file, as the editors describe it. */
@Entity
@Audited
class Document extends Recorded {

    private String sha256;

    private long size;

    private String mediaType;

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String language;

    private @Nullable PartialDate retrievedOn;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Source source;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Agreement agreement;

    private @Nullable String note;

    protected Document() {}

    Document(Held file, String name, Kind kind) {
        this.sha256 = file.sha256();
        this.size = file.size();
        this.mediaType = file.mediaType();
        this.name = name;
        this.kind = kind;
    }

    void hold(Held file) {
        sha256 = file.sha256();
        size = file.size();
        mediaType = file.mediaType();
    }

    void describe(DocumentForm form) {
        name = form.name();
        kind = form.kind();
        language = form.language();
        retrievedOn = form.retrievedOn();
        note = form.note();
    }

    void belongTo(@Nullable Source source, @Nullable Agreement agreement) {
        this.source = source;
        this.agreement = agreement;
    }

    public String sha256() {
        return sha256;
    }

    public long size() {
        return size;
    }

    public String mediaType() {
        return mediaType;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable String language() {
        return language;
    }

    public @Nullable PartialDate retrievedOn() {
        return retrievedOn;
    }

    public @Nullable Source source() {
        return source;
    }

    public @Nullable Agreement agreement() {
        return agreement;
    }

    public @Nullable String note() {
        return note;
    }

    /** What it is of what it belongs to. */
    enum Kind {
        AUTHENTIC_TEXT,
        TRANSLATION,
        ANNEX,
        PRESS_RELEASE,
        PHOTOGRAPH;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }
}
