package org.pacta.rules.naming;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.rules.language.Chinese;
import org.pacta.rules.language.NameKey;

/** How a name looks once what often differs between two spellings of it is left out, step by step. */
public final class LikeName {

    private static final Set<String> LEGAL = Set.of(
            "pte",
            "ltd",
            "limited",
            "private",
            "co",
            "company",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "llp",
            "llc",
            "plc",
            "gmbh",
            "sdn",
            "bhd",
            "the");
    private static final String HAN_LEGAL = "(?:股份有限公司|有限责任公司|有限公司|公司)$";
    private static final String BRACKETS = "[(（\\[【][^)）\\]】]*[)）\\]】]";

    private LikeName() {}

    /** What is left out; each step leaves out what those before it do. */
    public enum Step {
        SPELLING(1),
        SCRIPT(0.98),
        LEGAL_FORM(0.95),
        BRACKETS(0.9);

        private final double likeness;

        Step(double likeness) {
            this.likeness = likeness;
        }

        /** How alike two names are that differ by no more, up to 1. */
        public double likeness() {
            return likeness;
        }

        /** The end of the key of the message that says so. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What names look like after each step. */
    public static List<Set<String>> keys(List<String> names) {
        return Stream.of(Step.values())
                .map(step -> names.stream()
                        .map(name -> key(name, step))
                        .filter(key -> !key.isEmpty())
                        .collect(Collectors.toSet()))
                .toList();
    }

    /** The first step after which two of the names are the same, by their {@link #keys}; nothing where they stay different. */
    public static Optional<Step> same(List<Set<String>> names, List<Set<String>> others) {
        for (int step = 0; step < names.size(); step++) {
            if (!Collections.disjoint(names.get(step), others.get(step))) {
                return Optional.of(Step.values()[step]);
            }
        }
        return Optional.empty();
    }

    private static String key(String name, Step last) {
        String words = last == Step.BRACKETS ? name.replaceAll(BRACKETS, " ") : name;
        String key = NameKey.of(words);
        if (last.compareTo(Step.SCRIPT) >= 0) {
            key = simplified(key);
        }
        return last.compareTo(Step.LEGAL_FORM) >= 0 ? withoutLegalForm(key) : key;
    }

    private static String simplified(String key) {
        StringBuilder simple = new StringBuilder(key.length());
        key.chars().forEach(letter -> simple.append(Chinese.simplified((char) letter)));
        return simple.toString();
    }

    private static String withoutLegalForm(String key) {
        return Stream.of(key.replaceFirst(HAN_LEGAL, "").split(" "))
                .filter(word -> !LEGAL.contains(word))
                .collect(Collectors.joining(" "))
                .strip();
    }
}
