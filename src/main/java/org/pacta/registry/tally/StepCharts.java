package org.pacta.registry.tally;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Account.Held;
import org.pacta.registry.tally.Account.Number;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Holding;
import org.pacta.rules.ledger.Cell;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Charts of what councils announced, what follows and what is recorded, over time. */
@Component
public class StepCharts {

    private static final List<String> COLUMNS = List.of(
            "council",
            "name",
            "meeting",
            "date",
            "day",
            "new",
            "new_basis",
            "to_date",
            "to_date_basis",
            "recorded_new",
            "recorded_to_date",
            "page",
            "sources");

    private final LedgerWording words;
    private final Wording wording;

    StepCharts(LedgerWording words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    /** Something that happened on a day that a series knows a number of. */
    private record Event(
            LocalDate day,
            String date,
            @Nullable Integer meeting,
            @Nullable Number added,
            @Nullable Number toDate,
            String page) {}

    /**
     * A chart of one measure.
     *
     * @param kind steps for totals, meetings for what each meeting added
     */
    public Chart of(List<CouncilLedger> ledgers, Measure measure, String kind) {
        List<Account> accounts = ledgers.stream()
                .filter(ledger -> ledger.ledger().series(measure).measure() == measure)
                .map(ledger -> ledger.account(measure))
                .filter(Account::isSpoken)
                .toList();
        CountingRule rule =
                ledgers.isEmpty() ? CountingRule.PLAIN : ledgers.get(0).rule();
        return new Chart(
                accounts.size() == 1
                        ? "pacta-" + accounts.get(0).ledger().council().slug() + "-" + measure.code()
                        : "pacta-" + measure.code(),
                kind,
                title(accounts, measure),
                accounts.stream().map(this::described).collect(Collectors.joining(words.say("list.space"))),
                words.rule(measure, rule),
                COLUMNS,
                accounts.stream().flatMap(this::rows).toList());
    }

    private String title(List<Account> accounts, Measure measure) {
        if (accounts.size() != 1) {
            return words.say("chart.steps.several", words.measure(measure), accounts.size());
        }
        Account account = accounts.get(0);
        return words.say(
                "chart.steps.title",
                name(account),
                announced(account),
                wording.count(counted(account, account.held())));
    }

    private String described(Account account) {
        return words.say(
                "chart.steps.description",
                name(account),
                announced(account),
                wording.count(counted(account, account.held())),
                account.rows().size());
    }

    private String announced(Account account) {
        Number total = account.total();
        return words.quantity(words.number(total), total.least(), account.measure());
    }

    private static String name(Account account) {
        CouncilLedger.Head council = account.ledger().council();
        return Objects.requireNonNullElseGet(
                council.acronym(), () -> council.name().in(LocaleContextHolder.getLocale()));
    }

    private static long counted(Account account, Held held) {
        return held.counted(account.ledger().rule());
    }

    private Stream<List<@Nullable Object>> rows(Account account) {
        return events(account).stream().map(event -> row(account, event));
    }

    private static List<Event> events(Account account) {
        CouncilLedger ledger = account.ledger();
        List<Event> events = new ArrayList<>();
        for (Account.Row row : account.rows()) {
            ledger.day(row.ordinal())
                    .ifPresent(day -> events.add(new Event(
                            day.sort(),
                            day.edtf(),
                            row.ordinal(),
                            row.added(),
                            row.toDate(),
                            ledger.meetingPath(row.ordinal()))));
        }
        for (Figure figure : account.dated()) {
            Number number = account.ofADay(figure);
            events.add(new Event(
                    Objects.requireNonNull(figure.day()).sort(),
                    figure.day().edtf(),
                    null,
                    null,
                    number,
                    ledger.council().path() + "#figures"));
        }
        account.ofMeasure()
                .filter(holding -> holding.ordinal() == null && holding.day() != null)
                .map(Holding::day)
                .distinct()
                .filter(day -> events.stream().noneMatch(event -> event.day().equals(day)))
                .toList()
                .forEach(day -> events.add(new Event(
                        day,
                        day.toString(),
                        null,
                        null,
                        null,
                        account.rows(null).toString())));
        events.sort(Comparator.comparing(Event::day)
                .thenComparing(Event::meeting, Comparator.nullsFirst(Comparator.naturalOrder())));
        return events;
    }

    private static List<@Nullable Object> row(Account account, Event event) {
        CouncilLedger ledger = account.ledger();
        String sources = Stream.of(event.added(), event.toDate())
                .filter(Objects::nonNull)
                .flatMap(number -> number.figures().stream())
                .flatMap(figure -> figure.sources().stream())
                .map(CouncilLedger.Source::path)
                .distinct()
                .collect(Collectors.joining(" "));
        Held here = event.meeting() == null
                ? Held.of(account.ofMeasure()
                        .filter(holding ->
                                holding.ordinal() == null && event.day().equals(holding.day())))
                : account.heldAt(event.meeting());
        return Arrays.asList(
                ledger.council().slug(),
                name(account),
                event.meeting(),
                event.date(),
                event.day().toString(),
                value(event.added()),
                basis(event.added()),
                value(event.toDate()),
                basis(event.toDate()),
                counted(account, here),
                counted(account, heldBy(account, event.day())),
                event.page(),
                sources);
    }

    /** Rows of meetings held by a day, and rows of no meeting that have a day up to it. */
    private static Held heldBy(Account account, LocalDate day) {
        return Held.of(account.ofMeasure().filter(holding -> {
            LocalDate own = holding.ordinal() == null
                    ? holding.day()
                    : account.ledger()
                            .day(holding.ordinal())
                            .map(date -> date.sort())
                            .orElse(null);
            return own != null && !own.isAfter(day);
        }));
    }

    private static @Nullable Long value(@Nullable Number number) {
        return number == null || number.bounds() == null || number.least() == 0 && !number.isExact()
                ? null
                : (Long) number.least();
    }

    private static @Nullable String basis(@Nullable Number number) {
        if (value(number) == null) {
            return null;
        }
        return number.basis() == Cell.Basis.BOUNDED
                ? "at_least"
                : number.basis().name().toLowerCase(java.util.Locale.ROOT);
    }
}
