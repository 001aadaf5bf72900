package org.pacta.platform.security;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.limit.ThisMachine;
import org.pacta.platform.security.AccountQueries.Credentials;
import org.pacta.platform.security.SignInThrottle.KnownBrowsers;
import org.pacta.platform.security.SignedIn.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Three ways in: files that belong to pages and what is said of health, the interface for programs, and the pages themselves. The pages alone know who is signed in. */
@Configuration
class SecurityConfiguration implements WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

    /** Scripts, styles, images and fonts from this host alone, and none of them inline. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final boolean publicRead;

    SecurityConfiguration(@Value("${pacta.public-read}") boolean publicRead) {
        this.publicRead = publicRead;
    }

    @Bean
    @Order(1)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/assets/**", "/actuator/health/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Nothing here reads the session, so nothing needs a token against forged forms; a program may have one that says in whose name it asks. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http, OpaqueTokenIntrospector tokens, OpaqueTokenAuthenticationConverter people)
            throws Exception {
        return closed(stateless(http.securityMatcher("/api/**")))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers("/api/v1/imports/**").hasRole(Role.EDITOR.name());
                    readable(requests.anyRequest());
                })
                .oauth2ResourceServer(server ->
                        server.opaqueToken(opaque -> opaque.introspector(tokens).authenticationConverter(people)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            SessionAccounts sessions,
            AccountService accounts,
            AccountQueries registered,
            OidcSignIn services)
            throws Exception {
        RefusedRequests refused = new RefusedRequests(sessions);
        KnownBrowsers known = new KnownBrowsers(registered::credentials);
        SignInThrottle throttle = new SignInThrottle(
                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, SignInController.PAGE),
                known,
                TimeMeter.SYSTEM_MILLISECONDS);
        AuthenticationSuccessHandler signedIn = (request, response, authentication) -> {
            throttle.forgive(request);
            if (authentication.getPrincipal() instanceof Credentials account) {
                KnownBrowsers.remember(request, response, account);
            }
            accounts.signedIn(Long.parseLong(authentication.getName()));
            log.info("Account {} signed in from {}", authentication.getName(), request.getRemoteAddr());
            String target = SignInController.after(OidcSignIn.target(request));
            boolean asksForCode =
                    authentication.getPrincipal() instanceof Credentials account && account.hasAuthenticator();
            response.sendRedirect(asksForCode ? RefusedRequests.withTarget(SignInController.CODE, target) : target);
        };
        services.offer(http, signedIn, refused);
        return closed(headers(http))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers("/actuator/prometheus")
                            .access(AuthorizationManagers.anyOf(
                                    (person, request) ->
                                            new AuthorizationDecision(ThisMachine.asks(request.getRequest())),
                                    AuthorityAuthorizationManager.hasRole(Role.ADMIN.name())));
                    requests.requestMatchers("/sign-in/**", "/language/*", "/error")
                            .permitAll();
                    requests.requestMatchers("/account/**").authenticated();
                    requests.requestMatchers(
                                    "/desk/accounts/**",
                                    "/desk/merges/**",
                                    "/desk/withdrawals/**",
                                    "/desk/drafts/*/reversal",
                                    "/desk/imports/*/reversal")
                            .hasRole(Role.ADMIN.name());
                    requests.requestMatchers(HttpMethod.POST, "/desk/reviewing/**")
                            .hasRole(Role.ADMIN.name());
                    requests.requestMatchers("/desk/reviewing/**").hasRole(Role.REVIEWER.name());
                    requests.requestMatchers("/desk/**", "/data/staff/**").hasRole(Role.EDITOR.name());
                    readable(requests.anyRequest());
                })
                .securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .formLogin(form -> form.loginPage(SignInController.PAGE)
                        .usernameParameter("name")
                        .successHandler(signedIn)
                        .failureHandler(refused))
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
                        .logoutSuccessUrl("/"))
                .addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                .build();
    }

    private void readable(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizedUrl requests) {
        if (publicRead) {
            requests.permitAll();
        } else {
            requests.hasRole(Role.EDITOR.name());
        }
    }

    /** Neither a browser nor a proxy keeps what is for staff alone, whatever the page or file says of itself. */
    private HttpSecurity closed(HttpSecurity http) throws Exception {
        return publicRead
                ? http
                : http.headers(headers -> headers.addHeaderWriter((request, response) -> response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue())));
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return headers(http)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable());
    }

    private static HttpSecurity headers(HttpSecurity http) throws Exception {
        return http.headers(
                headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .cacheControl(cache -> cache.disable()));
    }

    /** In a cookie, so that a form lives as long as its window and somebody who only looks at the page for signing in has no session. */
    private static FormTokens tokens() {
        return new FormTokens(tokens("form-token"), tokens(FormTokens.HOST + "form-token"));
    }

    private static CookieCsrfTokenRepository tokens(String cookieName) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookieName);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Behind TLS the name of the cookie says that no other host and no plain connection has set it. */
    private record FormTokens(CsrfTokenRepository plain, CsrfTokenRepository overTls) implements CsrfTokenRepository {

        static final String HOST = "__Host-";

        private CsrfTokenRepository of(HttpServletRequest request) {
            return request.isSecure() ? overTls : plain;
        }

        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            return of(request).generateToken(request);
        }

        @Override
        public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
            of(request).saveToken(token, request, response);
        }

        @Override
        public @Nullable CsrfToken loadToken(HttpServletRequest request) {
            return of(request).loadToken(request);
        }
    }

    @Bean
    UserDetailsService credentials(AccountQueries accounts) {
        return name -> accounts.credentials(name).orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return AccountService.encoder();
    }

    /** Passwords kept by a faster hash are kept by today's once they are typed. */
    @Bean
    UserDetailsPasswordService slowerHashes(AccountService accounts) {
        return (account, hash) -> {
            Credentials before = (Credentials) account;
            accounts.keepSlower(before.id(), before.passwordHash(), Objects.requireNonNull(hash));
            return before.keptAs(hash);
        };
    }

    @Bean
    static RoleHierarchy roles() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role(Role.ADMIN.name())
                .implies(Role.REVIEWER.name())
                .role(Role.REVIEWER.name())
                .implies(Role.EDITOR.name())
                .build();
    }

    /** Two requests of one session may write the same attribute at once. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsInPostgreSql() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** PostgreSQL stores no null character: a parameter with one is refused before it reaches a query. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OwnPage()).excludePathPatterns("/assets/**", "/api/**");
    }

    /** Tells templates who is signed in and for how many seconds without work, and keeps the pages of whoever is out of all caches. */
    private static final class OwnPage implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            SignedIn person = SignedIn.now();
            request.setAttribute("signedIn", person);
            HttpSession session = request.getSession(false);
            if (person != null && session != null) {
                request.setAttribute("idle", session.getMaxInactiveInterval());
            }
            if (person != null || request.getRequestURI().startsWith(SignInController.PAGE)) {
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            }
            return true;
        }
    }
}
