package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.security.SignedIn;
import org.pacta.registry.record.RecordForms;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

/**
 * Text that is not for everybody is marked, and everything that everybody may ask for is looked through: each address of the mappings with
 * each of its choices, and each that those lead to.
 */
@PageTest
class CanaryTests {

    private static final String MARK = "zqcanary";
    private static final Pattern LINK = Pattern.compile("(?:href=\"|<loc>)(?:http://localhost)?(/[^\"#<]*)");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^{}]*})*))?}");

    /** What stands goes on naming places, people, organisations and councils; the rest that is known of them is not told. */
    private static final String NAME = MARK + "(place|organisation|person|council)(name|local_name|acronym)";

    /** Addresses that differ by a number or a name in them and by nothing else. */
    private static final int OF_A_SORT = 4;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordForms records;

    @Test
    void tellsNobodyWhatWasWithdrawnOrWhatStaffSay() {
        Map<RecordKind, Long> withdrawn = withdrawOneOfEach();
        prepareSomething();

        Map<String, Set<String>> told = walk(withdrawn);

        assertThat(told).isEmpty();
    }

    /** Withdraws a record of each kind, and marks each of its texts and of its rows. */
    private Map<RecordKind, Long> withdrawOneOfEach() {
        jdbc.sql(
                        "insert into target (id, council_id, measure_as_printed, comparator, value, due) values (-1, 1, 'projects', 'exactly', 50, '2030')")
                .update();
        jdbc.sql("""
                        insert into document (id, sha256, size, media_type, name, kind, source_id)
                        select -1, repeat('0', 64), 1, 'application/pdf', :mark || 'document.pdf', 'annex', max(id) from source
                        """).param("mark", MARK).update();
        Map<RecordKind, Long> withdrawn = new LinkedHashMap<>();
        for (RecordKind kind : RecordKind.values()) {
            long id = jdbc.sql("select id from %s order by %s limit 1"
                            .formatted(kind.code(), kind == RecordKind.COUNCIL ? "id desc" : "id"))
                    .query(Long.class)
                    .single();
            mark(kind.code(), "id", id);
            records.tables(kind).forEach(rows -> mark(rows, kind.code() + "_id", id));
            jdbc.sql("update %s set withdrawn_on = now(), withdrawal_reason = 'Entered twice' where id = :id"
                            .formatted(kind.code()))
                    .param("id", id)
                    .update();
            withdrawn.put(kind, id);
        }
        return withdrawn;
    }

    private void mark(String table, String column, long id) {
        List<String> texts =
                jdbc.sql("""
                        select attname from pg_attribute where attrelid = :table::regclass and attnum > 0 and atttypid = 'text'::regtype
                            and attgenerated = '' and attname <> 'withdrawal_reason' and not exists (select from pg_constraint
                                where conrelid = attrelid and contype in ('c', 'u') and attnum = any (conkey)
                                    and pg_get_constraintdef(oid) !~ '^CHECK .{0,2}num_nonnulls\\([^)]*\\) > 0')
                        """).param("table", table).query(String.class).list();
        if (!texts.isEmpty()) {
            String marks = texts.stream()
                    .map(text -> "%1$s = '%2$s%3$s%1$s'".formatted(text, MARK, table))
                    .collect(Collectors.joining(", "));
            jdbc.sql("update %s set %s where %s = :id".formatted(table, marks, column))
                    .param("id", id)
                    .update();
        }
    }

    /** What staff write down before anything is published, under names of their own. */
    private void prepareSomething() {
        SignedIn editor = Staff.editor(jdbc, MARK + " editor");
        jdbc.sql("""
                update account set email = :mark || '@example.org' where id = :by;
                insert into draft (id, council_id, author_id, state, made_at, changed_at) values (-1, 1, :by, 'open', now(), now());
                insert into draft_text (id, draft_id, name, words, added_at, added_by_id) values (-1, -1, :mark || 'text', :mark || 'words', now(), :by);
                insert into draft_line (id, draft_id, entry, section, position, state, typed, doubt)
                    values (-1, -1, :mark || 'entry', 'agreement', 1, 'entered', jsonb_build_object('title', :mark || 'typed'), :mark || 'doubt');
                insert into draft_name (id, draft_id, name_key, printed) values (-1, -1, :mark || 'key', :mark || 'printed');
                insert into draft_remark (id, draft_id, line_id, words, said_at, said_by_id) values (-1, -1, -1, :mark || 'remark', now(), :by);
                insert into correction (id, entry, kind, record_id, base_version, base_revision, typed, reason, author_id, state, made_at, changed_at)
                    select -1, :mark || 'correction', 'agreement', max(agreement.id), 0, max(revision.id),
                        jsonb_build_object('title', :mark || 'corrected'), :mark || 'reason', :by, 'open', now(), now() from agreement, revision;
                insert into import_file (sha256, size, kept_at) values (repeat('0', 64), 1, now());
                insert into import (id, name, sha256, author_id, made_at, changed_at, state, trouble, comment)
                    values (-1, :mark || 'import', repeat('0', 64), :by, now(), now(), 'open', :mark || 'trouble', :mark || 'comment');
                insert into import_row (import_id, number, cells, title) values (-1, 1, jsonb_build_array(:mark || 'cell'), :mark || 'row');
                insert into import_mapping (name, headings, mapping, author_id, saved_at) values (:mark || 'mapping', :mark || 'headings', '{}', :by, now());
                """).param("mark", MARK).param("by", editor.id()).update();
    }

    /** Addresses that tell what is marked, and the marks. */
    private Map<String, Set<String>> walk(Map<RecordKind, Long> withdrawn) {
        Deque<String> open = new ArrayDeque<>(seeds(withdrawn));
        Set<String> seen = new TreeSet<>(open);
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Set<String>> told = new TreeMap<>();
        while (!open.isEmpty()) {
            String address = open.remove();
            MockHttpServletResponse answer = mvc.get().uri(address).exchange().getResponse();
            byte[] body = answer.getContentAsByteArray();
            String text = text(body);
            Set<String> marks = Pattern.compile(MARK + "\\w*")
                    .matcher(text)
                    .results()
                    .map(found -> found.group())
                    .collect(Collectors.toCollection(TreeSet::new));
            marks.removeIf(mark -> mark.matches(NAME) || address.endsWith("?q=" + mark));
            if (!marks.isEmpty()) {
                told.put(address, marks);
            }
            LINK.matcher(text)
                    .results()
                    .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                    .filter(each -> !each.matches("/(assets|language|desk|account|sign-in).*|.*[?].*"))
                    .filter(each -> !seen.contains(each) && counts.merge(sort(each), 1, Integer::sum) <= OF_A_SORT)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        assertThat(counts).hasSizeGreaterThan(60);
        return told;
    }

    private Set<String> seeds(Map<RecordKind, Long> withdrawn) {
        Map<String, List<String>> keys = new HashMap<>();
        withdrawn.forEach((kind, id) -> keys.put(
                kind.plural(),
                jdbc.sql("""
                                select unnest(array[id::text, slug]) as key from subject
                                where kind = :kind and id = :id and slug not like '/%' union select :id::text
                                """)
                        .param("kind", kind.code())
                        .param("id", id)
                        .query(String.class)
                        .list()));
        Set<String> seeds = new TreeSet<>();
        mappings().flatMap(pattern -> addresses(pattern, keys)).forEach(seeds::add);
        mappings()
                .filter(pattern -> pattern.matches("/[^/]*(list:[^/]*|search.*)"))
                .flatMap(pattern -> addresses(pattern, keys))
                .forEach(address -> seeds.add(address + "?q=" + MARK));
        seeds.addAll(naming(withdrawn));
        return seeds;
    }

    /** Pages of what names what was withdrawn. */
    private List<String> naming(Map<RecordKind, Long> withdrawn) {
        return jdbc.sql("""
                        select distinct split_part(page, '#', 1) from subject join citation on citation.kind = subject.kind and record_id = subject.id
                        where source_id = :source and stands
                        union select '/agreements/' || agreement_id from signatory where organisation_id = :organisation or person_id = :person
                        union select '/meetings/' || meeting_id from meeting_role where person_id = :person
                        """)
                .param("source", withdrawn.get(RecordKind.SOURCE))
                .param("organisation", withdrawn.get(RecordKind.ORGANISATION))
                .param("person", withdrawn.get(RecordKind.PERSON))
                .query(String.class)
                .list();
    }

    /** An address without what tells it from others of its sort. */
    private static String sort(String address) {
        return address.replaceFirst("^/(councils|places)/[^/.]+", "/$1/_").replaceAll("\\d+", "0");
    }

    private static Stream<String> addresses(String pattern, Map<String, List<String>> keys) {
        var variable = VARIABLE.matcher(pattern);
        if (!variable.find()) {
            return Stream.of(pattern.replace("/**", ""));
        }
        String name = variable.group(1);
        String rule = variable.group(2);
        Stream<String> choices;
        if (Set.of("noun", "kind").contains(name)) {
            choices = Stream.of(RecordKind.values()).map(RecordKind::plural);
        } else if (Set.of("ordinal", "part", "revision", "before", "after").contains(name)) {
            choices = Stream.of("1");
        } else if (rule != null && rule.matches("[\\w|]+")) {
            choices = Stream.of(rule.split("\\|"));
        } else {
            choices = keys.getOrDefault(pattern.split("/")[1], List.of("1")).stream();
        }
        return choices.flatMap(choice ->
                addresses(pattern.substring(0, variable.start()) + choice + pattern.substring(variable.end()), keys));
    }

    /** What everybody may ask for. */
    private static Stream<String> mappings() {
        try {
            return new ClassPathResource("security/mappings.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("anyone   GET "))
                    .map(line -> line.split("\\s+")[2])
                    .filter(path -> !path.startsWith("/actuator") && !path.startsWith("/language"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The text of a body, in a zip file that of all its files. */
    private static String text(byte[] body) {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = ZipFile.builder().setByteArray(body).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                text.append(text(zip.getInputStream(entry).readAllBytes())).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
