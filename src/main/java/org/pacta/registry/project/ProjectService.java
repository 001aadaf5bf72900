package org.pacta.registry.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationMerged;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.pacta.reference.topic.FocusArea;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.meeting.Occasion;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws projects. */
@Service
class ProjectService extends RecordService<Project, ProjectForm> {

    private final Projects projects;

    ProjectService(Projects projects, Records records) {
        super(
                Project.class,
                form -> new Project(
                        new Name(form.title(), form.localTitle()), form.status(), form.counting(), form.parties()),
                ProjectForm::of,
                records);
        this.projects = projects;
    }

    @EventListener
    void on(OrganisationMerged merged) {
        projects.findWithParticipant(merged.from()).forEach(project -> {
            records.touch(project);
            project.replace(merged.from(), merged.into());
        });
    }

    @Override
    protected void write(Project project, ProjectForm form) {
        writeOccasion(project, form);
        project.rename(new Name(form.title(), form.localTitle()));
        project.summarise(new Name(form.summary(), form.localSummary()), form.summaryTranslated());
        project.translate(form.translated());
        project.launchedOn(form.launchedOn(), form.launchedOnInferred());
        project.remark(form.note());
        writeStatements(project, form);
        project.count(form.counting(), form.countingNote());
        writeParticipants(project, form);
        project.followFrom(records.all(Agreement.class, form.agreements()));
        project.focusOn(records.all(FocusArea.class, form.focusAreas()));
        project.citedBy(form.citations().stream()
                .map(each -> new ProjectCitation(project, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }

    private void writeOccasion(Project project, ProjectForm form) {
        Occasion occasion = Occasion.of(records, form.council(), form.meeting()).agreed("project_council");
        project.launchedAt(occasion, position(project, occasion, form));
    }

    private @Nullable Integer position(Project project, Occasion occasion, ProjectForm form) {
        return form.position() != null || occasion.isAt(project.meeting()) || occasion.meeting() == null
                ? form.position()
                : Integer.valueOf(projects.nextPosition(occasion.meeting()));
    }

    private void writeParticipants(Project project, ProjectForm form) {
        project.joinedBy(
                form.parties(),
                form.participants().stream()
                        .map(row -> {
                            Participant participant = new Participant(
                                    project,
                                    records.get(Organisation.class, row.organisation())
                                            .survivor(),
                                    row.asPrinted(),
                                    form.participants().indexOf(row) + 1);
                            participant.standFor(records.all(Place.class, row.sides()));
                            return participant;
                        })
                        .toList());
    }

    private void writeStatements(Project project, ProjectForm form) {
        List<ProjectForm.Statement> told = form.told(project.status());
        project.become(
                form.status(),
                told.stream()
                        .map(row -> new ProjectStatement(
                                project,
                                told.indexOf(row) + 1,
                                row.status(),
                                row.day(),
                                records.find(Source.class, row.source()),
                                row.reason()))
                        .toList());
    }
}
