package org.pacta.rules.annex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.NameKey;
import org.pacta.rules.language.Vocabulary;

/**
 * What the caller knows already: evidence for the parser, which asks nobody else.
 *
 * @param organisations by name, with the place each belongs to
 * @param places by slug, with their names in every language and adjectives
 * @param sides slugs of the council's sides, empty where no council is given
 */
public record Knowledge(List<Organisation> organisations, List<Place> places, Set<String> sides) {

    public Knowledge {
        organisations = List.copyOf(organisations);
        places = List.copyOf(places);
        sides = Set.copyOf(sides);
    }

    /** Knows nothing. */
    public static Knowledge nothing() {
        return new Knowledge(List.of(), List.of(), Set.of());
    }

    /**
     * An organisation on record.
     *
     * @param names every name it has, in any script
     * @param place the slug of its place, null when unknown
     */
    public record Organisation(List<String> names, @Nullable String place) {}

    /**
     * A place on record.
     *
     * @param parent the slug of the place it lies in, null for a country
     */
    public record Place(String slug, @Nullable String parent, List<String> names) {}

    Index index() {
        return new Index(this);
    }

    /** The same, by folded name. */
    static final class Index {

        private final Set<String> sides;
        private final Map<String, Organisation> organisations = new HashMap<>();
        private final Map<String, Place> places = new HashMap<>();
        private final Map<String, Place> slugs = new HashMap<>();

        private Index(Knowledge known) {
            sides = known.sides;
            known.organisations.forEach(
                    each -> each.names().forEach(name -> organisations.putIfAbsent(NameKey.of(name), each)));
            known.places.forEach(each -> {
                each.names().forEach(name -> places.putIfAbsent(NameKey.of(name), each));
                slugs.put(each.slug(), each);
            });
        }

        Optional<Organisation> organisation(String name) {
            return Optional.ofNullable(organisations.get(NameKey.of(name)));
        }

        boolean isPlace(String name) {
            String key = NameKey.of(name);
            return places.containsKey(key) || Vocabulary.PLACE.contains(key);
        }

        /** The slug of the place of this name; where a council is given, of the side it lies in. */
        Optional<String> side(String placeName) {
            return Optional.ofNullable(places.get(NameKey.of(placeName))).map(this::side);
        }

        /** The slug that the place of a known organisation counts as. */
        String sideOf(String slug) {
            Place place = slugs.get(slug);
            return place == null ? slug : side(place);
        }

        private String side(Place place) {
            Place at = place;
            for (int steps = 0; at != null && steps < 8; steps++) {
                if (sides.contains(at.slug())) {
                    return at.slug();
                }
                at = at.parent() == null ? null : slugs.get(at.parent());
            }
            return place.slug();
        }
    }
}
