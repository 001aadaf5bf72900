package org.pacta.exchange.citation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pacta.exchange.feed.Site;
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

    private static final List<String> KINDS =
            List.of("councils", "meetings", "places", "agreements", "projects", "organisations", "people", "sources");

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
        for (String kind : KINDS) {
            long last = jdbc.sql("select coalesce(max(id), 0) from " + table(kind))
                    .query(Long.class)
                    .single();
            for (long part = 0; part * PART <= last; part++) {
                parts.add("<sitemap><loc>%s/sitemap/%s-%d.xml</loc></sitemap>\n"
                        .formatted(Site.here().base(), kind, part));
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex" + SITEMAP + String.join("", parts)
                        + "</sitemapindex>\n");
    }

    @GetMapping(
            "/sitemap/{kind:councils|meetings|places|agreements|projects|organisations|people|sources}-{part:\\d{1,6}}.xml")
    @Transactional(readOnly = true)
    public void part(@PathVariable String kind, @PathVariable long part, HttpServletResponse response)
            throws IOException {
        String base = Site.here().base();
        try (Stream<String> paths = jdbc
                .sql(paths(kind))
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

    private static String table(String kind) {
        return kind.equals("people") ? "person" : kind.substring(0, kind.length() - 1);
    }

    private static String paths(String kind) {
        String path =
                switch (kind) {
                    case "councils", "places" -> "'/" + kind + "/' || slug";
                    case "meetings" ->
                        "coalesce('/councils/' || (select slug from council where council.id = council_id) || '/meetings/' || ordinal, '/meetings/' || id)";
                    default -> "'/" + kind + "/' || id";
                };
        String merged = kind.equals("organisations") ? " and merged_into_id is null" : "";
        return "select %s from %s where id >= :from and id < :to and withdrawn_on is null%s order by id"
                .formatted(path, table(kind), merged);
    }
}
