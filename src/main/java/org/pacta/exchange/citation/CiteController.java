package org.pacta.exchange.citation;

import jakarta.servlet.http.HttpServletRequest;
import org.pacta.exchange.feed.Site;
import org.pacta.platform.form.RecordKind;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class CiteController {

    private static final String FILE = "/cite.{format:txt|bib|ris|json}";
    private static final String NUMBERED = "/{list:agreements|projects|organisations|meetings|people|sources}/{id}";
    private static final String NAMED = "/{list:places|councils}/{slug}";
    private static final String VIEW = "/dashboard/{view:cooperation|coverage|indicators}";
    private static final String MEETING = "/councils/{slug}/meetings/{ordinal}";

    private final Citing citing;

    CiteController(Citing citing) {
        this.citing = citing;
    }

    @GetMapping(NUMBERED + FILE)
    ResponseEntity<String> numbered(@PathVariable String list, @PathVariable long id, @PathVariable String format) {
        return file(citing.record(kind(list), id, Site.here().base()), format);
    }

    @GetMapping(NAMED + FILE)
    ResponseEntity<String> named(@PathVariable String list, @PathVariable String slug, @PathVariable String format) {
        return file(citing.bySlug(kind(list), slug, Site.here().base()), format);
    }

    @GetMapping(MEETING + FILE)
    ResponseEntity<String> meeting(@PathVariable String slug, @PathVariable int ordinal, @PathVariable String format) {
        return file(citing.meeting(slug, ordinal, Site.here().base()), format);
    }

    @GetMapping("/dashboard" + FILE)
    ResponseEntity<String> dashboard(@PathVariable String format, HttpServletRequest request) {
        return file(citing.dashboard(address("/dashboard", request)), format);
    }

    @GetMapping(VIEW + FILE)
    ResponseEntity<String> view(@PathVariable String view, @PathVariable String format, HttpServletRequest request) {
        return file(citing.view(view, address("/dashboard/" + view, request)), format);
    }

    @GetMapping(NUMBERED + "/cite")
    String numbered(@PathVariable String list, @PathVariable long id, Model model) {
        return page(citing.record(kind(list), id, Site.here().base()), "/" + list + "/" + id, "", model);
    }

    @GetMapping(NAMED + "/cite")
    String named(@PathVariable String list, @PathVariable String slug, Model model) {
        return page(citing.bySlug(kind(list), slug, Site.here().base()), "/" + list + "/" + slug, "", model);
    }

    @GetMapping(MEETING + "/cite")
    String meeting(@PathVariable String slug, @PathVariable int ordinal, Model model) {
        String path = "/councils/" + slug + "/meetings/" + ordinal;
        return page(citing.meeting(slug, ordinal, Site.here().base()), path, "", model);
    }

    @GetMapping("/dashboard/cite")
    String dashboard(HttpServletRequest request, Model model) {
        return page(citing.dashboard(address("/dashboard", request)), "/dashboard", query(request), model);
    }

    @GetMapping(VIEW + "/cite")
    String view(@PathVariable String view, HttpServletRequest request, Model model) {
        String path = "/dashboard/" + view;
        return page(citing.view(view, address(path, request)), path, query(request), model);
    }

    private static ResponseEntity<String> file(CitableState citation, String format) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CitableState.type(format)))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(citation.key() + '.' + format)
                                .build()
                                .toString())
                .body(citation.as(format));
    }

    private static String page(CitableState citation, String path, String query, Model model) {
        model.addAttribute("citation", citation);
        model.addAttribute("text", citation.text());
        model.addAttribute("path", path);
        model.addAttribute("query", query);
        return "citation/show";
    }

    private static String kind(String list) {
        return RecordKind.ofPlural(list).code();
    }

    private static String address(String path, HttpServletRequest request) {
        return Site.here().base() + path + query(request);
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }
}
