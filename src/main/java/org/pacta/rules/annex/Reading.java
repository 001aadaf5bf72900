package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Row.Kind;
import org.pacta.rules.annex.Row.Participant;
import org.pacta.rules.annex.Row.Reason;
import org.pacta.rules.annex.Row.State;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.language.NameList;
import org.pacta.rules.language.Piece;
import org.pacta.rules.naming.Names;
import org.pacta.rules.naming.Names.Name;

/** A row in the making: what was read, and every doubt about it. */
final class Reading {

    /** Below this lead over the next best way to split a list, somebody has to look. */
    private static final double SAFE_MARGIN = 2;

    /** When something was signed, behind what it is about: "on Tuesday", "last Friday evening", "on 12 June 2024". */
    private static final Pattern DAY = Pattern.compile(
            """
            [\\s,]+(?:
                (?:on|last|this|this\\ past|earlier\\ on)\\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\\s+(?:morning|afternoon|evening|night))?
                | (?:earlier\\s+)?(?:today|yesterday)
                | on\\s+\\d{1,2}(?:st|nd|rd|th)?\\s+MONTH(?:,?\\s+\\d{4})?
                | on\\s+MONTH\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?
            )[\\s.]*$""".replace("MONTH", "(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,7}\\.?"),
            Pattern.CASE_INSENSITIVE | Pattern.COMMENTS);

    private final Kind kind;
    private Piece piece;
    private final List<Name> names = new ArrayList<>();
    private final Map<Why, List<String>> doubts = new EnumMap<>(Why.class);
    private @Nullable Piece subject;

    Reading(Piece piece, Kind kind) {
        this.piece = piece;
        this.kind = kind;
    }

    /** Takes over the names of a list. */
    Reading add(NameList list, Names judge) {
        boolean allHavePlaces = list.names().size() > 1 && list.names().stream().allMatch(judge::endsInPlace);
        for (Piece each : list.names()) {
            judge.name(each, allHavePlaces).ifPresentOrElse(this::add, () -> doubt(Why.PERSON_NAMED, each.line()));
        }
        if (list.margin() < SAFE_MARGIN) {
            doubt(
                    Why.LIST_MAY_SPLIT_OTHERWISE,
                    list.names().stream().map(Piece::line).toArray(String[]::new));
        }
        return this;
    }

    void add(Name name) {
        boolean isNew = names.stream().noneMatch(each -> each.piece().equals(name.piece()));
        if (isNew) {
            names.add(name);
            name.doubts()
                    .forEach(
                            each -> doubt(Why.valueOf(each.name()), name.piece().line()));
        }
    }

    Reading doubt(Why why, String... arguments) {
        List<String> all = doubts.computeIfAbsent(why, each -> new ArrayList<>());
        List.of(arguments).stream().filter(each -> !all.contains(each)).forEach(all::add);
        return this;
    }

    Reading about(@Nullable Piece subject) {
        if (subject != null && !withoutDay(subject).isEmpty()) {
            this.subject = withoutDay(subject);
        }
        return this;
    }

    private static Piece withoutDay(Piece subject) {
        Piece trimmed = subject.trimmed();
        Matcher day = DAY.matcher(trimmed.text());
        return day.find() ? trimmed.until(trimmed.start() + day.start()).trimmed() : trimmed;
    }

    /** The column they stand in says whose side they are on. */
    Reading onSide(@Nullable String side) {
        if (side != null) {
            names.replaceAll(name -> new Name(name.piece(), name.acronym(), side, name.strength(), name.doubts()));
        }
        return this;
    }

    /** Adds what was read elsewhere in the same row. */
    void takeOver(Reading other) {
        other.names.forEach(this::add);
        other.doubts.forEach((why, arguments) -> doubt(why, arguments.toArray(String[]::new)));
    }

    Reading standingFor(Piece whole) {
        piece = whole;
        return this;
    }

    List<Name> names() {
        return names;
    }

    @Nullable
    Piece subject() {
        return subject;
    }

    boolean hasSubject() {
        return subject != null;
    }

    boolean hasDoubt(Why why) {
        return doubts.containsKey(why);
    }

    boolean isPlain() {
        return doubts.isEmpty() && allStrong();
    }

    boolean anyStrong() {
        return names.stream().anyMatch(name -> name.strength() >= Names.STRONG);
    }

    boolean allStrong() {
        return !names.isEmpty() && names.stream().allMatch(name -> name.strength() >= Names.STRONG);
    }

    /**
     * The finished row.
     *
     * @param codePoints for each character of the text how many code points stand before it
     */
    Row row(int[] codePoints) {
        weigh();
        Reason reason = doubts.entrySet().stream()
                .findFirst()
                .map(doubt -> new Reason(doubt.getKey(), List.copyOf(doubt.getValue())))
                .orElse(null);
        return new Row(
                piece.text(),
                kind,
                names.stream().map(name -> participant(name, codePoints)).toList(),
                subject == null ? null : subject.line(),
                state(reason),
                reason,
                codePoints[piece.start()],
                codePoints[piece.end()]);
    }

    private void weigh() {
        if (names.isEmpty()) {
            doubt(Why.NO_PARTICIPANT);
        } else if (names.size() == 1 && !(kind == Kind.PROJECT && allStrong())) {
            doubt(Why.ONE_PARTICIPANT, names.get(0).piece().line());
        }
        List<Name> weak =
                names.stream().filter(name -> name.strength() < Names.STRONG).toList();
        if (weak.size() > 1 || (names.size() > 2 && !weak.isEmpty())) {
            doubt(
                    Why.NOT_SEEN_AS_ORGANISATION,
                    weak.stream().map(name -> name.piece().line()).toArray(String[]::new));
        }
    }

    private State state(@Nullable Reason reason) {
        if (reason == null) {
            return State.READY;
        }
        boolean isLost = reason.why() == Why.TOO_LONG || reason.why() == Why.NO_SHAPE;
        return isLost ? State.NOT_UNDERSTOOD : State.LOOK;
    }

    private static Participant participant(Name name, int[] codePoints) {
        Piece piece = name.piece();
        return new Participant(
                piece.text(), name.acronym(), name.side(), codePoints[piece.start()], codePoints[piece.end()]);
    }
}
