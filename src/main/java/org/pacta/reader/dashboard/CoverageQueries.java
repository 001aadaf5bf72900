package org.pacta.reader.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.WallClock;
import org.pacta.reader.dashboard.CoverageView.Gap;
import org.pacta.reader.dashboard.CoverageView.Missing;
import org.pacta.reader.dashboard.CoverageView.Overdue;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Statements;
import org.pacta.registry.record.CouncilStates;
import org.pacta.registry.record.CouncilStates.Seen;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.telling.CellWording;
import org.pacta.registry.telling.LedgerWording;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is announced or derived and not recorded. */
@Repository
@Transactional(readOnly = true)
public class CoverageQueries {

    private static final int PAGE_SIZE = 24;
    private static final int KEPT = 20;

    private static final String OVERDUE = Statements.OPEN + "< :today";

    private final JdbcClient jdbc;
    private final WallClock clock;
    private final Ledgers ledgers;
    private final LedgerWording words;
    private final CellWording cells;
    private final CouncilStates states;
    private final Snapshots.Kept<CountingRule, List<Gap>> gaps;

    /** What is announced of a council against what is recorded, for as long as its ledger is kept. */
    private final Cache<CouncilLedger, List<Gap>> compared =
            Caffeine.newBuilder().weakKeys().build();

    CoverageQueries(
            JdbcClient jdbc,
            WallClock clock,
            Ledgers ledgers,
            LedgerWording words,
            CellWording cells,
            CouncilStates states,
            Snapshots snapshots) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ledgers = ledgers;
        this.words = words;
        this.cells = cells;
        this.states = states;
        this.gaps = snapshots.keep(KEPT, Duration.ofMinutes(10));
    }

    /** One page of the work to do; no such page when none of its lists reaches it. */
    CoverageView show(int page, CountingRule rule) {
        Seen seen = states.now();
        List<CouncilLedger> all = ledgers.all(rule);
        CoverageView view = new CoverageView(
                Slice.of(gaps(rule, seen, all), page, PAGE_SIZE),
                all.stream()
                        .filter(ledger -> !ledger.missing().isEmpty())
                        .map(this::missing)
                        .toList(),
                overdue(page),
                Slice.of(annexes(), page, PAGE_SIZE),
                rule);
        if (page > view.slice().pages()) {
            throw new NotFoundException("page", page);
        }
        return view;
    }

    /** Every gap by the plain rule, the widest first. */
    public List<Gap> gaps() {
        Seen seen = states.now();
        return gaps(CountingRule.PLAIN, seen, ledgers.all(CountingRule.PLAIN));
    }

    private List<Gap> gaps(CountingRule rule, Seen seen, List<CouncilLedger> all) {
        return gaps.get(
                rule,
                seen.snapshot(),
                seen.all(),
                () -> compared(all).filter(gap -> gap.gap() > 0).toList());
    }

    /** Announced against recorded, meeting by meeting, as a file. */
    Chart chart(CountingRule rule) {
        List<String> columns = List.of(
                "council",
                "meeting",
                "date",
                "measure",
                "announced_or_derived",
                "basis",
                "recorded",
                "perhaps",
                "gap",
                "page",
                "least",
                "most",
                "alternative",
                "proof",
                "sources",
                "aside");
        return new Chart(
                "pacta-coverage",
                "bars",
                words.say("coverage.title"),
                words.say("coverage.title"),
                words.rule(rule),
                columns,
                compared(ledgers.all(rule)).map(this::row).toList());
    }

    private List<@Nullable Object> row(Gap gap) {
        CellWording.Columns cell = cells.columns(gap.tally(), gap.announced());
        return Arrays.asList(
                gap.council().in(LocaleContextHolder.getLocale()),
                gap.ordinal(),
                gap.day() == null ? null : gap.day().edtf(),
                gap.tally().measure().code(),
                gap.announced().least(),
                cell.basis(),
                gap.recorded(),
                gap.perhaps(),
                gap.gap(),
                gap.path(),
                cell.least(),
                cell.most(),
                cell.alternative(),
                cell.proof(),
                cell.sources(),
                cell.aside());
    }

    /** Every number of one meeting that is announced or follows, the widest gap first. */
    private Stream<Gap> compared(List<CouncilLedger> all) {
        return all.stream()
                .flatMap(ledger -> compared.get(ledger, CoverageQueries::compared).stream())
                .sorted(Comparator.comparingLong(Gap::gap).reversed());
    }

    private static List<Gap> compared(CouncilLedger ledger) {
        return ledger.tallies().stream()
                .filter(tally -> tally.isAnnounced() && !repeatsMous(tally))
                .flatMap(tally -> tally.rows().stream()
                        .filter(row ->
                                row.added().bounds() != null && row.added().least() > 0)
                        .map(row -> gap(tally, row)))
                .toList();
    }

    /** All agreements, where each meeting that has a number of them has the same one of MOUs. */
    private static boolean repeatsMous(Tally tally) {
        if (tally.measure() != Measure.AGREEMENTS) {
            return false;
        }
        Tally mous = tally.ledger().tally(Measure.MOUS);
        return tally.measure() != mous.series().measure()
                && tally.rows().stream()
                        .filter(row -> row.added().isKnown())
                        .allMatch(row -> row.added().isExact()
                                && mous.row(row.ordinal())
                                        .filter(same -> same.added().isExact()
                                                && same.added().least()
                                                        == row.added().least())
                                        .isPresent());
    }

    private static Gap gap(Tally tally, Tally.Row row) {
        CouncilLedger ledger = tally.ledger();
        return new Gap(
                tally,
                row.ordinal(),
                row.isOnRecord(),
                ledger.day(row.ordinal()).orElse(null),
                row.added(),
                row.held().inCount(),
                row.held().perhaps(),
                Math.max(0, row.added().least() - row.held().inCount()));
    }

    private Missing missing(CouncilLedger ledger) {
        return new Missing(
                ledger.council().name(),
                ledger.council().path(),
                ledger.missing().stream()
                        .map(run -> words.missing(ledger, run).text())
                        .toList());
    }

    private Slice<Overdue> overdue(int page) {
        LocalDate today = clock.today();
        long total = jdbc.sql("select count(*)" + OVERDUE)
                .param("today", today)
                .query(Long.class)
                .single();
        List<Overdue> rows = jdbc.sql("""
            select line.*, record.path, record.name as record_name, record.local_name as record_local_name
            from (select line.*%s order by due_latest, line.id limit :size offset :offset) line
            left join record on record.kind = 'commitment' and record.id = line.id
            order by due_latest, line.id
            """.formatted(OVERDUE))
                .param("today", today)
                .param("size", PAGE_SIZE)
                .param("offset", (page - 1L) * PAGE_SIZE)
                .query((row, n) -> new Overdue(
                        Columns.read(row, Statements.Commitment.class),
                        row.getString("path"),
                        Columns.name(row, "record_")))
                .list();
        return new Slice<>(rows, page, PAGE_SIZE, total);
    }

    private List<MeetingLine> annexes() {
        return jdbc.sql("""
            select * from meeting_line
            where id in (select meeting_id from meeting_citation join source on source.id = source_id and source.withdrawn_on is null where annex_missing)
            order by day_sort desc nulls last, id
            """)
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .list();
    }
}
