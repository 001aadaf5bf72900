package org.pacta.registry.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.chart.StepCharts;
import org.pacta.registry.paper.Outline.Drawn;
import org.pacta.registry.paper.Outline.Item;
import org.pacta.registry.paper.Outline.Items;
import org.pacta.registry.paper.Outline.Part;
import org.pacta.registry.paper.Outline.Section;
import org.pacta.registry.paper.Outline.Words;
import org.pacta.registry.tally.CouncilLedger.Source;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.telling.LedgerView;
import org.pacta.registry.telling.LedgerWording;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Writes ledgers, and what goes with them, as Word documents and slides. */
@Component
public class Papers {

    /** So many items of a list are told. */
    public static final int LONGEST = 200;

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private final LedgerWording words;
    private final Wording wording;
    private final StepCharts charts;
    private final LedgerGrid grids;
    private final WallClock clock;

    Papers(LedgerWording words, Wording wording, StepCharts charts, LedgerGrid grids, WallClock clock) {
        this.words = words;
        this.wording = wording;
        this.charts = charts;
        this.grids = grids;
        this.clock = clock;
    }

    /** A paper about some numbers: when and where it was made stands under its title, the rule on every sheet. */
    public Outline outline(String title, String path, CountingRule rule, List<Section> sections) {
        return new Outline(
                title,
                List.of(
                        words.say(
                                "brief.day",
                                wording.date(PartialDate.parse(clock.today().toString()))),
                        address(path)),
                words.say("rule.title") + " " + words.rule(rule) + words.say("sentence.end"),
                sections);
    }

    /** What is told of a ledger: its sentences, its table, and a chart for each measure that has one. */
    public List<Section> of(LedgerView view) {
        String name = view.ledger().council().name().in(LocaleContextHolder.getLocale());
        List<String> sources = sources(view);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(name, List.of(new Words(view.told())), List.of()));
        if (!view.table().isEmpty()) {
            sections.add(new Section(
                    words.say("ledger.caption", name), List.of(new Words(above(view)), grids.of(view)), sources));
        }
        if (!view.targets().isEmpty()) {
            sections.add(new Section(words.say("targets.title"), List.of(targets(view)), targetSources(view)));
        }
        List<Part> drawn = view.table().tallies().stream()
                .filter(tally -> tally.total().isKnown())
                .map(tally -> charts.of(List.of(view.ledger()), tally.measure(), "steps"))
                .filter(chart -> !chart.isEmpty())
                .<Part>map(Drawn::new)
                .toList();
        if (!drawn.isEmpty()) {
            sections.add(new Section(words.say("brief.over_time"), drawn, sources));
        }
        return sections;
    }

    private static Items targets(LedgerView view) {
        return new Items(view.targets().stream()
                .map(told -> new Item(
                        told.aim(),
                        Stream.of(told.distance(), told.differs())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" "))))
                .toList());
    }

    private static List<String> targetSources(LedgerView view) {
        return view.targets().stream()
                .flatMap(told -> told.line().sources().stream())
                .distinct()
                .map(Papers::source)
                .toList();
    }

    /** What the signs of a table mean, and where the meetings are that it leaves out. */
    private List<String> above(LedgerView view) {
        return view.from() == 1
                ? List.of(grids.legend(view))
                : List.of(
                        words.say(
                                "paper.earlier",
                                wording.ordinal(view.from() - 1),
                                address(view.whole().toString())),
                        grids.legend(view));
    }

    /** As many items of a list as a paper has room for, and where the others are. */
    public Items items(List<Item> first, long all, String path) {
        List<Item> room = first.subList(0, Math.min(LONGEST, first.size()));
        return all == room.size()
                ? new Items(room)
                : new Items(Stream.concat(
                                room.stream(),
                                Stream.of(new Item(
                                        "", words.say("paper.more", wording.count(all - room.size()), address(path)))))
                        .toList());
    }

    /** The sources of a ledger, each with its publisher and its address. */
    public List<String> sources(LedgerView view) {
        return view.sources().stream().map(Papers::source).toList();
    }

    private static String source(Source source) {
        String name = source.name().in(LocaleContextHolder.getLocale());
        return Stream.of(name, source.publisher(), address(source.path()))
                .filter(part -> part != null && !part.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + path;
    }

    /** A paper as a file: {@code docx} or {@code pptx}. */
    public ResponseEntity<byte[]> file(Outline outline, String name, String format) {
        boolean isDocument = format.equals("docx");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        OFFICE + (isDocument ? "wordprocessingml.document" : "presentationml.presentation")))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format)
                                .build()
                                .toString())
                .body(written(outline, isDocument));
    }

    /** What programs tell of a file beside its contents. */
    static void describe(POIXMLDocument file, Outline outline) {
        try {
            PackageProperties properties = file.getPackage().getPackageProperties();
            properties.setTitleProperty(outline.title());
            properties.setCreatorProperty("Pacta");
            properties.setLanguageProperty(Lettering.language(LocaleContextHolder.getLocale()));
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] written(Outline outline, boolean isDocument) {
        try {
            return isDocument ? DocumentWriter.write(outline, words::say) : SlideWriter.write(outline, words::say);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
