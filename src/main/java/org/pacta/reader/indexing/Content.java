package org.pacta.reader.indexing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.place.Place;
import org.pacta.rules.language.Initials;
import org.pacta.rules.language.Pinyin;

/** What one record is found by and narrowed by, gathered from its entity. */
final class Content {

    /** A span of more years than these is not spelt out. */
    private static final int YEARS = 5;

    final Name name;
    final Set<String> aliases = new LinkedHashSet<>();
    final Set<String> texts = new LinkedHashSet<>();
    final Set<String> pinyin = new LinkedHashSet<>();
    final Set<String> councils = new LinkedHashSet<>();
    final Set<String> places = new LinkedHashSet<>();
    final Set<String> focusAreas = new LinkedHashSet<>();
    final Set<Long> organisations = new LinkedHashSet<>();

    @Nullable
    String kind;

    @Nullable
    String status;

    @Nullable
    String parties;

    @Nullable
    LocalDate day;

    @Nullable
    LocalDate earliest;

    @Nullable
    LocalDate latest;

    Content(Name name) {
        this.name = name;
        if (name.local() != null) {
            pinyin.addAll(Pinyin.keys(name.local()));
        }
    }

    /** Lets the record be found by the initials of its name too. */
    Content abbreviated() {
        addInitials(name.text());
        return this;
    }

    Content alias(@Nullable String other) {
        if (other != null) {
            aliases.add(other);
            pinyin.addAll(Pinyin.keys(other));
        }
        return this;
    }

    Content say(@Nullable String... words) {
        Stream.of(words).filter(Objects::nonNull).forEach(texts::add);
        return this;
    }

    Content say(Name name) {
        return say(name.text(), name.local());
    }

    /** A name of somebody in it, found by its reading as a whole too. */
    Content mention(@Nullable String name) {
        if (name != null) {
            say(name);
            pinyin.addAll(Pinyin.wholeKeys(name));
            addInitials(name);
        }
        return this;
    }

    Content mention(Name name) {
        return mention(name.text()).mention(name.local());
    }

    Content on(@Nullable PartialDate date) {
        if (date != null) {
            day = date.sort();
            earliest = Objects.requireNonNullElse(date.earliest(), day);
            latest = Objects.requireNonNullElse(date.latest(), day);
            int first = earliest.getYear();
            int last = Math.min(latest.getYear(), first + YEARS);
            for (int year = first; year <= last; year++) {
                say(String.valueOf(year));
            }
        }
        return this;
    }

    /** A place it belongs to, with all it lies in. */
    Content at(@Nullable Place place) {
        for (Place each = place; each != null; each = each.parent()) {
            if (places.add(each.slug())) {
                say(each.name());
            }
        }
        return this;
    }

    private void addInitials(@Nullable String name) {
        String initials = name == null ? "" : Initials.of(name);
        if (!initials.isEmpty()) {
            pinyin.add(initials);
        }
    }

    /** Every name in full, to tell a record that is called just so from one that only has the words. */
    List<String> exact() {
        List<String> exact = new ArrayList<>(aliases);
        Stream.of(name.text(), name.local()).filter(Objects::nonNull).forEach(exact::add);
        return exact;
    }

    /** Its kind, status and parties in one, since counting one value is quicker than counting three; a dash for what it has not. */
    String traits() {
        return Stream.of(kind, status, parties)
                .map(each -> Objects.requireNonNullElse(each, "-"))
                .collect(Collectors.joining(" "));
    }

    @Nullable
    String sortName() {
        return name.text() == null ? name.local() : name.text();
    }
}
