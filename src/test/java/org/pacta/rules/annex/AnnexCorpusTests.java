package org.pacta.rules.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnnexCorpusTests {

    private static final List<String> SEEN = List.of(
            "dash.txt",
            "verbs.txt",
            "between.txt",
            "prose.txt",
            "lists.txt",
            "tables.txt",
            "chinese.txt",
            "other-languages.txt",
            "mixed.txt");

    @Test
    void readsTheLinesItWasWrittenWith() {
        Score all = new Score("seen");
        for (String file : SEEN) {
            Score score = new Score(file).measure(Corpus.of(file));
            System.out.println(score);
            all.add(score);
        }
        System.out.println(all);
        print(all);

        assertThat(all.share(all.right)).isGreaterThanOrEqualTo(0.85);
        assertThat(all.share(all.silent)).isLessThanOrEqualTo(0.02);
    }

    @Test
    void readsLinesItHasNeverSeen() {
        Score heldOut = new Score("held out").measure(Corpus.of("held-out.txt"));
        System.out.println(heldOut);

        assertThat(heldOut.share(heldOut.right)).isGreaterThanOrEqualTo(0.85);
        assertThat(heldOut.share(heldOut.silent)).isLessThanOrEqualTo(0.02);
    }

    private static void print(Score score) {
        if (Boolean.getBoolean("pacta.annex.errors")) {
            Stream.concat(score.silentErrors.stream(), score.errors.stream()).forEach(System.out::println);
        }
    }

    /** Counts over rows: those expected and those found but not expected. */
    private static final class Score {

        private final String name;
        private final List<String> errors = new ArrayList<>();
        private final List<String> silentErrors = new ArrayList<>();
        private int expected;
        private int found;
        private int right;
        private int ready;
        private int silent;
        private int kinds;
        private int subjects;
        private int subjectsRight;
        private int names;
        private int namesFound;
        private int namesRight;

        Score(String name) {
            this.name = name;
        }

        Score measure(Corpus corpus) {
            corpus.blocks().forEach(this::measure);
            return this;
        }

        private void measure(Corpus.Block block) {
            List<Row> rows = Annex.parse(block.text(), Corpus.KNOWN).rows();
            int read = 0;
            for (int i = 0; i < block.rows().size(); i++) {
                int left = block.rows().size() - i;
                while (rows.size() - read > left
                        && !hasParticipants(rows.get(read), block.rows().get(i))) {
                    compare(block, rows.get(read++), null);
                }
                compare(
                        block,
                        read < rows.size() ? rows.get(read) : null,
                        block.rows().get(i));
                read++;
            }
            for (; read < rows.size(); read++) {
                compare(block, rows.get(read), null);
            }
        }

        private void compare(Corpus.Block block, Row row, Corpus.Expected wanted) {
            expected += wanted == null ? 0 : 1;
            found += row == null ? 0 : 1;
            boolean isReady = row != null && row.state() == Row.State.READY;
            ready += isReady ? 1 : 0;
            names += wanted == null ? 0 : wanted.names().size();
            namesFound += row == null ? 0 : row.participants().size();
            if (row != null && wanted != null) {
                List<String> read = row.participants().stream()
                        .map(Row.Participant::name)
                        .map(each -> each.replaceAll("\\s+", " "))
                        .toList();
                namesRight +=
                        (int) read.stream().filter(wanted.names()::contains).count();
            }
            boolean isRight = row != null && wanted != null && hasParticipants(row, wanted);
            boolean isKind = row != null && wanted != null && row.kind().name().equals(wanted.kind());
            right += isRight ? 1 : 0;
            kinds += isKind ? 1 : 0;
            if (wanted != null && wanted.subject() != null) {
                subjects++;
                boolean isSubject = row != null && row.subject() != null && same(row.subject(), wanted.subject());
                subjectsRight += isSubject ? 1 : 0;
                if (isRight && !isSubject) {
                    errors.add("  subject: " + wanted.subject() + " | read: " + (row == null ? null : row.subject()));
                }
            }
            if (!isRight || !isKind) {
                String error = (isReady ? "SILENT " : "") + block.text().replace("\n", " ⏎ ") + "\n    wanted " + wanted
                        + "\n    read   " + show(row);
                (isReady ? silentErrors : errors).add(error);
                silent += isReady ? 1 : 0;
            }
        }

        private static boolean same(String read, String wanted) {
            return read.replaceFirst("^to ", "").equals(wanted.replaceFirst("^to ", ""));
        }

        private static boolean hasParticipants(Row row, Corpus.Expected wanted) {
            if (row.participants().size() != wanted.participants().size()) {
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

        private static String show(Row row) {
            return row == null
                    ? "nothing"
                    : row.state() + " " + row.kind() + " " + row.participants() + " :: " + row.subject() + " "
                            + row.reason();
        }

        void add(Score other) {
            errors.addAll(other.errors);
            silentErrors.addAll(other.silentErrors);
            expected += other.expected;
            found += other.found;
            right += other.right;
            ready += other.ready;
            silent += other.silent;
            kinds += other.kinds;
            subjects += other.subjects;
            subjectsRight += other.subjectsRight;
            names += other.names;
            namesFound += other.namesFound;
            namesRight += other.namesRight;
        }

        double share(int count) {
            return count / (double) Math.max(1, Math.max(expected, found));
        }

        @Override
        public String toString() {
            return "%-20s rows %3d, found %3d, participants right %5.1f %%, kind right %5.1f %%, subject right %3d of %3d, names: precision %5.1f %%, recall %5.1f %%, ready %5.1f %%, silently wrong %4.1f %%"
                    .formatted(
                            name,
                            expected,
                            found,
                            100 * share(right),
                            100 * share(kinds),
                            subjectsRight,
                            subjects,
                            100.0 * namesRight / Math.max(1, namesFound),
                            100.0 * namesRight / Math.max(1, names),
                            100 * share(ready),
                            100 * share(silent));
        }
    }
}
