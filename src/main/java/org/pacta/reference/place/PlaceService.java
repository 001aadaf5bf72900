package org.pacta.reference.place;

import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.Records;
import org.pacta.reference.source.Source;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws places. */
@Service
class PlaceService extends RecordService<Place, PlaceForm> {

    PlaceService(Records records) {
        super(
                Place.class,
                form -> new Place(form.slug(), form.name(), form.localName(), form.kind(), null),
                PlaceForm::of,
                records);
    }

    @Override
    protected void write(Place place, PlaceForm form) {
        place.rename(form.slug(), form.name(), form.localName());
        place.translate(form.translated());
        place.lieIn(records.find(Place.class, form.parent()), form.kind());
        place.remark(form.isoCode(), form.note());
        place.citedBy(form.citations().stream()
                .map(each -> new PlaceCitation(place, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }
}
