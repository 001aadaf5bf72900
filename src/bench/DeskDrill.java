import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * <pre>src/bench/drill.sh DeskDrill target/pacta-0.1.0-SNAPSHOT.jar [rounds] [seed]
 *src/bench/drill.sh DeskDrill target/pacta-0.1.0-SNAPSHOT.jar [rounds] [seed] database
 *src/bench/drill.sh DeskDrill target/pacta-0.1.0-SNAPSHOT.jar [rounds] [seed] races</pre>
 *
 * The second lets the application run and kills all processes of its PostgreSQL in each round, under eight people who type and two who
 * read: Pacta must start it again by itself, say 503 and nothing else meanwhile, and keep every line that was answered. The third has people
 * do the same at the same moment: save lines in opposite orders, send one new line and one correction several times, press Begin twice.
 *
 * Builds nothing. Pacta runs from the jar on a free port over a directory that is made for the drill and deleted after one that went well.
 * Exit code 0: nothing was lost. 1: something was; data and log are kept and named.
 */
class DeskDrill extends Drill {

    private static final int AGREEMENTS = 15;
    private static final int PROJECTS = 14;

    private final Random random;
    private int ordinal = 100;

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        DeskDrill drill = new DeskDrill(arguments[0], new Random(seed));
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
            drill.fail(lost);
        }
    }

    private DeskDrill(String jar, Random random) throws IOException {
        super(jar);
        this.random = random;
    }

    private void killDatabase(int rounds) throws Exception {
        Person admin = firstAdmin();
        Path pidFile = work.resolve("data/postgres/18/postmaster.pid");
        Outcome outcome = new Outcome();
        List<Typist> typists = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            typists.add(new Typist(begin(admin, "sci"), n));
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
        String draft = begin(admin, "sci");
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
                                "press_release",
                                "language",
                                "en"),
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
        String draft = begin(one, "sci");
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
            Map<String, String> answers = answered(other.get(draft + "/check").body());
            List<String> told = together(
                    () -> other.post(draft + "/publication", answers).statusCode() + "",
                    () -> other.post(draft + "/return", Map.of("comment", "Not yet"))
                                    .statusCode() + "");
            boolean isThere = other.get(page()).statusCode() == 200;
            boolean isReturned = other.get(draft).body().contains("Not yet");
            check(
                    isThere != isReturned,
                    "published: %s, returned: %s, answers %s".formatted(isThere, isReturned, told));
            published += isThere ? 1 : 0;
        }
        System.out.printf(
                "two reviewers on one draft, 10 times: published %d times, else returned, never both%n", published);
    }

    private void killWhileTyping(Person person, boolean withDatabase) throws Exception {
        String draft = begin(person, "sci");
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
        Map<String, String> answers = answered(person.get(draft + "/check").body());
        Future<HttpResponse<String>> publishing = publisher.submit(() -> person.post(draft + "/publication", answers));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
        kill(withDatabase);
        boolean isAnswered = true;
        try {
            isAnswered = publishing.get(60, TimeUnit.SECONDS).statusCode() == 302;
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
                    person.post(
                                            draft + "/publication",
                                            answered(
                                                    person.get(draft + "/check").body()))
                                    .statusCode()
                            == 302,
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
        String draft = begin(person, "sci");
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

    private static List<String> together(Callable<String> one, Callable<String> other) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<String> answers = new ArrayList<>();
        for (Future<String> answer : both.invokeAll(List.of(one, other))) {
            answers.add(answer.get());
        }
        both.shutdown();
        return answers;
    }
}
