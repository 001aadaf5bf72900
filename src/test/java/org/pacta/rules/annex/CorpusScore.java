package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Corpus.Block;
import org.pacta.rules.annex.Corpus.Expected;

/**
 * How the parser reads the corpus. A row is right when its kind and its participants are, with the acronyms and sides that are given; silently
 * wrong when it is ready and not right; lost when nothing at all, not even a passage, stands for it. A block is right when all its rows are and no
 * other is there.
 */
final class CorpusScore {

    private final Map<String, Share> kinds = new LinkedHashMap<>();
    private final List<Block> wrong = new ArrayList<>();
    private final List<String> report = new ArrayList<>();

    /** Counts of one kind of line. */
    static final class Share {

        private int rows;
        private int right;
        private int ready;
        private int silent;
        private int lost;
        private int subjects;
        private int subjectsRight;

        int rows() {
            return rows;
        }

        double right() {
            return (double) right / Math.max(1, rows);
        }

        double silent() {
            return (double) silent / Math.max(1, rows);
        }

        int lost() {
            return lost;
        }

        double subjectsRight() {
            return (double) subjectsRight / Math.max(1, subjects);
        }

        private void add(Share other) {
            rows += other.rows;
            right += other.right;
            ready += other.ready;
            silent += other.silent;
            lost += other.lost;
            subjects += other.subjects;
            subjectsRight += other.subjectsRight;
        }

        @Override
        public String toString() {
            return "rows %3d, right %5.1f %%, ready %5.1f %%, silently wrong %4.1f %%, lost %2d, subjects right %3d of %3d"
                    .formatted(
                            rows,
                            100 * right(),
                            100.0 * ready / Math.max(1, rows),
                            100 * silent(),
                            lost,
                            subjectsRight,
                            subjects);
        }
    }

    CorpusScore measure(Corpus corpus) {
        corpus.blocks().forEach(this::measure);
        return this;
    }

    private void measure(Block block) {
        Annex annex = Annex.parse(block.text(), Corpus.KNOWN);
        List<Row> rows = annex.rows();
        Share share = kinds.computeIfAbsent(block.kind(), kind -> new Share());
        int before = share.right;
        int count = share.rows;
        int read = 0;
        for (int i = 0; i < block.rows().size(); i++) {
            int left = block.rows().size() - i;
            while (rows.size() - read > left
                    && !isRight(rows.get(read), block.rows().get(i))) {
                compare(block, share, rows.get(read++), null);
            }
            compare(
                    block,
                    share,
                    read < rows.size() ? rows.get(read) : null,
                    block.rows().get(i));
            read++;
        }
        for (; read < rows.size(); read++) {
            compare(block, share, rows.get(read), null);
        }
        boolean isLost =
                rows.isEmpty() && annex.unread().isEmpty() && annex.figures().isEmpty();
        share.lost += isLost ? block.rows().size() : 0;
        if (share.right - before != share.rows - count) {
            wrong.add(block);
        }
    }

    private void compare(Block block, Share share, @Nullable Row row, @Nullable Expected wanted) {
        boolean isReady = row != null && row.state() == Row.State.READY;
        boolean isRight = row != null && wanted != null && isRight(row, wanted);
        share.rows++;
        share.ready += isReady ? 1 : 0;
        share.right += isRight ? 1 : 0;
        share.silent += isReady && !isRight ? 1 : 0;
        if (!isRight) {
            report.add(
                    (isReady ? "SILENT " : "") + block.line() + "\n    wanted " + wanted + "\n    read   " + show(row));
        }
        if (wanted != null && wanted.subject() != null) {
            boolean isSubject = row != null && row.subject() != null && same(row.subject(), wanted.subject());
            share.subjects++;
            share.subjectsRight += isSubject ? 1 : 0;
            if (!isSubject && isRight) {
                report.add("SUBJECT " + wanted.subject() + " | read: " + row.subject());
            }
        }
    }

    private static boolean same(String read, String wanted) {
        return read.replaceFirst("^to ", "").equals(wanted.replaceFirst("^to ", ""));
    }

    private static boolean isRight(Row row, Expected wanted) {
        if (!row.kind().name().equals(wanted.kind())
                || row.participants().size() != wanted.participants().size()) {
            return false;
        }
        for (int i = 0; i < wanted.participants().size(); i++) {
            Row.Participant read = row.participants().get(i);
            Corpus.Participant want = wanted.participants().get(i);
            boolean isSame = read.name().replaceAll("\\s+", " ").equals(want.name())
                    && (want.acronym() == null || want.acronym().equals(read.acronym()))
                    && (want.side() == null || want.side().equals(read.side()));
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    private static String show(@Nullable Row row) {
        return row == null
                ? "nothing"
                : row.state() + " " + row.kind() + " " + row.participants() + " :: " + row.subject() + " "
                        + row.reason();
    }

    /** The blocks that are not right, in their order. */
    List<Block> wrong() {
        return wrong;
    }

    /** What was expected and what was read, of each row that is not right. */
    List<String> report() {
        return report;
    }

    Map<String, Share> kinds() {
        return kinds;
    }

    Share whole() {
        Share whole = new Share();
        kinds.values().forEach(whole::add);
        return whole;
    }
}
