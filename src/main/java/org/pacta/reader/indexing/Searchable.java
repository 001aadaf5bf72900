package org.pacta.reader.indexing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pacta.platform.form.RecordKind;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.project.Project;

/** The kinds of record that can be searched, with their entities. */
public final class Searchable {

    /** In the order readers see them. */
    public static final List<RecordKind> KINDS;

    private static final Map<RecordKind, Class<?>> ENTITIES = new EnumMap<>(RecordKind.class);

    static {
        List<Class<?>> entities = List.of(
                Council.class,
                Meeting.class,
                Agreement.class,
                Project.class,
                Organisation.class,
                Person.class,
                Place.class,
                Source.class);
        entities.forEach(entity -> ENTITIES.put(RecordKind.of(entity), entity));
        KINDS = entities.stream().map(RecordKind::of).toList();
    }

    private Searchable() {}

    /** The entity of a kind that can be searched. */
    public static Class<?> entity(RecordKind kind) {
        return Objects.requireNonNull(ENTITIES.get(kind));
    }
}
