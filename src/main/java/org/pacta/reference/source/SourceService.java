package org.pacta.reference.source;

import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.Name;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws sources. */
@Service
class SourceService extends RecordService<Source, SourceForm> {

    SourceService(Records records) {
        super(
                Source.class,
                form -> new Source(
                        form.kind(), new Name(form.title(), form.localTitle()), form.language(), form.readInFull()),
                SourceForm::of,
                records);
    }

    @Override
    protected void write(Source source, SourceForm form) {
        source.rename(new Name(form.title(), form.localTitle()));
        source.describe(form.kind(), form.form(), form.language());
        source.publishedBy(form.publisher(), form.url());
        source.publishedOn(form.publishedOn(), form.publishedOnInferred());
        source.read(form.retrievedOn(), form.readInFull(), form.annexMissing());
        source.remark(form.note());
    }
}
