package org.pacta.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test of pages: the whole application over the sample registry, on a port of its own; what a test writes is rolled back, and until then
 * seen through {@code MockMvcTester} but not over HTTP.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pacta.sample=true",
            "pacta.search.backend=memory",
            "pacta.audit.interval=0",
            "pacta.documents-dir=target/documents",
            "pacta.limits.files=0",
            "pacta.limits.pages=0",
            "pacta.proxies=127.0.0.1/32"
        })
@AutoConfigureMockMvc
@Import({TestDatabase.class, PageText.class, StaffPages.class})
@Transactional
public @interface PageTest {}
