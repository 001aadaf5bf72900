package org.pacta.exchange.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.pacta.reader.revision.RevisionQueries.Entry;

/** Writes changes as a feed in the format of RFC 4287. */
final class Atom {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** What XML 1.0 has no way to write. */
    private static final String UNWRITABLE = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final String site;
    private final String authority;
    private final Locale locale;
    private final XMLStreamWriter xml;

    private Atom(String site, String authority, Locale locale, XMLStreamWriter xml) {
        this.site = site;
        this.authority = authority;
        this.locale = locale;
        this.xml = xml;
    }

    /**
     * The feed as XML.
     *
     * @param site where addresses begin, such as {@code https://pacta.example}
     * @param authority of its tags, as RFC 4151 has them: a domain name and a date
     * @param path of the feed with its query
     * @param page that shows the same to people
     */
    static String write(
            String site, String authority, Locale locale, String title, String path, String page, List<Entry> entries) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new Atom(site, authority, locale, xml).feed(title, path, page, entries);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A string takes any XML", impossible);
        }
        return text.toString();
    }

    private void feed(String title, String path, String page, List<Entry> entries) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element("id", tag(path));
        element("title", title);
        element(
                "updated",
                entries.isEmpty()
                        ? Instant.EPOCH.toString()
                        : entries.get(0).revision().madeAt().toString());
        link("self", path, "application/atom+xml");
        link("alternate", page, "text/html");
        author("Pacta");
        for (Entry entry : entries) {
            entry(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Entry entry) throws XMLStreamException {
        String address =
                "%s/%d".formatted(entry.record().history(), entry.revision().number());
        xml.writeStartElement("entry");
        element(
                "id",
                tag("/%s/%d/revision/%d"
                        .formatted(
                                entry.record().kind().plural(),
                                entry.record().id(),
                                entry.revision().number())));
        element("title", entry.record().name().in(locale));
        element("updated", entry.revision().madeAt().toString());
        author(entry.revision().madeBy());
        link("alternate", address, "text/html");
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.record().kind().code());
        element("summary", entry.revision().reason());
        xml.writeEndElement();
    }

    private void author(String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element("name", name);
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.replaceAll(UNWRITABLE, "\uFFFD"));
        xml.writeEndElement();
    }

    private void link(String relation, String address, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", site + address);
    }

    private String tag(String path) {
        return "tag:%s:%s".formatted(authority, path);
    }
}
