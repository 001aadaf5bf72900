package org.pacta.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.pacta.platform.security.SignedIn;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pages as somebody of the staff gets them, and forms as they send them. */
public class StaffPages {

    private final MockMvcTester mvc;
    private final EntityManager entities;

    StaffPages(MockMvcTester mvc, EntityManager entities) {
        this.mvc = mvc;
        this.entities = entities;
    }

    public MvcTestResult get(String address, SignedIn person) {
        return mvc.get().uri(address).with(Staff.as(person)).exchange();
    }

    /** What a page says, which is there. */
    public String text(String address, SignedIn person) {
        MvcTestResult answer = get(address, person);
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    public MvcTestResult post(String address, SignedIn person) {
        return post(address, person, Map.of());
    }

    /** Sends a form, and has the test read what became of it. */
    public MvcTestResult post(String address, SignedIn person, Map<String, String> parameters) {
        var request = mvc.post().uri(address).with(Staff.form()).with(Staff.as(person));
        parameters.forEach(request::param);
        MvcTestResult answer = request.exchange();
        entities.flush();
        entities.clear();
        return answer;
    }

    public static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Where an answer leads to. */
    public static String location(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }
}
