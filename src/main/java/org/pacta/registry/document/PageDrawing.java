package org.pacta.registry.document;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.pacta.platform.child.ChildProcess;

/** Draws a page of a PDF in a process that is there for it alone. */
final class PageDrawing {

    /** Pixels for a point, of which an inch has 72. */
    private static final float SCALE = 1.5f;

    /** Pixels of the largest picture; a page may be of any size. */
    private static final double MOST = 4_000_000;

    private PageDrawing() {}

    /** Takes the file, the number of the page from 1, and where to put the picture. */
    public static void main(String[] arguments) throws IOException {
        ChildProcess.begin();
        try (PDDocument document = Loader.loadPDF(new File(arguments[0]))) {
            int page = Integer.parseInt(arguments[1]) - 1;
            PDRectangle size = document.getPage(page).getCropBox();
            double points = Math.max(1, (double) size.getWidth() * size.getHeight());
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage picture =
                    renderer.renderImage(page, (float) Math.min(SCALE, Math.sqrt(MOST / points)), ImageType.RGB);
            ImageIO.write(picture, "png", new File(arguments[2]));
        }
    }
}
