package org.pacta.reference.place;

import java.time.Instant;
import java.util.Optional;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.form.Standing;
import org.pacta.platform.history.Records;
import org.pacta.reference.source.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, revises and withdraws places. */
@Service
@Transactional
class PlaceService implements RecordService<PlaceForm> {

    private final Places places;
    private final Records records;

    PlaceService(Places places, Records records) {
        this.places = places;
        this.records = records;
    }

    @Override
    public Long record(PlaceForm form) {
        Place place = new Place(form.slug(), form.name(), form.localName(), form.kind(), null);
        write(place, form);
        return places.save(place).getId();
    }

    @Override
    public void revise(Long id, int version, PlaceForm form) {
        Place place = take(id, version);
        if (!form.equals(PlaceForm.of(place))) {
            records.touch(place);
            write(place, form);
        }
    }

    @Override
    public void withdraw(Long id, int version, String reason) {
        take(id, version).withdraw(reason, Instant.now());
    }

    @Override
    @Transactional(readOnly = true)
    public Standing<PlaceForm> standing(Long id) {
        Place place = records.get(Place.class, id);
        return new Standing<>(id, records.version(place), PlaceForm.of(place));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PlaceForm> asOf(Long id, long revision) {
        return records.asOf(Place.class, id, revision).map(PlaceForm::of);
    }

    private Place take(Long id, int version) {
        return records.take(Place.class, id, version, Place::withdrawal);
    }

    private void write(Place place, PlaceForm form) {
        place.rename(form.slug(), form.name(), form.localName());
        place.lieIn(records.find(Place.class, form.parent()), form.kind());
        place.remark(form.isoCode(), form.note());
        place.citedBy(form.citations().stream()
                .map(each -> new PlaceCitation(place, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }
}
