package org.pacta.registry.figure;

import java.util.List;
import org.pacta.registry.council.Council;
import org.springframework.data.repository.Repository;

interface Figures extends Repository<Figure, Long> {

    List<Figure> findByCouncilAndOrdinalAndThroughOrdinalIsNull(Council council, Integer ordinal);
}
