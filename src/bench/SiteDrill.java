import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What becomes of the site when too much is asked, when others hold what it needs, and when a number is mistyped.
 *
 * <pre>src/bench/drill.sh SiteDrill target/pacta-0.1.0-SNAPSHOT.jar overload|slow|locked|frozen|full|wide</pre>
 *
 * Prints figures, and fails where an answer is neither what it should be nor a 503. README.md says what each is.
 */
class SiteDrill extends Drill {

    private static final List<String> PAGES =
            List.of("/", "/councils/sci", "/agreements", "/agreements/1", "/dashboard", "/meetings");

    /** Pages that ask neither for agreements nor for drafts. */
    private static final List<String> ELSEWHERE = List.of("/places", "/sources", "/method");

    private static final String FULL = "nothing can be saved until there is room again";

    /** As many as ask at once when too much is asked. */
    private static final int CONNECTIONS = 200;

    private final ExecutorService people = Executors.newCachedThreadPool();

    public static void main(String[] arguments) throws Exception {
        SiteDrill drill = new SiteDrill(arguments[0]);
        try {
            switch (arguments[1]) {
                case "overload" -> drill.overload();
                case "slow" -> drill.drip();
                case "locked" -> drill.lock();
                case "frozen" -> drill.freeze();
                case "full" -> drill.fill();
                case "wide" -> drill.widen();
                default -> throw new IllegalArgumentException(arguments[1]);
            }
            drill.forget();
            System.exit(0);
        } catch (AssertionError | Exception lost) {
            drill.fail(lost);
        }
    }

    private SiteDrill(String jar) throws IOException {
        super(jar);
    }

    /** Five times as much for two minutes as can be answered. */
    private void overload() throws Exception {
        start();
        Times warm = asked(8, Duration.ofSeconds(60), PAGES);
        check(warm.only(200), "while it warmed up: " + warm);
        Times alone = asked(1, Duration.ofSeconds(20), PAGES);
        System.out.println("one after the other: " + alone);
        Times most = asked(8, Duration.ofSeconds(30), PAGES);
        System.out.println("eight at a time: " + most);
        double rate = 5 * most.perSecond(200);
        Times flood = flooded(rate, Duration.ofMinutes(2));
        System.out.printf("%.0f a second for two minutes: %s%n", rate, flood);
        System.out.printf(
                "goodput %.0f %%, p95 of what was answered %.1f times that of one after the other, refusals p95 %.0f ms%n",
                100 * flood.perSecond(200) / most.perSecond(200),
                flood.of(200, 95) / alone.of(200, 95),
                flood.of(503, 95));
        check(flood.only(200, 503), "answers other than 200 and 503");
        stop();
    }

    /** Three hundred clients that send or read a few bytes in three seconds, of one sort after the other, while others read pages. */
    private void drip() throws Exception {
        start();
        asked(8, Duration.ofSeconds(60), PAGES);
        System.out.println("undisturbed: " + asked(2, Duration.ofSeconds(20), PAGES));
        String host = " HTTP/1.1\r\nHost: localhost\r\n";
        String body = "Content-Length: 5000\r\nContent-Type: ";
        Map<String, String> sorts = new LinkedHashMap<>();
        sorts.put("heads", "GET /" + host);
        sorts.put("forms", "POST /sign-in" + host + body + "application/x-www-form-urlencoded\r\n\r\n");
        sorts.put("texts", "POST /api/v1/annex/parse" + host + body + "text/plain\r\n\r\n");
        sorts.put("uploads", "POST /desk/imports" + host + body + "multipart/form-data; boundary=x\r\n\r\n");
        sorts.put("readers of files", "GET /agreements.csv" + host + "\r\n");
        sorts.put("readers of pages", ("GET /councils/sci" + host + "\r\n").repeat(20));
        for (Map.Entry<String, String> sort : sorts.entrySet()) {
            AtomicBoolean over = new AtomicBoolean();
            List<Future<?>> slow = new ArrayList<>();
            for (int client = 0; client < 300; client++) {
                slow.add(people.submit(() -> drip(sort.getValue(), over)));
            }
            TimeUnit.SECONDS.sleep(4);
            Times others = asked(2, Duration.ofSeconds(20), PAGES);
            System.out.println("beside 300 slow " + sort.getKey() + ": " + others);
            over.set(true);
            for (Future<?> each : slow) {
                each.get();
            }
            check(others.only(200), "readers were kept waiting by slow " + sort.getKey());
            check(others.of(200, 95) < 500, "p95 of readers beside slow " + sort.getKey());
        }
        stop();
    }

