package org.pacta.rules.annex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.naming.Knowledge;

/** The hand-made parses of {@code src/test/resources/annex}; README.txt there says how they are written. */
record Corpus(String file, List<Block> blocks) {

    /** What the parser was written with, then what only measures it. */
    static final List<String> ALL = List.of(
            "dash.txt",
            "verbs.txt",
            "between.txt",
            "prose.txt",
            "lists.txt",
            "tables.txt",
            "chinese.txt",
            "other-languages.txt",
            "mixed.txt",
            "held-out.txt",
            "kinds.txt",
            "kinds-held-out.txt");

    static final Knowledge KNOWN = new Knowledge(
            List.of(
                    new Knowledge.Organisation(List.of("Enterprise Temasya"), null),
                    new Knowledge.Organisation(List.of("Orchid Systems", "Orchid Systems Pte Ltd"), null)),
            List.of(
                    place("singapore", "Singapore", "Republic of Singapore", "新加坡", "新加坡共和国", "Singapour", "Singapura"),
                    place("china", "China", "People's Republic of China", "中国", "中國", "中华人民共和国"),
                    place("malaysia", "Malaysia"),
                    place("indonesia", "Indonesia", "Republic of Indonesia"),
                    place("thailand", "Thailand", "Kingdom of Thailand"),
                    place("germany", "Germany"),
                    place("vietnam", "Vietnam"),
                    place("india", "India"),
                    place("brazil", "Brazil"),
                    place("chile", "Chile"),
                    new Knowledge.Place("shanghai", "china", List.of("Shanghai", "上海")),
                    new Knowledge.Place("beijing", "china", List.of("Beijing", "北京")),
                    new Knowledge.Place("guangdong", "china", List.of("Guangdong", "广东")),
                    new Knowledge.Place("jiangsu", "china", List.of("Jiangsu", "江苏")),
                    new Knowledge.Place("chengdu", "china", List.of("Chengdu", "成都")),
                    new Knowledge.Place("hangzhou", "china", List.of("Hangzhou", "杭州")),
                    new Knowledge.Place("hanoi", "vietnam", List.of("Hanoi"))),
            Set.of());

    /**
     * A text and the rows a person sees in it.
     *
     * @param kind which kind of line it is an example of, as the heading above it says; else the file
     */
    record Block(String kind, String text, List<Expected> rows) {

        String line() {
            return text.replace("\n", " ⏎ ");
        }
    }

    record Expected(
            String kind,
            List<Participant> participants,
            @Nullable String subject) {

        List<String> names() {
            return participants.stream().map(Participant::name).toList();
        }
    }

    record Participant(
            String name, @Nullable String acronym, @Nullable String side) {}

    static Corpus of(String file) {
        List<Block> blocks = new ArrayList<>();
        List<String> text = new ArrayList<>();
        List<Expected> rows = new ArrayList<>();
        String kind = file;
        boolean isNone = false;
        for (String line : (read(file) + "\n\n").split("\n", -1)) {
            if (line.startsWith("#")) {
                kind = line.startsWith("## ") ? line.substring(3).split("[:,;]")[0] : kind;
                continue;
            }
            if (line.startsWith("= ")) {
                isNone |= line.equals("= none");
                if (!line.equals("= none")) {
                    rows.add(expected(line.substring(2)));
                }
            } else if (line.isBlank() && (isNone || !rows.isEmpty())) {
                blocks.add(new Block(kind, String.join("\n", text).strip(), List.copyOf(rows)));
                text.clear();
                rows.clear();
                isNone = false;
            } else {
                text.add(line.replace('⇥', '\t'));
            }
        }
        return new Corpus(file, blocks);
    }

    /** The lines that are known to be read in another way than a person does. */
    static List<String> misses() {
        return read("misses.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    private static Expected expected(String line) {
        String[] halves = line.split(" :: ", 2);
        String[] parts = halves[0].split(" ; ");
        return new Expected(
                parts[0].strip(),
                Arrays.stream(parts).skip(1).map(Corpus::participant).toList(),
                halves.length > 1 ? halves[1].strip() : null);
    }

    private static Participant participant(String text) {
        String name = text.strip();
        String side = null;
        String acronym = null;
        int at = name.lastIndexOf(" @");
        if (at > 0) {
            side = name.substring(at + 2);
            name = name.substring(0, at);
        }
        int brace = name.lastIndexOf(" {");
        if (brace > 0) {
            acronym = name.substring(brace + 2, name.length() - 1);
            name = name.substring(0, brace);
        }
        return new Participant(name, acronym, side);
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream("/annex/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Knowledge.Place place(String slug, String... names) {
        return new Knowledge.Place(slug, null, List.of(names));
    }
}
