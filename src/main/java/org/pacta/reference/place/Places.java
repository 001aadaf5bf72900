package org.pacta.reference.place;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Places extends Repository<Place, Long> {

    Place save(Place place);

    Optional<Place> findById(Long id);

    Optional<Place> findBySlug(String slug);
}
