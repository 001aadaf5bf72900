package org.pacta.reader.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Party;
import org.pacta.registry.line.Statements;
import org.pacta.registry.paper.Outline;
import org.pacta.registry.paper.Outline.Item;
import org.pacta.registry.paper.Outline.Items;
import org.pacta.registry.paper.Outline.Part;
import org.pacta.registry.paper.Outline.Section;
import org.pacta.registry.paper.Outline.Words;
import org.pacta.registry.paper.Papers;
import org.pacta.registry.telling.LedgerWording;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts a brief down as a paper: what its page has no room for is in it, and where a list is too long even for that it says how many are left out. */
@Component
class BriefOutline {

    private final Papers papers;
    private final LedgerWording words;
    private final Wording wording;

    BriefOutline(Papers papers, LedgerWording words, Wording wording) {
        this.papers = papers;
        this.words = words;
        this.wording = wording;
    }

    Outline of(BriefView brief) {
        List<Section> sections = new ArrayList<>(papers.of(brief.ledger()));
        MeetingLine meeting = brief.meeting();
        if (meeting != null) {
            agreed(brief, meeting, sections);
        }
        sections.add(section(brief, "brief.overdue", promised(brief.overdue()), "coverage.none_overdue"));
        add(brief, sections, "brief.due", promised(brief.due()));
        add(
                brief,
                sections,
                "brief.ending",
                brief.ending().stream()
                        .map(line -> new Item(ends(line.ends()), in(line.title())))
                        .toList());
        if (!brief.silent().isEmpty()) {
            sections.add(section("brief.silent", papers.items(silent(brief), brief.allSilent(), brief.whole())));
        }
        add(
                brief,
                sections,
                "brief.partners",
                brief.partners().stream()
                        .map(partner -> new Item("", in(partner.name())))
                        .toList());
        sections.add(section(
                brief,
                "brief.open",
                brief.open().stream()
                        .map(said ->
                                new Item(words.say("tone." + said.tone().name().toLowerCase(Locale.ROOT)), said.text()))
                        .toList(),
                "brief.nothing_open"));
        Outline outline =
                papers.outline(title(brief), brief.path(), brief.ledger().rule(), sections);
        return brief.ledger().rule().isOfATime() ? outline.saying(words.say("brief.now")) : outline;
    }

    private String title(BriefView brief) {
        String council = in(brief.ledger().ledger().council().name());
        Integer ordinal =
                brief.isOfMeeting() && brief.meeting() != null ? brief.meeting().ordinal() : null;
        return ordinal == null
                ? words.say("brief.title", council)
                : words.say("brief.title.meeting", council, wording.ordinal(ordinal));
    }

    private void agreed(BriefView brief, MeetingLine meeting, List<Section> sections) {
        String heading = words.say("brief.agreed") + " " + name(meeting);
        if (brief.agreements().isEmpty() && brief.projects().isEmpty()) {
            sections.add(new Section(heading, List.of(new Words(List.of(words.say("meeting.nothing")))), List.of()));
        }
        if (!brief.agreements().isEmpty()) {
            sections.add(new Section(heading, List.of(lines(brief, brief.agreements())), List.of()));
        }
        if (!brief.projects().isEmpty()) {
            sections.add(new Section(
                    heading + words.say("list.semicolon") + words.say("council.projects"),
                    List.of(lines(brief, brief.projects())),
                    List.of()));
        }
    }

    private String name(MeetingLine meeting) {
        String name = meeting.ordinal() == null
                ? words.say("meeting.kind." + meeting.kind())
                : words.say("meeting.numbered", wording.ordinal(meeting.ordinal()));
        PartialDate day = meeting.day();
        return day == null ? name : name + words.say("list.comma") + wording.date(day);
    }

    private Part lines(BriefView brief, List<Line> lines) {
        return items(
                brief,
                lines.stream()
                        .map(line -> new Item(
                                in(line.title()),
                                line.parties().stream().map(BriefOutline::party).collect(Collectors.joining(" – "))))
                        .toList());
    }

    private Items items(BriefView brief, List<Item> all) {
        return papers.items(all, all.size(), brief.whole());
    }

    private List<Item> silent(BriefView brief) {
        return brief.silent().stream()
                .map(silent ->
                        new Item(in(silent.title()), words.say("meeting.numbered", wording.ordinal(silent.ordinal()))))
                .toList();
    }

    private static String party(Party party) {
        return in(party.organisation().isEmpty() ? party.person() : party.organisation());
    }

    private List<Item> promised(List<Statements.Commitment> commitments) {
        return commitments.stream()
                .map(commitment -> new Item(due(commitment.due()), in(commitment.statement())))
                .toList();
    }

    private String due(@Nullable PartialDate day) {
        return day == null ? "" : words.say("commitment.due", wording.date(day));
    }

    private String ends(@Nullable PartialDate day) {
        return day == null ? "" : words.say("line.ends", wording.date(day));
    }

    private Section section(BriefView brief, String heading, List<Item> all, String none) {
        return section(heading, all.isEmpty() ? new Words(List.of(words.say(none))) : items(brief, all));
    }

    private Section section(String heading, Part part) {
        return new Section(words.say(heading), List.of(part), List.of());
    }

    private void add(BriefView brief, List<Section> sections, String heading, List<Item> all) {
        if (!all.isEmpty()) {
            sections.add(section(heading, items(brief, all)));
        }
    }

    private static String in(Name name) {
        return Objects.requireNonNull(name).in(LocaleContextHolder.getLocale());
    }
}
