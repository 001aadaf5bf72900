import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/** Asks for pages one after the other, and prints how long they took: median and 95th percentile. See README.md. */
class PageBench {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 4) {
            System.err.println("java src/bench/PageBench.java http://127.0.0.1:8080 WARM_UP REQUESTS /path…");
            System.exit(2);
        }
        int warmUp = Integer.parseInt(arguments[1]);
        int requests = Integer.parseInt(arguments[2]);
        System.out.printf("%9s %9s %7s %9s  %s%n", "median ms", "p95 ms", "status", "bytes", "path");
        boolean allFound = true;
        for (String path : Arrays.copyOfRange(arguments, 3, arguments.length)) {
            allFound &= measure(URI.create(arguments[0] + path), warmUp, requests);
        }
        System.exit(allFound ? 0 : 1);
    }

    /** Whether each answer was the page: an error is no fast page, and ends the measurement. */
    private static boolean measure(URI page, int warmUp, int requests) throws InterruptedException {
        String path = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        HttpRequest request =
                HttpRequest.newBuilder(page).header("Accept", "text/html").build();
        double[] millis = new double[requests];
        int bytes = 0;
        try {
            for (int i = -warmUp; i < requests; i++) {
                long start = System.nanoTime();
                var answer = CLIENT.send(request, BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    System.out.printf("%9s %9s %7d %9s  %s%n", "", "", answer.statusCode(), "", path);
                    return false;
                }
                if (i >= 0) {
                    millis[i] = (System.nanoTime() - start) / 1e6;
                }
                bytes = answer.body().length;
            }
        } catch (IOException e) {
            System.out.printf("%9s %9s %7s %9s  %s%n", "", "", "broken", "", path);
            return false;
        }
        Arrays.sort(millis);
        double median = millis[requests / 2];
        double p95 = millis[(int) Math.ceil(requests * 0.95) - 1];
        System.out.printf("%9.1f %9.1f %7d %,9d  %s%n", median, p95, 200, bytes, path);
        return true;
    }
}
