package org.pacta.desk.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftService.Proposal;
import org.pacta.desk.draft.PartyText;
import org.pacta.desk.draft.Section;
import org.pacta.desk.sheet.FilledSheet;
import org.pacta.rules.annex.Annex;
import org.pacta.rules.annex.AnnouncedNumber;
import org.pacta.rules.annex.Row;
import org.pacta.rules.language.NameKey;

/** Makes lines of a draft of what was read in a text, each held against those that are there. */
class Proposals {

    /** The share of pairs of letters that two titles for the same thing have in common. */
    private static final double LIKE = 0.6;

    /** The same where only some of the participants are the same, which may be but a matter of spelling. */
    private static final double VERY_LIKE = 0.85;

    /** Letters a title needs to tell more than its kind does. */
    private static final int TELLING = 20;

    private final Function<Collection<String>, Map<String, Long>> ask;
    private final Map<String, Long> known = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Standing> standing = new ArrayList<>();
    private final Set<List<String>> numbers = new HashSet<>();

    /**
     * A row that the draft or the meeting has.
     *
     * @param parties what each name stands for
     */
    private record Standing(Section section, Set<String> parties, String title, String printed) {}

    /** A row as it was typed. */
    private record Entry(Section section, Map<String, String> typed) {

        String names() {
            return typed.getOrDefault("signatories", typed.getOrDefault("participants", ""));
        }

        Stream<String> parties() {
            return PartyText.read(names()).stream().map(PartyText.Party::name);
        }
    }

    /**
     * Begins without any row.
     *
     * @param ask finds the organisations that names stand for
     */
    Proposals(Function<Collection<String>, Map<String, Long>> ask) {
        this.ask = ask;
    }

    /** Tells of a row that the draft or the meeting has. */
    void stands(Section section, Map<String, String> typed) {
        switch (section) {
            case FIGURE -> numbers.add(number(typed));
            case AGREEMENT, PROJECT -> entries.add(new Entry(section, typed));
            default -> {}
        }
    }

    /** What is proposed, in the order of the text; behind it what was not read. */
    List<Proposal> of(Annex annex) {
        stand(annex.rows().stream()
                .flatMap(row -> row.participants().stream())
                .map(Proposals::name)
                .flatMap(name -> Stream.concat(
                        Stream.of(name), PartyText.read(name).stream().map(PartyText.Party::name))));
        List<Proposal> proposals = new ArrayList<>(figures(annex.figures()));
        for (Row row : annex.rows()) {
            Section section = row.kind() == Row.Kind.PROJECT ? Section.PROJECT : Section.AGREEMENT;
            Map<String, String> typed = typed(row);
            Standing found = standing(new Entry(section, typed));
            Doubt doubt = standing.stream()
                    .filter(each -> isSame(each, found))
                    .findFirst()
                    .map(Proposals::again)
                    .orElse(null);
            standing.add(found);
            proposals.add(proposal(section, typed, row.start(), row.end(), doubt == null ? Doubt.of(row) : doubt));
        }
        annex.unread().forEach(passage -> proposals.add(unread(passage)));
        return proposals;
    }

    /** Asks whom the names of all rows stand for, those that are there and those that were read, and holds the latter against the former. */
    private void stand(Stream<String> read) {
        known.putAll(ask.apply(Stream.concat(entries.stream().flatMap(Entry::parties), read)
                .distinct()
                .toList()));
        entries.forEach(entry -> standing.add(standing(entry)));
    }

    /** To be entered or skipped by whoever reads it. */
    private static Proposal unread(Annex.Passage passage) {
        String words = passage.text().replaceAll("\\s+", " ");
        Map<String, String> typed = Map.of(isHan(words) ? "localTitle" : "title", words);
        return proposal(Section.AGREEMENT, typed, passage.start(), passage.end(), Doubt.notRead());
    }

    /** The rows of a sheet that was filled in: nothing is read into them, so only what cannot stand in a field is in doubt. */
    List<Proposal> ofSheet(List<FilledSheet.Row> rows, String text) {
        stand(rows.stream().flatMap(row -> new Entry(row.section(), row.typed()).parties()));
        List<Proposal> proposals = new ArrayList<>();
        int place = 0;
        int start = 0;
        for (FilledSheet.Row row : rows) {
            start += text.codePointCount(place, row.start());
            place = row.start();
            int end = start + text.codePointCount(row.start(), row.end());
            Standing found = standing(new Entry(row.section(), row.typed()));
            Optional<Doubt> again = standing.stream()
                    .filter(each -> isSame(each, found))
                    .findFirst()
                    .map(Proposals::again);
            standing.add(found);
            proposals.add(proposal(row.section(), row.typed(), start, end, again.orElseGet(() -> faulty(row))));
        }
        return proposals;
    }

    private static @Nullable Doubt faulty(FilledSheet.Row row) {
        List<String> faulty = row.section().faults(row.typed()).keySet().stream()
                .map(row.typed()::get)
                .toList();
        boolean isNamed = row.typed().containsKey("title") || row.typed().containsKey("localTitle");
        if (!isNamed) {
            return Doubt.look("no_title");
        }
        return faulty.isEmpty() ? null : Doubt.look("cell", faulty.toArray(String[]::new));
    }

    private static Proposal proposal(
            Section section, Map<String, String> typed, int start, int end, @Nullable Doubt doubt) {
        return new Proposal(section, typed, start, end, doubt == null ? null : doubt.written());
    }

