package org.pacta.platform.authenticator;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text as a picture for the camera of a telephone. */
final class QrPicture {

    private static final QRCodeWriter WRITER = new QRCodeWriter();

    private QrPicture() {}

    /** An SVG as the address of an image, {@code data:…}; dark on white also where the page is dark, since cameras need it. */
    static String of(String text) {
        BitMatrix squares = squares(text);
        String path = IntStream.range(0, squares.getHeight())
                .boxed()
                .flatMap(y -> IntStream.range(0, squares.getWidth())
                        .filter(x -> squares.get(x, y))
                        .mapToObj(x -> "M%d %dh1v1h-1z".formatted(x, y)))
                .collect(Collectors.joining());
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%2$dH0z"/><path d="%s"/></svg>""".formatted(squares.getWidth(), squares.getHeight(), path);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static BitMatrix squares(String text) {
        try {
            return WRITER.encode(text, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
