import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Measures searching with facets over HTTP, and the same questions on PostgreSQL full text. See README.md. */
class SearchBench {

    private static final List<String> FREQUENT = List.of(
            "pilot",
            "framework",
            "joint",
            "training",
            "data",
            "exchange",
            "research",
            "digital",
            "network",
            "firms",
            "engineers",
            "trade",
            "urban",
            "green",
            "young",
            "partners",
            "supply",
            "fund");
    private static final List<String> ORDINARY = List.of(
            "granite quay",
            "hydrogen corridor",
            "museums lotus",
            "aquaculture standards",
            "ferries certification",
            "robotics incubator",
            "insurance feasibility",
            "arbitration \"talent exchange\"");
    private static final List<String> CHINESE = List.of("绿色金融", "智慧物流 试点", "氢能", "冷链 基金", "語言教學", "机器人");
    private static final List<String> PINYIN =
            List.of("lusejinrong", "zhihui wuliu", "qingneng", "lenglian", "jiqiren");
    private static final List<String> PHRASES =
            List.of("\"green finance\"", "\"data exchange\"", "\"rail freight\"", "\"for young engineers\"");
    private static final List<String> MISTYPED = List.of("hydrogin", "robotiks", "aquaculcure", "satelite");

    /** What ends the name of questions that are the same each time. */
    private static final String AGAIN = ", asked again";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final long pid;
    private final long postmaster;
    private final int seconds;
    private final List<Row> rows = new ArrayList<>();

    /** Questions asked so far, warming up included: a run must not repeat the one before it. */
    private final AtomicInteger turn = new AtomicInteger();

    /** A line of the table: CPU milliseconds of application and PostgreSQL together for one answer, and how long it took. */
    private record Row(String what, int clients, double cpu, double median, double p95, double perSecond) {}

