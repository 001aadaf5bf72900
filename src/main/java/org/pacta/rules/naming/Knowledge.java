package org.pacta.rules.naming;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final Set<Character> HAN_FIRSTS =
            Vocabulary.PLACE.firstWords().stream().map(word -> word.charAt(0)).collect(Collectors.toUnmodifiableSet());

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

    /** The same, to be asked. */
    public Index index() {
        return new Index(this);
    }

    /** What is known, by folded name. */
    public static final class Index {

        private static final int MOST_KEYS = 20_000;
        private static final char FIRST_HAN = 0x2E80;

        private final Set<Character> hanFirsts = new HashSet<>(HAN_FIRSTS);

        private final Set<String> sides;
        private final Map<String, Organisation> organisations = new HashMap<>();
        private final Map<String, Place> places = new HashMap<>();
        private final Map<String, Place> slugs = new HashMap<>();
        private final Map<String, String> keys = new HashMap<>();

        private Index(Knowledge known) {
            sides = known.sides;
            known.organisations.forEach(
                    each -> each.names().forEach(name -> organisations.putIfAbsent(NameKey.of(name), each)));
            known.places.forEach(each -> {
                each.names().forEach(name -> {
                    places.putIfAbsent(NameKey.of(name), each);
                    hanFirsts.addAll(firsts(name));
                });
                slugs.put(each.slug(), each);
            });
        }

        /** The same stretch is asked about by many, and folding it is dear. */
        private String key(String name) {
            if (keys.size() > MOST_KEYS) {
                keys.clear();
            }
            return keys.computeIfAbsent(name, NameKey::of);
        }

        /** The organisation of a name, as it may be spelt. */
        public Optional<Organisation> organisation(String name) {
            return Optional.ofNullable(organisations.get(key(name)));
        }

        /** Whether a place is called so, on record or in the vocabulary. */
        public boolean isPlace(String name) {
            if (name.isEmpty() || name.charAt(0) > FIRST_HAN && !hanFirsts.contains(name.charAt(0))) {
                return false;
            }
            String key = key(name);
            return places.containsKey(key) || Vocabulary.PLACE.contains(key);
        }

        /** The slug of the place of this name; where a council is given, of the side it lies in. */
        public Optional<String> side(String placeName) {
            return Optional.ofNullable(places.get(key(placeName))).map(this::side);
        }

        /** The slug that the place of a known organisation counts as. */
        public String sideOf(String slug) {
            Place place = slugs.get(slug);
            return place == null ? slug : side(place);
        }

        /** The first character of a name as it may be written, where it is a Chinese one. */
        private static List<Character> firsts(String name) {
            return name.isEmpty() || name.charAt(0) <= FIRST_HAN ? List.of() : List.of(name.charAt(0));
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
