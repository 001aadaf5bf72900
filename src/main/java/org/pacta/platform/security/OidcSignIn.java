package org.pacta.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Signing in with another service that speaks OpenID Connect, where one is configured. It vouches for an email address, which it must have
 * verified, or for a name in another claim; only who has an account with it gets in.
 */
@Component
class OidcSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String UNKNOWN = "unknown_account";

    private static final String EMAIL = "email";
    private static final String TARGET = "to";

    private final OidcUserService services = new OidcUserService();
    private final AccountQueries accounts;
    private final @Nullable ClientRegistrationRepository clients;
    private final String claim;

    OidcSignIn(
            AccountQueries accounts,
            ObjectProvider<ClientRegistrationRepository> clients,
            @Value("${pacta.oidc.claim:email}") String claim) {
        this.accounts = accounts;
        this.clients = clients.getIfAvailable();
        this.claim = claim;
    }

    void offer(HttpSecurity http, AuthenticationSuccessHandler signedIn, AuthenticationFailureHandler refused)
            throws Exception {
        if (clients != null) {
            OAuth2AuthorizationRequestResolver requests = requests(clients);
            http.oauth2Login(login -> login.loginPage(SignInController.PAGE)
                    .authorizationEndpoint(start -> start.authorizationRequestResolver(requests))
                    .userInfoEndpoint(user -> user.oidcUserService(this).userService(request -> {
                        throw new OAuth2AuthenticationException(UNKNOWN);
                    }))
                    .authorizedClientRepository(new NoTokens())
                    .successHandler(signedIn)
                    .failureHandler(refused));
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = services.loadUser(request);
        return account(user)
                .map(account -> new Vouched(account, user))
                .orElseThrow(() -> new OAuth2AuthenticationException(
                        new OAuth2Error(UNKNOWN), "No active account for " + user.getSubject()));
    }

    /** The page that somebody asked for before they went to the other service. */
    static @Nullable String target(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(TARGET) instanceof String target
                ? target
                : request.getParameter(TARGET);
    }

    private Optional<Long> account(OidcUser user) {
        if (claim.equals(EMAIL)) {
            return Boolean.TRUE.equals(user.getEmailVerified())
                    ? Optional.ofNullable(user.getEmail()).flatMap(email -> accounts.activeAccount("email", email))
                    : Optional.empty();
        }
        return Optional.ofNullable(user.getClaimAsString(claim)).flatMap(name -> accounts.activeAccount("name", name));
    }

    private static OAuth2AuthorizationRequestResolver requests(ClientRegistrationRepository clients) {
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
                clients, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new Remembering(resolver);
    }

    /** Keeps the page to go on to in the session, which this way of signing in needs anyway. */
    private record Remembering(OAuth2AuthorizationRequestResolver resolver)
            implements OAuth2AuthorizationRequestResolver {

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            OAuth2AuthorizationRequest resolved = resolver.resolve(request);
            String target = request.getParameter(TARGET);
            if (resolved != null && target != null) {
                request.getSession().setAttribute(TARGET, target);
            }
            return resolved;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String service) {
            return resolver.resolve(request, service);
        }
    }

    /** Somebody for whom another service vouches; named by the number of their account. */
    private static final class Vouched extends DefaultOidcUser {

        private static final long serialVersionUID = 1L;

        private final String account;

        Vouched(long account, OidcUser user) {
            super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.account = String.valueOf(account);
        }

        @Override
        public String getName() {
            return account;
        }
    }

    /** Nothing is asked of the other service later, so its tokens are not kept. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String service, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String service, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
    }
}
