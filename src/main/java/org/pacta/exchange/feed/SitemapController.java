package org.pacta.exchange.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tells search engines what pages there are, in the format of sitemaps.org, and which they need not read. */
@Controller
class SitemapController {

    /** As many as one file may have. */
    private static final int PART = 50_000;

    private static final String PAGES =
            "select distinct path from record where kind in ('place', 'person', 'organisation', 'council', 'meeting', 'agreement', 'project')"
                    + " union all select '/sources/' || id from source where withdrawn_on is null";

    private final JdbcClient jdbc;
    private final JdbcTemplate stream;

    SitemapController(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.stream = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        this.stream.setFetchSize(1_000);
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return """
                User-agent: *
                Disallow: /desk
                Disallow: /account
                Disallow: /sign-in
                Disallow: /*/history
                Disallow: /search
                Sitemap: %s/sitemap.xml
                """.formatted(Site.current());
    }

    @GetMapping("/sitemap.xml")
    void index(HttpServletResponse response) throws IOException {
        long pages = jdbc.sql("select count(*) from (" + PAGES + ") pages")
                .query(Long.class)
                .single();
        PrintWriter xml = open(response);
        xml.println("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (long part = 1; part <= Math.max(1, (pages + PART - 1) / PART); part++) {
            xml.printf("<sitemap><loc>%s/sitemap-%d.xml</loc></sitemap>%n", Site.current(), part);
        }
        xml.println("</sitemapindex>");
    }

    /** The addresses of one part, in an order that stays. */
    @GetMapping("/sitemap-{part:\\d{1,4}}.xml")
    @Transactional(readOnly = true)
    public void part(@PathVariable int part, HttpServletResponse response) throws IOException {
        long pages = jdbc.sql("select count(*) from (" + PAGES + ") pages")
                .query(Long.class)
                .single();
        if (part < 1 || part > 1 && (part - 1L) * PART >= pages) {
            throw new NotFoundException("part", part);
        }
        String site = Site.current();
        PrintWriter xml = open(response);
        xml.println("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        RowCallbackHandler write = row -> xml.printf("<url><loc>%s%s</loc></url>%n", site, row.getString("path"));
        stream.query(
                "select path from (" + PAGES + ") pages order by path offset ? limit ?",
                write,
                (part - 1L) * PART,
                PART);
        xml.println("</urlset>");
    }

    private static PrintWriter open(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        PrintWriter xml = response.getWriter();
        xml.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        return xml;
    }
}
