package org.pacta.desk.correction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.registry.record.FormTexts;
import org.pacta.registry.record.RecordForms;
import org.pacta.registry.record.References;
import org.pacta.registry.record.TypedText.Finder;
import org.pacta.rules.language.Slug;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Reads what is typed of a correction: the fields of its record, and under paths such as {@code beside[0].name} those of new records that it
 * names and that come with it.
 */
@Component
class CorrectionTexts {

    private static final String BESIDE = "beside";

    /** What a record beside is, among its fields. */
    private static final String RECORD = "record";

    private static final Set<RecordKind> KINDS =
            EnumSet.of(RecordKind.PLACE, RecordKind.SOURCE, RecordKind.PERSON, RecordKind.ORGANISATION);

    private final FormTexts texts;
    private final RecordForms forms;
    private final References references;
    private final MessageSource messages;

    CorrectionTexts(FormTexts texts, RecordForms forms, References references, MessageSource messages) {
        this.texts = texts;
        this.forms = forms;
        this.references = references;
        this.messages = messages;
    }

    /** A new record that comes with another; what comes before it can be named in it. */
    record Beside(int number, RecordKind kind, Map<String, String> typed) {

        public String path() {
            return "%s[%d]".formatted(BESIDE, number);
        }

        public String name() {
            return names().findFirst().orElse("");
        }

        private Stream<String> names() {
            return Stream.of("title", "name", "localTitle", "localName", "url", "slug")
                    .map(field -> typed.getOrDefault(field, ""))
                    .filter(text -> !text.isEmpty());
        }

        private boolean isCalled(String text) {
            return names().anyMatch(text::equalsIgnoreCase);
        }
    }

    /**
     * A name that nothing on record has, and that something new of this kind could.
     *
     * @param title of a source of which the name is the address; empty where nobody has said
     */
    record Offer(RecordKind kind, String name, String title) {

        private static final String BETWEEN = "\n";

        static Offer of(RecordKind kind, String name) {
            return new Offer(kind, name, "");
        }

        public String code() {
            return kind.code() + ':' + name;
        }

        private static Offer of(String code) {
            int colon = code.indexOf(':');
            return RecordKind.find(code.substring(0, Math.max(0, colon)))
                    .filter(KINDS::contains)
                    .map(kind -> {
                        String[] parts = code.substring(colon + 1).split(BETWEEN, 2);
                        return new Offer(kind, parts[0], parts.length < 2 ? "" : parts[1].strip());
                    })
                    .orElseThrow(() -> new BadParameterException("correction.beside"));
        }

        /** The code of the same, with a title that somebody has given. */
        static String titled(String code, String title) {
            return code + BETWEEN + title;
        }

        public boolean isAddress() {
            return kind == RecordKind.SOURCE && name.matches("https?://.*");
        }

        /** What the words of an address say that may be its title; empty where it has none. */
        public String proposed() {
            String last =
                    name.replaceFirst("[?#].*$", "").replaceFirst("/+$", "").replaceFirst("^https?://[^/]*", "");
            String words = last.substring(last.lastIndexOf('/') + 1)
                    .replaceFirst("\\.[A-Za-z]{2,5}$", "")
                    .replaceAll("[-_+\\s]+|%20", " ")
                    .strip();
            return words.matches("(?:\\S+ ){2,}\\S+") && words.matches(".*[A-Za-z]{3}.*")
                    ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)
                    : "";
        }

