package org.pacta.desk.publication;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Shows a page as it would stand, made by publishing and taken back before anybody else can see it. The page is written into memory, so that
 * a slow reader holds neither the draft nor a connection to the database.
 */
@Component
public class Preview {

    private final TransactionTemplate transactions;

    Preview(PlatformTransactionManager transactions) {
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Answers with the page.
     *
     * @param of the number of what would be published, for the page to say so
     * @param publishing answers the address of the page
     */
    public void show(long of, Supplier<String> publishing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute("preview", of);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            include(publishing.get().replaceFirst("#.*", ""), request, page);
        });
        page.copyBodyToResponse();
    }

    /** Not forwarded to: then the server would take the answer for finished. */
    private static void include(String path, HttpServletRequest request, HttpServletResponse page) {
        try {
            request.getRequestDispatcher(path).include(request, page);
        } catch (ServletException | IOException failed) {
            throw new IllegalStateException("The preview could not be shown", failed);
        }
    }
}
