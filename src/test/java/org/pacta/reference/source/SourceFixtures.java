package org.pacta.reference.source;

import jakarta.persistence.EntityManager;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/** Sources for the tests of all features. */
public final class SourceFixtures {

    private SourceFixtures() {}

    public static Source releaseOfTheFifthShanghaiMeeting(EntityManager entities) {
        Source source = new Source(
                Source.Kind.NEWS_ARTICLE,
                new Name("15 MoUs signed at Singapore-Shanghai Comprehensive Cooperation Council", null),
                "en",
                true);
        source.publishedBy("City News Service", null);
        source.publishedOn(PartialDate.parse("2024"), null);
        source.read(null, true, true);
        entities.persist(source);
        return source;
    }
}
