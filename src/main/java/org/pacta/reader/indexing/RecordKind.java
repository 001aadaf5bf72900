package org.pacta.reader.indexing;

import java.util.Arrays;
import java.util.Locale;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.project.Project;

/** The kinds of records that can be searched, in the order readers see them. */
public enum RecordKind {
    COUNCIL(Council.class),
    MEETING(Meeting.class),
    AGREEMENT(Agreement.class),
    PROJECT(Project.class),
    ORGANISATION(Organisation.class),
    PERSON(Person.class),
    PLACE(Place.class),
    SOURCE(Source.class);

    private final Class<?> entity;

    RecordKind(Class<?> entity) {
        this.entity = entity;
    }

    public static RecordKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static RecordKind of(Class<?> entity) {
        return Arrays.stream(values())
                .filter(kind -> kind.entity == entity)
                .findFirst()
                .orElseThrow();
    }

    /** The name in tables, addresses and message keys. */
    public String code() {
        return code(this);
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public Class<?> entity() {
        return entity;
    }
}
