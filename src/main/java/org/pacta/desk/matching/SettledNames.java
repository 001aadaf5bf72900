package org.pacta.desk.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.rules.language.NameKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody has said that the names in drafts stand for. */
@Repository
public class SettledNames {

    private final JdbcClient jdbc;

    SettledNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a name stands for.
     *
     * @param organisation on record; null for a new one
     * @param kind of a new one; null where nobody said
     * @param place of a new one, as in its address; null where nobody said
     * @param sameAs the key of another name of the draft that the new one is called by; null where it is called by this one
     */
    public record Settled(
            @Nullable Long organisation,
            @Nullable String kind,
            @Nullable String place,
            @Nullable String sameAs) {

        /** A new organisation of which nobody said more. */
        public static final Settled NEW = new Settled(null, null, null, null);

        public static Settled as(long organisation) {
            return new Settled(organisation, null, null, null);
        }
    }

    /** Settles one name of a draft, in the place of what was said of it before; refuses a place that is not on record. */
    public void settle(long draft, String printed, Settled meant) {
        jdbc.sql("""
                        insert into draft_name (id, draft_id, name_key, printed, organisation_id, kind, place_id, same_as)
                        values (nextval('draft_name_seq'), :draft, :key, :printed, :organisation, :kind, :place, :same_as)
                        on conflict (draft_id, name_key) do update set organisation_id = excluded.organisation_id, kind = excluded.kind,
                            place_id = excluded.place_id, same_as = excluded.same_as
                        """)
                .param("draft", draft)
                .param("key", NameKey.of(printed))
                .param("printed", printed)
                .param("organisation", meant.organisation)
                .param("kind", meant.kind)
                .param("place", meant.place == null ? null : place(meant.place))
                .param("same_as", meant.sameAs)
                .update();
    }

    private long place(String slug) {
        return jdbc.sql("select id from place where slug = :slug and withdrawn_on is null")
                .param("slug", slug)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("place", slug));
    }

    /** What was said of the names of a draft, by their keys; nothing of one that stands for an organisation that was withdrawn since. */
    public Map<String, Settled> of(long draft) {
        Map<String, Settled> settled = new HashMap<>();
        List<Map.Entry<String, Settled>> rows = jdbc.sql("""
                        select name_key, organisation_id, draft_name.kind, slug, same_as from draft_name left join place on place.id = place_id
                        where draft_id = :draft and not exists (select from organisation where id = organisation_id and withdrawn_on is not null)
                        """)
                .param("draft", draft)
                .query((row, n) -> Map.entry(
                        row.getString("name_key"),
                        new Settled(
                                Columns.id(row, "organisation_id"),
                                row.getString("kind"),
                                row.getString("slug"),
                                row.getString("same_as"))))
                .list();
        rows.forEach(each -> settled.put(each.getKey(), each.getValue()));
        return settled;
    }
}
