package org.pacta.registry.record;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pacta.registry.record.FormWording.Said;

/** What differs between two states of a record: field by field, row by row, word by word, and character by character in Chinese. */
public final class Comparison {

    private static final Pattern TOKEN =
            Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}\\p{M}&&[^\\p{IsHan}]]+|\\s+|.", Pattern.DOTALL);

    private Comparison() {}

    /** A field that differs. */
    public record Difference(String name, String label, List<Line> lines) {}

    /**
     * A value, or a row, before and after.
     *
     * @param before null where it was added
     * @param after null where it was taken away
     */
    public record Line(
            @Nullable List<Piece> before, @Nullable List<Piece> after) {}

    /** A piece of a text that differs, or does not. */
    public record Piece(String text, boolean isChanged) {}

    /** The fields that differ between two states of the same kind of record. */
    public static List<Difference> of(List<Said> before, List<Said> after) {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            List<Line> lines = lines(before.get(i).lines(), after.get(i).lines());
            if (!lines.isEmpty()) {
                differences.add(
                        new Difference(before.get(i).name(), before.get(i).label(), lines));
            }
        }
        return differences;
    }

    private static List<Line> lines(List<String> before, List<String> after) {
        List<Line> lines = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            List<String> from = delta.getSource().getLines();
            List<String> to = delta.getTarget().getLines();
            for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
                lines.add(line(i < from.size() ? from.get(i) : null, i < to.size() ? to.get(i) : null));
            }
        }
        return lines;
    }

    private static Line line(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return new Line(
                    before == null ? null : List.of(new Piece(before, true)),
                    after == null ? null : List.of(new Piece(after, true)));
        }
        List<String> from = tokens(before);
        List<String> to = tokens(after);
        List<Piece> left = new ArrayList<>();
        List<Piece> right = new ArrayList<>();
        int done = 0;
        int doneRight = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            add(left, from.subList(done, delta.getSource().getPosition()), false);
            add(right, to.subList(doneRight, delta.getTarget().getPosition()), false);
            add(left, delta.getSource().getLines(), true);
            add(right, delta.getTarget().getLines(), true);
            done = delta.getSource().getPosition() + delta.getSource().size();
            doneRight = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        add(left, from.subList(done, from.size()), false);
        add(right, to.subList(doneRight, to.size()), false);
        return new Line(left, right);
    }

    private static void add(List<Piece> pieces, List<String> tokens, boolean isChanged) {
        if (!tokens.isEmpty()) {
            pieces.add(new Piece(String.join("", tokens), isChanged));
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
