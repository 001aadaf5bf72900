package org.pacta.desk.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.Piece;

/** Organisations as they are typed in one field: names with semicolons between them, each with its place behind an at sign if need be. */
public final class PartyText {

    private static final Pattern BETWEEN = Pattern.compile("[;；\\n]");
    private static final Pattern AT = Pattern.compile(" [@＠] ?");

    private PartyText() {}

    /**
     * One of the organisations.
     *
     * @param place as typed; null where none was
     */
    public record Party(String name, @Nullable String place) {}

    public static List<Party> read(@Nullable String typed) {
        List<Party> parties = new ArrayList<>();
        for (String part : typed == null ? new String[0] : BETWEEN.split(typed)) {
            String[] halves = AT.split(Piece.of(part).line(), 2);
            if (!halves[0].isEmpty()) {
                parties.add(new Party(halves[0], halves.length == 1 || halves[1].isEmpty() ? null : halves[1]));
            }
        }
        return parties;
    }

    public static String write(List<Party> parties) {
        return parties.stream()
                .map(party -> party.place == null ? party.name : party.name + " @ " + party.place)
                .collect(Collectors.joining("; "));
    }
}
