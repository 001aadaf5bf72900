package org.pacta.registry.telling;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.CouncilLedger.Source;
import org.pacta.registry.tally.CouncilLedger.Standing;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Ends;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Bounds;
import org.pacta.rules.ledger.Statement;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Turns a cell of the ledger into words, signs and columns: the one place that sentences, cards, tables, charts and files take them from, so
 * that "announced" is said only of what somebody said. Templates know it as {@code @cellWording}.
 */
@Component
public class CellWording {

    private final MessageSource messages;
    private final Wording wording;
    private final FigureWording figures;
    private final SumWording sums;

    CellWording(MessageSource messages, Wording wording, FigureWording figures, SumWording sums) {
        this.messages = messages;
        this.wording = wording;
        this.figures = figures;
        this.sums = sums;
    }

    /**
     * A cell as columns of a file and points of a chart.
     *
     * @param value the number that is announced or follows exactly; null where there is none or only bounds
     * @param least the least it can be, null where nothing says
     * @param alternative the number with the founding agreement, or the others that rival sources give
     * @param proof the sum it follows from
     * @param sources addresses of all sources it rests on
     * @param aside the figures that are given for it and do not count, with the reason; null where there are none
     * @param words the number as pages say it
     */
    public record Columns(
            @Nullable Long value,
            @Nullable Long least,
            @Nullable Long most,
            String basis,
            @Nullable String alternative,
            @Nullable String proof,
            @Nullable String sources,
            @Nullable String aside,
            String words) {}

    /** A number as short as it can be said: "13", "at least 47", "13 to 15", "about 50", "8 or 9", "230, then 150". */
    public String number(Number number) {
        String own = own(number);
        return number.higher() == null ? own : say("number.then", own(number.higher()), own);
    }

    private String own(Number number) {
        if (number.basis().isSaid() || number.bounds() == null && !number.said().isEmpty()) {
            List<String> said =
                    number.said().stream().map(figures::amount).distinct().toList();
            return number.basis() == Basis.RIVAL ? String.join(say("number.or"), said) : said.get(0);
        }
        return number.bounds() == null ? say("basis.unknown") : sums.bounds(number.bounds());
    }

    /** The same with its measure: "29 MOUs". */
    public String quantity(Number number) {
        return figures.quantity(number(number), counted(number), number.measure());
    }

    /** The same, and how it is known where a reader could take it for announced: "15 MOUs (derived)". */
    String qualified(Number number) {
        boolean isTaken =
                number.basis() == Basis.DERIVED || number.basis() == Basis.ASSUMED || number.basis() == Basis.DISPUTED;
        return quantity(number) + (isTaken ? say("told.because", basis(number.basis())) : "");
    }

    /** What a number counts, in the number the language asks for: "MOUs". */
    public String noun(Number number) {
        return say("noun." + number.measure().code(), counted(number));
    }

    /** How many a number is to the grammar of a language. */
    private static long counted(Number number) {
        return number.bounds() != null
                ? number.least()
                : number.said().stream()
                        .flatMap(figure -> Stream.ofNullable(figure.value()))
                        .findFirst()
                        .orElse(0);
    }

    /** A number with how it is known: "29 MOUs announced", "70 MOUs derived (52 + 18)". */
    public String told(Number number) {
        return say(
                "told." + (number.higher() == null ? number.basis().code() : "fallen"),
                number.isKnown()
                        ? quantity(number)
                        : say("measure." + number.measure().code()),
                reasons(number));
    }

