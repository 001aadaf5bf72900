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
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Pacta that runs from its jar on a free port over a directory made for a drill, and the people who use it. */
class Drill {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PASSWORD = Pattern.compile("with the password (\\S+)\\. It");
    private static final String CHOSEN = "plenty of rain in june";

    private final String jar;
    final Path work;
    Process pacta;
    int port;

    Drill(String jar) throws IOException {
        this.jar = jar;
        this.work = Files.createTempDirectory("drill");
    }

    void fail(Throwable lost) throws Exception {
        System.err.println("FAILED: " + lost + "\nData and log are in " + work);
        kill(true);
        System.exit(1);
    }

    Person firstAdmin() throws Exception {
        start();
        Matcher made = PASSWORD.matcher(Files.readString(log()));
        check(made.find(), "no password of a first admin in the log");
        Person admin = new Person();
        admin.signIn("admin", made.group(1));
        admin.choose(made.group(1));
        return admin;
    }

    String begin(Person person, String council) throws Exception {
        String address = person.post("/desk/drafts", Map.of("council", council))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return URI.create(address).getPath();
    }

    /** A reason for each warning of a check; the names of its fields come as often as there are warnings. */
    static Map<String, String> answered(String check) {
        Map<String, String> answers = new IdentityHashMap<>();
        Matcher warnings = Pattern.compile("name=\"warning\" form=\"reply\" value=\"([^\"]*)\"")
                .matcher(check);
        while (warnings.find()) {
            answers.put(new String("warning"), warnings.group(1));
            answers.put(new String("reason"), "A drill");
        }
        return answers;
    }

    void start(String... more) throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = port == 0 ? free.getLocalPort() : port;
        }
        List<String> command = new ArrayList<>(List.of("java", "-Xmx320m", "-jar", jar, "--server.port=" + port));
        command.add("--pacta.data-dir=" + data());
        command.addAll(List.of(more));
        pacta = new ProcessBuilder(command)
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
    void kill(boolean withDatabase) throws Exception {
        if (withDatabase && Files.exists(lock())) {
            ProcessHandle.of(Long.parseLong(ofServer(0))).ifPresent(ProcessHandle::destroyForcibly);
        }
        pacta.destroyForcibly().waitFor();
    }

    void stop() throws Exception {
        pacta.destroy();
        check(pacta.waitFor(60, TimeUnit.SECONDS), "Pacta does not stop when asked");
    }

    /** Milliseconds of CPU that the application and all processes of its PostgreSQL have used so far. */
    double cpu() throws IOException {
        ProcessHandle server = ProcessHandle.of(Long.parseLong(ofServer(0))).orElseThrow();
        return 10
                * (ticks(pacta.pid(), 2)
                        + ticks(server.pid(), 4)
                        + server.descendants()
                                .mapToDouble(each -> ticks(each.pid(), 2))
                                .sum());
    }

    /** Hundredths of a second a process has used: of its own, or with those that have ended under it. */
    private static double ticks(long process, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
            String[] numbers = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(numbers, 11, 11 + fields)
                    .mapToDouble(Double::parseDouble)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    void forget() throws IOException {
        try (var files = Files.walk(work)) {
            for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    Path data() {
        return work.resolve("data");
    }

    /** A line of the file in which the embedded PostgreSQL says who it is: its process, its directory, since when, its port. */
    String ofServer(int line) throws IOException {
        return Files.readAllLines(lock()).get(line).strip();
    }

    private Path lock() {
        return data().resolve("postgres/18/postmaster.pid");
    }

    Path log() {
        return work.resolve("pacta.log");
    }

    String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    static String number(String json, String field) {
        Matcher number = Pattern.compile("\"" + field + "\":(\\d+)").matcher(json);
        check(number.find(), "no " + field + " in " + json);
        return number.group(1);
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** Somebody in a browser of their own. */
    final class Person {

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

        HttpResponse<String> send(String path, Map<String, String> form, String accept) throws Exception {
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

        static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
