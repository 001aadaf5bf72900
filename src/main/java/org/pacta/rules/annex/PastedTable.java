package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Instruments.Mention;
import org.pacta.rules.annex.Items.Item;
import org.pacta.rules.annex.Row.Kind;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;

/** Knows what the columns of a pasted table hold, from its header or from the cells themselves. */
final class PastedTable {

    private static final int LONGEST_NAMES = 160;

    private final List<Column> columns;

    private PastedTable(List<Column> columns) {
        this.columns = columns;
    }

    private enum Role {
        NUMBER,
        TITLE,
        PARTY,
        SUBJECT,
        PERSON,
        UNKNOWN
    }

    /**
     * What a column holds.
     *
     * @param place what the place is called whose side it lists, as the header says
     */
    private record Column(Role role, @Nullable String place) {}

    /**
     * The cells of a line: parted by tabs or by bars; one where it is no row of a table.
     *
     * @param isBelowHeader whether one cell that is filled, other than the first, makes a row
     */
    static List<Piece> cells(Piece line, boolean isBelowHeader) {
        String text = line.text();
        char bar = text.indexOf('\t') >= 0 ? '\t' : '|';
        List<Piece> cells = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == bar) {
                cells.add(line.between(line.start() + from, line.start() + i).trimmed());
                from = i + 1;
            }
        }
        boolean isRow = isBelowHeader && cells.get(0).isEmpty();
        boolean isMark = cells.size() == 2 && cells.get(0).length() <= 4;
        boolean isHeading = cells.stream().filter(cell -> !cell.isEmpty()).count() < 2;
        return !isRow && (isMark || isHeading) ? List.of(line) : cells;
    }

    static PastedTable withoutHeader() {
        return new PastedTable(List.of());
    }

    /** The table whose header these cells are, or null where they are not. */
    static @Nullable PastedTable withHeader(List<Piece> cells) {
        List<Column> columns = cells.stream().map(PastedTable::column).toList();
        long known =
                columns.stream().filter(column -> column.role != Role.UNKNOWN).count();
        return known * 2 > columns.size() ? new PastedTable(columns) : null;
    }

    boolean hasHeader() {
        return !columns.isEmpty();
    }

    boolean fits(List<Piece> cells) {
        return columns.isEmpty() || cells.size() <= columns.size();
    }

    private static Column column(Piece cell) {
        String text = cell.line().toLowerCase(Locale.ROOT);
        if (text.length() > 2 && text.charAt(text.length() - 2) == ' ') {
            text = text.substring(0, text.length() - 2);
        }
        if (Vocabulary.COLUMN_NUMBER.contains(text)) {
            return new Column(Role.NUMBER, null);
        }
        if (Vocabulary.COLUMN_TITLE.contains(text)) {
            return new Column(Role.TITLE, null);
        }
        if (Vocabulary.COLUMN_SUBJECT.contains(text)) {
            return new Column(Role.SUBJECT, null);
        }
        if (Vocabulary.COLUMN_PERSON.contains(text)) {
            return new Column(Role.PERSON, null);
        }
        if (Vocabulary.COLUMN_PARTY.contains(text)) {
            return new Column(Role.PARTY, Vocabulary.COLUMN_SIDE.rest(text).orElse(null));
        }
        int blank = text.lastIndexOf(' ');
        if (blank > 0 && Vocabulary.SIDE_WORD.contains(text.substring(blank + 1)) && text.length() < 40) {
            return new Column(Role.PARTY, text.substring(0, blank));
        }
        return new Column(Role.UNKNOWN, null);
    }

    /** Reads one row of the table. */
    Optional<Reading> read(Item item, SpacedShapes spaced, HanShapes han) {
        List<Piece> cells = item.cells();
        Mention mention = null;
        Piece title = null;
        Piece subject = null;
        List<Piece> parties = new ArrayList<>();
        List<@Nullable String> places = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Piece cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            Column column = columns.isEmpty() ? guessed(item.with(cell), spaced, han) : columns.get(i);
            Mention found = column.role == Role.PARTY || column.role == Role.SUBJECT && columns.isEmpty()
                    ? null
                    : Instruments.first(cell).orElse(null);
            boolean isReadable = columns.isEmpty() && found != null
                    || column.role == Role.TITLE
                    || column.role == Role.UNKNOWN && found != null;
            if (isReadable && parties.isEmpty()) {
                Reading whole = whole(item.with(cell), spaced, han);
                if (whole != null && whole.names().size() > 1) {
                    return Optional.of(rest(whole, item, cells, i));
                }
            }
            if (found != null && mention == null) {
                mention = found;
                title = Instruments.titleOf(cell, found);
            } else if (column.role == Role.PARTY) {
                parties.add(cell);
                places.add(column.place);
            } else if (subject == null && (column.role == Role.SUBJECT || column.role == Role.TITLE)) {
                subject = cell;
            }
        }
        Kind kind = mention != null ? mention.kind() : item.context() != null ? item.context() : Kind.PROJECT;
        Reading reading = new Reading(item.piece(), kind);
        for (int i = 0; i < parties.size(); i++) {
            reading.takeOver(side(names(item.with(parties.get(i)), spaced, han), places.get(i), han));
        }
        boolean isBareProject = item.context() == Kind.PROJECT && hasHeader() && subject != null;
        if (reading.names().isEmpty() && mention == null && !isBareProject) {
            return Optional.empty();
        }
        if (columns.isEmpty() && !reading.allStrong()) {
            reading.doubt(Why.NAME_MAY_END_ELSEWHERE);
        }
        return Optional.of(reading.about(subject).about(title == null || title.isEmpty() ? subject : title));
    }

    /** "Ruritanian party" puts its names on the side of a place only when the place is on record, by its name or its adjective. */
    private static Reading side(Reading names, @Nullable String place, HanShapes han) {
        if (place == null || place.equals("other") || place.equals("signing")) {
            return names;
        }
        Optional<String> side = han.side(place);
        return side.isPresent() ? names.onSide(side.get()) : names.doubt(Why.SIDE_NOT_KNOWN, place);
    }

    private Reading rest(Reading whole, Item item, List<Piece> cells, int at) {
        Reading reading = whole.standingFor(item.piece());
        for (int i = at + 1; i < cells.size() && !reading.hasSubject(); i++) {
            Role role = columns.isEmpty() ? Role.SUBJECT : columns.get(i).role;
            if (role == Role.SUBJECT) {
                reading.about(cells.get(i));
            }
        }
        return reading;
    }

    /** Without a header: names are participants, the rest is what it is about. */
    private static Column guessed(Item cell, SpacedShapes spaced, HanShapes han) {
        Piece piece = cell.piece();
        if (piece.text().chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
            return new Column(Role.NUMBER, null);
        }
        if (!piece.text().startsWith("The ") && Instruments.first(piece).isPresent()) {
            return new Column(Role.UNKNOWN, null);
        }
        boolean isName = piece.length() < LONGEST_NAMES && !saysWhat(piece);
        return new Column(isName && areNames(names(cell, spaced, han)) ? Role.PARTY : Role.SUBJECT, null);
    }

    private static boolean areNames(Reading names) {
        return !names.names().isEmpty() && names.names().stream().allMatch(each -> each.strength() >= 1);
    }

    private static boolean saysWhat(Piece cell) {
        Words words = Words.of(cell);
        return Vocabulary.ON.length(words, 0) > 0 || words.isLower(words.size() - 1);
    }

    private static Reading names(Item cell, SpacedShapes spaced, HanShapes han) {
        return HanShapes.suits(cell.piece()) ? han.names(cell) : spaced.names(cell);
    }

    private static @Nullable Reading whole(Item cell, SpacedShapes spaced, HanShapes han) {
        return HanShapes.suits(cell.piece())
                ? han.read(cell).orElse(null)
                : spaced.read(cell).stream().findFirst().orElse(null);
    }
}
