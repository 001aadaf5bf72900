package org.pacta.exchange.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;

/** The body of an answer that is a file. Its headers are set with the first byte, so that a refusal before it is still answered by a page. */
class Answer extends OutputStream {

    private final HttpServletResponse response;
    private final String name;
    private final String format;
    private final String query;
    private boolean isBegun;

    Answer(HttpServletResponse response, String name, String format, String query) {
        this.response = response;
        this.name = name;
        this.format = format;
        this.query = query;
    }

    @Override
    public void write(int oneByte) throws IOException {
        begun().write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        begun().write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        if (isBegun) {
            response.getOutputStream().flush();
        }
    }

    private OutputStream begun() throws IOException {
        if (!isBegun) {
            isBegun = true;
            response.setContentType(Sheet.type(format));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "%s; filename=\"%s.%s\"".formatted(format.equals("json") ? "inline" : "attachment", name, format));
            if (format.equals("csv")) {
                response.setHeader(
                        HttpHeaders.LINK,
                        "</%s.metadata.json%s>; rel=\"describedby\"; type=\"application/json\"".formatted(name, query));
            }
        }
        return response.getOutputStream();
    }
}
