import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills Pacta (kill -9) while somebody types at the desk and while somebody publishes, and lets people get in each other's way: what was
 * answered as saved must be there afterwards, a meeting must be whole or absent, and of two who do what excludes each other one must win.
 *
 * <pre>java src/bench/DeskDrill.java target/pacta-0.1.0-SNAPSHOT.jar [rounds] [seed]
 *java src/bench/DeskDrill.java target/pacta-0.1.0-SNAPSHOT.jar [rounds] [seed] database
 *java src/bench/DeskDrill.java target/pacta-0.1.0-SNAPSHOT.jar [rounds] [seed] races</pre>
 *
 * The second lets the application run and kills all processes of its PostgreSQL in each round, under eight people who type and two who
 * read: Pacta must start it again by itself, say 503 and nothing else meanwhile, and keep every line that was answered. The third has people
 * do the same at the same moment: save lines in opposite orders, send one new line and one correction several times, press Begin twice.
 *
 * Builds nothing. Pacta runs from the jar on a free port over a directory that is made for the drill and deleted after one that went well.
 * Exit code 0: nothing was lost. 1: something was; data and log are kept and named.
 */
class DeskDrill {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PASSWORD = Pattern.compile("with the password (\\S+)\\. It");
    private static final String CHOSEN = "plenty of rain in june";
    private static final int AGREEMENTS = 15;
    private static final int PROJECTS = 14;

