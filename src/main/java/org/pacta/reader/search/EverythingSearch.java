package org.pacta.reader.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.reader.indexing.SearchIndex;
import org.pacta.reader.indexing.Searchable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds records of every kind at once. */
@Service
class EverythingSearch {

    private static final int SIZE = 20;
    private static final int SUGGESTED = 4;

    private final SearchIndex index;
    private final Asked asked;
    private final Offers offers;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Wording wording;

    EverythingSearch(
            SearchIndex index, Asked asked, Offers offers, JdbcClient jdbc, MessageSource messages, Wording wording) {
        this.index = index;
        this.asked = asked;
        this.offers = offers;
        this.jdbc = jdbc;
        this.messages = messages;
        this.wording = wording;
    }

    /** Suggestions of one kind. */
    record Suggestions(String kind, String label, List<Suggestion> suggestions) {}

    /**
     * A record to go to.
     *
     * @param lang its language where that is not the page's
     */
    record Suggestion(String name, @Nullable String lang, String path) {}

    /** A record as every page may name it. */
    private record Named(
            Name name, @Nullable Integer ordinal, @Nullable PartialDate day, String path, FoundPage.Context context) {

        String in(Locale locale, Wording wording, MessageSource messages) {
            String number = ordinal == null
                    ? ""
                    : messages.getMessage("meeting.numbered", new Object[] {wording.ordinal(ordinal)}, locale) + " · ";
            return number + name.in(locale) + (day == null ? "" : " · " + wording.date(day));
        }
    }

    FoundPage find(Keywords words, @Nullable String kind, int page) {
        if (kind != null
                && Searchable.KINDS.stream().noneMatch(each -> each.code().equals(kind))) {
            throw new BadParameterException("kind");
        }
        try {
            return words.canBeAsked() ? found(words, kind, page) : nothing(words, kind, words.problem());
        } catch (SearchIndex.NotReadyException away) {
            return nothing(words, kind, away.why());
        }
    }

    private static FoundPage nothing(Keywords words, @Nullable String kind, @Nullable String problem) {
        return new FoundPage(
                words,
                problem,
                false,
                words,
                List.of(),
                List.of(),
                kind,
                List.of(),
                new Slice<>(List.of(), 1, SIZE, 0));
    }

