package org.pacta.reference.person;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface People extends Repository<Person, Long> {

    Person save(Person person);

    Optional<Person> findById(Long id);
}
