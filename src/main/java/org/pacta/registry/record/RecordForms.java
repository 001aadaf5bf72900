package org.pacta.registry.record;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.pacta.reference.organisation.OrganisationForm;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.reference.person.PersonForm;
import org.pacta.reference.person.PersonService;
import org.pacta.reference.place.PlaceForm;
import org.pacta.reference.place.PlaceService;
import org.pacta.reference.source.SourceForm;
import org.pacta.reference.source.SourceService;
import org.pacta.registry.agreement.AgreementForm;
import org.pacta.registry.agreement.AgreementService;
import org.pacta.registry.commitment.CommitmentForm;
import org.pacta.registry.commitment.CommitmentService;
import org.pacta.registry.council.CouncilForm;
import org.pacta.registry.council.CouncilService;
import org.pacta.registry.figure.FigureForm;
import org.pacta.registry.figure.FigureService;
import org.pacta.registry.figure.IndicatorForm;
import org.pacta.registry.figure.IndicatorService;
import org.pacta.registry.meeting.MeetingForm;
import org.pacta.registry.meeting.MeetingService;
import org.pacta.registry.project.ProjectForm;
import org.pacta.registry.project.ProjectService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Reads and writes records of every kind by their forms, each through the service of its feature. */
@Service
@Transactional
public class RecordForms {

    private final Map<RecordKind, Feature<?>> features = new EnumMap<>(RecordKind.class);

    RecordForms(
            PlaceService places,
            SourceService sources,
            PersonService people,
            OrganisationService organisations,
            CouncilService councils,
            MeetingService meetings,
            AgreementService agreements,
            ProjectService projects,
            CommitmentService commitments,
            FigureService figures,
            IndicatorService indicators) {
        features.put(
                RecordKind.PLACE,
                new Feature<>(
                        PlaceForm.class,
                        id -> {
                            PlaceService.Standing standing = places.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        places::asOf,
                        PlaceForm::check,
                        places::record,
                        places::revise,
                        places::withdraw));
        features.put(
                RecordKind.SOURCE,
                new Feature<>(
                        SourceForm.class,
                        id -> {
                            SourceService.Standing standing = sources.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        sources::asOf,
                        SourceForm::check,
                        sources::record,
                        sources::revise,
                        sources::withdraw));
        features.put(
                RecordKind.PERSON,
                new Feature<>(
                        PersonForm.class,
                        id -> {
                            PersonService.Standing standing = people.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        people::asOf,
                        PersonForm::check,
                        people::record,
                        people::revise,
                        people::withdraw));
        features.put(
                RecordKind.ORGANISATION,
                new Feature<>(
                        OrganisationForm.class,
                        id -> {
                            OrganisationService.Standing standing = organisations.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        organisations::asOf,
                        OrganisationForm::check,
                        organisations::record,
                        organisations::revise,
                        organisations::withdraw));
        features.put(
                RecordKind.COUNCIL,
                new Feature<>(
                        CouncilForm.class,
                        id -> {
                            CouncilService.Standing standing = councils.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        councils::asOf,
                        CouncilForm::check,
                        councils::record,
                        councils::revise,
                        councils::withdraw));
        features.put(
                RecordKind.MEETING,
                new Feature<>(
                        MeetingForm.class,
                        id -> {
                            MeetingService.Standing standing = meetings.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        meetings::asOf,
                        MeetingForm::check,
                        meetings::record,
                        meetings::revise,
                        meetings::withdraw));
        features.put(
                RecordKind.AGREEMENT,
                new Feature<>(
                        AgreementForm.class,
                        id -> {
                            AgreementService.Standing standing = agreements.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        agreements::asOf,
                        AgreementForm::check,
                        agreements::record,
                        agreements::revise,
                        agreements::withdraw));
        features.put(
                RecordKind.PROJECT,
                new Feature<>(
                        ProjectForm.class,
                        id -> {
                            ProjectService.Standing standing = projects.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        projects::asOf,
                        ProjectForm::check,
                        projects::record,
                        projects::revise,
                        projects::withdraw));
        features.put(
                RecordKind.COMMITMENT,
                new Feature<>(
                        CommitmentForm.class,
                        id -> {
                            CommitmentService.Standing standing = commitments.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        commitments::asOf,
                        CommitmentForm::check,
                        commitments::record,
                        commitments::revise,
                        commitments::withdraw));
        features.put(
                RecordKind.FIGURE,
                new Feature<>(
                        FigureForm.class,
                        id -> {
                            FigureService.Standing standing = figures.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        figures::asOf,
                        FigureForm::check,
                        figures::record,
                        figures::revise,
                        figures::withdraw));
        features.put(
                RecordKind.INDICATOR,
                new Feature<>(
                        IndicatorForm.class,
                        id -> {
                            IndicatorService.Standing standing = indicators.standing(id);
                            return new Standing(standing.version(), standing.form());
                        },
                        indicators::asOf,
                        IndicatorForm::check,
                        indicators::record,
                        indicators::revise,
                        indicators::withdraw));
    }

    /**
     * A record as it stands.
     *
     * @param version to be given back with a change
     */
    public record Standing(int version, Object form) {}

    /** The record as it stands; {@code NotFoundException} when there is none. */
    @Transactional(readOnly = true)
    public Standing standing(RecordKind kind, long id) {
        return feature(kind).standing.apply(id);
    }

    /** The form of the record as it stood after a revision; nothing when there was none yet. */
    @Transactional(readOnly = true)
    public Optional<Object> asOf(RecordKind kind, long id, long revision) {
        return feature(kind).asOf.apply(id, revision).map(Object.class::cast);
    }

    /** Writes a new record and answers its number. */
    public long record(RecordKind kind, Object form) {
        return feature(kind).record.apply(form);
    }

    /** Changes a record that stands at this version. */
    public void revise(RecordKind kind, long id, int version, Object form) {
        feature(kind).revise.revise(id, version, form);
    }

    /** Takes a record back that stands at this version. */
    public void withdraw(RecordKind kind, long id, int version, String reason) {
        feature(kind).withdraw.withdraw(id, version, reason);
    }

    /** Tells of the rules of a form that take more than one field. */
    void check(RecordKind kind, Object form, Errors errors) {
        feature(kind).check.accept(form, errors);
    }

    Class<?> type(RecordKind kind) {
        return feature(kind).type;
    }

    /** The fields of the form of a kind. */
    public List<FormField> fields(RecordKind kind) {
        return FormFields.of(kind, type(kind));
    }

    /** Whoever asks for a kind brings or takes the form of that kind. */
    @SuppressWarnings("unchecked")
    private Feature<Object> feature(RecordKind kind) {
        return (Feature<Object>) Objects.requireNonNull(features.get(kind));
    }

    private record Feature<F>(
            Class<F> type,
            Function<Long, Standing> standing,
            BiFunction<Long, Long, Optional<F>> asOf,
            BiConsumer<F, Errors> check,
            Function<F, Long> record,
            Revising<F> revise,
            Withdrawing withdraw) {}

    private interface Revising<F> {
        void revise(Long id, int version, F form);
    }

    private interface Withdrawing {
        void withdraw(Long id, int version, String reason);
    }
}
