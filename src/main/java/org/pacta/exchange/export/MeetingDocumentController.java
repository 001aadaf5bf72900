package org.pacta.exchange.export;

import java.util.Locale;
import java.util.stream.Stream;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.Lines;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.paper.Outline;
import org.pacta.registry.paper.Papers;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class MeetingDocumentController {

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Wording wording;
    private final ViewSentence words;
    private final Absences absences;
    private final Papers papers;

    MeetingDocumentController(
            JdbcClient jdbc, Lines lines, Wording wording, ViewSentence words, Absences absences, Papers papers) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.wording = wording;
        this.words = words;
        this.absences = absences;
        this.papers = papers;
    }

    @GetMapping("/councils/{slug}/meetings/{ordinal}.docx")
    ResponseEntity<byte[]> show(@PathVariable String slug, @PathVariable int ordinal) {
        MeetingLine meeting = jdbc.sql("select * from meeting_line where council_slug = :slug and ordinal = :ordinal")
                .param("slug", slug)
                .param("ordinal", ordinal)
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .optional()
                .orElseThrow(() -> absences.ofMeeting(slug, ordinal));
        return answer(meeting);
    }

    @GetMapping("/meetings/{id}.docx")
    ResponseEntity<byte[]> show(@PathVariable long id) {
        MeetingLine meeting = jdbc.sql("select * from meeting_line where id = :id")
                .param("id", id)
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .optional()
                .orElseThrow(() -> absences.of("meeting", id));
        return answer(meeting);
    }

    private ResponseEntity<byte[]> answer(MeetingLine meeting) {
        Locale reader = LocaleContextHolder.getLocale();
        PartialDate day = meeting.day();
        Outline outline = new Outline(
                title(meeting, reader),
                Stream.of(
                                meeting.council().besides(reader),
                                day == null ? null : wording.date(day),
                                meeting.place().in(reader),
                                ExportController.base() + meeting.path())
                        .filter(fact -> fact != null && !fact.isBlank())
                        .toList(),
                words.say("export.licence"),
                MeetingDocument.annexes(
                        lines.ofMeeting(Line.Kind.AGREEMENT, meeting.id()),
                        lines.ofMeeting(Line.Kind.PROJECT, meeting.id())));
        return papers.file(outline, meeting.path().substring(1).replace('/', '-'), "docx");
    }

    private String title(MeetingLine meeting, Locale reader) {
        String council = meeting.council().in(reader);
        Integer ordinal = meeting.ordinal();
        return ordinal == null ? council : words.say("export.meeting", wording.ordinal(ordinal), council);
    }
}
