package org.pacta.registry.figure;

import java.util.List;
import java.util.Optional;
import org.pacta.registry.council.Council;
import org.springframework.data.repository.Repository;

interface Figures extends Repository<Figure, Long> {

    Figure save(Figure figure);

    Optional<Figure> findById(Long id);

    List<Figure> findByCouncilAndOrdinalAndThroughOrdinalIsNull(Council council, Integer ordinal);
}
