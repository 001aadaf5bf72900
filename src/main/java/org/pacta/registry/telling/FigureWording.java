package org.pacta.registry.telling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CountingRule;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Statement;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a figure as its source has it, with its day and why it does not count; templates know it as {@code @figureWording}. */
@Component
public class FigureWording {

    private final MessageSource messages;
    private final Wording wording;

    FigureWording(MessageSource messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    /** "29 MOUs", in the number the language asks for. */
    public String quantity(String number, long grammatical, Measure measure) {
        return say("quantity." + measure.code(), number, grammatical);
    }

    /** The quantity of a figure as its source has it. */
    String quantity(Figure figure) {
        return ofSide(figure, quantity(amount(figure), figure.value() == null ? 2 : figure.value(), figure.measure()));
    }

    /** A figure that does not count, and why. */
    public String aside(Figure figure) {
        String amount = ofSide(figure, amount(figure));
        if (figure.isPlanned()) {
            return say("told.planned", amount);
        }
        return figure.setAsideReason() == null ? amount : say("figure.aside", amount, figure.setAsideReason());
    }

    private String ofSide(Figure figure, String amount) {
        return figure.side().isEmpty()
                ? amount
                : say("figure.of_side", amount, figure.side().in(LocaleContextHolder.getLocale()));
    }

    /** A figure as its source has it. */
    public String amount(Figure figure) {
        if (figure.amount() instanceof Statement.Relation relation) {
            return say("figure.times", wording.number(relation.factor()), wording.ordinal(relation.ordinal()));
        }
        Statement.Count count = (Statement.Count) figure.amount();
        return say(
                "comparator." + figure.comparator(),
                figure.valueAsPrinted() == null
                        ? wording.count(count.value())
                        : say(
                                "figure.digits",
                                figure.valueAsPrinted(),
                                wording.count(count.value()),
                                wording.count(count.upTo())));
    }

    /** Of which day a total is: "as of May 2023", or "by" a day that it may be earlier than. */
    public String asOf(PartialDate date) {
        return date.earliest() == null && date.latest() != null
                ? say("figure.by", wording.date(PartialDate.parse(date.latest().toString())))
                : say("figure.as_of", wording.date(date));
    }

    /** The end of a date that is not a day, the day of the rule at most. */
    String by(PartialDate date, CountingRule rule) {
        LocalDate last = rule.by(date);
        if (!last.equals(date.latest())) {
            return wording.date(PartialDate.parse(last.toString()));
        }
        if (date.edtf().length() == 4) {
            return say("sentence.year_end", date.edtf());
        }
        boolean isMonth = date.edtf().matches("\\d{4}-(0\\d|1[0-2])");
        return wording.date(isMonth ? date : PartialDate.parse(last.toString()));
    }

    private String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
