package org.pacta.desk.publication;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.matching.NamesToSettle.NameRow;
import org.pacta.platform.form.FormField;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.Organisation.Kind;
import org.pacta.reference.organisation.OrganisationForm;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.record.References;
import org.pacta.rules.language.NameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the names and short words of one draft stand for while it becomes forms. */
final class Known {

    /** Stands for what will be recorded first; no form with it is ever saved. */
    static final long TO_COME = 0;

    private final References references;
    private final Map<String, Optional<Long>> found = new HashMap<>();
    private final Map<Long, Set<Long>> sides = new HashMap<>();
    private final Map<String, Long> organisations = new HashMap<>();
    private final Map<String, Long> people = new HashMap<>();
    private final Map<Long, String> quotes = new HashMap<>();
    private final Map<Long, String> passages = new HashMap<>();
    private final Set<Long> sources = new LinkedHashSet<>();
    private final Map<Long, Long> ofTexts = new HashMap<>();

    private Known(References references) {
        this.references = references;
    }

    /** What the sides of a council and everything on record tell. */
    static Known of(long council, JdbcClient jdbc, References references) {
        Known known = new Known(references);
        jdbc.sql("""
                        select within.place_id, ancestor_id from place_within within
                        where ancestor_id in (select place_id from council_side where council_id = :council)
                        """)
                .param("council", council)
                .query((row, n) -> known.sides
                        .computeIfAbsent(row.getLong("place_id"), place -> new LinkedHashSet<>())
                        .add(row.getLong("ancestor_id")))
                .list();
        return known;
    }

    /** What a field refers to by a text. */
    Optional<Long> find(FormField field, String text) {
        return find(String.valueOf(field.target()), text);
    }

    Optional<Long> place(String text) {
        return find("place", text);
    }

    private Optional<Long> find(String target, String text) {
        return found.computeIfAbsent(target + " " + text, key -> references.read(target, text));
    }

    /** The sides of the council that a place lies in; none for a place elsewhere. */
    List<Long> sides(@Nullable Long place) {
        return place == null ? List.of() : List.copyOf(sides.getOrDefault(place, Set.of()));
    }

    void organisation(String printed, long id) {
        organisations.put(NameKey.of(printed), id);
    }

    Optional<Long> organisation(String printed) {
        return Optional.ofNullable(organisations.get(NameKey.of(printed)));
    }

    /** A new organisation as far as it is known; one of which kind or place are not is marked to be completed. */
    OrganisationForm recorded(NameRow name, Optional<Long> typedPlace) {
        boolean isLocal = "zh-Hans".equals(Name.language(name.printed()));
        Optional<Kind> kind =
                Optional.ofNullable(name.meant().kind()).map(code -> Kind.valueOf(code.toUpperCase(Locale.ROOT)));
        Optional<Long> place =
                Optional.ofNullable(name.meant().place()).flatMap(this::place).or(() -> typedPlace);
        return new OrganisationForm(
                isLocal ? null : name.printed(),
                isLocal ? name.printed() : null,
                null,
                kind.orElse(Kind.OTHER),
                place.orElse(null),
                null,
                kind.isEmpty() || place.isEmpty(),
                null,
                List.of(),
                List.of(),
                citations());
    }

    /** The first source of the draft, cited for the whole of a record. */
    List<CitationForm> citations() {
        return sources.stream()
                .limit(1)
                .map(source -> new CitationForm(source, null, null, null, null, null, null, null))
                .toList();
    }

    void person(String name, long id) {
        people.put(NameKey.of(name), id);
    }

    Optional<Long> person(String name) {
        return Optional.ofNullable(people.get(NameKey.of(name)));
    }

    /**
     * Tells of a source of the draft.
     *
     * @param text it is; null where no text of it is at hand
     */
    void source(long id, @Nullable Long text) {
        sources.add(id);
        if (text != null) {
            ofTexts.putIfAbsent(text, id);
        }
    }

    /** The source that a line is cited from: the text it was found in, else the first. */
    List<Long> sources(@Nullable Long text) {
        return sources.stream()
                .filter(source -> text == null || !ofTexts.containsKey(text) || source.equals(ofTexts.get(text)))
                .limit(1)
                .toList();
    }

    /** The sources of the draft, the first one first. */
    List<Long> sources() {
        return List.copyOf(sources);
    }

    /** Tells of the stretch of text that a line was found in, whose first words are quoted. */
    void quote(long line, String words, String place) {
        quotes.put(line, firstWords(words));
        passages.put(line, place);
    }

    /** At most twelve words and 160 characters, as a quotation may have. */
    private static @Nullable String firstWords(String text) {
        String[] words = text.strip().split("\\s+");
        String first = String.join(" ", List.of(words).subList(0, Math.min(12, words.length)));
        return first.isEmpty() ? null : first.substring(0, Math.min(160, first.length()));
    }

    /** Where in its text a line was found. */
    @Nullable
    String place(long line) {
        return passages.get(line);
    }

    @Nullable
    String quote(long line) {
        return quotes.get(line);
    }
}
