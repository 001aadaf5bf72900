package org.pacta.platform.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.pacta.platform.child.ChildProcess.Failure;
import org.pacta.platform.child.ChildProcess.Failure.Why;

class ChildProcessTests {

    private static final Duration LONG = Duration.ofMinutes(2);

    /** Says what it is told to, waits for ever, or takes all the memory there is. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] arguments) throws InterruptedException {
            PrintStream out = ChildProcess.begin();
            System.out.println("a library says something");
            switch (arguments[0]) {
                case "wait" -> new CountDownLatch(1).await();
                case "grow" -> {
                    List<byte[]> all = new ArrayList<>();
                    while (true) {
                        all.add(new byte[1 << 20]);
                    }
                }
                case "fail" -> throw new IllegalStateException("damaged");
                default -> out.print(arguments[0] + System.getenv().size());
            }
            out.flush();
        }
    }

    @Test
    void saysWhatItsStarterTakes() throws IOException {
        assertThat(run(LONG, "上海 & Shanghai, ")).isEqualTo("上海 & Shanghai, 1");
    }

    @Test
    void endsAtItsDeadline() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> run(Duration.ofMillis(300), "wait"))
                .returns(Why.SLOW, Failure::why);
    }

    @Test
    void endsWhenItsHeapIsExhaustedAndLeavesOursAlone() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> run(LONG, "grow"))
                .returns(Why.LARGE, Failure::why);
    }

    @Test
    void tellsThatItFailed() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> run(LONG, "fail"))
                .returns(Why.BROKEN, Failure::why);
    }

    private static String run(Duration longest, String argument) throws IOException {
        StringBuilder said = new StringBuilder();
        ChildProcess.run(
                Reader.class,
                longest,
                in -> said.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)),
                argument);
        return said.toString();
    }
}
