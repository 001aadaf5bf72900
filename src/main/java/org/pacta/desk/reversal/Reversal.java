package org.pacta.desk.reversal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.reversal.Rests.Ref;
import org.pacta.desk.reversal.Rests.Rest;
import org.pacta.platform.shared.Name;
import org.pacta.reader.revision.RevisionQueries.Subject;

/**
 * What taking a publication back would do.
 *
 * @param revision that it was
 * @param recorded by it and standing still; those that were changed since are to be decided about
 * @param revised by it, standing before it, and as they were again
 * @param fixed records that it changed and others have changed since in the same fields: they stay as they are
 * @param built by others on what it recorded, directly or through each other
 * @param drafts at work that change what would be withdrawn
 * @param rests all that rests on what it recorded
 */
record Reversal(
        Publication publication,
        long revision,
        List<Item> recorded,
        List<Item> revised,
        List<Item> fixed,
        List<Item> built,
        List<AtWork> drafts,
        Set<Rest> rests) {

    /**
     * What is taken back.
     *
     * @param what draft or correction
     * @param name of the council of a draft; why a correction was made
     * @param ordinal of the meeting of a draft; empty where it has none
     */
    record Publication(String what, long id, Name name, String ordinal) {

        public boolean isDraft() {
            return what.equals("draft");
        }

        public String origin() {
            return what + " " + id;
        }

        /** The page that shows it at the desk. */
        public String path() {
            return "/desk/%ss/%d%s".formatted(what, id, isDraft() ? "/check" : "");
        }

        /** Where it is taken back. */
        public String reversal() {
            return "/desk/%ss/%d/reversal".formatted(what, id);
        }
    }

    /**
     * A record in it.
     *
     * @param ordinal of a meeting
     * @param path of its page, or of its history where it has no page
     * @param on the names of what it rests on, of a record that others have built
     * @param isChanged whether it was changed since the publication
     */
    record Item(Ref ref, Name name, @Nullable Integer ordinal, String path, List<Name> on, boolean isChanged) {

        static Item of(Subject subject, List<Name> on, boolean isChanged) {
            String path = subject.path();
            return new Item(
                    new Ref(subject.kind(), subject.id()),
                    subject.name(),
                    subject.ordinal(),
                    path == null ? subject.root() + "/history" : path,
                    on,
                    isChanged);
        }

        static Item of(Subject subject) {
            return of(subject, List.of(), false);
        }
    }

    /**
     * A draft or a correction at work.
     *
     * @param name of the council, or of the record that is corrected
     * @param ordinal of its meeting; null where it has none
     */
    record AtWork(String what, long id, Name name, @Nullable Integer ordinal, String author) {

        public String path() {
            return "/desk/%ss/%d".formatted(what, id);
        }
    }

    /** The records to be decided about. */
    public List<Item> open() {
        return Stream.concat(recorded.stream().filter(Item::isChanged), built.stream())
                .toList();
    }

    /**
     * What goes, by decision: whatever a record that stays rests on stays with it.
     *
     * @param stays by record, as {@link Ref#code} calls it; nothing for a record that is not decided about
     * @param rest what becomes of those
     */
    Set<Ref> going(Map<String, Boolean> stays, boolean rest) {
        Set<Ref> all = new LinkedHashSet<>();
        recorded.forEach(item -> all.add(item.ref));
        built.forEach(item -> all.add(item.ref));
        Deque<Ref> staying = new ArrayDeque<>();
        open().stream()
                .map(Item::ref)
                .filter(ref -> decided(stays.get(ref.code()), rest))
                .forEach(staying::add);
        while (!staying.isEmpty()) {
            Ref stay = staying.remove();
            if (all.remove(stay)) {
                rests.stream()
                        .filter(each -> each.record().equals(stay))
                        .map(Rest::on)
                        .forEach(staying::add);
            }
        }
        return all;
    }

    private static boolean decided(@Nullable Boolean stays, boolean rest) {
        return stays == null ? rest : stays;
    }
}
