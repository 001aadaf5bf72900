package org.pacta.test;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Records of kinds that the sample has none of, for tests that look at one of each kind. */
public final class Samples {

    private Samples() {}

    /** A target of the first council, with its first revision. */
    public static void addATarget(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into target (id, council_id, measure_as_printed, comparator, value, due)
                        select 700001, min(id), 'joint projects', 'at_least', 50, '2027' from council;
                        insert into target_aud (id, rev, revtype) values (700001, 1, 0)
                        """).update();
    }
}
