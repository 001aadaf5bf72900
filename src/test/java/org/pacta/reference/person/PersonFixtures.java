package org.pacta.reference.person;

import jakarta.persistence.EntityManager;
import java.util.List;

/** People for the tests of all features. */
public final class PersonFixtures {

    private PersonFixtures() {}

    public static Person gongZheng(EntityManager entities) {
        Person person = new Person("Gong Zheng", "龚正");
        person.alsoKnownAs(List.of(new PersonName(person, "Mayor Gong", PersonName.Kind.AS_PRINTED)));
        entities.persist(person);
        return person;
    }
}
