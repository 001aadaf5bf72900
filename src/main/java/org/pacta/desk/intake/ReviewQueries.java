package org.pacta.desk.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftQueries.Text;
import org.pacta.desk.draft.DraftView;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.Section;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was found in the texts of a draft, beside the text itself. */
@Repository
@Transactional(readOnly = true)
class ReviewQueries {

    /** Lines that are open on one page; more follow when these are decided. */
    private static final int MOST = 100;

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
     * @param rows in the order of the text
     * @param left lines that wait but are not on the page
     * @param unread passages that wait and were not read, on the page or not
     * @param canUndo whether a step was taken
     */
    public record Review(
            DraftView draft,
            @Nullable Text text,
            List<Text> texts,
            List<Row> rows,
            int left,
            long unread,
            List<Segment> segments,
            boolean canUndo) {

        /** How many lines on the page are in a state. */
        public long count(String state) {
            return rows.stream().filter(row -> row.state().equals(state)).count();
        }

        /** Lines that wait, on the page or not. */
        public long waiting() {
            return rows.stream().filter(Row::isOpen).count() + left;
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

    /** What was found in a text; in the latest where none is chosen. */
    Review of(long draft, @Nullable Long chosen) {
        DraftView view = drafts.get(draft);
        List<Text> texts = drafts.texts(draft);
        Optional<Text> text = texts.stream()
                .filter(each -> chosen == null || each.id() == chosen)
                .findFirst();
        if (chosen != null && text.isEmpty()) {
            throw new NotFoundException("text", chosen);
        }
        List<Line> lines = view.lines().stream()
                .filter(line -> text.isPresent()
                        && line.text() != null
                        && line.text() == text.get().id())
                .toList();
        List<Line> open = lines.stream().filter(Line::isProposed).toList();
        List<Line> shown = open.subList(0, Math.min(MOST, open.size()));
        List<Row> rows = lines.stream()
                .filter(line -> !line.isProposed() || shown.contains(line))
                .map(line -> Row.of(line, view))
                .toList();
        return new Review(
                view,
                text.orElse(null),
                texts,
                rows,
                open.size() - shown.size(),
                open.stream().filter(line -> Doubt.isNotRead(line.doubt())).count(),
                text.map(each -> segments(each.words(), rows)).orElse(List.of()),
                hasSteps(draft));
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
