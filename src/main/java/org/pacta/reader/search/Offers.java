package org.pacta.reader.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists that a question means which names a place: "companies in Hangzhou" is organisations, narrowed by a place and a kind. */
@Component
class Offers {

    private static final List<String> NOUNS = List.of("agreements", "projects", "organisations", "meetings");

    private static final Map<String, Wanted> WORDS = Map.ofEntries(
            wanted("agreements", null, "agreement", "deal", "pact", "协议", "协定"),
            wanted("agreements", "mou", "mou", "memorandum", "memoranda", "谅解备忘录", "备忘录"),
            wanted("agreements", "commercial_contract", "contract", "合同"),
            wanted("projects", null, "project", "项目"),
            wanted("meetings", null, "meeting", "会议"),
            wanted("organisations", null, "organisation", "organization", "机构"),
            wanted(
                    "organisations",
                    "company",
                    "company",
                    "companies",
                    "firm",
                    "enterprise",
                    "business",
                    "businesses",
                    "企业",
                    "公司"),
            wanted("organisations", "hospital", "hospital", "医院"),
            wanted("organisations", "university", "university", "universities", "大学", "高校"),
            wanted("organisations", "bank", "bank", "银行"),
            wanted("organisations", "agency", "agency", "agencies"),
            wanted("organisations", "research_institute", "institute", "研究院", "研究所"));

    private final Lists lists;
    private final Asked asked;
    private final JdbcClient jdbc;

    Offers(Lists lists, Asked asked, JdbcClient jdbc) {
        this.lists = lists;
        this.asked = asked;
        this.jdbc = jdbc;
    }

    /** What a word asks for: a list, or one kind of its records. */
    private record Wanted(String noun, @Nullable String kind, List<String> words) {}

    /** A place of that name, and whether lists of what councils did can be narrowed by it. */
    private record Named(String slug, Name name, boolean isSide) {}

    /**
     * A list to go to.
     *
     * @param kind of its records, null for all
     * @param words what is left of the words
     * @param total how many rows it has
     */
    record Offer(String noun, Name place, @Nullable String kind, String words, long total, Address address) {}

    private static Map.Entry<String, Wanted> wanted(String noun, @Nullable String kind, String... words) {
        return Map.entry(noun + kind, new Wanted(noun, kind, Arrays.asList(words)));
    }

    /** The lists with rows, none where no word is the name of a place. */
    List<Offer> of(Keywords words) {
        return place(words.text())
                .map(place -> offers(place, rest(words.text(), place.name)))
                .orElse(List.of());
    }

    private Optional<Named> place(String text) {
        return jdbc
                .sql("""
                        select slug, name, local_name, exists (
                            select 1 from place_within join council_side using (place_id) where ancestor_id = place.id) as is_side
                        from place
                        where withdrawn_on is null
                            and (position(lower(name) in :text) > 0 or position(local_name in :text) > 0)""")
                .param("text", text.toLowerCase(Locale.ROOT))
                .query((row, n) -> new Named(row.getString("slug"), Columns.name(row, ""), row.getBoolean("is_side")))
                .list()
                .stream()
                .filter(place ->
                        patterns(place.name).anyMatch(name -> name.matcher(text).find()))
                .max(Comparator.comparingInt(place -> Stream.of(place.name.text(), place.name.local())
                        .mapToInt(name -> name == null ? 0 : name.length())
                        .max()
                        .orElse(0)));
    }

    private static Stream<Pattern> patterns(Name name) {
        return Stream.concat(
                Stream.ofNullable(name.text())
                        .map(latin -> Pattern.compile("(?iU)\\b%s\\b".formatted(Pattern.quote(latin)))),
                Stream.ofNullable(name.local()).map(local -> Pattern.compile(Pattern.quote(local) + "[省市]?")));
    }

    /** The other words, but for those that tell nothing. */
    private static List<String> rest(String text, Name place) {
        String rest =
                patterns(place).reduce(text, (left, name) -> name.matcher(left).replaceAll(" "), (one, other) -> one);
        return Keywords.of(rest).required().stream()
                .filter(word -> !Terms.isCommon(word))
                .toList();
    }

    private List<Offer> offers(Named place, List<String> rest) {
        List<String> left = new ArrayList<>(rest);
        List<Wanted> wanted = WORDS.values().stream()
                .filter(each -> left.stream().anyMatch(word -> isOneOf(each.words, word)))
                .toList();
        if (rest.isEmpty()) {
            return List.of();
        }
        wanted.forEach(each -> left.removeIf(word -> isOneOf(each.words, word)));
        String words = String.join(" ", left);
        Stream<Wanted> asked =
                wanted.isEmpty() ? NOUNS.stream().map(noun -> new Wanted(noun, null, List.of())) : wanted.stream();
        return asked.filter(each -> place.isSide || each.noun.equals("organisations"))
                .map(each -> offer(each, place, words))
                .filter(offer -> offer.total > 0)
                .sorted(Comparator.comparing(offer -> NOUNS.indexOf(offer.noun)))
                .collect(Collectors.toList());
    }

    private static boolean isOneOf(List<String> words, String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        return words.contains(plain) || words.contains(plain.replaceFirst("s$", ""));
    }

    private Offer offer(Wanted wanted, Named place, String words) {
        Address address = Address.of("/" + wanted.noun)
                .with("q", words)
                .with("place", place.slug)
                .with("kind", wanted.kind);
        long total = asked.total(lists.get(wanted.noun).kind(), address, Keywords.of(words), false);
        return new Offer(wanted.noun, place.name, wanted.kind, words, total, address);
    }
}
