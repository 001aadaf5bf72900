package org.pacta.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class PreviewTests {

    @Autowired
    private Preview preview;

    @Autowired
    private JdbcClient jdbc;

    /** What the reader gets, and whether a transaction was open whenever something was sent. */
    private static final class Reader extends MockHttpServletResponse {

        private final List<Boolean> isOpen = new ArrayList<>();

        @Override
        public ServletOutputStream getOutputStream() {
            isOpen.add(TransactionSynchronizationManager.isActualTransactionActive());
            return super.getOutputStream();
        }
    }

    @Test
    void thePageIsSentWhenThePublicationIsTakenBack() throws IOException {
        Reader reader = new Reader();

        preview.show(7, this::write, request(), reader);

        assertThat(reader.getContentAsString()).isEqualTo("<p>council 1 of 高</p>");
        assertThat(reader.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(reader.isOpen).isNotEmpty().containsOnly(false);
        assertThat(councils()).isZero();
    }

    private String write() {
        jdbc.sql("insert into council (id, slug, name, kind) values (990001, 'made-up', 'Made up', 'council')")
                .update();
        return "/councils/made-up#meetings";
    }

    private long councils() {
        return jdbc.sql("select count(*) from council").query(Long.class).single();
    }

    private MockHttpServletRequest request() {
        return new MockHttpServletRequest() {

            @Override
            public RequestDispatcher getRequestDispatcher(String path) {
                assertThat(path).isEqualTo("/councils/made-up");
                return new RequestDispatcher() {

                    @Override
                    public void forward(ServletRequest request, ServletResponse response) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void include(ServletRequest request, ServletResponse response) throws IOException {
                        response.getWriter().write("<p>council %d of 高</p>".formatted(councils()));
                    }
                };
            }
        };
    }
}
