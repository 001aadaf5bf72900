package org.pacta.rules.ledger;

import static org.pacta.rules.ledger.Statement.Comparator.EXACTLY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Evidence.Founding;
import org.pacta.rules.ledger.Evidence.Meeting;
import org.pacta.rules.ledger.Evidence.OneSeries;
import org.pacta.rules.ledger.Evidence.Recorded;
import org.pacta.rules.ledger.Statement.AsOf;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Count;
import org.pacta.rules.ledger.Statement.Place;
import org.pacta.rules.ledger.Statement.Relation;
import org.pacta.rules.ledger.Statement.Standing;

/** Collects evidence for a test, and enters it in whatever order is asked for. */
final class Figures {

    static final Founding MOU = new Founding("founding", Set.of(Measure.MOUS, Measure.AGREEMENTS));

    private final List<Meeting> meetings = new ArrayList<>();
    private final List<Meeting> awaited = new ArrayList<>();
    private final Set<Integer> cancelled = new HashSet<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private @Nullable Founding founding;
    private @Nullable OneSeries oneSeries;

    static Place asOf(String earliest, String latest) {
        return new AsOf(LocalDate.parse(earliest), LocalDate.parse(latest));
    }

    static Place span(int first, int last) {
        return new At(first, last);
    }

    /** The council of the Shenzhen texts, whose 2nd meeting is in none of them. */
    static Figures shenzhen() {
        return new Figures()
                .meeting(1, "2020-06-17")
                .meeting(3, "2022-11-25")
                .meeting(4, "2023-12-15")
                .founding()
                .state(Measure.MOUS, Place.at(1), 8)
                .state(Measure.MOUS, Place.at(3), 8)
                .state(Measure.MOUS, Place.after(3), 21)
                .state(Measure.MOUS, Place.at(4), 8)
                .state(Measure.MOUS, Place.after(4), 29)
                .state(Measure.PROJECTS, Place.at(3), 14)
                .relate(Measure.PROJECTS, Place.at(3), EXACTLY, "2", 2)
                .state(Measure.PROJECTS, Place.after(3), 29)
                .state(Measure.PROJECTS, Place.at(4), 14)
                .state(Measure.PROJECTS, Place.after(4), 43)
                .record(Measure.PROJECTS, 4, 14);
    }

    /** The council of the Shanghai texts, whose sources speak of agreements and of MOUs. */
    static Figures shanghai() {
        return new Figures()
                .meeting(1, "2019-05-24")
                .meeting(4, "2023-04-24")
                .meeting(5, "2024-07-10")
                .meeting(6, "2025-10-15")
                .founding()
                .oneSeries(Measure.AGREEMENTS, Measure.MOUS, "the sources use both words for one list")
                .state(Measure.AGREEMENTS, Place.at(1), 5)
                .state(Measure.AGREEMENTS, asOf("2023-05-01", "2023-05-31"), 37)
                .state(Measure.AGREEMENTS, Place.at(4), 15)
                .state(Measure.MOUS, Place.at(5), 15)
                .state(Measure.MOUS, Place.before(6), 52)
                .state(Measure.MOUS, Place.at(6), 18);
    }

    Figures meeting(int ordinal, String day) {
        return meeting(ordinal, day, day);
    }

    Figures meeting(int ordinal, String earliest, String latest) {
        meetings.add(new Meeting(ordinal, LocalDate.parse(earliest), LocalDate.parse(latest)));
        return this;
    }

    Figures meetings(int count) {
        for (int ordinal = 1; ordinal <= count; ordinal++) {
            meetings.add(new Meeting(ordinal, null, null));
        }
        return this;
    }

    Figures cancel(int ordinal) {
        cancelled.add(ordinal);
        return this;
    }

    Figures state(Measure measure, Place place, int value) {
        return state(measure, place, EXACTLY, value);
    }

    Figures state(Measure measure, Place place, Statement.Comparator comparator, int value) {
        return add(measure, place, new Count(comparator, value), false, Standing.REPORTED);
    }

    Figures read(Measure measure, Place place, Statement.Comparator comparator, String digits) {
        return add(measure, place, Count.ofDigits(comparator, digits), false, Standing.REPORTED);
    }

    Figures ofOneSide(Measure measure, Place place, int value) {
        return add(measure, place, new Count(EXACTLY, value), false, Standing.ONE_SIDED);
    }

    Figures prefer(Measure measure, Place place, int value) {
        return add(measure, place, new Count(EXACTLY, value), true, Standing.REPORTED);
    }

    Figures plan(Measure measure, Place place, int value) {
        return add(measure, place, new Count(EXACTLY, value), false, Standing.PLANNED);
    }

    Figures setAside(Measure measure, Place place, int value) {
        return add(measure, place, new Count(EXACTLY, value), false, Standing.SET_ASIDE);
    }

    Figures relate(Measure measure, Place place, Statement.Comparator comparator, String factor, int ordinal) {
        return add(measure, place, new Relation(comparator, new BigDecimal(factor), ordinal), false, Standing.REPORTED);
    }

    Figures record(Measure measure, int ordinal, int count) {
        recorded.add(new Recorded(measure, ordinal, count, 0));
        return this;
    }

    Figures founding() {
        founding = MOU;
        return this;
    }

    Figures oneSeries(Measure word, Measure series, String reason) {
        oneSeries = new OneSeries(word, series, reason);
        return this;
    }

    Figures with(Consumer<Figures> more) {
        more.accept(this);
        return this;
    }

    Figures await(int ordinal, String day) {
        awaited.add(new Meeting(ordinal, LocalDate.parse(day), LocalDate.parse(day)));
        return this;
    }

    Ledger ledger() {
        return Ledger.of(evidence());
    }

    Ledger ledger(Random order) {
        List<Meeting> shuffledMeetings = shuffled(meetings, order);
        List<Statement> shuffledStatements = shuffled(statements, order);
        return Ledger.of(new Evidence(
                shuffledMeetings,
                awaited,
                cancelled,
                shuffledStatements,
                shuffled(recorded, order),
                founding,
                oneSeries));
    }

    Evidence evidence() {
        return new Evidence(meetings, awaited, cancelled, statements, recorded, founding, oneSeries);
    }

    List<Statement> statements() {
        return statements;
    }

    Figures add(Statement statement) {
        return add(
                statement.measure(),
                statement.place(),
                statement.amount(),
                statement.preferred(),
                statement.standing());
    }

    private Figures add(Measure measure, Place place, Statement.Amount amount, boolean preferred, Standing standing) {
        statements.add(new Statement("figure " + (statements.size() + 1), measure, place, amount, preferred, standing));
        return this;
    }

    private static <T> List<T> shuffled(List<T> list, Random order) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, order);
        return copy;
    }
}
