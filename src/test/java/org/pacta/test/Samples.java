package org.pacta.test;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Records of kinds that the sample has none of, for tests that look at one of each kind. */
public final class Samples {

    private Samples() {}

    /** A target of the first council and a document of the first source, each with its first revision. */
    public static void addWhatIsMissing(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into target (id, council_id, measure_as_printed, comparator, value, due)
                        select 700001, min(id), 'joint projects', 'at_least', 50, '2027' from council;
                        insert into target_aud (id, rev, revtype) values (700001, 1, 0);
                        insert into document (id, sha256, size, media_type, name, kind, language, retrieved_on, source_id, note)
                        select 700001, repeat('7', 64), 1, 'application/pdf', 'release.pdf', 'annex', 'en', '2024-05', min(id), 'As found' from source;
                        insert into document_aud (id, rev, revtype) values (700001, 1, 0)
                        """).update();
    }
}