    private Map<String, String> typed(Row row) {
        Map<String, String> typed = new LinkedHashMap<>();
        boolean isProject = row.kind() == Row.Kind.PROJECT;
        if (!isProject) {
            typed.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
        }
        typed.put(
                isProject ? "participants" : "signatories",
                PartyText.write(row.participants().stream().map(this::party).toList()));
        boolean isLost = row.state() == Row.State.NOT_UNDERSTOOD;
        String subject = row.subject() == null && isLost ? row.text() : row.subject();
        if (subject != null) {
            typed.put(isHan(subject) ? "localTitle" : "title", capital(subject));
        }
        return typed;
    }

    /** As a title begins, where the text goes on in the middle of a sentence: "to develop a platform". */
    private static String capital(String subject) {
        return subject.matches("\\p{Ll}+( .*)?")
                ? Character.toTitleCase(subject.charAt(0)) + subject.substring(1)
                : subject;
    }

    /** With the place where the text proves it and the organisation is not on record, which would know better. */
    private PartyText.Party party(Row.Participant participant) {
        String name = name(participant);
        return new PartyText.Party(name, known.containsKey(name) ? null : participant.side());
    }

    private static String name(Row.Participant participant) {
        return participant.name().replaceAll("\\s+", " ").replaceAll("[;；]", ",");
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private List<Proposal> figures(List<AnnouncedNumber> figures) {
        Map<List<String>, AnnouncedNumber> once = new LinkedHashMap<>();
        figures.forEach(figure -> once.putIfAbsent(number(typed(figure)), figure));
        Map<String, Set<String>> announced = new HashMap<>();
        once.values()
                .forEach(figure -> announced
                        .computeIfAbsent(series(typed(figure)), any -> new LinkedHashSet<>())
                        .add(said(figure)));
        return once.values().stream()
                .map(figure -> {
                    Map<String, String> typed = typed(figure);
                    Set<String> all = announced.getOrDefault(series(typed), Set.of());
                    return proposal(Section.FIGURE, typed, figure.start(), figure.end(), doubt(figure, typed, all));
                })
                .toList();
    }

    private @Nullable Doubt doubt(AnnouncedNumber figure, Map<String, String> typed, Set<String> announced) {
        if (numbers.contains(number(typed))) {
            return Doubt.duplicate("same_number", figure.text());
        }
        if (!typed.containsKey("measure")) {
            return Doubt.look("not_counted", figure.word());
        }
        return announced.size() == 1 ? null : Doubt.look("several_numbers", announced.toArray(String[]::new));
    }

    /** The number, in the words of the text where it is bounded. */
    private static String said(AnnouncedNumber figure) {
        return figure.comparator() == AnnouncedNumber.Comparator.EXACTLY
                ? String.valueOf(figure.value())
                : figure.text();
    }

    private static Map<String, String> typed(AnnouncedNumber figure) {
        Map<String, String> typed = new TreeMap<>();
        switch (figure.kind()) {
            case MOU -> typed.put("measure", "mous");
            case PROJECT -> typed.put("measure", "projects");
            case OTHER -> {}
            default -> typed.put("measure", "agreements");
        }
        typed.put("series", figure.place() == AnnouncedNumber.Place.TO_DATE ? "after" : "at");
        typed.put("comparator", figure.comparator().name().toLowerCase(Locale.ROOT));
        typed.put("value", String.valueOf(figure.value()));
        typed.put("measureAsPrinted", figure.word());
        return typed;
    }

    private static String series(Map<String, String> typed) {
        return typed.getOrDefault("measure", typed.getOrDefault("measureAsPrinted", "")) + " " + typed.get("series");
    }

    private static List<String> number(Map<String, String> typed) {
        return List.of(
                typed.getOrDefault("measure", typed.getOrDefault("measureAsPrinted", "")),
                typed.getOrDefault("series", "at"),
                typed.getOrDefault("comparator", "exactly"),
                typed.getOrDefault("value", ""));
    }

    private Standing standing(Entry entry) {
        Set<String> parties = entry.parties()
                .map(name -> known.containsKey(name) ? String.valueOf(known.get(name)) : NameKey.of(name))
                .collect(Collectors.toSet());
        String title = entry.typed().getOrDefault("title", "");
        String local = entry.typed().getOrDefault("localTitle", "");
        return new Standing(
                entry.section(),
                parties,
                NameKey.of(title + " " + local),
                title.isEmpty() ? local.isEmpty() ? entry.names() : local : title);
    }

    private static Doubt again(Standing same) {
        return Doubt.duplicate("same_line", same.printed);
    }

    private static boolean isSame(Standing one, Standing other) {
        if (one.section != other.section) {
            return false;
        }
        if (one.parties.equals(other.parties) && !one.parties.isEmpty()) {
            return one.title.isEmpty() || other.title.isEmpty() || likeness(one.title, other.title) >= LIKE;
        }
        boolean areTelling = Math.min(one.title.length(), other.title.length()) >= TELLING;
        boolean mayBe = one.title.equals(other.title) || !Collections.disjoint(one.parties, other.parties);
        return areTelling && mayBe && likeness(one.title, other.title) >= VERY_LIKE;
    }

    /** The share of the pairs of letters of the shorter text that the longer one has too. */
    private static double likeness(String one, String other) {
        Set<String> pairs = pairs(one.length() < other.length() ? one : other);
        Set<String> all = pairs(one.length() < other.length() ? other : one);
        return pairs.isEmpty()
                ? 0
                : (double) pairs.stream().filter(all::contains).count() / pairs.size();
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
