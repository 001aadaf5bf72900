package org.pacta.exchange.feed;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** An Atom feed in the making. */
final class AtomFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    /**
     * Starts a feed.
     *
     * @param self its own address
     * @param page the address of the page it belongs to
     */
    AtomFile(String id, String title, Instant updated, String self, String page) throws XMLStreamException {
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        text("id", id);
        text("title", title);
        text("updated", moment(updated));
        link("self", "application/atom+xml", self);
        link("alternate", "text/html", page);
        xml.writeStartElement("author");
        text("name", "Pacta");
        xml.writeEndElement();
        text("rights", "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/");
    }

    /**
     * One entry.
     *
     * @param address of the page
     * @param state the address of the record as it then stood; null where it has none
     */
    record Entry(
            String id,
            String title,
            Instant updated,
            String summary,
            String address,
            @Nullable String state) {}

    void add(Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        text("id", entry.id);
        text("title", entry.title);
        text("updated", moment(entry.updated));
        link("alternate", "text/html", entry.address);
        if (entry.state != null) {
            link("related", "text/html", entry.state);
        }
        text("summary", entry.summary);
        xml.writeEndElement();
    }

    byte[] end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return bytes.toByteArray();
    }

    private static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void link(String rel, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    /** A text without the characters that XML has no way to write. */
    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(
                text.replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", ""));
        xml.writeEndElement();
    }
}
