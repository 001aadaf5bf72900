package org.pacta.desk.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.matching.KnownNames.Candidate;
import org.pacta.desk.matching.SettledNames.Settled;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.rules.language.NameKey;
import org.pacta.rules.naming.KindWords;
import org.pacta.rules.naming.LikeName;

/** Names that somebody has to say of what they stand for, those together that are most likely one. */
public record NamesToSettle(List<NameRow> names) {

    /**
     * A name in the draft.
     *
     * @param isDecided whether somebody said so at the desk
     * @param meant what it stands for; a new organisation as well while it is not settled
     * @param candidates organisations it may stand for, the likest first
     */
    public record NameRow(
            String printed, boolean isSettled, boolean isDecided, Settled meant, List<Candidate> candidates) {

        public static NameRow decided(String printed, Settled meant) {
            return new NameRow(printed, true, true, meant, List.of());
        }

        /** One that nobody has decided on. */
        public static NameRow found(String printed, @Nullable Long organisation, List<Candidate> candidates) {
            Settled meant = organisation == null ? Settled.NEW : Settled.as(organisation);
            return new NameRow(printed, organisation != null, false, meant, candidates);
        }

        /** The organisation it stands for; null for a new one, or while it is not settled. */
        public @Nullable Long organisation() {
            return meant.organisation();
        }

        /** The kind that its words tell; null where none does. */
        public @Nullable String guessed() {
            return KindWords.of(printed).orElse(null);
        }

        /** Where on a page it is settled. */
        public String anchor() {
            return "name-" + NameKey.of(printed).replaceAll("[^\\p{L}\\p{N}]+", "-");
        }

        /** Whether it was seen, when this was read, that the name may stand for this organisation. */
        public boolean mayBe(long other) {
            return candidates.stream().anyMatch(each -> each.organisation() == other);
        }
    }

    /** Names to be settled that differ by no more than spelling, script or legal form: most likely one. */
    public record Cluster(List<NameRow> names) {

        public NameRow first() {
            return names.get(0);
        }

        public List<NameRow> others() {
            return names.subList(1, names.size());
        }

        /** The organisations that any of the names may stand for, the likest first. */
        public List<Candidate> candidates() {
            Map<Long, Candidate> likest = new LinkedHashMap<>();
            names.stream()
                    .flatMap(name -> name.candidates().stream())
                    .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
                    .forEach(each -> likest.putIfAbsent(each.organisation(), each));
            return List.copyOf(likest.values());
        }

        /** The same with another in front: which of them comes first may have changed since a page was made. */
        private Cluster ledBy(NameRow name) {
            return new Cluster(Stream.concat(Stream.of(name), names.stream().filter(each -> each != name))
                    .toList());
        }

        private boolean has(String words) {
            return names.stream().anyMatch(name -> NameKey.of(name.printed()).contains(NameKey.of(words)));
        }

        /** What the first of them stands for, and those of the others that go with it. */
        private void settle(Settled said, Predicate<String> with, Map<String, Settled> meant) {
            Settled follows =
                    said.organisation() != null ? said : new Settled(null, null, null, NameKey.of(first().printed()));
            meant.put(first().printed(), said);
            others().stream().map(NameRow::printed).filter(with).forEach(printed -> meant.put(printed, follows));
        }
    }

    /** The names to be settled, those together that are most likely one. */
    public List<Cluster> clusters() {
        Map<String, List<NameRow>> alike = new LinkedHashMap<>();
        names.forEach(name -> alike.computeIfAbsent(look(name.printed()), any -> new ArrayList<>())
                .add(name));
        return alike.values().stream().map(Cluster::new).toList();
    }

    /** What a name looks like without what spellings, scripts and legal forms differ in; the name itself where nothing is left. */
    private static String look(String printed) {
        return LikeName.keys(List.of(printed)).get(LikeName.Step.LEGAL_FORM.ordinal()).stream()
                .findFirst()
                .orElse(printed);
    }

    /** Those of the names to be settled that have these words; all where there are none. */
    public List<Cluster> clusters(@Nullable String find) {
        return find == null || find.isBlank()
                ? clusters()
                : clusters().stream().filter(cluster -> cluster.has(find)).toList();
    }

    /** Names to be settled that are spelt like none on record. */
    public List<Cluster> unlikeAny() {
        return clusters().stream()
                .filter(cluster -> cluster.candidates().isEmpty())
                .toList();
    }

    /**
     * What was typed of a name that is left open for it.
     *
     * @param fault key of the message that says why, which takes what was typed
     */
    public record Left(String organisation, String kind, String place, String other, String fault) {

        /** The field that is at fault. */
        public boolean isOfPlace() {
            return fault.endsWith("place");
        }
    }

