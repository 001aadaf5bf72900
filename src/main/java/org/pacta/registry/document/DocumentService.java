package org.pacta.registry.document;

import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.document.DocumentFiles.Held;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws documents. */
@Service
class DocumentService extends RecordService<Document, DocumentForm> {

    private final DocumentFiles files;

    DocumentService(Records records, DocumentFiles files) {
        super(
                Document.class,
                form -> new Document(held(files, form), form.name(), form.kind()),
                DocumentForm::of,
                records);
        this.files = files;
    }

    private static Held held(DocumentFiles files, DocumentForm form) {
        return files.find(form.sha256()).orElseThrow(() -> new BrokenRuleException("document_file"));
    }

    /** A document that came with a Data Package keeps its file, though nobody handed that in here. */
    @Override
    protected void write(Document document, DocumentForm form) {
        if (!document.sha256().equals(form.sha256())) {
            document.hold(held(files, form));
        }
        document.describe(form);
        document.belongTo(records.find(Source.class, form.source()), records.find(Agreement.class, form.agreement()));
    }
}
