package org.pacta.platform.authenticator;

import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.limit.Throttle;
import org.pacta.platform.security.SessionAccounts;
import org.pacta.platform.security.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a code is given after the password, and the one on which people add and take away the app that makes their codes. */
@Controller
class AuthenticatorController {

    private static final String PAGE = "authenticator/own";

    private final Authenticators authenticators;
    private final SessionAccounts sessions;
    private final ApplicationEventPublisher told;

    /** By the number of the account and the network it is tried from. */
    private final LoadingCache<String, Bucket> guesses =
            Throttle.buckets(10, Duration.ofMinutes(1), TimeMeter.SYSTEM_MILLISECONDS);

    AuthenticatorController(Authenticators authenticators, SessionAccounts sessions, ApplicationEventPublisher told) {
        this.authenticators = authenticators;
        this.sessions = sessions;
        this.told = told;
    }

    @GetMapping("/sign-in/code")
    String ask(HttpServletRequest request) {
        return sessions.waitsForCode(request).isPresent() ? "authenticator/code" : elsewhere();
    }

    @PostMapping("/sign-in/code")
    String signIn(
            @RequestParam String code,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes target) {
        Optional<SignedIn> person = sessions.waitsForCode(request);
        if (person.isEmpty()) {
            return elsewhere();
        }
        boolean isRight = isRight(person.get(), request, model, () -> authenticators.takes(person.get(), code));
        tell(person.get(), isRight, request);
        if (isRight) {
            SessionAccounts.gaveCode(request);
            target.addAttribute("to", to);
            return "redirect:/sign-in";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "authenticator/code";
    }

    @GetMapping("/account/authenticator")
    String show(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("state", authenticators.state(person).orElse(null));
        authenticators.offer(person).ifPresent(offer -> {
            model.addAttribute("offer", offer);
            model.addAttribute("picture", QrPicture.of(offer.address()));
        });
        return PAGE;
    }

    @PostMapping("/account/authenticator")
    String begin(@AuthenticationPrincipal SignedIn person) {
        authenticators.begin(person);
        return "redirect:/account/authenticator";
    }

    @PostMapping("/account/authenticator/confirmation")
    String confirm(
            @RequestParam String code,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return recovery(person, request, response, model, () -> {
            Optional<List<String>> codes = authenticators.confirm(person, code);
            codes.ifPresent(any -> SessionAccounts.gaveCode(request));
            return codes;
        });
    }

    @PostMapping("/account/authenticator/recovery")
    String renew(
            @RequestParam String code,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return recovery(person, request, response, model, () -> authenticators.renewRecoveryCodes(person, code));
    }

    @PostMapping("/account/authenticator/removal")
    String remove(
            @RequestParam String code,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        if (isRight(person, request, model, () -> authenticators.remove(person, code))) {
            flash.addFlashAttribute("saved", "authenticator.removed");
            return "redirect:/account/authenticator";
        }
        return refused(person, response, model);
    }

    @PostMapping("/desk/accounts/{id}/authenticator/removal")
    String removeFor(@PathVariable long id, @AuthenticationPrincipal SignedIn admin) {
        authenticators.removeFor(id, admin);
        return "redirect:/desk/accounts";
    }

    /** The codes for recovery are shown by the answer itself: a redirect would have to keep them in between. */
    private String recovery(
            SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Supplier<Optional<List<String>>> made) {
        boolean isRight = isRight(
                person,
                request,
                model,
                () -> made.get()
                        .map(codes -> model.addAttribute("codes", codes))
                        .isPresent());
        return isRight ? "authenticator/recovery" : refused(person, response, model);
    }

    private String refused(SignedIn person, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(person, model);
    }

    /** As Spring Security tells of passwords. */
    private void tell(SignedIn person, boolean isRight, HttpServletRequest request) {
        UsernamePasswordAuthenticationToken who = isRight
                ? UsernamePasswordAuthenticationToken.authenticated(String.valueOf(person.id()), null, List.of())
                : UsernamePasswordAuthenticationToken.unauthenticated(person.name(), null);
        who.setDetails(new WebAuthenticationDetails(request));
        told.publishEvent(
                isRight
                        ? new InteractiveAuthenticationSuccessEvent(who, getClass())
                        : new AuthenticationFailureBadCredentialsEvent(who, new BadCredentialsException("code")));
    }

    /** No code is asked for: somebody is signed in, or the password has to be given first. */
    private static String elsewhere() {
        return SignedIn.now() == null ? "forward:/sign-in/refused" : "redirect:/desk";
    }

    /** Ten guesses, then one a minute; a right one gives its guess back. */
    private boolean isRight(SignedIn person, HttpServletRequest request, Model model, BooleanSupplier code) {
        Bucket left =
                Objects.requireNonNull(guesses.get(person.id() + " " + Throttle.network(request.getRemoteAddr())));
        if (!left.tryConsume(1)) {
            model.addAttribute("refusal", "authenticator.wait");
            return false;
        }
        if (code.getAsBoolean()) {
            left.addTokens(1);
            return true;
        }
        model.addAttribute("refusal", "authenticator.wrong");
        return false;
    }
}
