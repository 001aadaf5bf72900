package org.pacta.registry.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.NameOrder;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a form refers to, as text: the name of the record with its number, such as {@code Singapore #1}. */
@Repository
@Transactional(readOnly = true)
public class References {

    private static final int SUGGESTED = 12;
    private static final Pattern NUMBERED = Pattern.compile("(?:(.*)\\s)?#(\\d{1,18})");

    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The texts of records by their numbers; one that is not published any more is called by its number alone. */
    public Map<Long, String> texts(String target, Collection<Long> ids) {
        Map<Long, String> texts = ids.stream().distinct().collect(Collectors.toMap(id -> id, id -> "#" + id));
        jdbc.sql("select id, name from (%s) known where id in (:ids)".formatted(named(target)))
                .param("ids", ids.isEmpty() ? List.of(-1L) : ids)
                .query((row, n) -> texts.put(row.getLong("id"), text(row.getString("name"), row.getLong("id"))))
                .list();
        return texts;
    }

    /** The number of what a field refers to. */
    public Optional<Long> read(FormField field, String text) {
        return read(String.valueOf(field.target()), text);
    }

    /**
     * The number of the record a text stands for: by its number, whose name may stand before it and must be its own then, by the last part of
     * its address, or by its name where one record alone has it.
     */
    public Optional<Long> read(String target, String text) {
        Matcher numbered = NUMBERED.matcher(text.strip());
        String sql = "select id from (%s) known where ".formatted(named(target));
        List<Long> found = numbered.matches()
                ? jdbc.sql(
                                sql
                                        + "id = :id and (:name = '' or lower(:name) in (lower(replace(name, ';', ',')), lower(replace(local_name, ';', ','))))")
                        .param("id", Long.valueOf(numbered.group(2)))
                        .param(
                                "name",
                                Objects.requireNonNullElse(numbered.group(1), "")
                                        .strip())
                        .query(Long.class)
                        .list()
                : jdbc.sql(
                                sql
                                        + "slug = :name or lower(name) = lower(:name) or lower(local_name) = lower(:name) or lower(acronym) = lower(:name) order by slug = :name desc limit 2")
                        .param("name", text.strip())
                        .query(Long.class)
                        .list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether a record of a kind, withdrawn or not, has this last part of its address. */
    public boolean isAddress(RecordKind kind, String slug) {
        return jdbc.sql("select exists (select from subject where kind = :kind and slug = :slug)")
                .param("kind", kind.code())
                .param("slug", slug)
                .query(Boolean.class)
                .single();
    }

    /** Records whose name has what was typed so far in it, as texts. */
    public List<String> suggest(String target, String typed) {
        return jdbc.sql("""
                        select id, name from (%s) known where name ilike '%%' || :typed || '%%' or local_name ilike '%%' || :typed || '%%'
                            or acronym ilike :typed || '%%'
                        order by (name ilike :typed || '%%' or acronym ilike :typed || '%%') desc, length(name), name, id limit :most
                        """.formatted(named(target)))
                .param("typed", typed.strip().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("most", SUGGESTED)
                .query((row, n) -> text(row.getString("name"), row.getLong("id")))
                .list();
    }

    /** All there are to choose from, as texts. */
    public List<String> all(String target) {
        return jdbc.sql(NameOrder.in("select id, name from (%s) known order by {name.}, id")
                        .formatted(named(target)))
                .query((row, n) -> text(row.getString("name"), row.getLong("id")))
                .list();
    }

    /** Semicolons stand between texts where a field takes several. */
    private static String text(String name, long id) {
        return name.replace(';', ',') + " #" + id;
    }

    /**
     * Everything of a table that stands, by number, names and, where it has one, the last part of its address; refused where none is called so.
     * A council goes by its short name too, and a meeting by that of its council with its number.
     */
    private static String named(String target) {
        if (target.equals("focus_area")) {
            return "select id, coalesce(name, local_name) as name, local_name, slug, null as acronym from focus_area";
        }
        RecordKind kind = RecordKind.find(target).orElseThrow(() -> new NotFoundException("kind", target));
        String acronym =
                switch (kind) {
                    case COUNCIL -> "(select acronym from council where council.id = subject.id)";
                    case MEETING -> """
                            (select acronym || ' ' || meeting.ordinal from meeting join council on council.id = council_id
                            where meeting.id = subject.id)""";
                    default -> "null";
                };
        return "select id, called as name, also_called as local_name, slug, %s as acronym from subject where stands and kind = '%s'"
                .formatted(acronym, kind.code());
    }
}
