import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures what is taken away over HTTP: whole lists as files, and records one by one. See README.md. */
class TakeBench {

    private static final double MIB = 1024.0 * 1024;

    /** The heap is measured after each of so many parts of a file. */
    private static final int PARTS = 4;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final long pid;

    TakeBench(String address, long pid) {
        this.address = address;
        this.pid = pid;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("java src/bench/TakeBench.java http://127.0.0.1:8080 PID");
            System.exit(2);
        }
        TakeBench bench = new TakeBench(arguments[0], Long.parseLong(arguments[1]));
        bench.files();
        bench.records();
    }

    private void files() throws Exception {
        long rows = rows();
        System.out.println("| File | Rows | MiB | Seconds | Rows/s | CPU s | Heap growth MiB |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String path : List.of("/agreements.csv", "/agreements.xlsx", "/agreements.json")) {
            read(path);
            double cpu = cpu();
            long start = System.nanoTime();
            long bytes = read(path);
            double seconds = (System.nanoTime() - start) / 1e9;
            double used = (cpu() - cpu) / 1000;
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %,d | %.1f | %.1f | %,.0f | %.1f | %.1f |%n",
                    path,
                    rows,
                    bytes / MIB,
                    seconds,
                    rows / seconds,
                    used,
                    growth(path, bytes));
        }
    }

    /** By how much what is alive in the heap grows while a file is read: the most of several moments, each after a full collection. */
    private double growth(String path, long bytes) throws Exception {
        long before = alive();
        long most = before;
        try (InputStream file = open(path).body()) {
            byte[] buffer = new byte[1 << 16];
            long read = 0;
            int part = 1;
            for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
                read += n;
                if (part <= PARTS && read > bytes * part / (PARTS + 1)) {
                    most = Math.max(most, alive());
                    part++;
                }
            }
        }
        return (most - before) / MIB;
    }

    private void records() throws Exception {
        String[] ids = text("/api/v1/agreements?page=20").split("\"id\":");
        System.out.println();
        System.out.println("| Record | CPU ms | Records/s |");
        System.out.println("|---|---|---|");
        for (String path : List.of("/api/v1/agreements/", "/agreements/")) {
            run(path, ids, 20_000);
            int times = 5_000;
            double cpu = cpu();
            long start = System.nanoTime();
            run(path, ids, times);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "| `%s{id}` | %.2f | %,.0f |%n", path, (cpu() - cpu) / times, times / seconds);
        }
    }

    private void run(String path, String[] ids, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            String rest = ids[1 + i % (ids.length - 1)];
            text(path + rest.substring(0, rest.indexOf(',')));
        }
    }

    /** How many lines a CSV file of all agreements has below its heading; a line of a cell would count too. */
    private long rows() throws Exception {
        try (InputStream file = open("/agreements.csv").body()) {
            long lines = 0;
            boolean quoted = false;
            byte[] buffer = new byte[1 << 16];
            for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    quoted ^= buffer[i] == '"';
                    lines += buffer[i] == '\n' && !quoted ? 1 : 0;
                }
            }
            return lines - 1;
        }
    }

    private long read(String path) throws Exception {
        try (InputStream file = open(path).body()) {
            byte[] buffer = new byte[1 << 16];
            long read = 0;
            for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
                read += n;
            }
            return read;
        }
    }

    private String text(String path) throws Exception {
        try (InputStream body = open(path).body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
        var answer =
                client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + path);
        }
        return answer;
    }

    /** Bytes that are alive after a full collection: the least of three, since none is made while a file is being compressed. */
    private long alive() throws IOException, InterruptedException {
        return Math.min(histogram(), Math.min(histogram(), histogram()));
    }

    private long histogram() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String[] lines = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n");
        histogram.waitFor();
        return Long.parseLong(lines[lines.length - 1].strip().split("\\s+")[2]);
    }

    /** Milliseconds of CPU that the application and all processes of its PostgreSQL have used so far. */
    private double cpu() throws IOException {
        double ticks = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                ticks += ticks(process);
            }
        }
        return ticks * 10;
    }

    /** Ticks of a hundredth of a second that a process has used if it is the application or a PostgreSQL, else none. */
    private double ticks(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean ours = process.getFileName().toString().equals(String.valueOf(pid))
                    || stat.substring(stat.indexOf('(') + 1).startsWith("postgres");
            return ours ? Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
