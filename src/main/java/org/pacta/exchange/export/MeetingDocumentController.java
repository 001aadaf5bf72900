package org.pacta.exchange.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.Lines;
import org.pacta.registry.line.MeetingLine;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class MeetingDocumentController {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Wording wording;
    private final ViewSentence words;
    private final Absences absences;

    MeetingDocumentController(JdbcClient jdbc, Lines lines, Wording wording, ViewSentence words, Absences absences) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.wording = wording;
        this.words = words;
        this.absences = absences;
    }

    @GetMapping("/councils/{slug}/meetings/{ordinal}.docx")
    ResponseEntity<byte[]> show(@PathVariable String slug, @PathVariable int ordinal) throws IOException {
        MeetingLine meeting = jdbc.sql("select * from meeting_line where council_slug = :slug and ordinal = :ordinal")
                .param("slug", slug)
                .param("ordinal", ordinal)
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .optional()
                .orElseThrow(() -> new NotFoundException("meeting", ordinal));
        return answer(meeting);
    }

    @GetMapping("/meetings/{id}.docx")
    ResponseEntity<byte[]> show(@PathVariable long id) throws IOException {
        MeetingLine meeting = jdbc.sql("select * from meeting_line where id = :id")
                .param("id", id)
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .optional()
                .orElseThrow(() -> absences.of("meeting", id));
        return answer(meeting);
    }

    private ResponseEntity<byte[]> answer(MeetingLine meeting) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PartialDate day = meeting.day();
        MeetingDocument.write(
                title(meeting),
                meeting.council().besides(Locale.ENGLISH),
                MeetingDocument.facts(
                        day == null ? null : wording.date(day),
                        meeting.place().in(Locale.ENGLISH),
                        ExportController.base() + meeting.path(),
                        words.say("export.licence")),
                lines.ofMeeting(Line.Kind.AGREEMENT, meeting.id()),
                lines.ofMeeting(Line.Kind.PROJECT, meeting.id()),
                file);
        String name = meeting.path().substring(1).replace('/', '-') + ".docx";
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file.toByteArray());
    }

    private String title(MeetingLine meeting) {
        Name council = meeting.council();
        Integer ordinal = meeting.ordinal();
        return ordinal == null
                ? council.in(Locale.ENGLISH)
                : words.say("export.meeting", wording.ordinal(ordinal), council.in(Locale.ENGLISH));
    }
}