    SearchBench(String address, long pid, long postmaster, int seconds) {
        this.address = address;
        this.pid = pid;
        this.postmaster = postmaster;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        String[] words = String.join(" ", arguments).trim().split("\\s+");
        Map<String, String> options = new HashMap<>(
                Map.of("--data-dir", "./data", "--at", "http://127.0.0.1:8080", "--seconds", "10", "--warm-up", "240"));
        for (int i = 0; i + 1 < words.length; i += 2) {
            options.put(words[i], words[i + 1]);
        }
        Path data = Path.of(options.get("--data-dir"));
        List<String> running = Files.readAllLines(data.resolve("postgres/18/postmaster.pid"));
        SearchBench bench = new SearchBench(
                options.get("--at"),
                Long.parseLong(options.get("--pid")),
                Long.parseLong(running.get(0).strip()),
                Integer.parseInt(options.get("--seconds")));
        String secret = Files.readString(data.resolve("pacta.secret")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + running.get(3).strip() + "/pacta";
        bench.warmUp(Integer.parseInt(options.get("--warm-up")));
        bench.measureAll();
        try (Connection database = DriverManager.getConnection(url, "pacta", secret)) {
            bench.measureFullText(database);
        }
        bench.write(Path.of("target/bench"));
    }

    private Map<String, List<String>> questions() {
        Map<String, List<String>> questions = new LinkedHashMap<>();
        List<String> frequent = FREQUENT.stream().map(SearchBench::ask).toList();
        List<String> ordinary = ORDINARY.stream().map(SearchBench::ask).toList();
        questions.put("keyword, frequent", frequent);
        questions.put("keyword, frequent" + AGAIN, frequent);
        questions.put("keyword, ordinary", ordinary);
        questions.put("keyword, ordinary" + AGAIN, ordinary);
        questions.put("Chinese", CHINESE.stream().map(SearchBench::ask).toList());
        questions.put("pinyin", PINYIN.stream().map(SearchBench::ask).toList());
        questions.put("phrase", PHRASES.stream().map(SearchBench::ask).toList());
        questions.put("mistyped", MISTYPED.stream().map(SearchBench::ask).toList());
        questions.put(
                "frequent, three facets chosen",
                FREQUENT.stream()
                        .map(word -> ask(word) + "&kind=agreement&kind=mou&status=signed&parties=all_published")
                        .toList());
        questions.put(
                "frequent, page 100",
                FREQUENT.stream().map(word -> ask(word) + "&page=100").toList());
        questions.put(
                "organisation facet, frequent",
                FREQUENT.stream()
                        .map(word -> ask(word).replace("/agreements", "/agreements/organisations"))
                        .toList());
        questions.put(
                "filter only",
                Stream.of("focus=finance", "kind=protocol", "status=expired", "place=singapore", "from=2015&to=2018")
                        .map(filter -> "/agreements?" + filter)
                        .toList());
        questions.put(
                "all kinds, frequent",
                FREQUENT.stream().map(word -> "/search?q=" + encode(word)).toList());
        questions.put(
                "suggestions",
                Stream.of("mer", "granite", "lotus ba", "金", "zhih")
                        .map(typed -> "/search/suggestions?q=" + encode(typed))
                        .toList());
        return questions;
    }

    private static String ask(String words) {
        return "/agreements?q=" + encode(words);
    }

    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void warmUp(int seconds) throws Exception {
        List<String> all = questions().values().stream().flatMap(List::stream).toList();
        run("warm-up", 2, seconds, all, false);
    }

    private void measureAll() throws Exception {
        for (Map.Entry<String, List<String>> each : questions().entrySet()) {
            for (int clients : new int[] {1, 4, 16}) {
                run(each.getKey(), clients, seconds, each.getValue(), true);
            }
        }
    }

    private void run(String what, int clients, int seconds, List<String> paths, boolean kept) throws Exception {
        measure(what, clients, seconds, kept, () -> {
            int n = turn.getAndIncrement();
            String path = paths.get(n % paths.size());
            fetch(what.endsWith(AGAIN) ? path : once(path, n));
            return null;
        });
    }

    /** An address with a last year of its own, before the page, so that no answer comes out of what lists keep for ten seconds. */
    private static String once(String path, int turn) {
        boolean takesYears = path.startsWith("/agreements") && !path.contains("&to=");
        return takesYears ? path.replaceFirst("(?=&page=|$)", "&to=" + (3000 + turn % 6900)) : path;
    }

    private void fetch(String path) throws IOException, InterruptedException {
        URI uri = URI.create(address + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Accept-Language", "en").build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + uri);
        }
        if (path.startsWith("/agreements?q=") && !answer.body().contains("<td")) {
            throw new IllegalStateException("nothing found: " + uri);
        }
    }

    private void measure(String what, int clients, int seconds, boolean kept, Callable<?> question) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        double before = cpu();
        long start = System.nanoTime();
        List<Future<List<Double>>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(() -> {
                List<Double> millis = new ArrayList<>();
                while (System.nanoTime() < end) {
                    long asked = System.nanoTime();
                    question.call();
                    millis.add((System.nanoTime() - asked) / 1e6);
                }
                return millis;
            }));
        }
        double[] millis = collect(running);
        double elapsed = (System.nanoTime() - start) / 1e9;
        double cpu = (cpu() - before) / millis.length;
        threads.shutdown();
        if (kept) {
            rows.add(new Row(
                    what,
                    clients,
                    cpu,
                    millis[millis.length / 2],
                    millis[(int) Math.ceil(millis.length * 0.95) - 1],
                    millis.length / elapsed));
            System.out.println(line(rows.get(rows.size() - 1)));
        }
    }

    private static double[] collect(List<Future<List<Double>>> running)
            throws InterruptedException, ExecutionException {
        List<Double> all = new ArrayList<>();
        for (Future<List<Double>> each : running) {
            all.addAll(each.get());
        }
        double[] millis = all.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(millis);
        return millis;
    }

    /** Milliseconds of CPU that the application and all processes of its PostgreSQL have used so far. */
    private double cpu() throws IOException {
        double ticks = ticks(pid)[0];
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                double[] used = ticks(Long.parseLong(process.getFileName().toString()));
                if (used[1] == postmaster) {
                    ticks += used[0];
                }
            }
        }
        return ticks * 10;
    }

    /** Ticks of a hundredth of a second a process has used, and its parent. */
    private static double[] ticks(long process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return new double[] {
                Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]), Double.parseDouble(fields[1])
            };
        } catch (IOException gone) {
            return new double[] {0, 0};
        }
    }

    /** The same words on a column of PostgreSQL's own full text with a GIN index: the same facets, the total and the first twenty with headlines. */
    private void measureFullText(Connection database) throws Exception {
        try (Statement statement = database.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("""
                    create unlogged table if not exists bench.document as
                    select agreement.id, to_tsvector('english', concat_ws(' ', agreement.title, agreement.summary, council.name,
                        (select string_agg(concat_ws(' ', organisation.name, as_printed), ' ')
                         from signatory left join organisation on organisation.id = organisation_id where agreement_id = agreement.id),
                        (select string_agg(name, ' ') from focus_area join agreement_focus_area on focus_area_id = id
                         where agreement_id = agreement.id))) as words
                    from agreement left join council on council.id = agreement.council_id""");
            statement.execute("create index if not exists document_words on bench.document using gin (words)");
            statement.execute("create unique index if not exists document_id on bench.document (id)");
            statement.execute("analyze bench.document");
        }
        fullText("PostgreSQL: keyword, frequent", database, FREQUENT);
        fullText("PostgreSQL: keyword, ordinary", database, ORDINARY);
        try (Statement statement = database.createStatement()) {
            statement.execute("drop schema bench cascade");
        }
    }

    private void fullText(String what, Connection database, List<String> questions) throws Exception {
        AtomicInteger turn = new AtomicInteger();
        measure(what, 1, seconds, true, () -> {
            String words = questions.get(turn.getAndIncrement() % questions.size());
            read(database, """
                    with found as materialized (
                        select agreement.id, council_id, kind, status, parties from bench.document join agreement using (id)
                        where words @@ websearch_to_tsquery('english', ?))
                    select 'council', council_id::text, count(*) from found group by council_id
                    union all select 'kind', kind, count(*) from found group by kind
                    union all select 'status', status, count(*) from found group by status
                    union all select 'parties', parties, count(*) from found group by parties
                    union all select 'focus', focus_area_id::text, count(*) from found join agreement_focus_area on agreement_id = id
                        group by focus_area_id
                    union all select 'place', place_id::text, count(distinct found.id) from found join signatory on agreement_id = found.id
                        join signatory_side on signatory_id = signatory.id group by place_id""", words);
            read(database, """
                    select agreement.id, ts_headline('english', coalesce(title, ''), query) from (
                        select id, query from bench.document, websearch_to_tsquery('english', ?) query
                        where words @@ query order by ts_rank(words, query) desc, id limit 20) best
                    join agreement using (id)""", words);
            return null;
        });
    }

    private static void read(Connection database, String sql, String words) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, words);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(2);
                }
            }
        }
    }

    private static String line(Row row) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.0f | %.0f | %.0f |",
                row.what,
                row.clients,
                row.cpu,
                row.median,
                row.p95,
                row.perSecond);
    }

    private void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<String> table = new ArrayList<>(List.of(
                "| Question | Clients | CPU ms | Median ms | 95th percentile ms | Answers/s |",
                "|---|---|---|---|---|---|"));
        rows.forEach(row -> table.add(line(row)));
        Files.write(directory.resolve("search.md"), table);
        Files.writeString(directory.resolve("search.svg"), plot());
        System.out.println("written to " + directory.toAbsolutePath());
    }

    /** One bar for each question of a single client: CPU milliseconds for an answer. */
    private String plot() {
        List<Row> alone = rows.stream().filter(row -> row.clients == 1).toList();
        double most = alone.stream().mapToDouble(Row::cpu).max().orElse(1);
        StringBuilder svg = new StringBuilder(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">"
                        + "<title>CPU milliseconds for an answer, one client</title>%n",
                alone.size() * 26 + 40));
        svg.append("<text x=\"8\" y=\"20\" font-weight=\"bold\">CPU milliseconds for an answer, one client</text>\n");
        for (int i = 0; i < alone.size(); i++) {
            Row row = alone.get(i);
            int y = 34 + i * 26;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"250\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"258\" y=\"%d\" width=\"%.1f\" height=\"18\""
                            + " fill=\"#1d5c73\"/><text x=\"%.1f\" y=\"%d\">%.1f</text>%n",
                    y + 14,
                    row.what,
                    y,
                    row.cpu / most * 420,
                    264 + row.cpu / most * 420,
                    y + 14,
                    row.cpu));
        }
        return svg.append("</svg>\n").toString();
    }
}