        private Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put(kind != RecordKind.SOURCE ? "name" : isAddress() ? "url" : "title", name);
            if (!title.isEmpty() && isAddress()) {
                fields.put("title", title);
            }
            return fields;
        }
    }

    /**
     * What became of what was typed.
     *
     * @param form null where something could not be read or breaks a rule
     * @param faults what is wrong, in words, by path
     * @param offers names on record nowhere
     */
    record Reading(@Nullable Form form, Map<String, String> faults, Set<Offer> offers) {}

    /** The fields of the record itself. */
    Map<String, String> main(Map<String, String> typed) {
        Map<String, String> main = new LinkedHashMap<>(typed);
        main.keySet().removeIf(path -> path.matches(BESIDE + "\\[\\d{1,4}]\\..*"));
        return main;
    }

    /** The fields of what comes with it, by their paths. */
    Map<String, String> apart(Map<String, String> typed) {
        Map<String, String> apart = new LinkedHashMap<>(typed);
        apart.keySet().removeAll(main(typed).keySet());
        return apart;
    }

    /** The new records that come with it. */
    List<Beside> beside(Map<String, String> typed) {
        return FormTexts.rows(typed, BESIDE).stream()
                .map(row -> {
                    String path = "%s[%d].".formatted(BESIDE, row);
                    Map<String, String> fields = typed.entrySet().stream()
                            .filter(each -> each.getKey().startsWith(path))
                            .collect(Collectors.toMap(
                                    each -> each.getKey().substring(path.length()), Map.Entry::getValue));
                    RecordKind kind = RecordKind.find(Objects.requireNonNullElse(fields.remove(RECORD), ""))
                            .filter(KINDS::contains)
                            .orElseThrow(() -> new BadParameterException(path + RECORD));
                    return new Beside(row, kind, fields);
                })
                .toList();
    }

    /**
     * What was typed, tidy, with an address for what is new and has none. Refuses with {@link BadParameterException} a field that there is not.
     *
     * @param isNew whether the record itself is
     * @param added names to record with it, as {@link Offer#code}
     */
    Map<String, String> tidy(RecordKind kind, Map<String, String> typed, boolean isNew, List<String> added) {
        Map<String, String> tidy = texts.tidy(kind, main(typed));
        if (isNew) {
            address(kind, tidy);
        }
        Stream<Beside> offered = added.stream().map(Offer::of).map(offer -> {
            Map<String, String> fields = new LinkedHashMap<>(texts.usual(offer.kind));
            fields.putAll(offer.fields());
            return new Beside(0, offer.kind, fields);
        });
        int next = 0;
        for (Beside each : Stream.concat(beside(typed).stream(), offered)
                .sorted(Comparator.comparing(Beside::kind))
                .toList()) {
            Map<String, String> fields = texts.tidy(each.kind, each.typed);
            address(each.kind, fields);
            Beside kept = new Beside(next, each.kind, fields);
            if (!kept.name().isEmpty()) {
                tidy.put(kept.path() + '.' + RECORD, kept.kind.code());
                fields.forEach((field, text) -> tidy.put(kept.path() + '.' + field, text));
                next++;
            }
        }
        return tidy;
    }

    /** Makes the last part of an address of a short name, or else of the name. */
    private void address(RecordKind kind, Map<String, String> fields) {
        boolean isMissing = !fields.containsKey("slug")
                && forms.fields(kind).stream().anyMatch(field -> field.name().equals("slug"));
        Stream.of("acronym", "name")
                .map(field -> fields.getOrDefault(field, ""))
                .map(Slug::of)
                .filter(slug -> isMissing && !slug.isEmpty())
                .findFirst()
                .ifPresent(slug -> fields.put("slug", slug));
    }

    /** Reads what is typed and {@link #tidy tidy}, and holds all forms against their rules. */
    Reading read(RecordKind kind, Map<String, String> typed, boolean isNew) {
        List<Beside> beside = beside(typed);
        Map<String, String> faults = new LinkedHashMap<>();
        Set<Offer> offers = new LinkedHashSet<>();
        Map<String, String> main = main(typed);
        FormTexts.Reading reading =
                texts.read(kind, main, offering(finder(beside, CorrectionTexts::unnumbered), offers));
        faults.putAll(reading.faults());
        if (isNew
                && kind == RecordKind.COUNCIL
                && FormTexts.rows(main, "citations").isEmpty()) {
            faults.put("citations", say("correction.no_source"));
        }
        if (isNew) {
            address(kind, main, "", faults);
        }
        for (int i = 0; i < beside.size(); i++) {
            Beside each = beside.get(i);
            Finder finder = finder(beside.subList(0, i), CorrectionTexts::unnumbered);
            texts.read(each.kind, each.typed, offering(finder, offers))
                    .faults()
                    .forEach((path, fault) -> faults.put(each.path() + '.' + path, fault));
            if (isNew) {
                address(each.kind, each.typed, each.path() + '.', faults);
            }
        }
        return new Reading(faults.isEmpty() ? reading.form() : null, faults, offers);
    }

    /** Says where the address of something new is another's. */
    private void address(RecordKind kind, Map<String, String> typed, String path, Map<String, String> faults) {
        String slug = typed.getOrDefault("slug", "");
        if (!slug.isEmpty() && references.isAddress(kind, slug)) {
            faults.putIfAbsent(path + "slug", say("rule." + kind.code() + "_slug_uk"));
        }
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** A number that no record has, for one that has none yet. */
    private static long unnumbered(int position) {
        return -1L - position;
    }

    /** Records what comes with it, and reads its own form, which names these by the numbers they have then. */
    Form record(RecordKind kind, Map<String, String> typed) {
        List<Beside> beside = beside(typed);
        List<Long> made = new ArrayList<>();
        for (Beside each : beside) {
            Finder finder = finder(beside.subList(0, made.size()), made::get);
            made.add(forms.record(Objects.requireNonNull(
                    texts.read(each.kind, each.typed, finder).form())));
        }
        return Objects.requireNonNull(
                texts.read(kind, main(typed), finder(beside, made::get)).form());
    }

    private Finder finder(List<Beside> beside, IntFunction<Long> numbers) {
        return (field, text) -> {
            for (int i = 0; i < beside.size(); i++) {
                if (beside.get(i).kind.code().equals(field.target())
                        && beside.get(i).isCalled(text)) {
                    return Optional.of(numbers.apply(i));
                }
            }
            return references.read(String.valueOf(field.target()), text);
        };
    }

    private static Finder offering(Finder finder, Set<Offer> offers) {
        return (field, text) -> {
            Optional<Long> found = finder.find(field, text);
            if (found.isEmpty() && !text.contains("#")) {
                kind(field).ifPresent(kind -> offers.add(Offer.of(kind, text)));
            }
            return found;
        };
    }

    private static Optional<RecordKind> kind(FormField field) {
        return RecordKind.find(String.valueOf(field.target())).filter(KINDS::contains);
    }
}
