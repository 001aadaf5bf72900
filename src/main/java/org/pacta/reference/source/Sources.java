package org.pacta.reference.source;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Sources extends Repository<Source, Long> {

    Source save(Source source);

    Optional<Source> findById(Long id);
}
