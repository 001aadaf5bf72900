package org.pacta.registry.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Detail;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.KeptIn;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Refers;
import org.pacta.platform.form.Usual;
import org.pacta.platform.form.Worded;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.PartialDate.Inferred;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.Source;
import org.pacta.reference.topic.FocusArea;
import org.pacta.registry.council.Council;
import org.pacta.registry.council.Council.Counting;
import org.pacta.registry.meeting.Meeting;
import org.pacta.rules.term.Length;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

/**
 * What is entered of an agreement.
 *
 * @param council may be left out where the meeting is given
 * @param position the number at the meeting; left out for the next that is free
 * @param runsFor a length such as {@code P5Y}, or in words
 * @param untilEnded whether it runs until somebody ends it
 * @param noticePeriod how long before its end one has to give notice, in the way of {@code runsFor}
 */
public record AgreementForm(
        @NotNull(message = "{rule.required}") @Usual("mou") Agreement.Kind kind,
        @Nullable String kindAsPrinted,
        @Nullable String title,
        @Nullable String localTitle,
        @Worded("translated.*") @Nullable Translated translated,
        @Prose @Nullable String summary,
        @Prose @Nullable String localSummary,
        @Worded("translated.*") @Nullable Translated summaryTranslated,
        @Refers(Council.class) @Nullable Long council,
        @Refers(Meeting.class) @Nullable Long meeting,
        @Positive(message = "{rule.positive}") @Nullable Integer position,
        @Nullable PartialDate signedOn,
        @Worded("inferred.*") @Nullable Inferred signedOnInferred,
        @Detail @Nullable String placeOfSigning,
        @Detail @Nullable String seriesNumber,
        @Detail @Nullable String approval,
        @Detail @Nullable String authenticLanguages,
        @Nullable PartialDate inForceFrom,
        @Nullable PartialDate validUntil,
        @Nullable String runsFor,
        Boolean untilEnded,
        Term.@Nullable Renewal renewal,
        @Nullable String noticePeriod,

        @NotNull(message = "{rule.required}") @Usual("signed")
        AgreementStatus status,

        @NotNull(message = "{rule.required}") @Usual("in_count")
        Counting counting,

        @Prose @Nullable String countingNote,

        @NotNull(message = "{rule.required}") @Usual("all_published")
        Parties parties,

        @Refers(Council.class) @Nullable Long foundsCouncil,
        @Prose @Nullable String note,
        @KeptIn(value = "signatory", orderedBy = "position") List<@NotNull @Valid Signatory> signatories,

        @KeptIn(value = "agreement_statement", orderedBy = "position")
        List<@NotNull @Valid Statement> statements,

        @KeptIn("agreement_relation") List<@NotNull @Valid Relation> relations,

        @Refers(FocusArea.class) @KeptIn(value = "agreement_focus_area", orderedBy = "focus_area_id")
        List<@NotNull Long> focusAreas,

        @KeptIn("agreement_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public AgreementForm {
        runsFor = length(runsFor);
        untilEnded = Objects.requireNonNullElse(untilEnded, false);
        noticePeriod = length(noticePeriod);
        signatories = Objects.requireNonNullElse(signatories, List.of());
        statements = Rows.byDay(Objects.requireNonNullElse(statements, List.of()), Statement::day);
        relations = Objects.requireNonNullElse(relations, List.of());
        focusAreas = Objects.requireNonNullElse(focusAreas, List.of());
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    /** As ISO 8601 writes it where it can be read. */
    private static @Nullable String length(@Nullable String text) {
        return text == null ? null : Length.read(text).map(Length::toString).orElse(text);
    }

    static AgreementForm of(Agreement agreement) {
        return new AgreementForm(
                agreement.kind(),
                agreement.kindAsPrinted(),
                agreement.title().text(),
                agreement.title().local(),
                agreement.translated(),
                agreement.summary().text(),
                agreement.summary().local(),
                agreement.summaryTranslated(),
                id(agreement.council()),
                agreement.meeting() == null ? null : agreement.meeting().getId(),
                agreement.position(),
                agreement.signedOn(),
                agreement.signedOnInferred(),
                agreement.placeOfSigning(),
                agreement.seriesNumber(),
                agreement.approval(),
                agreement.authenticLanguages(),
                agreement.inForceFrom(),
                agreement.validUntil(),
                agreement.runsFor(),
                agreement.untilEnded(),
                agreement.renewal(),
                agreement.noticePeriod(),
                agreement.status(),
                agreement.counting(),
                agreement.countingNote(),
                agreement.parties(),
                id(agreement.foundsCouncil()),
                agreement.note(),
                agreement.signatories().stream().map(Signatory::of).toList(),
                agreement.statements().stream().map(Statement::of).toList(),
                agreement.relations().stream()
                        .map(relation -> new Relation(relation.related().getId(), relation.kind()))
                        .toList(),
                agreement.focusAreas().stream().map(FocusArea::getId).sorted().toList(),
                CitationForm.of(agreement.citations()));
    }

    /**
     * What is told of its status, another choice of status than before included as what is known without a day.
     *
     * @param before its status until now
     */
    List<Statement> told(AgreementStatus before) {
        AgreementStatus last = statements.isEmpty()
                ? null
                : statements.get(statements.size() - 1).status();
        boolean isTold = last == null ? !status.isTold() : status == last || status == before;
        if (isTold) {
            return statements;
        }
        if (last != null && !last.canBecome(status)) {
            throw new BrokenRuleException("status_follows");
        }
        List<Statement> told = new ArrayList<>(statements);
        told.add(new Statement(status, null, null, null));
        return told;
    }

    @Override
    public void check(Errors errors) {
        if (new Name(title, localTitle).isEmpty()) {
            errors.rejectValue("title", "rule.agreement_title_ck");
        }
        checkTerm(errors);
        for (int i = 0; i < signatories.size(); i++) {
            if (signatories.get(i).organisation == null && signatories.get(i).person == null) {
                errors.rejectValue("signatories[%d].organisation".formatted(i), "rule.signatory_holder_ck");
            }
        }
        Rows.repeats(relations)
                .forEach(i -> errors.rejectValue("relations[%d].related".formatted(i), "rule.agreement_relation_uk"));
        Rows.breaks(statements, (one, next) -> one.status().canBecome(next.status())).stream()
                .filter(i -> statements.get(i).reason() == null)
                .forEach(i -> errors.rejectValue("statements[%d].reason".formatted(i), "rule.status_move"));
        CitationForm.check(citations, errors);
    }

    @Override
    public List<MessageSourceResolvable> doubts(LocalDate today) {
        List<String> doubts = new ArrayList<>();
        if (status != AgreementStatus.PLANNED && signedOn != null && signedOn.isAfter(today)) {
            doubts.add("doubt.signed_ahead");
        }
        boolean isTooEarly = signedOn != null
                && statements.stream()
                        .anyMatch(statement -> statement.status != AgreementStatus.PLANNED
                                && statement.day != null
                                && statement.day.isBefore(signedOn));
        if (isTooEarly) {
            doubts.add("doubt.told_early");
        }
        if (statements.stream().anyMatch(statement -> statement.day != null && statement.day.isAfter(today))) {
            doubts.add("doubt.told_ahead");
        }
        boolean isTwice = !Rows.repeats(signatories.stream()
                        .filter(party -> party.organisation != null)
                        .map(party -> List.of(party.role, party.organisation))
                        .toList())
                .isEmpty();
        if (isTwice) {
            doubts.add("doubt.party_twice");
        }
        boolean isExtendedInVain = validUntil != null
                && statements.stream()
                        .anyMatch(statement -> statement.status == AgreementStatus.EXTENDED
                                && statement.day != null
                                && validUntil.isBefore(statement.day));
        if (isExtendedInVain) {
            doubts.add("doubt.extended_in_vain");
        }
        return doubts.stream()
                .<MessageSourceResolvable>map(DefaultMessageSourceResolvable::new)
                .toList();
    }

    private void checkTerm(Errors errors) {
        if (runsFor != null && Length.read(runsFor).isEmpty()) {
            errors.rejectValue("runsFor", "rule.agreement_runs_for_ck");
        }
        if (noticePeriod != null && Length.read(noticePeriod).isEmpty()) {
            errors.rejectValue("noticePeriod", "rule.agreement_notice_period_ck");
        }
        if (untilEnded && (validUntil != null || runsFor != null)) {
            errors.rejectValue("untilEnded", "rule.agreement_term_ck");
        }
        if (inForceFrom != null && validUntil != null && validUntil.isBefore(inForceFrom)) {
            errors.rejectValue("validUntil", "rule.agreement_term_order_ck");
        }
    }

    private static @Nullable Long id(@Nullable Council council) {
        return council == null ? null : council.getId();
    }

    /**
     * An organisation in the agreement, or the person who signed where it was not published.
     *
     * @param sides the places it stands for
     */
    public record Signatory(
            @NotNull(message = "{rule.required}") @Worded("party.*") @Usual("signs")
            org.pacta.registry.agreement.Signatory.Role role,

            @Refers(Organisation.class) @Nullable Long organisation,
            @Nullable String asPrinted,

            @Refers(Place.class) @KeptIn(value = "signatory_side", orderedBy = "place_id")
            List<@NotNull Long> sides,

            @Refers(Person.class) @Nullable Long person,
            @Nullable String office) {

        public Signatory {
            sides = Objects.requireNonNullElse(sides, List.of());
        }

        static Signatory of(org.pacta.registry.agreement.Signatory signatory) {
            return new Signatory(
                    signatory.role(),
                    signatory.organisation() == null
                            ? null
                            : signatory.organisation().getId(),
                    signatory.asPrinted(),
                    signatory.sides().stream().map(Place::getId).sorted().toList(),
                    signatory.person() == null ? null : signatory.person().getId(),
                    signatory.office());
        }
    }

    /** What the agreement does to another. */
    public record Relation(
            @Refers(Agreement.class) @NotNull(message = "{rule.required}")
            Long related,

            @NotNull(message = "{rule.required}") @Worded("relation.*.out")
            AgreementRelation.Kind kind) {}

    /** What a source says it was from a day on. */
    public record Statement(
            @NotNull(message = "{rule.required}") @Worded("status.*")
            AgreementStatus status,

            @Nullable PartialDate day,
            @Refers(Source.class) @Nullable Long source,
            @Nullable String reason) {

        static Statement of(AgreementStatement statement) {
            Source source = statement.source();
            return new Statement(
                    statement.status(), statement.day(), source == null ? null : source.getId(), statement.reason());
        }
    }
}
