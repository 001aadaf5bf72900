import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures what publishing costs with few and with many organisations on record, in one run: a ready draft of one agreement with three
 * signatories that are on record, and a meeting with 15 agreements and 14 projects, its check and its preview.
 *
 * <pre>src/bench/drill.sh PublishBench target/pacta-0.1.0-SNAPSHOT.jar [few] [many] [times]
 *src/bench/drill.sh PublishBench target/pacta-0.1.0-SNAPSHOT.jar readers [factor] [times]</pre>
 *
 * The second measures in a filled registry what whoever reads a page first after a publication pays, beside those who read it afterwards.
 */
class PublishBench extends Drill {

    private static final int CLIENTS = 8;

    private final AtomicInteger drafts = new AtomicInteger();
    private final int times;
    private int organisations;

    public static void main(String[] arguments) throws Exception {
        boolean readers = arguments.length > 1 && arguments[1].equals("readers");
        int few = arguments.length > 1 && !readers ? Integer.parseInt(arguments[1]) : 2_000;
        int many = arguments.length > 2 && !readers ? Integer.parseInt(arguments[2]) : 200_000;
        PublishBench bench =
                new PublishBench(arguments[0], arguments.length > 3 ? Integer.parseInt(arguments[3]) : 200);
        try {
            if (readers) {
                bench.readers(arguments.length > 2 ? arguments[2] : "0.2");
            } else {
                bench.measure(few, many);
            }
            bench.stop();
            bench.forget();
        } catch (AssertionError | Exception lost) {
            bench.fail(lost);
        }
    }

    private PublishBench(String jar, int times) throws Exception {
        super(jar);
        this.times = times;
    }

    private void measure(int few, int many) throws Exception {
        Person admin = firstAdmin();
        List<String> councils = councils(admin);
        fill(few);
        one(admin, councils);
        System.out.printf(
                "| Organisations | Work | CPU ms | Median ms | 95th percentile ms | A second |%n|---|---|---|---|---|---|%n");
        double cheap = all(admin, councils);
        fill(many);
        double dear = all(admin, councils);
        System.out.printf(
                Locale.ROOT,
                "%nOne agreement costs %.2f times the CPU with %,d organisations instead of %,d.%n",
                dear / cheap,
                many,
                few);
    }

    private void readers(String factor) throws Exception {
        Person admin = firstAdmin();
        fill(1_000);
        FillRegistry.main(new String[] {"--factor", factor, "--data-dir", data().toString()});
        List<String> councils = councils(admin);
        List<String> pages = List.of(
                "/", "/councils", "/dashboard", "/dashboard/coverage", "/agreements", "/councils/" + councils.get(0));
        Person reader = new Person();
        for (int n = 0; n < times; n++) {
            for (String page : pages) {
                asked(reader, page);
            }
        }
        System.out.printf(
                "| Page | First after a publication, CPU ms | Afterwards, CPU ms | Times |%n|---|---|---|---|%n");
        for (String page : pages) {
            double first = 0;
            double later = 0;
            int rounds = Math.max(5, times / 10);
            for (String draft : ready(admin, councils.subList(1, councils.size()), rounds)) {
                publish(admin, draft);
                TimeUnit.SECONDS.sleep(2);
                first += asked(reader, page);
                for (int n = 0; n < 4; n++) {
                    later += asked(reader, page) / 4;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %.1f | %.1f | %.2f |%n",
                    page,
                    first / rounds,
                    later / rounds,
                    first / later);
        }
    }

    private double asked(Person reader, String page) throws Exception {
        double before = cpu();
        check(reader.ask(page).statusCode() == 200, page + " is not there");
        return cpu() - before;
    }

    private static List<String> councils(Person admin) throws Exception {
        Matcher option = Pattern.compile("<option value=\"([a-z0-9-]+)\"")
                .matcher(admin.get("/desk").body());
        List<String> councils = new ArrayList<>();
        while (option.find()) {
            councils.add(option.group(1));
        }
        check(!councils.isEmpty(), "no councils at the desk");
        return councils;
    }

    private double all(Person admin, List<String> councils) throws Exception {
        double cpu = one(admin, councils);
        List<String> ready = ready(admin, councils, 2 * times);
        tell("publish one agreement, " + CLIENTS + " at a time", ready, CLIENTS, draft -> publish(admin, draft));
        List<String> meetings = new ArrayList<>();
        for (int n = 0; n < Math.max(2, times / 10); n++) {
            meetings.add(draft(admin, councils.get(n % councils.size()), 15, 14));
        }
        tell("check a meeting of 29", meetings, 1, draft -> admin.ask(draft + "/check"));
        tell("preview a meeting of 29", meetings, 1, draft -> admin.ask(draft + "/preview"));
        tell("publish a meeting of 29", meetings, 1, draft -> publish(admin, draft));
        return cpu;
    }

    private double one(Person admin, List<String> councils) throws Exception {
        return tell("publish one agreement", ready(admin, councils, times), 1, draft -> publish(admin, draft));
    }

    private List<String> ready(Person admin, List<String> councils, int count) throws Exception {
        List<String> ready = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            ready.add(draft(admin, councils.get(n % councils.size()), 1, 0));
        }
        return ready;
    }

