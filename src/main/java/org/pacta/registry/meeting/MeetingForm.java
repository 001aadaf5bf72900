package org.pacta.registry.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.KeptIn;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Refers;
import org.pacta.platform.form.Usual;
import org.pacta.platform.form.Worded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.PartialDate.Inferred;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.council.Council;
import org.springframework.validation.Errors;

/** What is entered of a meeting. */
public record MeetingForm(
        @Refers(Council.class) @NotNull(message = "{rule.required}")
        Long council,

        @NotNull(message = "{rule.required}") @Worded("meeting.kind.*") @Usual("session")
        Meeting.Kind kind,

        @Min(value = 1, message = "{rule.meeting_ordinal_ck}")
        @Max(value = 999, message = "{rule.meeting_ordinal_ck}")
        @Nullable
        Integer ordinal,

        @NotNull(message = "{rule.required}") @Usual("held") Meeting.Status status,
        @Nullable PartialDate heldOn,
        @Worded("inferred.*") @Nullable Inferred heldOnInferred,
        @Refers(Place.class) @Nullable Long host,
        @Refers(Place.class) @Nullable Long place,
        @Nullable String venue,
        Meeting.@Nullable Mode mode,
        @Usual("true") Boolean outcomesCount,
        @Prose @Nullable String summary,
        @Prose @Nullable String localSummary,
        @Worded("translated.*") @Nullable Translated summaryTranslated,
        @Prose @Nullable String note,

        @KeptIn(value = "meeting_role", orderedBy = "position")
        List<@NotNull @Valid Role> roles,

        @KeptIn(value = "meeting_organisation", orderedBy = "position")
        List<@NotNull @Valid Organisation> organisations,

        @KeptIn("meeting_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public MeetingForm {
        outcomesCount = Objects.requireNonNullElse(outcomesCount, true);
        roles = Objects.requireNonNullElse(roles, List.of());
        organisations = Objects.requireNonNullElse(organisations, List.of());
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static MeetingForm of(Meeting meeting) {
        return new MeetingForm(
                meeting.council().getId(),
                meeting.kind(),
                meeting.ordinal(),
                meeting.status(),
                meeting.heldOn(),
                meeting.heldOnInferred(),
                id(meeting.host()),
                id(meeting.place()),
                meeting.venue(),
                meeting.mode(),
                meeting.outcomesCount(),
                meeting.summary().text(),
                meeting.summary().local(),
                meeting.summaryTranslated(),
                meeting.note(),
                meeting.roles().stream().map(Role::of).toList(),
                meeting.organisations().stream().map(Organisation::of).toList(),
                CitationForm.of(meeting.citations()));
    }

    @Override
    public void check(Errors errors) {
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i).person == null && isBlank(roles.get(i).asPrinted)) {
                errors.rejectValue("roles[%d].person".formatted(i), "rule.meeting_role_person_ck");
            }
        }
        Rows.repeats(organisations.stream().map(Organisation::organisation).toList())
                .forEach(i -> errors.rejectValue(
                        "organisations[%d].organisation".formatted(i), "rule.meeting_organisation_uk"));
        CitationForm.check(citations, errors);
    }

    private static boolean isBlank(@Nullable String words) {
        return words == null || words.isBlank();
    }

    private static @Nullable Long id(@Nullable Place place) {
        return place == null ? null : place.getId();
    }

    /** Who did what; of an unnamed person only the printed words. */
    public record Role(
            @NotNull(message = "{rule.required}") @Usual("co_chair")
            MeetingRole.Kind role,

            @Refers(Person.class) @Nullable Long person,
            @Nullable String asPrinted,
            @Nullable String office,
            @Nullable String localOffice,
            @Refers(Place.class) @Nullable Long side,
            @Prose @Nullable String note) {

        static Role of(MeetingRole role) {
            return new Role(
                    role.role(),
                    role.person() == null ? null : role.person().getId(),
                    role.asPrinted(),
                    role.office(),
                    role.localOffice(),
                    id(role.side()),
                    role.note());
        }
    }

    /** An organisation named as taking part in the outcomes. */
    public record Organisation(
            @Refers(org.pacta.reference.organisation.Organisation.class) @NotNull(message = "{rule.required}")
            Long organisation,

            @Refers(Place.class) @Nullable Long side,
            @NotBlank(message = "{rule.required}") String asPrinted) {

        static Organisation of(MeetingOrganisation row) {
            return new Organisation(row.organisation().getId(), id(row.side()), row.asPrinted());
        }
    }
}
