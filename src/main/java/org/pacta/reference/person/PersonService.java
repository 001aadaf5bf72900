package org.pacta.reference.person;

import java.time.Instant;
import java.util.Optional;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.form.Standing;
import org.pacta.platform.history.Records;
import org.pacta.reference.source.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, revises and withdraws people. */
@Service
@Transactional
class PersonService implements RecordService<PersonForm> {

    private final People people;
    private final Records records;

    PersonService(People people, Records records) {
        this.people = people;
        this.records = records;
    }

    @Override
    public Long record(PersonForm form) {
        Person person = new Person(form.name(), form.localName());
        write(person, form);
        return people.save(person).getId();
    }

    @Override
    public void revise(Long id, int version, PersonForm form) {
        Person person = take(id, version);
        if (!form.equals(PersonForm.of(person))) {
            records.touch(person);
            write(person, form);
        }
    }

    @Override
    public void withdraw(Long id, int version, String reason) {
        take(id, version).withdraw(reason, Instant.now());
    }

    @Override
    @Transactional(readOnly = true)
    public Standing<PersonForm> standing(Long id) {
        Person person = records.get(Person.class, id);
        return new Standing<>(id, records.version(person), PersonForm.of(person));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonForm> asOf(Long id, long revision) {
        return records.asOf(Person.class, id, revision).map(PersonForm::of);
    }

    private Person take(Long id, int version) {
        return records.take(Person.class, id, version, Person::withdrawal);
    }

    private void write(Person person, PersonForm form) {
        person.rename(form.name(), form.localName());
        person.remark(form.note());
        person.alsoKnownAs(form.otherNames().stream()
                .map(other -> new PersonName(person, other.name(), other.kind()))
                .toList());
        person.citedBy(form.citations().stream()
                .map(each -> new PersonCitation(person, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }
}
