package org.pacta.registry.project;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.form.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationMerged;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.pacta.reference.topic.FocusArea;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.Occasion;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, revises and withdraws projects. */
@Service
@Transactional
class ProjectService implements RecordService<ProjectForm> {

    private final Projects projects;
    private final Records records;

    ProjectService(Projects projects, Records records) {
        this.projects = projects;
        this.records = records;
    }

    @Override
    public Long record(ProjectForm form) {
        Project project =
                new Project(new Name(form.title(), form.localTitle()), form.status(), form.counting(), form.parties());
        write(project, form);
        return projects.save(project).getId();
    }

    @Override
    public void revise(Long id, int version, ProjectForm form) {
        Project project = take(id, version);
        if (!form.equals(ProjectForm.of(project))) {
            records.touch(project);
            write(project, form);
        }
    }

    @Override
    public void withdraw(Long id, int version, String reason) {
        take(id, version).withdraw(reason, Instant.now());
    }

    @Override
    @Transactional(readOnly = true)
    public Standing<ProjectForm> standing(Long id) {
        Project project = records.get(Project.class, id);
        return new Standing<>(id, records.version(project), ProjectForm.of(project));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ProjectForm> asOf(Long id, long revision) {
        return records.asOf(Project.class, id, revision).map(ProjectForm::of);
    }

    @EventListener
    void on(OrganisationMerged merged) {
        projects.findWithParticipant(merged.from()).forEach(project -> {
            records.touch(project);
            project.replace(merged.from(), merged.into());
        });
    }

    private Project take(Long id, int version) {
        return records.take(Project.class, id, version, Project::withdrawal);
    }

    private void write(Project project, ProjectForm form) {
        writeOccasion(project, form);
        project.rename(new Name(form.title(), form.localTitle()));
        project.summarise(new Name(form.summary(), form.localSummary()));
        project.launchedOn(form.launchedOn(), form.launchedOnInferred());
        project.become(form.status(), form.note());
        project.count(form.counting(), form.countingNote());
        writeParticipants(project, form);
        project.followFrom(records.all(Agreement.class, form.agreements()));
        project.focusOn(records.all(FocusArea.class, form.focusAreas()));
        project.citedBy(form.citations().stream()
                .map(each -> new ProjectCitation(project, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }

    private void writeOccasion(Project project, ProjectForm form) {
        Occasion occasion =
                new Occasion(records.find(Council.class, form.council()), records.find(Meeting.class, form.meeting()));
        if (!occasion.agrees()) {
            throw new BrokenRuleException("project_council");
        }
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
}
