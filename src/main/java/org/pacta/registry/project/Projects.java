package org.pacta.registry.project;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Projects extends Repository<Project, Long> {

    Project save(Project project);

    Optional<Project> findById(Long id);
}
