package org.pacta.registry.commitment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.KeptIn;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Refers;
import org.pacta.platform.form.Usual;
import org.pacta.platform.form.Worded;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.project.Project;
import org.springframework.validation.Errors;

/**
 * What is entered of a commitment.
 *
 * @param council may be left out where the meeting is given
 * @param organisation whose commitment it is, where one made it
 */
public record CommitmentForm(
        @Nullable String statement,
        @Nullable String localStatement,
        @Refers(Council.class) @Nullable Long council,
        @Refers(Meeting.class) @Nullable Long meeting,
        @Refers(Agreement.class) @Nullable Long agreement,
        @Refers(Project.class) @Nullable Long project,
        @Refers(Organisation.class) @Nullable Long organisation,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Worded("comparison.*") @Nullable QuantityComparator comparator,
        @Nullable PartialDate due,

        @NotNull(message = "{rule.required}") @Usual("not_published")
        Commitment.Outcome outcome,

        @Prose @Nullable String evidence,
        @KeptIn("commitment_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public CommitmentForm {
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static CommitmentForm of(Commitment commitment) {
        return new CommitmentForm(
                commitment.statement().text(),
                commitment.statement().local(),
                commitment.council() == null ? null : commitment.council().getId(),
                commitment.meeting() == null ? null : commitment.meeting().getId(),
                commitment.agreement() == null ? null : commitment.agreement().getId(),
                commitment.project() == null ? null : commitment.project().getId(),
                commitment.organisation() == null
                        ? null
                        : commitment.organisation().getId(),
                commitment.quantity(),
                commitment.unit(),
                commitment.comparator(),
                commitment.due(),
                commitment.outcome(),
                commitment.evidence(),
                CitationForm.of(commitment.citations()));
    }

    @Override
    public void check(Errors errors) {
        if (new Name(statement, localStatement).isEmpty()) {
            errors.rejectValue("statement", "rule.commitment_statement_ck");
        }
        if (Stream.of(council, meeting, agreement, project).allMatch(Objects::isNull)) {
            errors.rejectValue("meeting", "rule.commitment_about_ck");
        }
        if ((quantity == null) != (unit == null) || (quantity == null) != (comparator == null)) {
            errors.rejectValue("quantity", "rule.commitment_quantity_ck");
        }
        CitationForm.check(citations, errors);
    }
}