    /** Goes on until it is over or the site has closed the connection. */
    private Void drip(String begun, AtomicBoolean over) throws Exception {
        try (Socket wire = new Socket(InetAddress.getLoopbackAddress(), port)) {
            wire.setSoTimeout(100);
            wire.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            boolean reads = begun.startsWith("GET") && begun.endsWith("\r\n\r\n");
            while (!over.get()) {
                TimeUnit.SECONDS.sleep(3);
                if (reads) {
                    wire.getInputStream().read();
                } else {
                    wire.getOutputStream().write("a: b\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException closed) {
            return null;
        }
        return null;
    }

    /** So many a second, whether they are answered or not. How long an answer takes is counted from when it was due to be asked for. */
    private Times flooded(double perSecond, Duration howLong) throws Exception {
        Times times = new Times();
        AtomicInteger sent = new AtomicInteger();
        long start = System.nanoTime();
        List<Future<?>> readers = new ArrayList<>();
        for (int reader = 0; reader < CONNECTIONS; reader++) {
            readers.add(people.submit(() -> {
                try (Wire wire = new Wire()) {
                    while (true) {
                        int number = sent.getAndIncrement();
                        long due = start + (long) (number * 1e9 / perSecond);
                        if (due - start >= howLong.toNanos()) {
                            return null;
                        }
                        while (System.nanoTime() < due) {
                            LockSupport.parkNanos(due - System.nanoTime());
                        }
                        times.note(wire.status(PAGES.get(number % PAGES.size())), due);
                    }
                }
            }));
        }
        for (Future<?> each : readers) {
            each.get();
        }
        times.ends();
        return times;
    }

    /** Tables that somebody keeps to himself for a minute, and twelve people at the desk who need one of them. */
    private void lock() throws Exception {
        Person admin = firstAdmin();
        List<String> drafts = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            drafts.add(begin(admin, "sci"));
        }
        asked(4, Duration.ofSeconds(40), ELSEWHERE);
        Times undisturbed = asked(2, Duration.ofSeconds(30), ELSEWHERE);
        System.out.println("undisturbed: " + undisturbed);
        Times desk = new Times();
        try (Connection other = database();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table agreement, draft_line in access exclusive mode");
            AtomicBoolean over = new AtomicBoolean();
            List<Future<?>> typing = new ArrayList<>();
            for (String draft : drafts) {
                typing.add(people.submit(() -> {
                    while (!over.get()) {
                        long begun = System.nanoTime();
                        desk.note(
                                admin.send(draft + "/lines", Map.of("project-a.title", "A line"), "application/json")
                                        .statusCode(),
                                begun);
                    }
                    return null;
                }));
            }
            Future<Times> needing = people.submit(() -> asked(4, Duration.ofSeconds(60), List.of("/agreements")));
            Times beside = asked(2, Duration.ofSeconds(60), ELSEWHERE);
            over.set(true);
            desk.ends();
            System.out.println("beside the locked tables: " + beside);
            System.out.println("who needs one of them: " + needing.get());
            for (Future<?> each : typing) {
                each.get();
            }
            System.out.println("twelve at the desk: " + desk);
            System.out.printf("p95 %.1f times the undisturbed%n", beside.of(200, 95) / undisturbed.of(200, 95));
            check(beside.only(200), "pages that need no locked table were disturbed");
            check(needing.get().only(200, 503) && desk.only(200, 503), "answers other than 200 and 503");
            other.rollback();
        }
        Times after = asked(2, Duration.ofSeconds(10), List.of("/agreements"));
        System.out.println("afterwards: " + after);
        check(after.answers(200) > 0, "no agreements afterwards");
        stop();
    }

    private Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/pacta".formatted(ofServer(3)),
                "pacta",
                Files.readString(data().resolve("pacta.secret")));
    }

