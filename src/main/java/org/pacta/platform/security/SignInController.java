package org.pacta.platform.security;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for signing in; the password itself is looked at by Spring Security before a request comes here. */
@Controller
class SignInController {

    static final String PAGE = "/sign-in";

    /** Where a code is asked for after the password. */
    static final String CODE = "/sign-in/code";

    /** Where a refused attempt is shown, with the reason as an attribute of the request. */
    static final String REFUSED = "/sign-in/refused";

    private final List<Service> services;

    SignInController(ObjectProvider<ClientRegistrationRepository> clients) {
        services = clients.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(registered -> StreamSupport.stream(((Iterable<?>) registered).spliterator(), false))
                .map(ClientRegistration.class::cast)
                .map(client -> new Service(client.getRegistrationId(), client.getClientName()))
                .toList();
    }

    /** Another service that vouches for people. */
    public record Service(String id, String name) {}

    @ModelAttribute("services")
    List<Service> services() {
        return services;
    }

    @GetMapping(PAGE)
    String show(@RequestParam(required = false) @Nullable String to) {
        return SignedIn.now() == null ? "security/sign-in" : "redirect:" + after(to);
    }

    @RequestMapping(
            path = REFUSED,
            method = {RequestMethod.GET, RequestMethod.POST})
    String refused() {
        return "security/sign-in";
    }

    /** Where somebody goes on after signing in: the page they asked for, if it is one of ours. */
    static String after(@Nullable String to) {
        return to != null && Address.isLocal(to) && !to.startsWith(PAGE) ? to : "/desk";
    }
}
