package org.pacta.desk.attaching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pacta.desk.correction.CorrectionService;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.security.SignedIn;
import org.pacta.registry.document.DocumentFiles;
import org.pacta.registry.document.DocumentFiles.Taken;
import org.pacta.registry.record.References;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Begins corrections that attach files. */
@Service
class Attachments {

    private final DocumentFiles files;
    private final Texts texts;
    private final CorrectionService corrections;
    private final References references;
    private final Absences absences;
    private final MessageSource messages;

    Attachments(
            DocumentFiles files,
            Texts texts,
            CorrectionService corrections,
            References references,
            Absences absences,
            MessageSource messages) {
        this.files = files;
        this.texts = texts;
        this.corrections = corrections;
        this.references = references;
        this.absences = absences;
        this.messages = messages;
    }

    /** What is typed of a document beside its file, as texts. */
    record Described(String kind, String language, String retrievedOn, String note) {}

    /** What a source or an agreement is called, with its number; refused where it is not published. */
    String named(RecordKind kind, long id) {
        String text = Objects.requireNonNull(
                references.texts(kind.code(), List.of(id)).get(id));
        if (text.equals("#" + id)) {
            throw absences.of(kind.code(), id);
        }
        return text;
    }

    /**
     * Keeps a file and begins the correction by which it is attached.
     *
     * @param name as the browser sends it
     * @return the number of the correction
     */
    long attach(RecordKind kind, long id, Path file, String name, Described described, SignedIn person)
            throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(kind.code(), named(kind, id));
        Taken taken = files.take(file, name, person.id());
        if (taken.hasText()) {
            texts.read(taken.sha256(), file);
        }
        fields.put("sha256", taken.sha256());
        fields.put("name", taken.name());
        fields.put("kind", described.kind());
        fields.put("language", described.language());
        fields.put("retrievedOn", described.retrievedOn());
        fields.put("note", described.note());
        String reason =
                messages.getMessage("attaching.reason", new Object[] {taken.name()}, LocaleContextHolder.getLocale());
        return corrections.begin(RecordKind.DOCUMENT, fields, reason, person);
    }
}
