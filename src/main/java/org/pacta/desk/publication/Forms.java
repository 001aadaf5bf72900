package org.pacta.desk.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.PartyText;
import org.pacta.desk.draft.Section.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the lines of one draft into the forms of their features, as JSON. */
final class Forms {

    private static final JsonMapper json = JsonMapper.shared();

    private final Known known;
    private final JdbcClient jdbc;

    Forms(Known known, JdbcClient jdbc) {
        this.known = known;
        this.jdbc = jdbc;
    }

    /** The form of a line: of the record it corrects, or a new one, with what was typed taken over. */
    ObjectNode of(Line line, @Nullable Object standing) {
        ObjectNode form = standing == null ? json.createObjectNode() : (ObjectNode) json.valueToTree(standing);
        Map<String, String> usual = standing == null ? line.section().usual() : Map.of();
        usual.forEach((name, value) -> {
            if (line.get(name).isEmpty()) {
                form.put(name, value);
            }
        });
        Stream.concat(line.section().line().stream(), line.section().folded().stream())
                .forEach(field -> put(form, field, line.get(field.name()), standing != null));
        return form;
    }

    private void put(ObjectNode form, Field field, String typed, boolean isCorrection) {
        if (typed.isEmpty()) {
            if (isCorrection && isClearable(field)) {
                form.putNull(field.name());
            }
            return;
        }
        switch (field.input()) {
            case NUMBER -> form.put(field.name(), Integer.parseInt(typed));
            case FLAG -> form.put(field.name(), Boolean.parseBoolean(typed));
            case PLACE -> known.place(typed).ifPresent(place -> form.put(field.name(), place));
            case AREAS -> areas(form.putArray(field.name()), typed);
            case ORGANISATIONS, PERSON -> {
                // Put in by the section, which knows the form of its parties.
            }
            default -> {
                if (field.name().equals("quantity") || field.name().equals("relationFactor")) {
                    form.put(field.name(), new BigDecimal(typed));
                } else {
                    form.put(field.name(), typed);
                }
            }
        }
    }

    /** Choices, names of parties and flags are not cleared by an empty field. */
    private static boolean isClearable(Field field) {
        return switch (field.input()) {
            case TEXT, WORDS, NUMBER, DATE, PLACE -> true;
            default -> false;
        };
    }

    private void areas(ArrayNode areas, String typed) {
        Stream.of(typed.split("\\s+"))
                .flatMap(slug -> known.area(slug).stream())
                .sorted()
                .forEach(areas::add);
    }

    /** Names the parties of an agreement or a project; a row of the record they correct stays as it is where its name stays. */
    void parties(ObjectNode form, String field, String typed, Map<String, String> more) {
        List<PartyText.Party> parties = PartyText.read(typed);
        ArrayNode before = form.get(field) instanceof ArrayNode rows ? rows : json.createArrayNode();
        ArrayNode after = json.createArrayNode();
        for (PartyText.Party party : parties) {
            long organisation = known.organisation(party.name()).orElse(Known.TO_COME);
            ObjectNode row = find(before, party.name(), organisation).orElseGet(() -> {
                ObjectNode added = json.createObjectNode();
                added.put("organisation", organisation);
                added.put("asPrinted", party.name());
                more.forEach(added::put);
                ArrayNode sides = added.putArray("sides");
                known.sides(place(party, organisation)).forEach(sides::add);
                return added;
            });
            after.add(row);
        }
        form.set(field, after);
        if (before.isEmpty()
                || form.get("parties") == null
                || form.get("parties").isNull()) {
            form.put("parties", parties.isEmpty() ? "not_published" : "all_published");
        }
    }

    private static Optional<ObjectNode> find(ArrayNode rows, String name, long organisation) {
        return rows.valueStream()
                .map(ObjectNode.class::cast)
                .filter(row -> row.path("asPrinted").asString("").equals(name)
                        || organisation != Known.TO_COME
                                && row.path("organisation").asLong(-1) == organisation)
                .findFirst();
    }

    private @Nullable Long place(PartyText.Party party, long organisation) {
        return party.place() != null
                ? known.place(party.place()).orElse(null)
                : jdbc.sql("select place_id from organisation where id = :id and place_id is not null")
                        .param("id", organisation)
                        .query(Long.class)
                        .optional()
                        .orElse(null);
    }

    /** Cites the sources of the draft that the form does not cite yet; a line found in a text with its first words and place. */
    void cite(ObjectNode form, Line line, List<Long> sources) {
        ArrayNode citations = form.get("citations") instanceof ArrayNode rows ? rows : form.putArray("citations");
        for (Long source : sources) {
            boolean isCited =
                    citations.valueStream().anyMatch(row -> row.path("source").asLong(-1) == source);
            if (!isCited) {
                citations
                        .addObject()
                        .put("source", source)
                        .put("quote", known.quote(line.id()))
                        .put("locator", known.place(line.id()));
            }
        }
    }
}
