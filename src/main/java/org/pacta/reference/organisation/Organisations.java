package org.pacta.reference.organisation;

import java.util.List;
import org.springframework.data.repository.Repository;

interface Organisations extends Repository<Organisation, Long> {

    List<Organisation> findByParent(Organisation parent);
}
