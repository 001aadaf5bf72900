package org.pacta.reference.place;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.SourceFixtures;

/** Places for the tests of all features. */
public final class PlaceFixtures {

    private PlaceFixtures() {}

    public static Place singapore(EntityManager entities) {
        return place("singapore", "Singapore", "新加坡", Place.Kind.COUNTRY, entities);
    }

    public static Place shanghai(EntityManager entities) {
        return place("shanghai", "Shanghai", "上海", Place.Kind.MUNICIPALITY, entities);
    }

    private static Place place(String slug, String name, String localName, Place.Kind kind, EntityManager entities) {
        return entities.createQuery("from Place where slug = :slug", Place.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    Place place = new Place(slug, name, localName, kind, null);
                    place.citedBy(List.of(new PlaceCitation(
                            place, SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities), Citation.Passage.WHOLE)));
                    entities.persist(place);
                    return place;
                });
    }
}
