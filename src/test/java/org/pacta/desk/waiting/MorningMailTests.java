package org.pacta.desk.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.WallClock;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class MorningMailTests {

    @Import(MorningMail.class)
    static class Settings {}

    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private Waiting waiting;

    @Autowired
    private WallClock clock;

    @Autowired
    private MessageSource messages;

    @Autowired
    private ApplicationContext application;

    private SignedIn author;

    @BeforeEach
    void open() {
        post.start();
        author = Staff.editor(jdbc, "Lim Wei");
        address(author, "lim.wei@example.org");
    }

    @AfterEach
    void shut() {
        post.stop();
    }

    @Test
    void tellsThoseForWhomSomethingWaitsAndNobodyElse() throws Exception {
        address(Staff.reviewer(jdbc, "Chen Jing"), "chen.jing@example.org");
        Staff.reviewer(jdbc, "Tan Mei");
        SignedIn gone = Staff.reviewer(jdbc, "Goh Hui");
        address(gone, "goh.hui@example.org");
        jdbc.sql("update account set disabled_since = now() where id = :id")
                .param("id", gone.id())
                .update();
        submitted();
        submitted();

        send("https://pacta.example.org/");

        assertThat(recipients()).containsExactly("chen.jing@example.org");
        MimeMessage mail = post.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Pacta: 2 wait for you · 2 项等待您处理");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Pacta <pacta@example.org>");
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getContent().toString())
                .contains("2 wait for you", "2 项等待您处理", "https://pacta.example.org/desk")
                .doesNotContain("org//desk");
    }

    @Test
    void tellsTheAuthorOfWhatWasReturned() throws Exception {
        submitted();
        jdbc.sql("update import set state = 'returned'").update();

        send("");

        assertThat(recipients()).containsExactly("lim.wei@example.org");
        MimeMessage mail = post.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Pacta: 1 waits for you · 1 项等待您处理");
        assertThat(mail.getContent().toString()).contains("/desk").doesNotContain("http", "localhost");
    }

    @Test
    void keepsNobodyFromTheirsWhereOneAddressFails(CapturedOutput log) throws Exception {
        SignedIn first = Staff.reviewer(jdbc, "Chen Jing");
        address(first, "chen(jing@nowhere");
        address(Staff.reviewer(jdbc, "Tan Mei"), "tan.mei@example.org");
        submitted();

        send("");

        assertThat(recipients()).containsExactly("tan.mei@example.org");
        assertThat(log.getAll().lines().filter(line -> line.contains("by mail")))
                .singleElement()
                .asString()
                .contains("Account " + first.id() + " was not told");
        assertThat(log).doesNotContain("nowhere", "tan.mei@", "\tat ");
    }

    @Test
    void saysInOneLineOfEachThatNoServerAnswers(CapturedOutput log) throws Exception {
        address(Staff.reviewer(jdbc, "Chen Jing"), "chen.jing@example.org");
        submitted();
        int port = post.getSmtp().getPort();
        post.stop();

        try (MorningMail mail = mail("", port)) {
            mail.send();
        }

        assertThat(log.getAll().lines().filter(line -> line.contains("by mail")))
                .hasSize(1);
        assertThat(log).doesNotContain("chen.jing@", "\tat ");
    }

    @Test
    void sendsOnceADayFromSeveralInstances() throws Exception {
        address(Staff.reviewer(jdbc, "Chen Jing"), "chen.jing@example.org");
        submitted();

        try (MorningMail first = mail("", post.getSmtp().getPort());
                MorningMail second = mail("", post.getSmtp().getPort())) {
            first.send();
            second.send();
        }

        assertThat(recipients()).hasSize(1);
    }

    @Test
    void letsTheNextDayBeTakenByAnybody() throws Exception {
        try (MailTurn first = new MailTurn(database);
                MailTurn second = new MailTurn(database)) {
            assertThat(first.take(clock.today())).isTrue();
            assertThat(second.take(clock.today())).isFalse();
            assertThat(second.take(clock.today().plusDays(1))).isTrue();
            assertThat(first.take(clock.today().plusDays(1))).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', pacta@example.org, false", "127.0.0.1, '', false", "127.0.0.1, pacta@example.org, true"})
    void isThereWhereBothServerAndSenderAreSet(String host, String from, boolean isThere) {
        new ApplicationContextRunner()
                .withBean(JdbcClient.class, () -> jdbc)
                .withBean(DataSource.class, () -> database)
                .withBean(Waiting.class, () -> waiting)
                .withBean(WallClock.class, () -> clock)
                .withBean(JavaMailSender.class, JavaMailSenderImpl::new)
                .withUserConfiguration(Settings.class)
                .withPropertyValues("spring.mail.host=" + host, "pacta.mail.from=" + from, "pacta.address=")
                .run(context ->
                        assertThat(context.getBeansOfType(MorningMail.class)).hasSize(isThere ? 1 : 0));
    }

    @Test
    void isAwayWithoutSettings() {
        assertThat(application.getBeansOfType(MorningMail.class)).isEmpty();
        assertThat(application.getBeansOfType(JavaMailSender.class)).isEmpty();
    }

    private void submitted() {
        jdbc.sql(
                        "insert into import_file (sha256, size, kept_at) values (repeat('0', 64), 1, now()) on conflict do nothing")
                .update();
        jdbc.sql("""
                        insert into import (id, name, sha256, author_id, made_at, changed_at, state)
                        values (nextval('import_seq'), 'agreements.csv', repeat('0', 64), :author, now(), now(), 'submitted')
                        """).param("author", author.id()).update();
    }

    private void send(String address) throws Exception {
        try (MorningMail mail = mail(address, post.getSmtp().getPort())) {
            mail.send();
        }
    }

    private MorningMail mail(String address, int port) throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MorningMail(jdbc, database, waiting, clock, messages, sender, "Pacta <pacta@example.org>", address);
    }

    private List<String> recipients() {
        return Arrays.stream(post.getReceivedMessages())
                .map(MorningMailTests::recipient)
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void address(SignedIn person, String email) {
        jdbc.sql("update account set email = :email where id = :id")
                .param("email", email)
                .param("id", person.id())
                .update();
    }
}
