package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pasted annex or press release says: agreements and projects, in the order of the text.
 *
 * @param rows one for each agreement or project
 * @param figures the numbers it announces
 */
public record Annex(List<Row> rows, List<AnnouncedNumber> figures) {

    /** Reads a text; what is known is evidence only and may be empty. */
    public static Annex parse(String text, Knowledge known) {
        Knowledge.Index index = known.index();
        Names names = new Names(index);
        SpacedShapes spaced = new SpacedShapes(names);
        HanShapes han = new HanShapes(names, index);
        int[] codePoints = codePoints(text);
        List<Row> rows = new ArrayList<>();
        for (Items.Item item : Items.of(text)) {
            read(item, spaced, han).forEach(reading -> rows.add(reading.row(codePoints)));
        }
        List<AnnouncedNumber> figures = Items.sentences(text).stream()
                .flatMap(sentence -> AnnouncedNumber.in(sentence, codePoints).stream())
                .toList();
        return new Annex(List.copyOf(rows), figures);
    }

    private static List<Reading> read(Items.Item item, SpacedShapes spaced, HanShapes han) {
        if (item.isTooLong()) {
            Row.Kind kind = item.context() == null ? Row.Kind.OTHER : item.context();
            return item.isListed() ? List.of(new Reading(item.piece(), kind).doubt(Row.Why.TOO_LONG)) : List.of();
        }
        if (item.table() != null) {
            return item.table().read(item, spaced, han).stream().toList();
        }
        return HanShapes.suits(item.piece()) ? han.read(item).stream().toList() : spaced.read(item);
    }

    /** For each character of the text, and for its end, how many code points stand before it. */
    private static int[] codePoints(String text) {
        int[] before = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            boolean isSecondHalf =
                    i > 0 && Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1));
            before[i + 1] = before[i] + (isSecondHalf ? 0 : 1);
        }
        return before;
    }
}
