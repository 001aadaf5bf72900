package org.pacta.desk.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pacta.desk.importing.ImportQueries.Numbered;
import org.pacta.desk.importing.ImportView.Mapping;
import org.pacta.desk.importing.TableFile.Shape;
import org.pacta.rules.table.ColumnGuess;
import org.pacta.rules.table.ColumnTarget;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file into rows, finds the row of the headings, and proposes what the columns hold. */
@Component
class ReadWork implements ImportWork {

    private static final JsonMapper json = JsonMapper.shared();
    private static final int BATCH = 1_000;

    /** Rows among which the headings stand. */
    private static final int HEAD = 20;

    private static final int GUESSED_BY = 50;

    private final KeptFiles files;
    private final Imports imports;
    private final ImportQueries queries;
    private final ImportProgress progress;
    private final JdbcClient jdbc;
    private final JdbcTemplate connections;

    ReadWork(
            KeptFiles files,
            Imports imports,
            ImportQueries queries,
            ImportProgress progress,
            JdbcClient jdbc,
            JdbcTemplate connections) {
        this.files = files;
        this.imports = imports;
        this.queries = queries;
        this.progress = progress;
        this.jdbc = jdbc;
        this.connections = connections;
    }

    @Override
    public String code() {
        return "read";
    }

    @Override
    public void run(long id) {
        try {
            progress.alone(id, code(), () -> read(id));
        } catch (UnreadableFileException unreadable) {
            progress.fails(id, "file." + unreadable.reason());
        }
    }

    private void read(long id) {
        ImportView list = queries.get(id);
        jdbc.sql("delete from import_row where import_id = :id").param("id", id).update();
        Shape shape = files.with(list.sha256(), file -> {
            Shape told = list.shape() == null ? TableFile.shape(file) : list.shape();
            copy(id, file, told);
            return told;
        });
        List<Numbered> head = queries.head(id, HEAD);
        if (head.isEmpty()) {
            throw new UnreadableFileException("empty");
        }
        int headingRow = list.shape() == null ? headings(head) : list.headingRow();
        List<String> headings = head.stream()
                .filter(row -> row.number() == headingRow)
                .map(Numbered::cells)
                .findFirst()
                .orElse(List.of());
        jdbc.sql("""
                        update import set kind = :kind, sheets = :sheets::jsonb, sheet = :sheet, charset = :charset, separator = :separator,
                            heading_row = :heading_row where id = :id
                        """)
                .param("id", id)
                .param("kind", shape.kind())
                .param("sheets", json.writeValueAsString(shape.sheets()))
                .param("sheet", shape.sheet())
                .param("charset", shape.charset())
                .param("separator", shape.separator())
                .param("heading_row", headingRow)
                .update();
        propose(id, headings);
    }

    private void copy(long id, Path file, Shape shape) {
        StringBuilder lines = new StringBuilder();
        int[] rows = {0};
        TableFile.read(file, shape, (number, cells) -> {
            lines.append(id).append('\t').append(number).append('\t');
            lines.append(json.writeValueAsString(cells).replace("\\", "\\\\")).append('\n');
            if (++rows[0] % BATCH == 0) {
                write(lines);
                progress.comes(id, rows[0], 0);
            }
        });
        write(lines);
    }

    private void write(StringBuilder lines) {
        ConnectionCallback<Long> copying = connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy import_row (import_id, number, cells) from stdin",
                                new StringReader(lines.toString()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
        connections.execute(copying);
        lines.setLength(0);
    }

    /** The first row that has nearly as many cells as the widest near it, none of them long: what stands above is a title of the list. */
    private static int headings(List<Numbered> head) {
        long widest = head.stream().mapToLong(ReadWork::width).max().orElse(0);
        return head.stream()
                .filter(row -> width(row) * 10 >= widest * 6)
                .findFirst()
                .map(Numbered::number)
                .orElse(0);
    }

    private static long width(Numbered row) {
        return row.cells().stream().filter(cell -> !cell.isEmpty()).count();
    }

    private void propose(long id, List<String> headings) {
        int columns = jdbc.sql(
                        "select coalesce(max(jsonb_array_length(cells)), 0) from import_row where import_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        List<String> all = new ArrayList<>(headings);
        while (all.size() < columns) {
            all.add("");
        }
        jdbc.sql("update import set headings = :headings::jsonb where id = :id")
                .param("id", id)
                .param("headings", json.writeValueAsString(all))
                .update();
        Optional<Mapping> wanted = queries.wanted(id);
        boolean isOther =
                wanted.filter(mapping -> mapping.columns().size() != all.size()).isPresent();
        Mapping mapping =
                wanted.filter(any -> !isOther).or(() -> queries.savedFor(all)).orElseGet(() -> guess(id, all));
        jdbc.sql("""
                        update import set mapping = :mapping::jsonb, state = 'open', work = null, trouble = :trouble, tried_at = null,
                            wanted_mapping = null where id = :id
                        """)
                .param("id", id)
                .param("mapping", json.writeValueAsString(mapping))
                .param("trouble", isOther ? "mapping" : null, Types.VARCHAR)
                .update();
        if (wanted.isPresent() && !isOther) {
            imports.begins(id, "try");
        }
    }

    private Mapping guess(long id, List<String> headings) {
        List<List<String>> samples = IntStream.range(0, headings.size())
                .mapToObj(column -> queries.samples(id, column, GUESSED_BY))
                .toList();
        List<ColumnTarget> targets = ColumnGuess.of(headings, samples);
        return new Mapping(
                IntStream.range(0, targets.size())
                        .mapToObj(column -> new Mapping.Column(
                                targets.get(column),
                                ColumnGuess.separator(targets.get(column), samples.get(column)),
                                null))
                        .toList(),
                Map.of(),
                List.of());
    }
}
