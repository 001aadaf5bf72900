package org.pacta.platform.reading;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What a reader chose in a list, read from the query string by {@link Resolver}. Several values of one parameter are alternatives; one with a leading minus is
 * excluded. A list offers some of these parameters; a value it does not offer is refused.
 *
 * @param q words to find
 * @param council slugs
 * @param place slugs; a place includes those within it
 * @param from first year
 * @param to last year
 * @param focus slugs of focus areas
 * @param organisation ids
 * @param parties what is known of them
 * @param mode of a meeting
 * @param publisher of a source
 * @param ends past, or the months from now in which agreements end by their own dates, such as 6m
 * @param sort name of an order, with a leading minus for the reverse; null for the list's own
 * @param page from 1
 */
public record ListFilter(
        @Nullable String q,
        @Nullable List<String> council,
        @Nullable List<String> place,
        @Nullable List<String> kind,
        @Nullable List<String> status,
        @Nullable List<String> focus,
        @Nullable List<Long> organisation,
        @Nullable List<String> parties,
        @Nullable List<String> mode,
        @Nullable List<String> publisher,
        @Nullable List<String> ends,
        @Nullable @Min(1) @Max(9999) Integer from,
        @Nullable @Min(1) @Max(9999) Integer to,
        @Nullable String sort,
        @Nullable @Min(1) Integer page) {

    /** What a query string may hold of it. */
    public static final Set<String> PARAMETERS = Arrays.stream(ListFilter.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** The address of this view of the list at a path, without its page. */
    public Address address(String path) {
        return Address.of(path)
                .with("q", q == null ? null : q.strip())
                .with("council", settled(council))
                .with("place", settled(place))
                .with("kind", settled(kind))
                .with("status", settled(status))
                .with("focus", settled(focus))
                .with("organisation", settled(organisation))
                .with("parties", settled(parties))
                .with("mode", settled(mode))
                .with("publisher", settled(publisher))
                .with("ends", settled(ends))
                .with("from", from)
                .with("to", to)
                .with("sort", sort);
    }

    /** What is both chosen and excluded is chosen: the form keeps what was excluded before. */
    private static @Nullable List<String> settled(@Nullable List<?> values) {
        if (values == null) {
            return null;
        }
        List<String> texts = values.stream().map(Object::toString).toList();
        return texts.stream()
                .filter(text -> !text.startsWith("-") || !texts.contains(text.substring(1)))
                .toList();
    }

    public int number() {
        return Objects.requireNonNullElse(page, 1);
    }

    /**
     * Gives controllers the filter of the request. Spring would bind the record as well, but reads the annotations of each component anew each
     * time, which is a fifth of what a page costs.
     */
    @Component
    static final class Resolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

        private final Validator validator;

        Resolver(Validator validator) {
            this.validator = validator;
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == ListFilter.class;
        }

        /** Refuses what is not a number, or not one that can be. */
        @Override
        public ListFilter resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            List<String> words = all(request, "q", Function.identity());
            ListFilter filter = new ListFilter(
                    words.isEmpty() ? null : String.join(" ", words),
                    all(request, "council", Function.identity()),
                    all(request, "place", Function.identity()),
                    all(request, "kind", Function.identity()),
                    all(request, "status", Function.identity()),
                    all(request, "focus", Function.identity()),
                    all(request, "organisation", Long::valueOf),
                    all(request, "parties", Function.identity()),
                    all(request, "mode", Function.identity()),
                    all(request, "publisher", Function.identity()),
                    all(request, "ends", Function.identity()),
                    one(request, "from", Integer::valueOf),
                    one(request, "to", Integer::valueOf),
                    one(request, "sort", Function.identity()),
                    one(request, "page", Integer::valueOf));
            validator.validate(filter).forEach(violation -> {
                throw new BadParameterException(violation.getPropertyPath().toString());
            });
            return filter;
        }

        private static <T> @Nullable T one(NativeWebRequest request, String name, Function<String, T> value) {
            List<T> values = all(request, name, value);
            if (values.size() > 1) {
                throw new BadParameterException(name);
            }
            return values.isEmpty() ? null : values.get(0);
        }

        private static <T> List<T> all(NativeWebRequest request, String name, Function<String, T> value) {
            String[] values = request.getParameterValues(name);
            try {
                return values == null
                        ? List.of()
                        : Stream.of(values)
                                .filter(each -> !each.isEmpty())
                                .map(value)
                                .toList();
            } catch (NumberFormatException noNumber) {
                throw new BadParameterException(name);
            }
        }
    }
}
