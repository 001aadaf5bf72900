package org.pacta.reader.indexing;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.Session;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.history.Recorded;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.project.Project;

/** The kinds of record that can be searched, in the order readers see them, each with its entity and what is read from it. */
public enum Searchable {
    COUNCIL(Council.class, Contents::council),
    MEETING(Meeting.class, Contents::meeting),
    AGREEMENT(Agreement.class, Contents::agreement),
    PROJECT(Project.class, Contents::project),
    ORGANISATION(Organisation.class, Contents::organisation),
    PERSON(Person.class, Contents::person),
    PLACE(Place.class, Contents::place),
    SOURCE(Source.class, Contents::source);

    public static final List<RecordKind> KINDS =
            Arrays.stream(values()).map(each -> RecordKind.of(each.entity)).toList();

    private final Class<? extends Recorded> entity;
    private final BiFunction<Object, Session, Content> content;

    <R extends Recorded> Searchable(Class<R> entity, Function<R, Content> content) {
        this(entity, (record, session) -> content.apply(record));
    }

    <R extends Recorded> Searchable(Class<R> entity, BiFunction<R, Session, Content> content) {
        this.entity = entity;
        this.content = (record, session) -> content.apply(entity.cast(record), session);
    }

    /** The entity of a kind that can be searched. */
    public static Class<?> entity(RecordKind kind) {
        return valueOf(kind.name()).entity;
    }

    /** What the document of a record holds. */
    static Content content(RecordKind kind, Object record, Session session) {
        return valueOf(kind.name()).content.apply(record, session);
    }
}