    private final String jar;
    private final Path work;
    private final Random random;
    private Process pacta;
    private int port;
    private int ordinal = 100;

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        DeskDrill drill = new DeskDrill(arguments[0], Files.createTempDirectory("desk-drill"), new Random(seed));
        try {
            switch (arguments.length > 3 ? arguments[3] : "application") {
                case "database" -> drill.killDatabase(rounds);
                case "races" -> drill.race(rounds);
                default -> drill.run(rounds);
            }
            drill.stop();
            drill.forget();
            System.out.println("Nothing was lost.");
        } catch (AssertionError | Exception lost) {
            System.err.println("FAILED: " + lost + "\nData and log are in " + drill.work);
            drill.kill(false);
            System.exit(1);
        }
    }

    private DeskDrill(String jar, Path work, Random random) {
        this.jar = jar;
        this.work = work;
        this.random = random;
    }

    private Person firstAdmin() throws Exception {
        start();
        Matcher made = PASSWORD.matcher(Files.readString(log()));
        check(made.find(), "no password of a first admin in the log");
        Person admin = new Person();
        admin.signIn("admin", made.group(1));
        admin.choose(made.group(1));
        return admin;
    }

    private void killDatabase(int rounds) throws Exception {
        Person admin = firstAdmin();
        Path pidFile = work.resolve("data/postgres/18/postmaster.pid");
        Outcome outcome = new Outcome();
        List<Typist> typists = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            typists.add(new Typist(begin(admin), n));
        }
        ExecutorService people = Executors.newCachedThreadPool();
        AtomicBoolean over = new AtomicBoolean();
        List<Future<?>> working = new ArrayList<>();
        for (Typist typist : typists) {
            working.add(people.submit(() -> typist.type(admin, outcome, over)));
        }
        for (Person reader : List.of(admin, new Person())) {
            working.add(people.submit(() -> {
                while (!over.get()) {
                    outcome.note(() -> reader.ask("/agreements").statusCode());
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                return null;
            }));
        }
        List<Long> healed = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(3_000));
            ProcessHandle server = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                    .orElseThrow();
            List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
            all.add(server);
            long start = System.nanoTime();
            all.forEach(ProcessHandle::destroyForcibly);
            TimeUnit.MILLISECONDS.sleep(50);
            while (admin.ask("/actuator/health/readiness").statusCode() != 200
                    || admin.ask("/desk").statusCode() != 200) {
                check(System.nanoTime() - start < 120_000_000_000L, "not healthy after two minutes");
                check(admin.ask("/actuator/health/liveness").statusCode() == 200, "said to be dead");
                TimeUnit.MILLISECONDS.sleep(50);
            }
            healed.add((System.nanoTime() - start) / 1_000_000);
        }
        TimeUnit.SECONDS.sleep(1);
        over.set(true);
        for (Future<?> each : working) {
            each.get(60, TimeUnit.SECONDS);
        }
        people.shutdown();
        int kept = 0;
        for (Typist typist : typists) {
            String page = admin.get(typist.draft).body();
            for (String title : typist.saved) {
                check(page.contains("value=\"" + title + "\""), "lost: " + title + " in " + typist.draft);
            }
            kept += typist.saved.size();
        }
        healed.sort(null);
        System.out.printf(
                "PostgreSQL killed %d times under 8 typists and 2 readers: healthy again after %d ms at the median and %d ms at most; "
                        + "%d lines answered and all there; answers by status %s; the longest took %d ms%n",
                rounds, healed.get(rounds / 2), healed.get(rounds - 1), kept, outcome.statuses, outcome.longest.get());
        check(
                outcome.statuses.keySet().stream().allMatch(status -> status == 200 || status == 503),
                "answers other than 200 and 503");
    }

    private void race(int rounds) throws Exception {
        Person admin = firstAdmin();
        String draft = begin(admin);
        List<String> lines = new ArrayList<>();
        for (String entry : List.of("project-p", "project-q")) {
            lines.add(number(admin.json(draft + "/lines", Map.of(entry + ".title", "A line")), "id"));
        }
        List<String> reversed = List.of(lines.get(1), lines.get(0));
        tell(
                "save two lines in opposite orders",
                rounds,
                3,
                (round, n) -> admin.send(
                        draft + "/lines", both(n % 2 == 0 ? lines : reversed, round + " " + n), "application/json"));
        tell(
                "send a new line",
                rounds,
                3,
                (round, n) -> admin.send(
                        draft + "/lines", Map.of("project-n" + round + ".title", "New " + round), "application/json"));
        List<HttpResponse<String>> kept = tell(
                "send a new correction",
                rounds,
                6,
                (round, n) -> admin.send(
                        "/desk/corrections",
                        Map.of(
                                "correction.kind",
                                "sources",
                                "correction.entry",
                                "drill-" + round,
                                "correction.reason",
                                "It was missing",
                                "title",
                                "Round " + round,
                                "kind",
                                "press_release"),
                        "text/html"));
        check(places(kept) == rounds, places(kept) + " corrections of " + rounds);
        String key = "Round";
        List<HttpResponse<String>> begun = tell(
                "press Begin",
                rounds,
                2,
                (round, n) ->
                        admin.send("/desk/drafts", Map.of("council", "sci", "form-key", key + round), "text/html"));
        check(places(begun) == rounds, "a double click made two drafts");
        System.out.printf("Each correction and each double click made one%n");
    }

    /** To how many places answers lead. */
    private static long places(List<HttpResponse<String>> answers) {
        return answers.stream()
                .map(answer -> answer.headers().firstValue("Location").orElse(""))
                .distinct()
                .count();
    }

    private static Map<String, String> both(List<String> lines, String words) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String line : lines) {
            form.put(line + ".version", "0");
            form.put(line + ".title", words);
        }
        return form;
    }

    /** One of several who do the same. */
    private interface Act {

        HttpResponse<String> by(int round, int person) throws Exception;
    }

    private static List<HttpResponse<String>> tell(String what, int rounds, int people, Act act) throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(people);
        Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Callable<HttpResponse<String>>> acts = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                int here = round;
                int mine = person;
                acts.add(() -> act.by(here, mine));
            }
            for (Future<HttpResponse<String>> answer : all.invokeAll(acts)) {
                statuses.merge(answer.get().statusCode(), 1, Integer::sum);
                answers.add(answer.get());
            }
        }
        all.shutdown();
        System.out.printf("%d at a time, %d times: %s: answers by status %s%n", people, rounds, what, statuses);
        check(statuses.keySet().stream().allMatch(status -> status < 400), "failures");
        return answers;
    }

    /** What people were answered. */
    private static final class Outcome {

        private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
        private final AtomicLong longest = new AtomicLong();

        /** The status of an answer, 0 where it broke off. */
        int note(Callable<Integer> asked) throws Exception {
            long start = System.nanoTime();
            int status;
            try {
                status = asked.call();
            } catch (IOException brokenOff) {
                status = 0;
            }
            long took = (System.nanoTime() - start) / 1_000_000;
            longest.accumulateAndGet(took, Math::max);
            statuses.merge(status, 1, Integer::sum);
            return status;
        }
    }

    /** Somebody who types one line after the other into a draft, and the next one if one is not saved. */
    private final class Typist {

        private final String draft;
        private final int number;
        private final List<String> saved = new ArrayList<>();

        Typist(String draft, int number) {
            this.draft = draft;
            this.number = number;
        }

        Void type(Person person, Outcome outcome, AtomicBoolean over) throws Exception {
            for (int n = 0; !over.get(); n++) {
                String title = "Line " + n + " of typist " + number + ".";
                Map<String, String> line = Map.of("project-k" + n + ".title", title);
                int status = outcome.note(() ->
                        person.send(draft + "/lines", line, "application/json").statusCode());
                if (status == 200) {
                    saved.add(title);
                }
                TimeUnit.MILLISECONDS.sleep(status == 200 ? 30 : 200);
            }
            return null;
        }
    }

    private void run(int rounds) throws Exception {
        Person admin = firstAdmin();
        Person second = hire(admin);
        twoEditorsOnOneLine(admin, second);
        twoReviewersOnOneDraft(admin, second);
        admin.post("/desk/reviewing/1", Map.of("alone", "true"));
        for (int round = 1; round <= rounds; round++) {
            killWhileTyping(admin, round % 2 == 0);
            killWhilePublishing(admin, round % 2 == 0);
        }
    }

    /** Another reviewer, with a password of their own. */
    private Person hire(Person admin) throws Exception {
        String given = admin.post(
                        "/desk/accounts", Map.of("name", "chen", "displayName", "Chen Jing", "role", "reviewer"))
                .body();
        Matcher password = Pattern.compile("<(?:code|strong|output)[^>]*>([a-z0-9]{4}(?:-[a-z0-9]{4})+)<")
                .matcher(given);
        check(password.find(), "no password for the second person");
        Person second = new Person();
        second.signIn("chen", password.group(1));
        second.choose(password.group(1));
        return second;
    }

    private void twoEditorsOnOneLine(Person one, Person other) throws Exception {
        String draft = begin(one);
        String saved = one.json(draft + "/lines", Map.of("project-a.title", "A line of two"));
        String line = number(saved, "id");
        int beaten = 0;
        for (int round = 0; round < 50; round++) {
            int version = Integer.parseInt(
                    number(one.json(draft + "/lines", Map.of("project-a.title", "Round " + round)), "version"));
            List<String> answers = together(
                    () -> one.json(draft + "/lines", typed(line, version, "One's")),
                    () -> other.json(draft + "/lines", typed(line, version, "The other's")));
            long kept = answers.stream()
                    .filter(answer -> answer.contains("\"theirs\":null"))
                    .count();
            long told = answers.stream()
                    .filter(answer -> answer.contains("\"theirs\":{"))
                    .count();
            check(kept == 1, "of two editors on one line %d were kept: %s".formatted(kept, answers));
            beaten += told;
        }
        System.out.printf(
                "two editors on one line, 50 times: one was kept each time, the other saw both versions %d times and was to try again %d times%n",
                beaten, 50 - beaten);
    }

    private static Map<String, String> typed(String line, int version, String title) {
        return Map.of(line + ".version", String.valueOf(version), line + ".title", title);
    }

    private void twoReviewersOnOneDraft(Person one, Person other) throws Exception {
        int published = 0;
        for (int round = 0; round < 10; round++) {
            String draft = drafted(one);
            one.post(draft + "/submission", Map.of());
            List<String> answers = together(
                    () -> other.post(draft + "/publication", Map.of()).statusCode() + "",
                    () -> other.post(draft + "/return", Map.of("comment", "Not yet"))
                                    .statusCode() + "");
            boolean isThere = other.get(page()).statusCode() == 200;
            boolean isReturned = other.get(draft).body().contains("Not yet");
            check(
                    isThere != isReturned,
                    "published: %s, returned: %s, answers %s".formatted(isThere, isReturned, answers));
            published += isThere ? 1 : 0;
        }
        System.out.printf(
                "two reviewers on one draft, 10 times: published %d times, else returned, never both%n", published);
    }

    private void killWhileTyping(Person person, boolean withDatabase) throws Exception {
        String draft = begin(person);
        List<String> saved = new ArrayList<>();
        ExecutorService typist = Executors.newSingleThreadExecutor();
        Future<?> typing = typist.submit(() -> {
            for (int n = 0; ; n++) {
                String title = "Typed line " + n + ".";
                person.json(draft + "/lines", Map.of("project-k" + n + ".title", title));
                saved.add(title);
            }
        });
        TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(2_500));
        kill(withDatabase);
        try {
            typing.get(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException broken) {
            // The server was gone, as it was meant to be.
        }
        typist.shutdownNow();
        start();
        String page = person.get(draft).body();
        for (String title : saved) {
            check(page.contains("value=\"" + title + "\""), "lost: " + title);
        }
        System.out.printf(
                "killed %s while typing: all %d lines that were answered are there%n",
                withDatabase ? "both" : "the application", saved.size());
    }

    private void killWhilePublishing(Person person, boolean withDatabase) throws Exception {
        String draft = drafted(person);
        ExecutorService publisher = Executors.newSingleThreadExecutor();
        Future<?> publishing = publisher.submit(() -> person.post(draft + "/publication", Map.of()));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
        kill(withDatabase);
        boolean isAnswered = true;
        try {
            publishing.get(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException broken) {
            isAnswered = false;
        }
        publisher.shutdownNow();
        start();
        boolean isThere = person.get(page()).statusCode() == 200;
        check(isThere || !isAnswered, "published according to the answer, and not there");
        if (!isThere) {
            check(
                    count(person.get(draft).body(), "value=\"Drilled ") == AGREEMENTS + PROJECTS,
                    "the draft is not whole");
            check(
                    person.post(draft + "/publication", Map.of()).statusCode() == 302,
                    "cannot be published after the kill");
        }
        String meeting = person.get(page()).body();
        for (int n = 0; n < AGREEMENTS; n++) {
            check(meeting.contains("Drilled agreement " + n + "."), "agreement " + n + " is missing");
        }
        for (int n = 0; n < PROJECTS; n++) {
            check(meeting.contains("Drilled project " + n + "."), "project " + n + " is missing");
        }
        System.out.printf(
                "killed %s while publishing: the meeting was %s, the draft %s%n",
                withDatabase ? "both" : "the application",
                isThere ? "whole" : "absent",
                isThere ? "published" : "there and published then");
    }

    /** A draft of a meeting with all its outcomes. */
    private String drafted(Person person) throws Exception {
        String draft = begin(person);
        ordinal++;
        String page = person.get(draft).body();
        Matcher basics = Pattern.compile("name=\"(\\d+)\\.ordinal\"").matcher(page);
        check(basics.find(), "no basics in " + draft);
        String line = basics.group(1);
        Map<String, String> lines = new LinkedHashMap<>(Map.of(
                line + ".version",
                "0",
                line + ".ordinal",
                String.valueOf(ordinal),
                line + ".heldOn",
                "17 Jul 2025",
                "source-a.title",
                "A drilled release"));
        for (int n = 0; n < AGREEMENTS; n++) {
            lines.put("agreement-a" + n + ".title", "Drilled agreement " + n + ".");
            lines.put("agreement-a" + n + ".signatories", "CrimsonLogic");
        }
        for (int n = 0; n < PROJECTS; n++) {
            lines.put("project-a" + n + ".title", "Drilled project " + n + ".");
        }
        person.json(draft + "/lines", lines);
        return draft;
    }

    private String page() {
        return "/councils/sci/meetings/" + ordinal;
    }

    private String begin(Person person) throws Exception {
        String address = person.post("/desk/drafts", Map.of("council", "sci"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return URI.create(address).getPath();
    }

    private static List<String> together(Callable<String> one, Callable<String> other) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<String> answers = new ArrayList<>();
        for (Future<String> answer : both.invokeAll(List.of(one, other))) {
            answers.add(answer.get());
        }
        both.shutdown();
        return answers;
    }

    private void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = port == 0 ? free.getLocalPort() : port;
        }
        pacta = new ProcessBuilder(
                        "java",
                        "-Xmx320m",
                        "-jar",
                        jar,
                        "--server.port=" + port,
                        "--pacta.data-dir=" + work.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        long deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        HttpClient client = HttpClient.newHttpClient();
        while (true) {
            check(pacta.isAlive(), "Pacta ended while it started");
            check(System.nanoTime() < deadline, "Pacta does not start");
            try {
                if (client.send(
                                        HttpRequest.newBuilder(URI.create(at("/actuator/health")))
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Not listening yet.
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    /** Ends the application, and its PostgreSQL too if so wished, without a chance to tidy up. */
    private void kill(boolean withDatabase) throws Exception {
        if (withDatabase) {
            Path file = work.resolve("data/postgres/18/postmaster.pid");
            long number = Long.parseLong(Files.readAllLines(file).get(0).strip());
            ProcessHandle.of(number).ifPresent(ProcessHandle::destroyForcibly);
        }
        pacta.destroyForcibly().waitFor();
    }

    private void stop() throws Exception {
        pacta.destroy();
        check(pacta.waitFor(60, TimeUnit.SECONDS), "Pacta does not stop when asked");
    }

    private void forget() throws IOException {
        try (var files = Files.walk(work)) {
            for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private Path log() {
        return work.resolve("pacta.log");
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String number(String json, String field) {
        Matcher number = Pattern.compile("\"" + field + "\":(\\d+)").matcher(json);
        check(number.find(), "no " + field + " in " + json);
        return number.group(1);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** Somebody in a browser of their own. */
    private final class Person {

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        private String token = "";

        void signIn(String name, String password) throws Exception {
            get("/sign-in");
            HttpResponse<String> answer = post("/sign-in", Map.of("name", name, "password", password));
            check(!answer.headers().firstValue("Location").orElse("").contains("error"), name + " cannot sign in");
        }

        void choose(String given) throws Exception {
            get("/account");
            post("/account/password", Map.of("current", given, "chosen", CHOSEN, "repeated", CHOSEN));
            check(get("/desk").statusCode() == 200, "the desk stays closed");
        }

        HttpResponse<String> get(String path) throws Exception {
            HttpResponse<String> answer = ask(path);
            Matcher found = TOKEN.matcher(answer.body());
            token = found.find() ? found.group(1) : token;
            return answer;
        }

        HttpResponse<String> ask(String path) throws Exception {
            return client.send(
                    HttpRequest.newBuilder(URI.create(at(path)))
                            .header("Accept-Language", "en")
                            .timeout(Duration.ofMinutes(1))
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
            return send(path, form, "text/html");
        }

        String json(String path, Map<String, String> form) throws Exception {
            HttpResponse<String> answer = send(path, form, "application/json");
            check(answer.statusCode() == 200 || answer.statusCode() == 409, answer.statusCode() + " for " + path);
            return answer.body();
        }

        private HttpResponse<String> send(String path, Map<String, String> form, String accept) throws Exception {
            StringBuilder body = new StringBuilder("_csrf=" + encoded(token));
            form.forEach((name, value) ->
                    body.append('&').append(encoded(name)).append('=').append(encoded(value)));
            return client.send(
                    HttpRequest.newBuilder(URI.create(at(path)))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", accept)
                            .header("Accept-Language", "en")
                            .timeout(Duration.ofMinutes(1))
                            .POST(BodyPublishers.ofString(body.toString()))
                            .build(),
                    BodyHandlers.ofString());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
