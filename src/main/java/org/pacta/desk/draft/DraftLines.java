package org.pacta.desk.draft;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DraftLines extends Repository<DraftLine, Long> {

    DraftLine save(DraftLine line);

    void delete(DraftLine line);

    void flush();

    Optional<DraftLine> findById(Long id);
}
