package org.pacta.registry.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.PartialDate.Inferred;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.topic.FocusArea;
import org.pacta.registry.council.Council;
import org.pacta.registry.council.Counting;
import org.springframework.validation.Errors;

/**
 * What is entered of an agreement.
 *
 * @param council may be left out where the meeting is given
 * @param position the number at the meeting; left out for the next that is free
 */
public record AgreementForm(
        @NotNull(message = "{rule.required}") Agreement.Kind kind,
        @Nullable String kindAsPrinted,
        @Nullable String title,
        @Nullable String localTitle,
        @Nullable String summary,
        @Nullable String localSummary,
        @Nullable Long council,
        @Nullable Long meeting,
        @Positive(message = "{rule.positive}") @Nullable Integer position,
        @Nullable PartialDate signedOn,
        @Nullable Inferred signedOnInferred,
        @NotNull(message = "{rule.required}") Agreement.Status status,
        @NotNull(message = "{rule.required}") Counting counting,
        @Nullable String countingNote,
        @NotNull(message = "{rule.required}") Parties parties,
        @Nullable Long foundsCouncil,
        @Nullable String note,
        List<@NotNull @Valid Signatory> signatories,
        List<@NotNull @Valid Relation> relations,
        List<@NotNull Long> focusAreas,
        List<@NotNull @Valid CitationForm> citations) {

    public AgreementForm {
        signatories = Objects.requireNonNullElse(signatories, List.of());
        relations = Objects.requireNonNullElse(relations, List.of());
        focusAreas = Objects.requireNonNullElse(focusAreas, List.of());
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static AgreementForm of(Agreement agreement) {
        return new AgreementForm(
                agreement.kind(),
                agreement.kindAsPrinted(),
                agreement.title().text(),
                agreement.title().local(),
                agreement.summary().text(),
                agreement.summary().local(),
                id(agreement.council()),
                agreement.meeting() == null ? null : agreement.meeting().getId(),
                agreement.position(),
                agreement.signedOn(),
                agreement.signedOnInferred(),
                agreement.status(),
                agreement.counting(),
                agreement.countingNote(),
                agreement.parties(),
                id(agreement.foundsCouncil()),
                agreement.note(),
                agreement.signatories().stream().map(Signatory::of).toList(),
                agreement.relations().stream()
                        .map(relation -> new Relation(relation.related().getId(), relation.kind()))
                        .toList(),
                agreement.focusAreas().stream().map(FocusArea::getId).sorted().toList(),
                CitationForm.of(agreement.citations()));
    }

    /** Tells of the rules that take more than one field. */
    public void check(Errors errors) {
        if (new Name(title, localTitle).isEmpty()) {
            errors.rejectValue("title", "rule.agreement_title_ck");
        }
        for (int i = 0; i < signatories.size(); i++) {
            if (signatories.get(i).organisation == null && signatories.get(i).person == null) {
                errors.rejectValue("signatories[%d].organisation".formatted(i), "rule.signatory_holder_ck");
            }
        }
        Rows.repeats(relations)
                .forEach(i -> errors.rejectValue("relations[%d].related".formatted(i), "rule.agreement_relation_uk"));
        CitationForm.check(citations, errors);
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
            @NotNull(message = "{rule.required}") org.pacta.registry.agreement.Signatory.Role role,
            @Nullable Long organisation,
            @Nullable String asPrinted,
            List<@NotNull Long> sides,
            @Nullable Long person,
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
            @NotNull(message = "{rule.required}") Long related,
            @NotNull(message = "{rule.required}") AgreementRelation.Kind kind) {}
}
