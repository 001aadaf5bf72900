package org.pacta.platform.security;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(Long id);
}
