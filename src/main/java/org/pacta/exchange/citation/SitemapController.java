package org.pacta.exchange.citation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.pacta.exchange.feed.Site;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Tells search engines what there is: a sitemap in parts, and what they should leave alone.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps</a>
 */
@Controller
class SitemapController {

    /** Addresses in one part, and so numbers of records a part covers; the protocol allows as many. */
    private static final long PART = 50_000;

    private static final List<RecordKind> KINDS = Arrays.stream(RecordKind.values())
            .filter(kind -> kind.schemaType().isPresent())
            .toList();

    private static final String SITEMAP = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final JdbcClient jdbc;

    SitemapController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("""
                User-agent: *
                Disallow: /desk
                Disallow: /account
                Disallow: /sign-in
                Disallow: /language/
                Disallow: /search
                Disallow: /*/organisations?
                Sitemap: %s/sitemap.xml
                """.formatted(
                        Site.here().base()));
    }

    /** The parts: those of a kind by the numbers of its records. */
    @GetMapping("/sitemap.xml")
    ResponseEntity<String> index() {
        List<String> parts = new ArrayList<>();
        for (RecordKind kind : KINDS) {
            long last = jdbc.sql("select coalesce(max(id), 0) from " + kind.code())
                    .query(Long.class)
                    .single();
            for (long part = 0; part * PART <= last; part++) {
                parts.add("<sitemap><loc>%s/sitemap/%s-%d.xml</loc></sitemap>\n"
                        .formatted(Site.here().base(), kind.plural(), part));
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex" + SITEMAP + String.join("", parts)
                        + "</sitemapindex>\n");
    }

    @GetMapping("/sitemap/{kind:[a-z]+}-{part:\\d{1,6}}.xml")
    @Transactional(readOnly = true)
    public void part(@PathVariable String kind, @PathVariable long part, HttpServletResponse response)
            throws IOException {
        if (!KINDS.contains(RecordKind.ofPlural(kind))) {
            throw new NotFoundException("sitemap", kind);
        }
        String base = Site.here().base();
        try (Stream<String> paths = jdbc
                .sql("select path from record where kind = '%s' and id >= :from and id < :to order by id"
                        .formatted(RecordKind.ofPlural(kind).code()))
                .withFetchSize(1_000)
                .param("from", part * PART)
                .param("to", (part + 1) * PART)
                .query(String.class)
                .stream()) {
            response.setContentType(MediaType.APPLICATION_XML_VALUE);
            response.setCharacterEncoding("UTF-8");
            Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset" + SITEMAP);
            paths.forEach(path -> write(out, "<url><loc>" + base + path + "</loc></url>\n"));
            out.write("</urlset>\n");
            out.flush();
        }
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