    /** A link to the database on which nothing moves for half a minute. The database is that of a Pacta that was killed. */
    private void freeze() throws Exception {
        start();
        kill(false);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(ofServer(0))).orElseThrow();
        Link link = new Link(Integer.parseInt(ofServer(3)));
        people.submit(link::open);
        start(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/pacta".formatted(link.door.getLocalPort()),
                "--spring.datasource.username=pacta",
                "--spring.datasource.password=" + Files.readString(data().resolve("pacta.secret")),
                "--pacta.data-dir=" + work.resolve("other"));
        asked(4, Duration.ofSeconds(30), PAGES);
        System.out.println("before: " + asked(2, Duration.ofSeconds(10), PAGES));
        link.frozen = true;
        Times frozen = asked(8, Duration.ofSeconds(30), PAGES);
        System.out.println("frozen: " + frozen);
        long thawed = System.nanoTime();
        link.frozen = false;
        Person reader = new Person();
        while (reader.ask("/actuator/health/readiness").statusCode() != 200
                || reader.ask("/agreements").statusCode() != 200) {
            check(System.nanoTime() - thawed < 60_000_000_000L, "not healthy a minute after the link moves again");
            TimeUnit.MILLISECONDS.sleep(50);
        }
        System.out.printf("healthy %d ms after the link moves again%n", (System.nanoTime() - thawed) / 1_000_000);
        Times after = asked(2, Duration.ofSeconds(10), PAGES);
        System.out.println("afterwards: " + after);
        check(frozen.only(200, 503) && after.only(200), "answers other than 200 and 503");
        stop();
        server.destroy();
        server.onExit().get(60, TimeUnit.SECONDS);
    }

    /** A way to the database through this program. */
    private final class Link {

        private final int server;
        private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        private volatile boolean frozen;

        Link(int server) throws IOException {
            this.server = server;
        }

        Void open() throws Exception {
            while (true) {
                Socket here = door.accept();
                people.submit(() -> {
                    waitForThaw();
                    Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                    people.submit(() -> pass(here, there));
                    return pass(there, here);
                });
            }
        }

        private Void pass(Socket from, Socket to) throws Exception {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] some = new byte[8_192];
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    waitForThaw();
                    out.write(some, 0, read);
                    out.flush();
                }
            }
            return null;
        }

        private void waitForThaw() throws InterruptedException {
            while (frozen) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
    }

    /** A disk of 700 MB, of which a file leaves nothing, until it is deleted. Needs the right to mount one. */
    private void fill() throws Exception {
        Files.createDirectory(data());
        run("mount", "-t", "tmpfs", "-o", "size=700m,mode=700", "tmpfs", data().toString());
        try {
            Person admin = firstAdmin();
            String draft = begin(admin, "sci");
            List<String> saved = new ArrayList<>();
            Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
            type(admin, draft, saved, statuses, 20);
            Path ballast = data().resolve("ballast");
            try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
                byte[] block = new byte[1 << 20];
                while (true) {
                    file.write(block);
                }
            } catch (IOException full) {
                System.out.printf("the disk is full after %d MB more%n", Files.size(ballast) >> 20);
            }
            String words = "";
            for (int n = 0; n < 400 && !words.contains(FULL); n++) {
                words = type(admin, draft, saved, statuses, 1);
            }
            System.out.printf("typing: answers by status %s; the last said: %s%n", statuses, text(words));
            check(words.contains(FULL), "whoever types is not told that nothing was saved");
            check(statuses.keySet().stream().allMatch(each -> each == 200 || each == 503), "other answers");
            Times reading = asked(2, Duration.ofSeconds(20), PAGES);
            System.out.println("reading meanwhile: " + reading);
            System.out.println("health: " + admin.ask("/actuator/health").body());
            check(reading.only(200), "reading does not go on");
            check(admin.ask("/desk").statusCode() == 200, "whoever is signed in cannot read");
            Files.delete(ballast);
            long room = System.nanoTime();
            int before = saved.size();
            while (saved.size() == before) {
                check(System.nanoTime() - room < 60_000_000_000L, "not saved a minute after there is room");
                type(admin, draft, saved, statuses, 1);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            System.out.printf("saved again %d ms after there is room%n", (System.nanoTime() - room) / 1_000_000);
            String page = admin.get(draft).body();
            for (String title : saved) {
                check(page.contains("value=\"" + title + "\""), "lost: " + title);
            }
            System.out.printf("all %d lines that were answered are there%n", saved.size());
            stop();
        } finally {
            kill(true);
            run("umount", "--lazy", data().toString());
        }
    }

    /** Types lines that need room, and gives back what the last answer said. */
    private String type(Person person, String draft, List<String> saved, Map<Integer, Integer> statuses, int lines)
            throws Exception {
        String said = "";
        for (int n = 0; n < lines; n++) {
            int number = statuses.values().stream().mapToInt(Integer::intValue).sum();
            String title = "Line " + number + ".";
            Map<String, String> line = Map.of(
                    "project-k" + number + ".title", title, "project-k" + number + ".note", "Much. ".repeat(2_000));
            var answer = person.send(draft + "/lines", line, "application/json");
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            said = answer.body();
            if (answer.statusCode() == 200) {
                saved.add(title);
            }
        }
        return said;
    }

    private static void run(String... command) throws Exception {
        check(
                new ProcessBuilder(command).inheritIO().start().waitFor() == 0,
                "cannot be done here: " + String.join(" ", command));
    }

    private static String text(String answer) {
        return answer.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    /** Two councils of 999 meetings, of each of which is stated what it added and the totals after it. */
    private static final String ALL_STATED = """
            insert into council (id, slug, name, kind) select 900000 + n, 'wide-' || n, 'Wide council ' || n, 'council' from generate_series(1, 2) n;
            insert into meeting (id, council_id, kind, ordinal, status, held_on)
            select 900000 + 1000 * n + ordinal, 900000 + n, 'session', ordinal, 'held',
                to_char(date '1940-01-15' + interval '1 month' * ordinal, 'YYYY-MM-DD')
            from generate_series(1, 2) n, generate_series(1, 999) ordinal;
            insert into figure (id, council_id, meeting_id, series, measure, measure_as_printed, scope, value, comparator, standing)
            select 900000 + 10000 * n + 4 * ordinal + number, 900000 + n, 900000 + 1000 * n + ordinal,
                series, measure, measure, 'not_stated', case series when 'at' then each else each * ordinal end, 'exactly', 'reported'
            from generate_series(1, 2) n, generate_series(1, 999) ordinal,
                (values (0, 'at', 'mous', 3), (1, 'after', 'mous', 3), (2, 'at', 'projects', 5), (3, 'after', 'projects', 5))
                    as stated (number, series, measure, each)
            """;

    /** Meetings numbered 999 in two councils of a registry of 20,000 agreements, and two councils of 999 meetings that are all stated. */
    private void widen() throws Exception {
        Person admin = firstAdmin();
        try (var database = FillRegistry.connect(Map.of("--data-dir", data().toString()));
                var statement = database.createStatement()) {
            statement.execute(ALL_STATED);
        }
        FillRegistry.main(new String[] {"--factor", "0.1", "--data-dir", data().toString()});
        Matcher made = Pattern.compile("/councils/(made-up-\\d+)\"")
                .matcher(admin.ask("/councils").body());
        check(made.find(), "no council was made up");
        List<String> paths = new ArrayList<>(List.of("/", "/dashboard", "/dashboard/coverage", "/councils"));
        for (String council : List.of("sci", made.group(1))) {
            publish(admin, council, 999);
            paths.add("/councils/" + council);
            paths.add("/councils/" + council + "/meetings/999");
        }
        for (String more : List.of("", ".csv", ".json")) {
            paths.add((more.isEmpty() ? "/dashboard" : "/dashboard/counts" + more) + "?council=sci&council="
                    + made.group(1));
            paths.add((more.isEmpty() ? "/dashboard" : "/dashboard/counts" + more) + "?council=wide-1&council=wide-2");
        }
        paths.addAll(List.of("/councils/wide-1", "/councils/wide-1/meetings/999", "/councils/wide-1/brief"));
        Map<String, String> told = new LinkedHashMap<>();
        for (String path : paths) {
            StringBuilder times = new StringBuilder();
            for (int n = 0; n < 3; n++) {
                long begun = System.nanoTime();
                var answer = admin.ask(path);
                long took = (System.nanoTime() - begun) / 1_000_000;
                check(answer.statusCode() == 200, answer.statusCode() + " for " + path);
                check(took < 5_000, path + " took " + took + " ms");
                times.append(took)
                        .append(n < 2 ? ", " : " ms, ")
                        .append(n < 2 ? "" : answer.body().length() / 1_000 + " kB");
            }
            told.put(path, times.toString());
        }
        told.forEach((path, times) -> System.out.println(path + ": " + times));
        check(!Files.readString(log()).contains("OutOfMemoryError"), "out of memory");
        stop();
    }

    private void publish(Person person, String council, int ordinal) throws Exception {
        String draft = begin(person, council);
        Matcher basics = Pattern.compile("name=\"(\\d+)\\.ordinal\"")
                .matcher(person.get(draft).body());
        check(basics.find(), "no basics in " + draft);
        String line = basics.group(1);
        person.json(
                draft + "/lines",
                Map.of(
                        line + ".version",
                        "0",
                        line + ".ordinal",
                        String.valueOf(ordinal),
                        line + ".heldOn",
                        "17 Jul 2026",
                        "source-a.title",
                        "A drilled release",
                        "agreement-a.title",
                        "A drilled agreement",
                        "agreement-a.signatories",
                        "CrimsonLogic"));
        String question = person.get(draft + "/check").body();
        check(question.contains(String.valueOf(ordinal)), "the check does not ask about the gap");
        check(person.post(draft + "/publication", answered(question)).statusCode() == 302, "not published");
    }

    /** So many readers who each ask for one page after the other. */
    private Times asked(int readers, Duration howLong, List<String> pages) throws Exception {
        Times times = new Times();
        List<Future<?>> reading = new ArrayList<>();
        long until = System.nanoTime() + howLong.toNanos();
        for (int reader = 0; reader < readers; reader++) {
            int first = reader;
            reading.add(people.submit(() -> {
                try (Wire wire = new Wire()) {
                    for (int n = first; System.nanoTime() < until; n++) {
                        long begun = System.nanoTime();
                        times.note(wire.status(pages.get(n % pages.size())), begun);
                    }
                }
                return null;
            }));
        }
        for (Future<?> each : reading) {
            each.get();
        }
        times.ends();
        return times;
    }

    /** A connection that is kept, with as little work as can be, since whoever asks uses the same cores as what is measured. */
    private final class Wire implements AutoCloseable {

        private static final int LINE = 8_192;

        private Socket socket = new Socket();
        private InputStream in = InputStream.nullInputStream();

        /** The status of the answer, of which all is read; 0 where it broke off. */
        int status(String path) throws IOException {
            try {
                if (!socket.isConnected() || socket.isClosed()) {
                    open();
                }
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                                        + "\r\nAccept: text/html\r\nAccept-Language: en\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                return answer();
            } catch (IOException brokenOff) {
                socket.close();
                return 0;
            }
        }

        private void open() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) Duration.ofMinutes(2).toMillis());
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        private int answer() throws IOException {
            int status = Integer.parseInt(line().split(" ")[1]);
            long length = 0;
            boolean isChunked = false;
            boolean isLast = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                String header = line.toLowerCase(Locale.ROOT);
                length = header.startsWith("content-length:")
                        ? Long.parseLong(header.substring(15).strip())
                        : length;
                isChunked |= header.startsWith("transfer-encoding:");
                isLast |= header.equals("connection: close");
            }
            if (isChunked) {
                do {
                    length = Long.parseLong(line(), 16);
                    in.skipNBytes(length + 2);
                } while (length > 0);
            } else {
                in.skipNBytes(length);
            }
            if (isLast) {
                socket.close();
            }
            return status;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0 || line.length() > LINE) {
                    throw new IOException("Broken off");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** How long answers took, by their status; 0 for those that broke off. */
    private static final class Times {

        private final Map<Integer, ConcurrentLinkedQueue<Long>> millis = new ConcurrentSkipListMap<>();
        private final long start = System.nanoTime();
        private volatile long end;

        void note(int status, long begun) {
            millis.computeIfAbsent(status, any -> new ConcurrentLinkedQueue<>())
                    .add((System.nanoTime() - begun) / 100_000);
        }

        void ends() {
            end = System.nanoTime();
        }

        int answers(int status) {
            return millis.getOrDefault(status, new ConcurrentLinkedQueue<>()).size();
        }

        double perSecond(int status) {
            return answers(status) / ((end - start) / 1e9);
        }

        double of(int status, int percent) {
            List<Long> sorted = millis.getOrDefault(status, new ConcurrentLinkedQueue<>()).stream()
                    .sorted()
                    .toList();
            return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100) / 10.0;
        }

        boolean only(Integer... statuses) {
            return List.of(statuses).containsAll(millis.keySet());
        }

        @Override
        public String toString() {
            StringBuilder all = new StringBuilder();
            millis.forEach(
                    (status, each) -> all.append("%s%s: %d, %.0f a second, median %.1f ms, p95 %.1f ms, longest %.1f ms"
                            .formatted(
                                    all.isEmpty() ? "" : "; ",
                                    status == 0 ? "broken off" : status,
                                    each.size(),
                                    perSecond(status),
                                    of(status, 50),
                                    of(status, 95),
                                    of(status, 100))));
            return all.toString();
        }
    }
}
