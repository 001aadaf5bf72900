package org.pacta.desk.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
class MergeServiceTests {

    @Autowired
    private MergeService merges;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private long one;
    private long other;

    @BeforeEach
    void record() {
        one = organisation("Merlion Analytics");
        other = organisation("Merlion Analytics Pte Ltd");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void nobodyButAnAdminMergesAndParts(Role role) {
        SignedIn person = somebody(role);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> merges.merge(one, other, "They are one", person));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> merges.part(1, "They are two", person));
    }

    @Test
    void anAdminMergesAndParts() {
        SignedIn admin = somebody(Role.ADMIN);

        long merge = merges.merge(one, other, "They are one", admin);
        merges.part(merge, "They are two", admin);

        entities.flush();
        assertThat(jdbc.sql("select count(*) from organisation where merged_into_id is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anOrganisationIsNotMergedIntoItself() {
        SignedIn admin = somebody(Role.ADMIN);

        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> merges.merge(one, one, "They are one", admin));
    }

    @ParameterizedTest
    @EnumSource
    void everybodyAtTheDeskTellsTwoApart(Role role) {
        merges.distinguish(one, other, somebody(role));

        assertThat(jdbc.sql("select count(*) from organisation_distinct")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whatIsNotOnRecordIsNotMerged() {
        SignedIn admin = somebody(Role.ADMIN);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> merges.merge(one, 987_654, "They are one", admin));
    }

    private long organisation(String name) {
        return jdbc.sql(
                        "insert into organisation (id, name, kind) values (nextval('organisation_seq') + 5000, :name, 'company') returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private SignedIn somebody(Role role) {
        SignedIn person = Staff.withRole(jdbc, "The " + role.code(), role);
        Staff.signIn(person);
        return person;
    }
}
