package org.pacta.registry.commitment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.source.CitationForm;
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
        @Nullable Long council,
        @Nullable Long meeting,
        @Nullable Long agreement,
        @Nullable Long project,
        @Nullable Long organisation,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable QuantityComparator comparator,
        @Nullable PartialDate due,
        @NotNull(message = "{rule.required}") Commitment.Outcome outcome,
        @Nullable String evidence,
        List<@NotNull @Valid CitationForm> citations) {

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

    /** Tells of the rules that take more than one field. */
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
