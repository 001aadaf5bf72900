package org.pacta.reference.person;

import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.Records;
import org.pacta.reference.source.Source;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws people. */
@Service
class PersonService extends RecordService<Person, PersonForm> {

    PersonService(Records records) {
        super(Person.class, form -> new Person(form.name(), form.localName()), PersonForm::of, records);
    }

    @Override
    protected void write(Person person, PersonForm form) {
        person.rename(form.name(), form.localName());
        person.translate(form.translated());
        person.remark(form.note());
        person.alsoKnownAs(form.otherNames().stream()
                .map(other -> new PersonName(person, other.name(), other.kind()))
                .toList());
        person.citedBy(form.citations().stream()
                .map(each -> new PersonCitation(person, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }
}
