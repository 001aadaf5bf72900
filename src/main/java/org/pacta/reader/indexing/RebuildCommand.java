package org.pacta.reader.indexing;

import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.pacta.platform.database.BesideRunning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program of its own that asks the Pacta that runs beside it to build its search index anew, and waits until it begins. */
@Import(BesideRunning.class)
public class RebuildCommand implements ApplicationRunner {

    /** The argument that starts it instead of Pacta. */
    public static final String ARGUMENT = "--pacta.search.rebuild";

    private static final Logger log = LoggerFactory.getLogger(RebuildCommand.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Request request;

    RebuildCommand(DataSource database) {
        this.request = new Request(JdbcClient.create(database));
    }

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(RebuildCommand.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments)
                .close();
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        request.make();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (request.isOpen()) {
            if (Instant.now().isAfter(deadline) && request.take()) {
                throw new UnansweredException();
            }
            Thread.sleep(200);
        }
        log.info(
                "The running Pacta builds its search index anew; /actuator/health/search and its log tell how far it is");
    }

    /** The wish for a new index, kept in the database until one instance takes it. */
    record Request(JdbcClient jdbc) {

        static final String MARK = "rebuild";

        void make() {
            jdbc.sql("insert into search_note (mapping, revision) values (:mark, 0) on conflict do nothing")
                    .param("mark", MARK)
                    .update();
        }

        boolean isOpen() {
            return jdbc.sql("select exists (select from search_note where mapping = :mark)")
                    .param("mark", MARK)
                    .query(Boolean.class)
                    .single();
        }

        /** True for one of all that try. */
        boolean take() {
            return jdbc.sql("delete from search_note where mapping = :mark")
                            .param("mark", MARK)
                            .update()
                    > 0;
        }
    }

    /** Nobody took the request. */
    static final class UnansweredException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnansweredException() {
            super("No Pacta took the request within %d seconds.".formatted(PATIENCE.toSeconds()));
        }
    }

    /** Shows that as a problem and an action, without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnansweredException> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, UnansweredException cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "See in /actuator/health/search of the running Pacta whether it is building its index already. If none"
                            + " runs, start it; to have the index built anew then, delete the directory search in its data"
                            + " directory first.",
                    failure);
        }
    }
}
