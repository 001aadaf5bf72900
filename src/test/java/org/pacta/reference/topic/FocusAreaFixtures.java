package org.pacta.reference.topic;

import jakarta.persistence.EntityManager;

/** Focus areas for the tests of all features. */
public final class FocusAreaFixtures {

    private FocusAreaFixtures() {}

    public static FocusArea finance(EntityManager entities) {
        return area("finance", "Finance", "金融", entities);
    }

    public static FocusArea digitalEconomy(EntityManager entities) {
        return area("digital-economy", "Digital economy", "数字经济", entities);
    }

    private static FocusArea area(String slug, String name, String localName, EntityManager entities) {
        return entities.createQuery("from FocusArea where slug = :slug", FocusArea.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    FocusArea area = new FocusArea(slug, name, localName);
                    entities.persist(area);
                    return area;
                });
    }
}