    /** What names shall stand for, and what was typed of those that are left open, by the names as they are printed. */
    public record Meant(Map<String, Settled> settled, Map<String, Left> left) {}

    /**
     * What typed words stand for.
     *
     * @param place as in its address
     * @param organisation that has a name, and no other
     */
    public record Reading(
            List<String> kinds,
            Function<String, Optional<String>> place,
            Function<String, Optional<Long>> organisation) {}

    /**
     * What names shall stand for, in the order of the form: each {@code printed} goes with an {@code organisation}, which is a number, {@code new},
     * or empty where the name is left open, with an {@code other} organisation by its name, and with the {@code kind} and {@code place} of a new one, which
     * say by themselves that it is new; {@code with} names those that stand for the same as the first of their cluster. A new one of no kind is of the kind
     * that its words tell.
     *
     * @param isRestNew whether those left open that are like none on record are new
     */
    public Meant meant(Map<String, List<String>> parameters, Reading reading, boolean isRestNew) {
        Map<String, Cluster> byName = clusters().stream()
                .flatMap(cluster -> cluster.names().stream().map(cluster::ledBy))
                .collect(Collectors.toMap(each -> each.first().printed(), each -> each, (one, same) -> one));
        Predicate<String> with = parameters.getOrDefault("with", List.of())::contains;
        Map<String, Settled> meant = new LinkedHashMap<>();
        Map<String, Left> left = new LinkedHashMap<>();
        for (Answer answer : answers(parameters, reading.kinds())) {
            String name = answer.printed();
            answer.fault(reading).ifPresent(fault -> left.put(name, answer.left(fault)));
            answer.settled(reading)
                    .ifPresent(said -> byName.getOrDefault(
                                    name, new Cluster(List.of(NameRow.found(name, null, List.of()))))
                            .settle(said, with, meant));
        }
        if (isRestNew) {
            unlikeAny().stream()
                    .filter(cluster -> !meant.containsKey(cluster.first().printed())
                            && !left.containsKey(cluster.first().printed()))
                    .forEach(cluster -> cluster.settle(
                            new Settled(null, cluster.first().guessed(), null, null), any -> true, meant));
        }
        return new Meant(meant, left);
    }

    private static List<Answer> answers(Map<String, List<String>> parameters, List<String> kinds) {
        SentFields.check(
                parameters.keySet(),
                Set.of("printed", "organisation", "other", "kind", "place", "with", "rest")::contains);
        List<String> printed = parameters.getOrDefault("printed", List.of());
        List<String> none = printed.stream().map(any -> "").toList();
        List<String> organisations = parameters.getOrDefault("organisation", List.of());
        List<String> ofKind = parameters.getOrDefault("kind", none);
        List<String> places = parameters.getOrDefault("place", none);
        List<String> others = parameters.getOrDefault("other", none);
        if (Stream.of(organisations, ofKind, places, others).anyMatch(each -> each.size() != printed.size())
                || !organisations.stream().allMatch(each -> each.matches("|new|\\d{1,18}"))
                || !ofKind.stream().allMatch(each -> each.isEmpty() || kinds.contains(each))) {
            throw new BadParameterException("organisation");
        }
        return IntStream.range(0, printed.size())
                .mapToObj(i -> new Answer(
                        printed.get(i),
                        organisations.get(i),
                        ofKind.get(i),
                        places.get(i).strip(),
                        others.get(i).strip()))
                .toList();
    }

    private record Answer(String printed, String organisation, String kind, String place, String other) {

        /** Why the name is left open though something was typed, as the key of a message. */
        Optional<String> fault(Reading reading) {
            if (!other.isEmpty() && reading.organisation().apply(other).isEmpty()) {
                return Optional.of("desk.names.fault.other");
            }
            boolean isKnown = place.isEmpty() || reading.place().apply(place).isPresent();
            return isKnown ? Optional.empty() : Optional.of("desk.names.fault.place");
        }

        Left left(String fault) {
            return new Left(organisation, kind, place, other, fault);
        }

        /** What the name stands for; nothing where it is left open, or something that was typed is not known. */
        Optional<Settled> settled(Reading reading) {
            if (fault(reading).isPresent()) {
                return Optional.empty();
            }
            if (!other.isEmpty()) {
                return reading.organisation().apply(other).map(Settled::as);
            }
            if (organisation.matches("\\d+")) {
                return Optional.of(Settled.as(Long.parseLong(organisation)));
            }
            return organisation.equals("new") || !kind.isEmpty() || !place.isEmpty()
                    ? Optional.of(new Settled(
                            null,
                            kind.isEmpty() ? KindWords.of(printed).orElse(null) : kind,
                            reading.place().apply(place).orElse(null),
                            null))
                    : Optional.empty();
        }
    }
}
