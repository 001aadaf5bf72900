package org.pacta.desk.moving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportQueries.Numbered;
import org.pacta.desk.importing.ImportView;
import org.pacta.desk.moving.ListRows.ReadRow;
import org.pacta.desk.moving.SettledValues.Settled;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.registry.record.RecordForms;
import org.pacta.registry.record.Undoing;
import org.pacta.rules.language.Slug;
import org.pacta.rules.table.ColumnTarget;
import org.pacta.rules.table.InstrumentWords;
import org.pacta.rules.term.Length;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.validation.Errors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records the rows of one batch: what is new among their values first, then the agreements, each citing the list with its row. */
final class MovedRecords {

    private static final JsonMapper json = JsonMapper.shared();

    private final ImportView list;
    private final long source;
    private final ListRows reader;
    private final SettledValues settled;
    private final RecordForms records;
    private final OrganisationService organisations;
    private final JdbcClient jdbc;
    private final Map<Long, Long> recorded = new HashMap<>();
    private final Set<Long> named = new HashSet<>();

    MovedRecords(
            ImportView list,
            long source,
            SettledValues settled,
            RecordForms records,
            OrganisationService organisations,
            JdbcClient jdbc) {
        this.list = list;
        this.source = source;
        this.reader = new ListRows(list.headings(), list.mapped());
        this.settled = settled;
        this.records = records;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    /** Records the agreement of a row and answers its number. */
    long record(Numbered row) {
        return records.record(checked(RecordKind.AGREEMENT, form(row)));
    }

    /**
     * Corrects what came of a row of an earlier import by what the row says now: what the list has changed is changed, what others have changed stays.
     *
     * @param before the row as it was, as the form that came of it
     * @return whether it was done; not where others have changed the same
     */
    boolean revise(Numbered row, long agreement, JsonNode before) {
        Standing<?> standing = records.standing(RecordKind.AGREEMENT, agreement);
        ObjectNode now = (ObjectNode) written(standing.form());
        ObjectNode then = ((ObjectNode) before).set("citations", now.get("citations"));
        ObjectNode says = (ObjectNode) written(checked(RecordKind.AGREEMENT, form(row)));
        ArrayNode citations = (ArrayNode) now.get("citations").deepCopy();
        says.get("citations").forEach(citations::add);
        says.set("citations", citations);
        Optional<JsonNode> changed = Undoing.of(records.fields(RecordKind.AGREEMENT), says, then, now);
        changed.ifPresent(form -> records.revise(
                agreement, standing.version(), json.treeToValue(form, records.type(RecordKind.AGREEMENT))));
        return changed.isPresent();
    }

    /** The form of a row, written and read again so that it compares. */
    JsonNode said(Numbered row) {
        return written(checked(RecordKind.AGREEMENT, form(row)));
    }

    private static JsonNode written(Form form) {
        return RecordForms.read(json.writeValueAsString(form));
    }

    private ObjectNode form(Numbered row) {
        ReadRow read = reader.read(row.cells());
        ObjectNode form = json.createObjectNode();
        Name title = read.title();
        form.put("title", title.text());
        form.put("localTitle", title.local());
        put(form, "kindAsPrinted", read.text(ColumnTarget.KIND));
        form.put("kind", choice(ColumnTarget.KIND, read).orElseGet(() -> kind(title)));
        form.put("status", choice(ColumnTarget.STATUS, read).orElse("signed"));
        put(form, "summary", read.text(ColumnTarget.SUMMARY));
        put(form, "localSummary", read.text(ColumnTarget.LOCAL_SUMMARY));
        form.put("signedOn", read.date(ColumnTarget.SIGNED_ON));
        term(form, read);
        put(form, "placeOfSigning", read.text(ColumnTarget.PLACE_OF_SIGNING));
        put(form, "approval", read.text(ColumnTarget.APPROVAL));
        put(form, "authenticLanguages", read.text(ColumnTarget.AUTHENTIC_LANGUAGES));
        Optional<Long> council =
                one(ColumnTarget.COUNCIL, read.text(ColumnTarget.COUNCIL), read).map(Settled::record);
        form.put("council", council.orElse(null));
        form.put("counting", council.isPresent() ? "in_count" : "not_stated");
        put(form, "note", String.join("\n", notes(read)));
        parties(form, read);
        cite(form, "row " + row.number());
        return form;
    }

    /** How long it runs; a day or a length says more than that it runs until ended. */
    private static void term(ObjectNode form, ReadRow read) {
        Optional<Length> length = Length.read(read.text(ColumnTarget.RUNS_FOR));
        String until = read.date(ColumnTarget.VALID_UNTIL);
        form.put("inForceFrom", read.date(ColumnTarget.IN_FORCE_FROM));
        form.put("validUntil", until);
        form.put("runsFor", length.map(Length::toString).orElse(null));
        form.put(
                "untilEnded",
                until == null
                        && length.isEmpty()
                        && Stream.of(ColumnTarget.VALID_UNTIL, ColumnTarget.RUNS_FOR)
                                .anyMatch(target -> InstrumentWords.isUntilEnded(read.text(target))));
    }

    private static void put(ObjectNode form, String field, String text) {
        if (!text.isEmpty()) {
            form.put(field, text);
        }
    }

    /** As its title calls it, where no column does. */
    private static String kind(Name title) {
        return Optional.ofNullable(title.text())
                .flatMap(InstrumentWords::kind)
                .or(() -> Optional.ofNullable(title.local()).flatMap(InstrumentWords::kind))
                .orElse("other");
    }

    private Optional<Settled> one(ColumnTarget target, String printed, ReadRow read) {
        return printed.isEmpty() ? Optional.empty() : settled.find(target, printed, read);
    }

    private Optional<String> choice(ColumnTarget target, ReadRow read) {
        return one(target, read.text(target), read).map(Settled::choice);
    }

    private List<String> notes(ReadRow read) {
        List<String> notes = new ArrayList<>();
        read.unread().forEach((target, printed) -> note(notes, target, printed));
        String length = read.text(ColumnTarget.RUNS_FOR);
        if (!length.isEmpty() && Length.read(length).isEmpty() && !InstrumentWords.isUntilEnded(length)) {
            note(notes, ColumnTarget.RUNS_FOR, length);
        }
        notes.addAll(read.notes());
        return notes;
    }

    private void note(List<String> notes, ColumnTarget target, String printed) {
        Integer column = reader.column(target);
        notes.add(column == null ? printed : list.headings().get(column) + ": " + printed);
    }

    private void parties(ObjectNode form, ReadRow read) {
        ArrayNode signatories = form.putArray("signatories");
        Long place = one(ColumnTarget.PARTY_PLACE, read.text(ColumnTarget.PARTY_PLACE), read)
                .map(this::place)
                .orElse(null);
        Set<Long> there = new HashSet<>();
        boolean isAny = false;
        for (String party : read.parties()) {
            Settled value = settled.find(ColumnTarget.PARTY, party, read)
                    .orElseThrow(() -> new BrokenRuleException("import_value"));
            Long side = read.given().contains(party) ? null : place;
            Long organisation = organisation(value, side);
            isAny |= organisation == null;
            if (organisation != null && there.add(organisation)) {
                ObjectNode row = signatories.addObject();
                row.put("role", "signs");
                row.put("organisation", organisation);
                row.put("asPrinted", party);
                ArrayNode sides = row.putArray("sides");
                if (side != null) {
                    sides.add(side);
                }
            }
        }
        form.put("parties", there.isEmpty() ? "not_published" : isAny ? "some_published" : "all_published");
    }

    private @Nullable Long organisation(Settled value, @Nullable Long place) {
        return switch (String.valueOf(value.decision())) {
            case "match" -> {
                long id = Objects.requireNonNull(value.record());
                if (named.add(value.id())) {
                    organisations.addName(id, value.printed());
                }
                yield id;
            }
            case "new" -> known(value, () -> newOrganisation(value, place));
            default -> null;
        };
    }

    private long newOrganisation(Settled value, @Nullable Long place) {
        ObjectNode form = json.createObjectNode();
        boolean isLocal = "zh-Hans".equals(Name.language(value.printed()));
        form.put(isLocal ? "localName" : "name", value.printed());
        form.put("kind", value.choice());
        form.put("place", place);
        form.put("toComplete", value.choice() == null || place == null);
        cite(form, null);
        return record(RecordKind.ORGANISATION, form);
    }

    private @Nullable Long place(Settled value) {
        return switch (String.valueOf(value.decision())) {
            case "match" -> value.record();
            case "new" -> known(value, () -> newPlace(value));
            default -> null;
        };
    }

    private long newPlace(Settled value) {
        ObjectNode form = json.createObjectNode();
        boolean isLocal = "zh-Hans".equals(Name.language(value.printed()));
        form.put("slug", slug(value));
        form.put("name", value.printed());
        form.put("localName", isLocal ? value.printed() : null);
        form.put("kind", value.choice());
        cite(form, null);
        return record(RecordKind.PLACE, form);
    }

    private String slug(Settled value) {
        String plain = Slug.of(value.printed());
        boolean isTaken = jdbc.sql("select exists (select from place where slug = :slug)")
                .param("slug", plain)
                .query(Boolean.class)
                .single();
        return plain.isEmpty() ? "place-" + value.id() : isTaken ? plain + "-" + value.id() : plain;
    }

    /** What came of a new value before, or comes of it now. */
    private long known(Settled value, Supplier<Long> made) {
        if (value.record() != null) {
            return value.record();
        }
        Long before = recorded.get(value.id());
        if (before != null) {
            return before;
        }
        long id = made.get();
        recorded.put(value.id(), id);
        jdbc.sql("update import_value set record_id = :record where id = :id")
                .param("record", id)
                .param("id", value.id())
                .update();
        return id;
    }

    private void cite(ObjectNode form, @Nullable String locator) {
        form.putArray("citations").addObject().put("source", source).put("locator", locator);
    }

    private long record(RecordKind kind, ObjectNode written) {
        return records.record(checked(kind, written));
    }

    private Form checked(RecordKind kind, ObjectNode written) {
        Form form = json.treeToValue(written, records.type(kind));
        Errors errors = records.check(form);
        if (errors.hasErrors()) {
            throw new BrokenRuleException(
                    String.valueOf(errors.getAllErrors().get(0).getCode()).replaceFirst("^rule\\.", ""));
        }
        return form;
    }
}
