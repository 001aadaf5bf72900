package org.pacta.desk.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftQueries.Text;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.Section;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was found in the texts of a draft, beside the text itself. */
@Repository
@Transactional(readOnly = true)
class ReviewQueries {

    /** Lines on one page. */
    private static final int MOST = 50;

    private static final String NOT_READ = Doubt.Kind.NOT_READ.code();

    private final DraftQueries drafts;
    private final JdbcClient jdbc;

    ReviewQueries(DraftQueries drafts, JdbcClient jdbc) {
        this.drafts = drafts;
        this.jdbc = jdbc;
    }

    /**
     * One text with what was found in it.
     *
     * @param text that is shown; null when the draft has none
     * @param texts all of the draft, the latest first
     * @param slice one page of the lines, in the order of the text
     * @param waiting how many lines wait, on the page or not, by their place in the work
     * @param canUndo whether a step was taken
     */
    public record Review(
            DraftView draft,
            @Nullable Text text,
            List<Text> texts,
            Slice<Row> slice,
            Map<String, Long> waiting,
            List<Segment> segments,
            boolean canUndo) {

        public List<Row> rows() {
            return slice.rows();
        }

        /** How many lines wait in a place of the work, on the page or not. */
        public long count(String state) {
            return waiting.getOrDefault(state, 0L);
        }

        /** How many lines wait, on the page or not. */
        public long open() {
            return waiting.values().stream().mapToLong(Long::longValue).sum();
        }

        /** How many lines wait on other pages. */
        public long beyond() {
            return open() - rows().stream().filter(Row::isOpen).count();
        }

        /** How many passages on other pages wait and were not read. */
        public long unreadBeyond() {
            return count(NOT_READ)
                    - rows().stream().filter(row -> row.state.equals(NOT_READ)).count();
        }
    }

    /**
     * A line that was found in the text.
     *
     * @param state its place in the work: ready, look, not_understood, not_read, duplicate, accepted or skipped
     */
    public record Row(Line line, String state, @Nullable Doubt doubt) {

        static Row of(Line line, DraftView draft) {
            Doubt doubt = Doubt.read(line.doubt());
            if (line.isProposed()) {
                return new Row(line, doubt == null ? "ready" : doubt.kind().code(), doubt);
            }
            return new Row(line, line.isEntered() || isInBasics(line, draft) ? "accepted" : "skipped", doubt);
        }

        /** What is said of the meeting is accepted into the line that was there. */
        private static boolean isInBasics(Line line, DraftView draft) {
            return line.section() == Section.BASICS
                    && draft.lines(Section.BASICS).stream()
                            .anyMatch(basics -> basics.typed()
                                    .entrySet()
                                    .containsAll(line.typed().entrySet()));
        }

        public boolean isOpen() {
            return line.isProposed();
        }
    }

    /**
     * A stretch of the text.
     *
     * @param rows numbers of the lines found in it
     * @param begun those of them that begin with it
     */
    public record Segment(String words, List<Long> rows, List<Long> begun) {

        public String isFor() {
            return String.join(" ", rows.stream().map(String::valueOf).toList());
        }
    }

    /**
     * What was found in a text; in the latest where none is chosen.
     *
     * @param page of the lines; where neither it nor a line is named, the first on which one waits
     * @param shown a line that the page shall have
     */
    Review of(long draft, @Nullable Long chosen, @Nullable Integer page, @Nullable Long shown) {
        DraftView view = drafts.get(draft);
        List<Text> texts = drafts.texts(draft);
        Optional<Text> text = texts.stream()
                .filter(each -> chosen == null || each.id() == chosen)
                .findFirst();
        if (chosen != null && text.isEmpty()) {
            throw new NotFoundException("text", chosen);
        }
        List<Row> found = view.lines().stream()
                .filter(line -> text.isPresent()
                        && line.text() != null
                        && line.text() == text.get().id())
                .map(line -> Row.of(line, view))
                .toList();
        Slice<Row> slice = Slice.of(found, number(found, page, shown), MOST);
        return new Review(
                view,
                text.orElse(null),
                texts,
                slice,
                found.stream()
                        .filter(Row::isOpen)
                        .collect(Collectors.groupingBy(Row::state, LinkedHashMap::new, Collectors.counting())),
                text.map(each -> segments(each.words(), slice.rows())).orElse(List.of()),
                hasSteps(draft));
    }

    private static int number(List<Row> found, @Nullable Integer page, @Nullable Long shown) {
        if (page != null && shown == null) {
            return Math.min(page, Math.max(1, (found.size() + MOST - 1) / MOST));
        }
        return 1
                + IntStream.range(0, found.size())
                                .filter(at -> shown == null
                                        ? found.get(at).isOpen()
                                        : found.get(at).line().id() == shown)
                                .findFirst()
                                .orElse(0)
                        / MOST;
    }

    private boolean hasSteps(long draft) {
        return jdbc.sql("select exists (select from review_step where draft_id = :draft)")
                .param("draft", draft)
                .query(Boolean.class)
                .single();
    }

    /** Where a line stands in the text it was found in. */
    private record Stretch(long id, int start, int end) {

        static Stretch of(Line line) {
            return new Stretch(line.id(), Objects.requireNonNull(line.start()), Objects.requireNonNull(line.end()));
        }
    }

    /** The text, cut wherever a line begins or ends. */
    private static List<Segment> segments(String words, List<Row> rows) {
        int[] codePoints = words.codePoints().toArray();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, codePoints.length));
        List<Stretch> lines = rows.stream()
                .map(row -> Stretch.of(row.line()))
                .filter(line -> line.end <= codePoints.length)
                .sorted(Comparator.comparing(Stretch::start))
                .toList();
        lines.forEach(line -> cuts.addAll(List.of(line.start, line.end)));
        List<Segment> segments = new ArrayList<>();
        List<Stretch> covering = new ArrayList<>();
        int next = 0;
        for (Integer from = cuts.first(), to = cuts.higher(from); to != null; from = to, to = cuts.higher(from)) {
            int start = from;
            int first = next;
            while (next < lines.size() && lines.get(next).start <= start) {
                covering.add(lines.get(next));
                next++;
            }
            covering.removeIf(line -> line.end <= start);
            segments.add(new Segment(
                    new String(codePoints, from, to - from),
                    covering.stream().map(Stretch::id).toList(),
                    lines.subList(first, next).stream().map(Stretch::id).toList()));
        }
        return segments;
    }
}
