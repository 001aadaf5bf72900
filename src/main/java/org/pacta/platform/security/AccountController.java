package org.pacta.platform.security;

import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.limit.Throttle;
import org.pacta.platform.security.AccountService.LastAdminException;
import org.pacta.platform.security.SignInThrottle.KnownBrowsers;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Accounts, kept by admins, and the page where each person keeps their own password. A password made up for somebody is shown by the answer
 * itself and not after a redirect, which would have to store it in between.
 */
@Controller
class AccountController {

    private static final int EVENTS = 100;

    private final AccountService accounts;
    private final AccountQueries registered;

    /** By the number of the account. */
    private final LoadingCache<String, Bucket> guessesOf =
            Throttle.buckets(10, Duration.ofMinutes(1), TimeMeter.SYSTEM_MILLISECONDS);

    AccountController(AccountService accounts, AccountQueries registered) {
        this.accounts = accounts;
        this.registered = registered;
    }

    /** An account as an admin fills it in. */
    public record AccountForm(
            @NotBlank(message = "{account.name.empty}")
            @Pattern(regexp = "[\\p{L}\\p{N}._@-]{2,60}|\\s*", message = "{account.name.shape}")
            String name,

            @NotBlank(message = "{account.display_name.empty}") @Size(max = 100, message = "{form.long}")
            String displayName,

            @Email(message = "{account.email.shape}") @Size(max = 200, message = "{form.long}") @Nullable
            String email,

            @NotNull(message = "{account.role.empty}") Role role,

            @Nullable Integer version) {

        static AccountForm of(AccountQueries.Row account) {
            return new AccountForm(
                    account.name(), account.displayName(), account.email(), Role.of(account.role()), account.version());
        }
    }

    /**
     * A password as a person chooses it.
     *
     * @param to the page they asked for before they had to
     */
    public record PasswordForm(
            @Nullable String current,
            @Nullable String chosen,
            @Nullable String repeated,
            @Nullable String to) {

        void check(Errors errors, SignedIn person) {
            if (current == null || current.isEmpty()) {
                errors.rejectValue("current", "account.current.empty");
            }
            AccountService.fault(chosen, person.name(), person.displayName())
                    .ifPresent(fault -> errors.rejectValue("chosen", fault));
            if (chosen != null && chosen.equals(current)) {
                errors.rejectValue("chosen", "account.chosen.same");
            }
            if (chosen != null && !chosen.equals(repeated)) {
                errors.rejectValue("repeated", "account.repeated.differs");
            }
        }
    }

    @ModelAttribute("roles")
    List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::code).toList();
    }

    @GetMapping("/desk/accounts")
    String list(@ModelAttribute("form") AccountForm blank, Model model) {
        model.addAttribute("accounts", registered.all());
        model.addAttribute("events", registered.events(EVENTS));
        return "security/list";
    }

    @PostMapping("/desk/accounts")
    String add(
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn admin,
            Model model,
            HttpServletResponse response) {
        if (accepted(errors, () -> model.addAttribute("given", accounts.add(form, admin)))) {
            return "security/given";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return list(form, model);
    }

    @GetMapping("/desk/accounts/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("form", AccountForm.of(account(id, model)));
        return "security/show";
    }

    @PostMapping("/desk/accounts/{id}")
    String revise(
            @PathVariable long id,
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn admin,
            Model model,
            HttpServletResponse response) {
        if (accepted(errors, () -> accounts.revise(id, form, admin))) {
            return "redirect:/desk/accounts";
        }
        account(id, model);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "security/show";
    }

    @PostMapping("/desk/accounts/{id}/suspension")
    String disable(@PathVariable long id, @AuthenticationPrincipal SignedIn admin) {
        accounts.disable(id, admin);
        return "redirect:/desk/accounts";
    }

    @PostMapping("/desk/accounts/{id}/return")
    String enable(@PathVariable long id, @AuthenticationPrincipal SignedIn admin) {
        accounts.enable(id, admin);
        return "redirect:/desk/accounts";
    }

    @PostMapping("/desk/accounts/{id}/password")
    String resetPassword(@PathVariable long id, @AuthenticationPrincipal SignedIn admin, Model model) {
        model.addAttribute("given", accounts.resetPassword(id, admin));
        return "security/given";
    }

    @GetMapping("/account")
    String own(
            @ModelAttribute("form") PasswordForm blank,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "sessions",
                registered.sessions(person.id(), request.getSession().getId()));
        return "security/own";
    }

    /** Asked for by a page on which somebody works, so that the session goes on; its forms take the token that counts now. */
    @GetMapping("/account/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stay(CsrfToken token, HttpServletResponse response) {
        response.setHeader(token.getHeaderName(), token.getToken());
    }

    @PostMapping("/account/sessions/end")
    String endOtherSessions(
            @AuthenticationPrincipal SignedIn person, HttpServletRequest request, RedirectAttributes flash) {
        accounts.endOtherSessions(person, request.getSession().getId());
        flash.addFlashAttribute("saved", "account.sessions.ended");
        return "redirect:/account";
    }

    @PostMapping("/account/password")
    String changePassword(
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        form.check(errors, person);
        if (!errors.hasErrors() && changed(form, errors, person, request, response)) {
            flash.addFlashAttribute("saved", "account.password.saved");
            return "redirect:" + (person.mustChangePassword() ? SignInController.after(form.to()) : "/account");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return own(form, person, request, model);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String keepsAnAdmin(LastAdminException last, Model model) {
        model.addAttribute("name", last.displayName());
        return "security/last-admin";
    }

    private AccountQueries.Row account(long id, Model model) {
        AccountQueries.Row account = registered.all().stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("account", id));
        model.addAttribute("account", account);
        return account;
    }

    private static boolean accepted(BindingResult errors, Runnable change) {
        if (!errors.hasErrors()) {
            try {
                change.run();
            } catch (DataIntegrityViolationException taken) {
                boolean email = String.valueOf(taken.getMessage()).contains("account_email_uk");
                errors.rejectValue(email ? "email" : "name", "account.taken");
            }
        }
        return !errors.hasErrors();
    }

    /** The session goes on under another identifier; all others of the person have ended. Whoever finds a window open guesses ten times. */
    private boolean changed(
            PasswordForm form,
            Errors errors,
            SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Bucket guesses = Objects.requireNonNull(guessesOf.get(String.valueOf(person.id())));
        if (!guesses.tryConsume(1)) {
            errors.rejectValue("current", "account.current.wait");
            return false;
        }
        String session = request.getSession().getId();
        Optional<Instant> changedAt = accounts.changePassword(
                person, Objects.requireNonNull(form.current()), Objects.requireNonNull(form.chosen()), session);
        changedAt.ifPresentOrElse(
                at -> {
                    guesses.addTokens(1);
                    SessionAccounts.keep(request.getSession(), at);
                    request.changeSessionId();
                    registered
                            .credentials(person.name())
                            .ifPresent(account -> KnownBrowsers.remember(request, response, account));
                },
                () -> errors.rejectValue("current", "account.current.wrong"));
        return changedAt.isPresent();
    }
}
