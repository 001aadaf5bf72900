package org.pacta.exchange.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.pacta.platform.reading.ListFilter;
import org.pacta.reference.organisation.OrganisationForm;
import org.pacta.reference.person.PersonForm;
import org.pacta.reference.place.PlaceForm;
import org.pacta.reference.source.SourceForm;
import org.pacta.registry.agreement.AgreementForm;
import org.pacta.registry.commitment.CommitmentForm;
import org.pacta.registry.council.CouncilForm;
import org.pacta.registry.figure.FigureForm;
import org.pacta.registry.figure.IndicatorForm;
import org.pacta.registry.meeting.MeetingForm;
import org.pacta.registry.project.ProjectForm;
import org.pacta.registry.record.RecordKind;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Reads every kind of record for programs: all that is entered of it, with its number, its addresses and the revision it is in. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class RecordController {

    private final RecordQueries records;

    RecordController(RecordQueries records) {
        this.records = records;
    }

    @Operation(summary = "Places, fifty at a time")
    @GetMapping("/places")
    ResponseEntity<Entities<PlaceForm>> places(@ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.PLACE, PlaceForm.class, filter, request);
    }

    @Operation(summary = "One place")
    @GetMapping("/places/{key}")
    ResponseEntity<Entity<PlaceForm>> place(@PathVariable String key) {
        return one(RecordKind.PLACE, PlaceForm.class, key);
    }

    @Operation(summary = "Sources, with the filters of the page, fifty at a time")
    @GetMapping("/sources")
    ResponseEntity<Entities<SourceForm>> sources(@ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.SOURCE, SourceForm.class, filter, request);
    }

    @Operation(summary = "One source")
    @GetMapping("/sources/{key}")
    ResponseEntity<Entity<SourceForm>> source(@PathVariable String key) {
        return one(RecordKind.SOURCE, SourceForm.class, key);
    }

    @Operation(summary = "People, with the filters of the page, fifty at a time")
    @GetMapping("/people")
    ResponseEntity<Entities<PersonForm>> people(@ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.PERSON, PersonForm.class, filter, request);
    }

    @Operation(summary = "One person")
    @GetMapping("/people/{key}")
    ResponseEntity<Entity<PersonForm>> person(@PathVariable String key) {
        return one(RecordKind.PERSON, PersonForm.class, key);
    }

    @Operation(summary = "Organisations, with the filters of the page, fifty at a time")
    @GetMapping("/organisations")
    ResponseEntity<Entities<OrganisationForm>> organisations(
            @ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.ORGANISATION, OrganisationForm.class, filter, request);
    }

    @Operation(summary = "One organisation")
    @GetMapping("/organisations/{key}")
    ResponseEntity<Entity<OrganisationForm>> organisation(@PathVariable String key) {
        return one(RecordKind.ORGANISATION, OrganisationForm.class, key);
    }

    @Operation(summary = "Councils, fifty at a time")
    @GetMapping("/councils")
    ResponseEntity<Entities<CouncilForm>> councils(@ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.COUNCIL, CouncilForm.class, filter, request);
    }

    @Operation(summary = "One council")
    @GetMapping("/councils/{key}")
    ResponseEntity<Entity<CouncilForm>> council(@PathVariable String key) {
        return one(RecordKind.COUNCIL, CouncilForm.class, key);
    }

    @Operation(summary = "Meetings, with the filters of the page, fifty at a time")
    @GetMapping("/meetings")
    ResponseEntity<Entities<MeetingForm>> meetings(@ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.MEETING, MeetingForm.class, filter, request);
    }

    @Operation(summary = "One meeting")
    @GetMapping("/meetings/{key}")
    ResponseEntity<Entity<MeetingForm>> meeting(@PathVariable String key) {
        return one(RecordKind.MEETING, MeetingForm.class, key);
    }

    @Operation(summary = "Agreements, with the filters of the page, fifty at a time")
    @GetMapping("/agreements")
    ResponseEntity<Entities<AgreementForm>> agreements(@ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.AGREEMENT, AgreementForm.class, filter, request);
    }

    @Operation(summary = "One agreement")
    @GetMapping("/agreements/{key}")
    ResponseEntity<Entity<AgreementForm>> agreement(@PathVariable String key) {
        return one(RecordKind.AGREEMENT, AgreementForm.class, key);
    }

    @Operation(summary = "Projects, with the filters of the page, fifty at a time")
    @GetMapping("/projects")
    ResponseEntity<Entities<ProjectForm>> projects(@ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.PROJECT, ProjectForm.class, filter, request);
    }

    @Operation(summary = "One project")
    @GetMapping("/projects/{key}")
    ResponseEntity<Entity<ProjectForm>> project(@PathVariable String key) {
        return one(RecordKind.PROJECT, ProjectForm.class, key);
    }

    @Operation(summary = "Commitments, fifty at a time")
    @GetMapping("/commitments")
    ResponseEntity<Entities<CommitmentForm>> commitments(
            @ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.COMMITMENT, CommitmentForm.class, filter, request);
    }

    @Operation(summary = "One commitment")
    @GetMapping("/commitments/{key}")
    ResponseEntity<Entity<CommitmentForm>> commitment(@PathVariable String key) {
        return one(RecordKind.COMMITMENT, CommitmentForm.class, key);
    }

    @Operation(summary = "Figures, fifty at a time")
    @GetMapping("/figures")
    ResponseEntity<Entities<FigureForm>> figures(@ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.FIGURE, FigureForm.class, filter, request);
    }

    @Operation(summary = "One figure")
    @GetMapping("/figures/{key}")
    ResponseEntity<Entity<FigureForm>> figure(@PathVariable String key) {
        return one(RecordKind.FIGURE, FigureForm.class, key);
    }

    @Operation(summary = "Indicators, fifty at a time")
    @GetMapping("/indicators")
    ResponseEntity<Entities<IndicatorForm>> indicators(@ParameterObject ListFilter filter, HttpServletRequest request) {
        return list(RecordKind.INDICATOR, IndicatorForm.class, filter, request);
    }

    @Operation(summary = "One indicator")
    @GetMapping("/indicators/{key}")
    ResponseEntity<Entity<IndicatorForm>> indicator(@PathVariable String key) {
        return one(RecordKind.INDICATOR, IndicatorForm.class, key);
    }

    /** What a program has already is not sent again: the tag is that of the revision. */
    private <F> ResponseEntity<Entity<F>> one(RecordKind kind, Class<F> form, String key) {
        Entity<F> entity = records.get(kind, form, key, site());
        String tag = "\"%s-%d-%d\"".formatted(kind.code(), entity.id(), entity.revision());
        return ResponseEntity.ok().eTag(tag).body(entity);
    }

    private <F> ResponseEntity<Entities<F>> list(
            RecordKind kind, Class<F> form, ListFilter filter, HttpServletRequest request) {
        Entities<F> entities =
                records.list(kind, form, filter, request.getParameterMap().keySet(), site());
        return ResponseEntity.ok()
                .eTag("\"list-%d\"".formatted(records.newest()))
                .header(HttpHeaders.LINK, entities.links().header())
                .body(entities);
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
