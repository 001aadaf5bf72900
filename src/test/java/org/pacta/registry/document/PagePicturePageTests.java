package org.pacta.registry.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.pacta.platform.storage.FileStore;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class PagePicturePageTests {

    private static final String PAGE = "/documents/700001/pages/1";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FileStore store;

    private interface Drawing {
        void on(PDDocument document, PDPage page) throws IOException;
    }

    @Test
    void drawsAPage() throws IOException {
        keep(PDRectangle.A4, (document, page) -> {
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(1f, 0f, 0f);
                content.addRect(0, 0, 300, 842);
                content.fill();
            }
        });

        MvcTestResult answer = mvc.get().uri(PAGE + "/picture").exchange();

        assertThat(answer).hasStatusOk().hasContentType("image/png").hasHeader("X-Content-Type-Options", "nosniff");
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
        assertThat(picture.getWidth()).isBetween(890, 895);
        assertThat(picture.getRGB(10, 10)).isEqualTo(0xffff0000);
        assertThat(picture.getRGB(800, 10)).isEqualTo(0xffffffff);
        assertThat(mvc.get().uri(PAGE)).hasStatusOk().bodyText().contains("src=\"" + PAGE + "/picture\"");
        assertThat(mvc.get()
                        .uri(PAGE + "/picture")
                        .header(HttpHeaders.IF_NONE_MATCH, answer.getResponse().getHeader(HttpHeaders.ETAG)))
                .hasStatus(304);
        assertThat(mvc.get().uri("/documents/700001/pages/2/picture")).hasStatus(404);
    }

    @Test
    void drawsALargePageSmaller() throws IOException {
        keep(new PDRectangle(14_400, 14_400), (document, page) -> {});

        assertThat(drawn().getWidth()).isBetween(1_900, 2_001);
    }

    @Test
    void drawsAPageWithAPictureOfMoreThanABillionPixelsWithinItsBounds() throws IOException {
        keep(PDRectangle.A4, (document, page) -> {
            COSStream image = new PDStream(document).getCOSObject();
            image.setItem(COSName.TYPE, COSName.XOBJECT);
            image.setItem(COSName.SUBTYPE, COSName.IMAGE);
            image.setInt(COSName.WIDTH, 40_000);
            image.setInt(COSName.HEIGHT, 40_000);
            image.setInt(COSName.BITS_PER_COMPONENT, 8);
            image.setItem(COSName.COLORSPACE, PDDeviceRGB.INSTANCE);
            try (OutputStream content = image.createOutputStream(COSName.FLATE_DECODE)) {
                content.write(new byte[100]);
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(new PDImageXObject(new PDStream(image), page.getResources()), 0, 0, 500, 500);
            }
        });

        assertThat(drawn().getWidth()).isBetween(890, 895);
    }

    @Test
    void leavesOutAPageThatCannotBeDrawn() throws IOException {
        keep("%PDF-1.7 and nothing else".getBytes(StandardCharsets.UTF_8));

        assertThat(mvc.get().uri(PAGE + "/picture")).hasStatus(404);
        assertThat(mvc.get().uri(PAGE)).hasStatusOk();
    }

    @Test
    void goesWithItsDocument() throws IOException {
        keep(PDRectangle.A4, (document, page) -> {});
        jdbc.sql("update document set withdrawn_on = now(), withdrawal_reason = 'Not ours to show'")
                .update();

        assertThat(mvc.get().uri(PAGE + "/picture")).hasStatus(410);
    }

    private BufferedImage drawn() throws IOException {
        MvcTestResult answer = mvc.get().uri(PAGE + "/picture").exchange();
        assertThat(answer).hasStatusOk();
        return ImageIO.read(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
    }

    private void keep(PDRectangle size, Drawing drawing) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(size);
            document.addPage(page);
            drawing.on(document, page);
            document.save(file);
        }
        keep(file.toByteArray());
    }

    private void keep(byte[] file) throws IOException {
        jdbc.sql("""
                        insert into document_file (sha256, size, media_type, pages) values (:sha256, 1, 'application/pdf', 1);
                        insert into document_page (sha256, page, words) values (:sha256, 1, 'Words');
                        insert into document (id, sha256, size, media_type, name, kind, source_id)
                            values (700001, :sha256, 1, 'application/pdf', 'release.pdf', 'annex', 1)
                        """)
                .param("sha256", store.keep(new ByteArrayInputStream(file)).sha256())
                .update();
    }
}
