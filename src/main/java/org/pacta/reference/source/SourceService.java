package org.pacta.reference.source;

import java.time.Instant;
import java.util.Optional;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.form.Standing;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.Name;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, revises and withdraws sources. */
@Service
@Transactional
class SourceService implements RecordService<SourceForm> {

    private final Sources sources;
    private final Records records;

    SourceService(Sources sources, Records records) {
        this.sources = sources;
        this.records = records;
    }

    @Override
    public Long record(SourceForm form) {
        Source source =
                new Source(form.kind(), new Name(form.title(), form.localTitle()), form.language(), form.readInFull());
        write(source, form);
        return sources.save(source).getId();
    }

    @Override
    public void revise(Long id, int version, SourceForm form) {
        Source source = take(id, version);
        if (!form.equals(SourceForm.of(source))) {
            records.touch(source);
            write(source, form);
        }
    }

    @Override
    public void withdraw(Long id, int version, String reason) {
        take(id, version).withdraw(reason, Instant.now());
    }

    @Override
    @Transactional(readOnly = true)
    public Standing<SourceForm> standing(Long id) {
        Source source = records.get(Source.class, id);
        return new Standing<>(id, records.version(source), SourceForm.of(source));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SourceForm> asOf(Long id, long revision) {
        return records.asOf(Source.class, id, revision).map(SourceForm::of);
    }

    private Source take(Long id, int version) {
        return records.take(Source.class, id, version, Source::withdrawal);
    }

    private static void write(Source source, SourceForm form) {
        source.rename(new Name(form.title(), form.localTitle()));
        source.describe(form.kind(), form.form(), form.language());
        source.publishedBy(form.publisher(), form.url());
        source.publishedOn(form.publishedOn(), form.publishedOnInferred());
        source.read(form.retrievedOn(), form.readInFull(), form.annexMissing());
        source.remark(form.note());
    }
}
