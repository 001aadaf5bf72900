package org.pacta.desk.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pacta.desk.importing.ImportView.Mapping;
import org.pacta.platform.security.SignedIn;
import org.pacta.rules.table.ColumnTarget;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;

/** Lists that were handed in, and the thread that works on them. */
public final class ImportFixtures {

    private ImportFixtures() {}

    /** Hands in a list, has it read, and says what its columns hold, with one party for all rows. */
    public static long read(
            ApplicationContext context, String text, String party, SignedIn person, ColumnTarget... targets) {
        try {
            Imports imports = context.getBean(Imports.class);
            long id = imports.take(
                    new MockMultipartFile("file", "list.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)),
                    "",
                    person);
            settle(context);
            List<Mapping.Column> columns = Arrays.stream(targets)
                    .map(target -> new Mapping.Column(target, ";", null))
                    .toList();
            imports.map(
                    id,
                    new Mapping(columns, party.isEmpty() ? Map.of() : Map.of("party", party), List.of()),
                    "",
                    person);
            settle(context);
            return id;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns when all that is due is done. */
    public static void settle(ApplicationContext context) {
        context.getBean(ImportWorker.class).settleNow();
    }
}
