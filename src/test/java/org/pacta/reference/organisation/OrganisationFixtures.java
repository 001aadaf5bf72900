package org.pacta.reference.organisation;

import jakarta.persistence.EntityManager;
import org.pacta.platform.shared.Name;
import org.pacta.reference.place.PlaceFixtures;

/** Organisations for the tests of all features. */
public final class OrganisationFixtures {

    private OrganisationFixtures() {}

    public static Organisation crimsonLogic(EntityManager entities) {
        Organisation organisation = new Organisation(Organisation.Kind.COMPANY, new Name("CrimsonLogic Pte Ltd", null));
        organisation.settle(PlaceFixtures.singapore(entities), null);
        organisation.remember("CrimsonLogic", OrganisationName.Kind.ALIAS);
        organisation.remember("Crimson Logic", OrganisationName.Kind.AS_PRINTED);
        entities.persist(organisation);
        return organisation;
    }

    public static Organisation shanghaiDataGroup(EntityManager entities) {
        Organisation organisation = new Organisation(Organisation.Kind.COMPANY, new Name(null, "上海数据集团"));
        organisation.settle(PlaceFixtures.shanghai(entities), null);
        entities.persist(organisation);
        return organisation;
    }

    public static void rename(Organisation organisation, String name) {
        organisation.rename(new Name(name, organisation.name().local()));
    }
}
