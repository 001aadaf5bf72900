package org.pacta.desk.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.LineTexts;
import org.pacta.desk.draft.PartyText;
import org.pacta.desk.draft.Section.Control;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormField;
import org.pacta.registry.record.TypedText;
import org.pacta.registry.record.TypedText.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the lines of one draft into the forms of their features, as JSON. */
final class Forms {

    private static final JsonMapper json = JsonMapper.shared();

    private final Known known;
    private final LineTexts texts;
    private final JdbcClient jdbc;

    Forms(Known known, LineTexts texts, JdbcClient jdbc) {
        this.known = known;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    /** What is wrong with a line, by field, places and topics that are not on record included. */
    Map<String, Fault> faults(Line line) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        ObjectNode form = json.createObjectNode();
        line.section()
                .fields()
                .forEach(field ->
                        put(form, field, line.value(field.name())).ifPresent(fault -> faults.put(field.name(), fault)));
        return faults;
    }

    /**
     * The form of a line without faults: of the record it corrects, or a new one, with what was typed taken over. A field that reads as the
     * record does was not typed: the text of a line tells less than a record may hold.
     */
    ObjectNode of(Line line, @Nullable Form standing) {
        ObjectNode form = standing == null ? json.createObjectNode() : (ObjectNode) json.valueToTree(standing);
        Map<String, String> before = standing == null ? Map.of() : texts.of(line.section(), form);
        line.section()
                .fields()
                .filter(field ->
                        standing == null || !line.get(field.name()).equals(before.getOrDefault(field.name(), "")))
                .forEach(field -> put(form, field, line.value(field.name())));
        return form;
    }

    private Optional<Fault> put(ObjectNode form, FormField field, String typed) {
        return switch (Control.of(field)) {
            case ORGANISATIONS ->
                field.input() == FormField.Input.ROWS ? parties(form, field, typed) : organisation(form, field, typed);
            case PERSON -> {
                form.put(field.name(), known.person(typed).orElse(null));
                yield Optional.empty();
            }
            case AREAS -> TypedText.read(field, typed.replaceAll("\\s+", ";"), known::find, form);
            default -> TypedText.read(field, typed, known::find, form);
        };
    }

    private Optional<Fault> organisation(ObjectNode form, FormField field, String typed) {
        List<PartyText.Party> named = PartyText.read(typed);
        form.put(
                field.name(),
                named.isEmpty() ? null : known.organisation(named.get(0).name()).orElse(Known.TO_COME));
        return named.size() > 1 ? Optional.of(new Fault("desk.fault.one_organisation", typed)) : unknownPlace(named);
    }

    /**
     * Names the parties of an agreement or a project. A row of the record they correct stays as it is where its name stays, but for a place that
     * is typed behind it; one of a person alone, which a line does not tell, stays in its place.
     */
    private Optional<Fault> parties(ObjectNode form, FormField field, String typed) {
        List<PartyText.Party> parties = PartyText.read(typed);
        List<ObjectNode> before = form.path(field.name())
                .valueStream()
                .map(ObjectNode.class::cast)
                .collect(Collectors.toCollection(ArrayList::new));
        List<ObjectNode> after = new ArrayList<>();
        for (PartyText.Party party : parties) {
            long organisation = known.organisation(party.name()).orElse(Known.TO_COME);
            Optional<ObjectNode> kept = find(before, party.name(), organisation);
            kept.ifPresent(before::remove);
            kept.filter(row -> party.place() != null).ifPresent(row -> sides(row, party, organisation));
            after.add(kept.orElseGet(() -> row(field, party, organisation)));
        }
        boolean isNew = form.path(field.name()).isEmpty();
        List<JsonNode> all = form.path(field.name()).valueStream().toList();
        before.stream()
                .filter(row -> row.path("organisation").isNull())
                .forEach(row -> after.add(Math.min(all.indexOf(row), after.size()), row));
        form.putArray(field.name()).addAll(after);
        if (isNew
                || form.path("parties").isMissingNode()
                || form.path("parties").isNull()) {
            form.put("parties", after.isEmpty() ? "not_published" : "all_published");
        }
        return unknownPlace(parties);
    }

    private ObjectNode row(FormField field, PartyText.Party party, long organisation) {
        ObjectNode row = json.createObjectNode();
        row.put("organisation", organisation);
        row.put("asPrinted", party.name());
        field.fields().stream()
                .filter(each -> !each.usual().isEmpty())
                .forEach(each -> row.put(each.name(), each.usual()));
        sides(row, party, organisation);
        return row;
    }

    private void sides(ObjectNode row, PartyText.Party party, long organisation) {
        ArrayNode sides = row.putArray("sides");
        known.sides(place(party, organisation)).forEach(sides::add);
    }

    private static Optional<ObjectNode> find(List<ObjectNode> rows, String name, long organisation) {
        return rows.stream()
                .filter(row -> row.path("asPrinted").asString("").equals(name)
                        || organisation != Known.TO_COME
                                && row.path("organisation").asLong(-1) == organisation)
                .findFirst();
    }

    private Optional<Fault> unknownPlace(List<PartyText.Party> parties) {
        return parties.stream()
                .map(PartyText.Party::place)
                .flatMap(Stream::ofNullable)
                .filter(place -> known.place(place).isEmpty())
                .findFirst()
                .map(place -> new Fault("desk.fault.unknown", place));
    }

    private @Nullable Long place(PartyText.Party party, long organisation) {
        if (party.place() != null) {
            return known.place(party.place()).orElse(null);
        }
        return organisation == Known.TO_COME
                ? null
                : jdbc.sql("select place_id from organisation where id = :id and place_id is not null")
                        .param("id", organisation)
                        .query(Long.class)
                        .optional()
                        .orElse(null);
    }

    /** Cites the sources that the form does not cite yet; a line found in a text with its first words and place. */
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
