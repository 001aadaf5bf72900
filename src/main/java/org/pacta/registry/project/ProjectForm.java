package org.pacta.registry.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.Source;
import org.pacta.reference.topic.FocusArea;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.agreement.Parties;
import org.pacta.registry.council.Council;
import org.pacta.registry.council.Council.Counting;
import org.pacta.registry.meeting.Meeting;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

/**
 * What is entered of a project.
 *
 * @param council may be left out where the meeting is given
 * @param position the number at the meeting; left out for the next that is free
 * @param agreements those it follows from
 */
public record ProjectForm(
        @Nullable String title,
        @Nullable String localTitle,
        @Worded("translated.*") @Nullable Translated translated,
        @Prose @Nullable String summary,
        @Prose @Nullable String localSummary,
        @Worded("translated.*") @Nullable Translated summaryTranslated,
        @Refers(Council.class) @Nullable Long council,
        @Refers(Meeting.class) @Nullable Long meeting,
        @Positive(message = "{rule.positive}") @Nullable Integer position,
        @Nullable PartialDate launchedOn,
        @Worded("inferred.*") @Nullable Inferred launchedOnInferred,

        @NotNull(message = "{rule.required}") @Usual("launched")
        ProjectStatus status,

        @NotNull(message = "{rule.required}") @Usual("in_count")
        Counting counting,

        @Prose @Nullable String countingNote,

        @NotNull(message = "{rule.required}") @Usual("all_published")
        Parties parties,

        @Prose @Nullable String note,

        @KeptIn(value = "participant", orderedBy = "position")
        List<@NotNull @Valid Participant> participants,

        @KeptIn(value = "project_statement", orderedBy = "position")
        List<@NotNull @Valid Statement> statements,

        @Refers(Agreement.class) @KeptIn(value = "project_agreement", orderedBy = "agreement_id")
        List<@NotNull Long> agreements,

        @Refers(FocusArea.class) @KeptIn(value = "project_focus_area", orderedBy = "focus_area_id")
        List<@NotNull Long> focusAreas,

        @KeptIn("project_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public ProjectForm {
        participants = Objects.requireNonNullElse(participants, List.of());
        statements = Rows.byDay(Objects.requireNonNullElse(statements, List.of()), Statement::day);
        agreements = Objects.requireNonNullElse(agreements, List.of());
        focusAreas = Objects.requireNonNullElse(focusAreas, List.of());
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static ProjectForm of(Project project) {
        return new ProjectForm(
                project.title().text(),
                project.title().local(),
                project.translated(),
                project.summary().text(),
                project.summary().local(),
                project.summaryTranslated(),
                project.council() == null ? null : project.council().getId(),
                project.meeting() == null ? null : project.meeting().getId(),
                project.position(),
                project.launchedOn(),
                project.launchedOnInferred(),
                project.status(),
                project.counting(),
                project.countingNote(),
                project.parties(),
                project.note(),
                project.participants().stream().map(Participant::of).toList(),
                project.statements().stream().map(Statement::of).toList(),
                project.agreements().stream().map(Agreement::getId).sorted().toList(),
                project.focusAreas().stream().map(FocusArea::getId).sorted().toList(),
                CitationForm.of(project.citations()));
    }

    /**
     * What is told of its status, another choice of status than before included as what is known without a day.
     *
     * @param before its status until now
     */
    List<Statement> told(ProjectStatus before) {
        ProjectStatus last = statements.isEmpty()
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
    public List<MessageSourceResolvable> doubts(LocalDate today) {
        List<MessageSourceResolvable> doubts = new ArrayList<>();
        if (status != ProjectStatus.PLANNED && launchedOn != null && launchedOn.isAfter(today)) {
            doubts.add(new DefaultMessageSourceResolvable("doubt.launched_ahead"));
        }
        if (statements.stream().anyMatch(statement -> statement.day != null && statement.day.isAfter(today))) {
            doubts.add(new DefaultMessageSourceResolvable("doubt.told_ahead"));
        }
        return doubts;
    }

    @Override
    public void check(Errors errors) {
        if (new Name(title, localTitle).isEmpty()) {
            errors.rejectValue("title", "rule.project_title_ck");
        }
        Rows.repeats(participants.stream().map(Participant::organisation).toList())
                .forEach(i -> errors.rejectValue("participants[%d].organisation".formatted(i), "rule.participant_uk"));
        Rows.breaks(statements, (one, next) -> one.status().canBecome(next.status())).stream()
                .filter(i -> statements.get(i).reason() == null)
                .forEach(i -> errors.rejectValue("statements[%d].reason".formatted(i), "rule.status_move"));
        CitationForm.check(citations, errors);
    }

    /**
     * An organisation in the project.
     *
     * @param sides the places it stands for
     */
    public record Participant(
            @Refers(Organisation.class) @NotNull(message = "{rule.required}")
            Long organisation,

            @NotBlank(message = "{rule.required}") String asPrinted,

            @Refers(Place.class) @KeptIn(value = "participant_side", orderedBy = "place_id")
            List<@NotNull Long> sides) {

        public Participant {
            sides = Objects.requireNonNullElse(sides, List.of());
        }

        static Participant of(org.pacta.registry.project.Participant participant) {
            return new Participant(
                    participant.organisation().getId(),
                    participant.asPrinted(),
                    participant.sides().stream().map(Place::getId).sorted().toList());
        }
    }

    /** What a source says it was from a day on. */
    public record Statement(
            @NotNull(message = "{rule.required}") @Worded("status.*")
            ProjectStatus status,

            @Nullable PartialDate day,
            @Refers(Source.class) @Nullable Long source,
            @Nullable String reason) {

        static Statement of(ProjectStatement statement) {
            Source source = statement.source();
            return new Statement(
                    statement.status(), statement.day(), source == null ? null : source.getId(), statement.reason());
        }
    }
}