    private long total(Keywords words) {
        return asked.kinds(words, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private FoundPage found(Keywords words, @Nullable String kind, int page) {
        Map<String, Long> totals = asked.kinds(words, false);
        boolean nearly = totals.isEmpty();
        List<Ways.Way> around = nearly ? Ways.around(words, this::total) : List.of();
        Map<String, Long> near = nearly ? asked.kinds(words, true) : totals;
        boolean isShortened = near.isEmpty() && !around.isEmpty();
        Keywords sought = isShortened ? around.get(0).words() : words;
        Map<String, Long> shown = isShortened ? asked.kinds(sought, false) : near;
        FoundPage found = new FoundPage(
                words,
                null,
                nearly && !isShortened,
                sought,
                around,
                offers.of(words),
                kind,
                List.of(),
                new Slice<>(List.of(), page, SIZE, 0));
        long total = kind == null
                ? shown.values().stream().mapToLong(Long::longValue).sum()
                : shown.getOrDefault(kind, 0L);
        long offset = (page - 1L) * SIZE;
        if (offset > 0 && offset >= total) {
            throw new NotFoundException("page", page);
        }
        List<RecordKind> kinds = kind == null ? Searchable.KINDS : List.of(RecordKind.of(kind));
        List<Asked.Hit> hits = total == 0 ? List.of() : asked.best(kinds, sought, found.nearly(), (int) offset, SIZE);
        return found.with(tabs(found, shown), new Slice<>(rows(hits), page, SIZE, total));
    }

    /** The first few records of each kind whose name begins as typed: from the third letter, or the first Chinese character. */
    List<Suggestions> suggest(Keywords typed) {
        boolean enough = typed.text().length() > 2 || typed.areChinese();
        if (!enough || !typed.canBeAsked()) {
            return List.of();
        }
        List<Asked.Hit> hits = new ArrayList<>();
        for (RecordKind kind : Searchable.KINDS) {
            if (kind != RecordKind.SOURCE) {
                hits.addAll(asked.beginning(kind, typed, SUGGESTED));
            }
        }
        Map<RecordKind, Map<Long, Named>> named = named(hits);
        Locale locale = LocaleContextHolder.getLocale();
        return Searchable.KINDS.stream()
                .map(kind -> new Suggestions(
                        kind.code(),
                        messages.getMessage("record." + kind.code() + ".many", null, locale),
                        hits.stream()
                                .filter(hit -> hit.kind() == kind)
                                .map(hit -> of(named, kind).get(hit.id()))
                                .filter(Objects::nonNull)
                                .map(each -> new Suggestion(
                                        each.in(locale, wording, messages), each.name.langIn(locale), each.path))
                                .toList()))
                .filter(each -> !each.suggestions.isEmpty())
                .toList();
    }

    private static List<FoundPage.Tab> tabs(FoundPage found, Map<String, Long> totals) {
        List<FoundPage.Tab> tabs = new ArrayList<>();
        long all = totals.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(tab(found, null, all));
        for (RecordKind kind : Searchable.KINDS) {
            tabs.add(tab(found, kind.code(), totals.getOrDefault(kind.code(), 0L)));
        }
        return tabs;
    }

    private static FoundPage.Tab tab(FoundPage found, @Nullable String kind, long total) {
        return new FoundPage.Tab(kind, total, found.address(kind, 1), Objects.equals(kind, found.kind()));
    }

    private List<FoundPage.Found> rows(List<Asked.Hit> hits) {
        Map<RecordKind, Map<Long, Named>> named = named(hits);
        return hits.stream()
                .flatMap(hit -> Optional.ofNullable(of(named, hit.kind()).get(hit.id()))
                        .map(each -> new FoundPage.Found(
                                hit.kind().code(),
                                each.name,
                                each.ordinal,
                                each.day,
                                each.path,
                                each.context,
                                hit.marked()))
                        .stream())
                .toList();
    }

    private static Map<Long, Named> of(Map<RecordKind, Map<Long, Named>> named, RecordKind kind) {
        return Objects.requireNonNull(named.get(kind));
    }

    /** The records found as they stand now, in one statement. */
    private Map<RecordKind, Map<Long, Named>> named(List<Asked.Hit> hits) {
        Map<RecordKind, Map<Long, Named>> named = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : Searchable.KINDS) {
            named.put(kind, new HashMap<>());
        }
        if (!hits.isEmpty()) {
            var statement = jdbc.sql("""
                    select found.kind, found.id, found.name, found.local_name, found.ordinal, found.path,
                        coalesce(meeting.held_on, line.day, source.published_on) as day, line.council_acronym, line.council_name, line.council_local_name,
                        place.name as place_name, place.local_name as place_local_name, source.publisher, line.party_list as parties
                    from (select * from record where %s) found
                    left join meeting on found.kind = 'meeting' and meeting.id = found.id
                    left join organisation on found.kind = 'organisation' and organisation.id = found.id
                    left join source on found.kind = 'source' and source.id = found.id
                    left join place on place.id = coalesce(meeting.place_id, organisation.place_id)
                    left join lateral (
                        select day, council_acronym, council_name, council_local_name, party_list from agreement_line
                        where found.kind = 'agreement' and id = found.id
                        union all
                        select day, council_acronym, council_name, council_local_name, party_list from project_line
                        where found.kind = 'project' and id = found.id
                    ) line on true
                    """.formatted(Searchable.KINDS.stream()
                    .map(kind -> "kind = '%1$s' and id = any(:%1$s)".formatted(kind.code()))
                    .collect(Collectors.joining(" or "))));
            for (RecordKind kind : Searchable.KINDS) {
                statement = statement.param(
                        kind.code(),
                        hits.stream()
                                .filter(hit -> hit.kind() == kind)
                                .map(Asked.Hit::id)
                                .toArray(Long[]::new));
            }
            statement.query(row -> {
                of(named, RecordKind.of(row.getString("kind")))
                        .put(
                                row.getLong("id"),
                                new Named(
                                        Columns.name(row, ""),
                                        Columns.number(row, "ordinal"),
                                        Columns.date(row, "day"),
                                        row.getString("path"),
                                        Columns.read(row, FoundPage.Context.class)));
            });
        }
        return named;
    }
}