    private static HttpResponse<String> publish(Person admin, String draft) throws Exception {
        HttpResponse<String> answer = admin.post(draft + "/publication", Map.of());
        check(answer.statusCode() == 302, answer.statusCode() + " for the publication of " + draft);
        return answer;
    }

    private interface Act {

        HttpResponse<String> on(String draft) throws Exception;
    }

    /** Does something with each draft, writes a line of the table and gives the CPU of one in milliseconds. */
    private double tell(String work, List<String> drafts, int clients, Act act) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(clients);
        double before = cpu();
        long start = System.nanoTime();
        List<Future<Double>> going = new ArrayList<>();
        for (String draft : drafts) {
            going.add(people.submit(() -> {
                long asked = System.nanoTime();
                int status = act.on(draft).statusCode();
                check(status < 400, status + " for " + draft);
                return (System.nanoTime() - asked) / 1e6;
            }));
        }
        List<Double> took = new ArrayList<>();
        for (Future<Double> each : going) {
            took.add(each.get());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (cpu() - before) / drafts.size();
        people.shutdown();
        took.sort(null);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %.1f | %.0f | %.0f | %.0f |%n",
                organisations,
                work,
                cpu,
                took.get(took.size() / 2),
                took.get(took.size() * 95 / 100),
                drafts.size() / seconds);
        return cpu;
    }

    /** A draft that is ready to be published, of a meeting without a number. */
    private String draft(Person person, String council, int agreements, int projects) throws Exception {
        String draft = begin(person, council);
        int number = drafts.incrementAndGet();
        Matcher basics = Pattern.compile("name=\"(\\d+)\\.ordinal\"")
                .matcher(person.get(draft).body());
        check(basics.find(), "no basics in " + draft);
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(basics.group(1) + ".version", "0");
        lines.put(basics.group(1) + ".heldOn", 1 + number % 28 + " July 2025");
        lines.put("source-a.title", "Release " + number);
        lines.put("source-a.url", "https://bench.invalid/" + number);
        for (int n = 0; n < agreements; n++) {
            lines.put("agreement-a" + n + ".title", "Agreement " + n + " of draft " + number);
            lines.put(
                    "agreement-a" + n + ".signatories",
                    name(number + n) + "; " + name(2 * number + 7 * n + 31) + "; " + name(3 * number + 11 * n + 67));
        }
        for (int n = 0; n < projects; n++) {
            lines.put("project-a" + n + ".title", "Project " + n + " of draft " + number);
            lines.put("project-a" + n + ".participants", name(5 * number + 13 * n) + "; " + name(number + 17 * n + 3));
        }
        person.json(draft + "/lines", lines);
        return draft;
    }

    private static final List<String> FIRST =
            List.of("Meridian", "Harbour", "Lotus", "Granite", "Evergreen", "Banyan", "Orchid");
    private static final List<String> TRADES = List.of("Logistics", "Biotech", "Capital", "Shipping", "Foods");

    /** The name of one of the first thousand organisations that were filled in. */
    private static String name(int number) {
        return spelt(number % 1_000);
    }

    private static String spelt(int n) {
        return FIRST.get(n % FIRST.size()) + " " + TRADES.get(n % TRADES.size()) + " " + n;
    }

    private void fill(int count) throws Exception {
        Map<String, String> options = Map.of("--data-dir", data().toString());
        try (Connection connection = FillRegistry.connect(options);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into organisation (id, name, local_name, kind, to_complete)
                    select nextval('organisation_seq') * 50 + 1000000, (array['%s'])[1 + n %% %d] || ' ' || (array['%s'])[1 + n %% %d] || ' ' || n,
                        case when n %% 2 = 0 then '海通' || n || '号公司' end, 'company', false
                    from generate_series(%d, %d) n
                    """.formatted(
                            String.join("','", FIRST),
                            FIRST.size(),
                            String.join("','", TRADES),
                            TRADES.size(),
                            organisations,
                            count - 1));
            statement.execute("vacuum analyze");
        }
        organisations = count;
    }
}