    /** What stands behind a number that is not announced: the sum it follows from, and what it would be otherwise. */
    public String reasons(Number number) {
        String sum = number.isDerived() && number.isExact() && sums.hasSum(number) ? sums.sum(number) : "";
        String alternative =
                number.withFounding() == null ? "" : say("ledger.founding", wording.count(number.withFounding()));
        String doubt = doubt(number);
        String both = Stream.of(sum, narrowed(number), alternative, doubt)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(say("list.semicolon")));
        return both.isEmpty() ? "" : say("told.because", both);
    }

    /** What a table says under a number, each on a line of its own: the sum, how it is known, what it would be otherwise. */
    public List<String> notes(Number number) {
        boolean hasSum = number.isDerived() && number.isExact() && sums.hasSum(number);
        return Stream.of(
                        hasSum ? "= " + sums.sum(number) : "",
                        number.isDerived() ? stated(number) : "",
                        number.basis().isExplained() ? basis(number.basis()) : "",
                        narrowed(number),
                        number.withFounding() == null
                                ? ""
                                : say("ledger.founding", wording.count(number.withFounding())),
                        doubt(number),
                        number.lender() == null
                                ? ""
                                : say(
                                        "ledger.lent",
                                        say("measure." + number.lender().code())))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private String doubt(Number number) {
        if (!number.isDoubtful()) {
            return "";
        }
        return say(number.basis() == Basis.RIVAL ? "ledger.rivals_contradicted" : "ledger.doubtful");
    }

    /** What sources say of a number that follows more exactly than they give it. */
    private String stated(Number number) {
        String said = number.said().stream()
                .filter(Figure::isReported)
                .map(figures::amount)
                .distinct()
                .collect(Collectors.joining(say("list.comma")));
        return said.isEmpty() ? "" : say("ledger.stated", said);
    }

    /** What other numbers say of one that its source does not give exactly. */
    private String narrowed(Number number) {
        return number.isNarrowed() ? say("ledger.narrowed", sums.bounds(Objects.requireNonNull(number.bounds()))) : "";
    }

    /** What a table says under a number of recorded rows: those that may be in the count, and those that the rule adds. */
    public List<String> notes(Held held, CountingRule rule) {
        Stream<String> perhaps =
                held.perhaps() == 0 ? Stream.empty() : Stream.of(say("ledger.perhaps", held.perhaps()));
        Stream<String> added = Stream.of(Standing.OUTSIDE, Standing.FOUNDING, Standing.SUB_COUNCIL)
                .filter(standing -> held.of(standing) > 0 && standing.isCountedBy(rule))
                .map(standing -> say(
                        "ledger.plus."
                                + Objects.requireNonNull(standing.extra()).code(),
                        wording.count(held.of(standing))));
        return Stream.concat(perhaps, added).toList();
    }

    /** How a number is known, in a word or two. */
    public String basis(Basis basis) {
        return say("basis." + basis.code());
    }

    public Columns columns(Tally tally, Number number) {
        Ends ends = number.ends();
        return new Columns(
                value(number),
                ends.least(),
                ends.most(),
                number.basis().code(),
                alternative(number),
                number.isProved() ? sums.proof(number) : null,
                sources(tally, number),
                number.asides().isEmpty() ? null : aside(number),
                number.isKnown() ? number(number) : "");
    }

    private static @Nullable Long value(Number number) {
        if (number.basis().isSaid()) {
            return number.said().stream()
                    .flatMap(figure -> Stream.ofNullable(figure.value()))
                    .findFirst()
                    .map(Long::valueOf)
                    .orElse(null);
        }
        return number.isExact() ? number.ends().least() : null;
    }

    private @Nullable String alternative(Number number) {
        if (number.basis() == Basis.RIVAL) {
            return number.said().stream()
                    .map(figures::amount)
                    .distinct()
                    .skip(1)
                    .collect(Collectors.joining(" "));
        }
        return number.withFounding() == null ? null : String.valueOf(number.withFounding());
    }

    private static @Nullable String sources(Tally tally, Number number) {
        Stream<Source> announced = number.said().stream().flatMap(figure -> figure.sources().stream());
        Bounds bounds = number.bounds();
        Stream<Source> proving = bounds == null || !number.isProved()
                ? Stream.empty()
                : bounds.statements().stream().flatMap(statement -> tally.ledger().sources(statement).stream());
        String paths =
                Stream.concat(announced, proving).map(Source::path).distinct().collect(Collectors.joining(" "));
        return paths.isEmpty() ? null : paths;
    }

    private String aside(Number number) {
        return number.asides().stream().map(figures::aside).collect(Collectors.joining(say("list.semicolon")));
    }

    /** How many of a number are to find: so many where it is one number, contradicted or not, else so many at least. */
    public String toFind(Number number, long difference) {
        boolean isOne = number.bounds() != null && number.bounds().isExact();
        return isOne ? wording.count(difference) : say("comparator.at_least", wording.count(difference));
    }

    /** When a number was reached: after or at a meeting, or as of a day; of two, one after the other. */
    public String when(Tally tally, Number number) {
        String own = day(tally, number);
        return number.higher() == null ? own : say("tally.then", day(tally, number.higher()), own);
    }

    private String day(Tally tally, Number number) {
        if (number.place() instanceof Statement.After after) {
            return say("tally.after", wording.ordinal(after.ordinal()));
        }
        if (number.place() instanceof Statement.At at) {
            return say("tally.at", wording.ordinal(at.through()));
        }
        boolean isTotal = number.said().stream().anyMatch(Figure::isTotal);
        return tally.day(number)
                .map(day -> isTotal ? figures.asOf(day) : wording.date(day))
                .orElse("");
    }

    /** The days of a table: "as of May 2023" for totals, "May 2023" for an occasion. */
    public String day(LedgerTable.Dated dated) {
        if (dated.day() == null) {
            return say("sentence.undated");
        }
        return dated.isTotal() ? figures.asOf(dated.day()) : wording.date(dated.day());
    }

    /** The numbers of the other occasions, the newest first, where a number is that of the newest. */
    public String others(Tally tally) {
        List<Number> occasions =
                tally.occasions().stream().filter(Number::isResult).toList();
        String earlier = IntStream.iterate(occasions.size() - 2, i -> i >= 0, i -> i - 1)
                .mapToObj(occasions::get)
                .map(number -> say("sentence.apart", number(number), when(tally, number)))
                .collect(Collectors.joining(say("list.comma")));
        return earlier.isEmpty() ? "" : say("tally.earlier", earlier);
    }

    /** How a number is known, and that it is a total where it is one. */
    public String label(Number number) {
        return isTotal(number) ? say("tally.to_date", basis(number.basis())) : basis(number.basis());
    }

    private static boolean isTotal(Number number) {
        return number.place() == null
                ? number.said().stream().anyMatch(Figure::isTotal)
                : !(number.place() instanceof Statement.At);
    }

    /** How a number is known among totals: of one that is none, when it was announced too. */
    public String amongTotals(Tally tally, Number number) {
        return isTotal(number)
                ? basis(number.basis())
                : basis(number.basis()) + say("list.pause") + when(tally, number);
    }

    /** Where a number leads: to its proof, or to the source that says it; one that another measure alone says, where that one leads. */
    public @Nullable String href(Tally tally, Number number) {
        CouncilLedger ledger = tally.ledger();
        if (number.lender() != null) {
            Tally lender = ledger.tally(number.lender());
            return LedgerView.lent(lender, number)
                    .flatMap(lent -> Optional.ofNullable(href(lender, lent)))
                    .orElse(null);
        }
        return number.isDerived()
                ? ledger.rule().on(Address.of(ledger.council().path())) + "#" + LedgerView.anchor(number)
                : number.said().stream()
                        .flatMap(figure -> figure.sources().stream())
                        .findFirst()
                        .map(Source::path)
                        .orElse(null);
    }

    private String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
