package org.pacta.exchange.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from the check constraints of a table, as PostgreSQL words them, what they demand of one column each. */
class CheckConstraints {

    /** What a partial date looks like; whether its days exist only the database can tell. */
    static final String PARTIAL_DATE = "\\d{4}(-\\d\\d(-\\d\\d)?)?|\\[(\\d{4}[\\d-]*)?\\.\\.\\d{4}[\\d-]*\\]"
            + "|\\.\\./\\d{4}[\\d-]*|\\d{4}[\\d-]*/(\\.\\.|\\d{4}[\\d-]*)";

    private static final Pattern WORD = Pattern.compile("'([^']*)'::text");

    private final List<String> definitions;

    CheckConstraints(List<String> definitions) {
        this.definitions = definitions;
    }

    boolean isPartialDate(String column) {
        return find("edtf_is_valid\\(\"?%s\"?\\)", column, MatchResult::group) != null;
    }

    ColumnEntry.Rule rule(String column) {
        Integer atLeast = number("\\(\"?%s\"? >= (\\d+)\\)", column);
        Integer moreThan = number("^CHECK \\(\\(\"?%s\"? > (\\d+)\\)\\)$", column);
        return new ColumnEntry.Rule(
                choices(column),
                pattern(column),
                moreThan == null ? atLeast : Integer.valueOf(moreThan + 1),
                number("\\(\"?%s\"? <= (\\d+)\\)", column),
                number("\\(length\\(\"?%s\"?\\) <= (\\d+)\\)", column));
    }

    private List<String> choices(String column) {
        List<String> words = new ArrayList<>();
        String list = find("\\(\"?%s\"? = ANY \\(ARRAY\\[(.*?)\\]\\)", column, match -> match.group(1));
        if (list != null) {
            WORD.matcher(list).results().map(word -> word.group(1)).forEach(words::add);
        }
        return words;
    }

    private @Nullable String pattern(String column) {
        return isPartialDate(column)
                ? PARTIAL_DATE
                : find("\\(\"?%s\"? ~ '\\^(.*)\\$'::text\\)", column, match -> match.group(1));
    }

    private @Nullable Integer number(String form, String column) {
        return find(form, column, match -> Integer.valueOf(match.group(1)));
    }

    private <T> @Nullable T find(String form, String column, Function<MatchResult, T> found) {
        Pattern pattern = Pattern.compile(form.formatted(Pattern.quote(column)));
        return definitions.stream()
                .flatMap(definition -> pattern.matcher(definition).results())
                .findFirst()
                .map(found)
                .orElse(null);
    }
}
