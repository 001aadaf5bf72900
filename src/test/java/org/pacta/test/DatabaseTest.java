package org.pacta.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/** A test of services and queries on a real, migrated and empty database; what it writes is rolled back. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "pacta.sample=false",
            "pacta.search.backend=memory",
            "pacta.audit.interval=0",
            "pacta.documents-dir=target/documents"
        })
@Import(TestDatabase.class)
@Transactional
public @interface DatabaseTest {}
