package org.pacta.registry.figure;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Figures extends Repository<Figure, Long> {

    Figure save(Figure figure);

    Optional<Figure> findById(Long id);
}
