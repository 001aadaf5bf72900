import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.rules.annex.Annex;
import org.pacta.rules.naming.Knowledge;

/** Reads 200 kB of each file of the corpus, and of a release, and prints the CPU of one reading. See README.md. */
class AnnexBench {

    private static final int SIZE = 200_000;

    public static void main(String[] arguments) throws IOException {
        double whole = 0;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/annex"))) {
            List<Path> corpora = files.filter(each -> !each.endsWith("README.txt"))
                    .filter(each -> !each.getFileName().toString().startsWith("kinds"))
                    .sorted()
                    .toList();
            for (Path each : corpora) {
                whole += measure(each.getFileName().toString(), text(each));
            }
        }
        System.out.printf("%10.1f ms  all of them%n", whole);
    }

    /** The lines alone, without what is expected of them, again and again. */
    private static String text(Path file) throws IOException {
        String lines = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("=") && !line.startsWith("#"))
                .map(line -> line.replace('⇥', '\t'))
                .collect(Collectors.joining("\n", "", "\n\n"));
        return lines.repeat(SIZE / lines.length() + 1).substring(0, SIZE);
    }

    private static double measure(String what, String text) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Annex.parse(text, Knowledge.nothing());
            best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6);
        }
        System.out.printf("%10.1f ms  %s%n", best, what);
        return best;
    }
}
