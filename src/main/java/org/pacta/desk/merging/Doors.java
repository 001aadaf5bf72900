package org.pacta.desk.merging;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.pacta.desk.merging.Touched.Kind;
import org.pacta.reference.organisation.OrganisationForm;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.registry.agreement.AgreementForm;
import org.pacta.registry.agreement.AgreementService;
import org.pacta.registry.commitment.CommitmentForm;
import org.pacta.registry.commitment.CommitmentService;
import org.pacta.registry.council.CouncilForm;
import org.pacta.registry.council.CouncilService;
import org.pacta.registry.figure.IndicatorForm;
import org.pacta.registry.figure.IndicatorService;
import org.pacta.registry.meeting.MeetingForm;
import org.pacta.registry.meeting.MeetingService;
import org.pacta.registry.project.ProjectForm;
import org.pacta.registry.project.ProjectService;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes records of any kind through their services, as JSON. */
@Component
class Doors {

    private static final JsonMapper json = JsonMapper.shared();

    private final Map<Kind, Door> doors;

    Doors(
            OrganisationService organisations,
            CouncilService councils,
            MeetingService meetings,
            AgreementService agreements,
            ProjectService projects,
            CommitmentService commitments,
            IndicatorService indicators) {
        doors = Map.of(
                Kind.ORGANISATION,
                door(
                        id -> standing(
                                organisations.standing(id).version(),
                                organisations.standing(id).form()),
                        (id, version, form) ->
                                organisations.revise(id, version, json.treeToValue(form, OrganisationForm.class))),
                Kind.COUNCIL,
                door(
                        id -> standing(
                                councils.standing(id).version(),
                                councils.standing(id).form()),
                        (id, version, form) -> councils.revise(id, version, json.treeToValue(form, CouncilForm.class))),
                Kind.MEETING,
                door(
                        id -> standing(
                                meetings.standing(id).version(),
                                meetings.standing(id).form()),
                        (id, version, form) -> meetings.revise(id, version, json.treeToValue(form, MeetingForm.class))),
                Kind.AGREEMENT,
                door(
                        id -> standing(
                                agreements.standing(id).version(),
                                agreements.standing(id).form()),
                        (id, version, form) ->
                                agreements.revise(id, version, json.treeToValue(form, AgreementForm.class))),
                Kind.PROJECT,
                door(
                        id -> standing(
                                projects.standing(id).version(),
                                projects.standing(id).form()),
                        (id, version, form) -> projects.revise(id, version, json.treeToValue(form, ProjectForm.class))),
                Kind.COMMITMENT,
                door(
                        id -> standing(
                                commitments.standing(id).version(),
                                commitments.standing(id).form()),
                        (id, version, form) ->
                                commitments.revise(id, version, json.treeToValue(form, CommitmentForm.class))),
                Kind.INDICATOR,
                door(
                        id -> standing(
                                indicators.standing(id).version(),
                                indicators.standing(id).form()),
                        (id, version, form) ->
                                indicators.revise(id, version, json.treeToValue(form, IndicatorForm.class))));
    }

    /** A record as it stands. */
    record Standing(int version, JsonNode form) {}

    private interface Writer {
        void revise(Long id, int version, JsonNode form);
    }

    private record Door(Function<Long, Standing> reader, Writer writer) {}

    Standing read(Kind kind, long id) {
        return Objects.requireNonNull(doors.get(kind)).reader.apply(id);
    }

    void write(Kind kind, long id, int version, JsonNode form) {
        Objects.requireNonNull(doors.get(kind)).writer.revise(id, version, form);
    }

    private static Door door(Function<Long, Standing> reader, Writer writer) {
        return new Door(reader, writer);
    }

    /** Written and read again, so that it compares with what is kept. */
    private static Standing standing(int version, Object form) {
        return new Standing(version, json.readTree(json.writeValueAsString(form)));
    }
}
