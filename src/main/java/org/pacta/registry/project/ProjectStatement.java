package org.pacta.registry.project;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Numbered;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.source.Source;

/** What a project was from a day on, as a source says. */
@Entity
@Audited
class ProjectStatement extends Numbered {

    @ManyToOne(fetch = FetchType.LAZY)
    private Project project;

    private int position;

    @Enumerated(EnumType.STRING)
    private ProjectStatus status;

    private @Nullable PartialDate day;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Source source;

    private @Nullable String reason;

    protected ProjectStatement() {}

    /** @param reason why it stands though it does not follow from the one before */
    ProjectStatement(
            Project project,
            int position,
            ProjectStatus status,
            @Nullable PartialDate day,
            @Nullable Source source,
            @Nullable String reason) {
        this.project = project;
        this.position = position;
        this.status = status;
        this.day = day;
        this.source = source;
        this.reason = reason;
    }

    boolean isLike(ProjectStatement other) {
        return status == other.status && Objects.equals(day, other.day);
    }

    void becomeLike(ProjectStatement other) {
        source = other.source;
        reason = other.reason;
    }

    void move(int position) {
        this.position = position;
    }

    public int position() {
        return position;
    }

    public ProjectStatus status() {
        return status;
    }

    public @Nullable PartialDate day() {
        return day;
    }

    public @Nullable Source source() {
        return source;
    }

    public @Nullable String reason() {
        return reason;
    }
}
