package org.pacta.desk.waiting;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.pacta.platform.database.Outage;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells staff by mail each working morning how much waits for them, in both languages, since none is kept for an account.
 *
 * <p>Of several instances the first sends, and keeps the right to that day. Nobody remembers what was sent: where the first ends or loses its
 * connection to the database before the clock of another says that it is time, that one sends again; and where the first ends amid its
 * messages, those that are left are not sent that day.
 */
@Component
@ConditionalOnExpression("!@environment.getProperty('spring.mail.host', '').isBlank()"
        + " && !@environment.getProperty('pacta.mail.from', '').isBlank()")
class MorningMail implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MorningMail.class);

    private final JdbcClient jdbc;
    private final Waiting waiting;
    private final WallClock clock;
    private final MessageSource messages;
    private final JavaMailSender sender;
    private final MailTurn turn;
    private final InternetAddress from;
    private final String address;

    /** @throws AddressException if {@code pacta.mail.from} cannot be read */
    MorningMail(
            JdbcClient jdbc,
            DataSource database,
            Waiting waiting,
            WallClock clock,
            MessageSource messages,
            JavaMailSender sender,
            @Value("${pacta.mail.from}") String from,
            @Value("${pacta.address}") String address)
            throws AddressException {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.clock = clock;
        this.messages = messages;
        this.sender = sender;
        this.turn = new MailTurn(database);
        this.from = new InternetAddress(from, true);
        this.address = address.strip().replaceFirst("/$", "");
    }

    private record Reader(SignedIn person, String email) {}

    @Scheduled(cron = "${pacta.mail.at}", zone = "${pacta.zone}")
    void send() throws SQLException {
        try {
            if (turn.take(clock.today())) {
                jdbc.sql("select * from account where disabled_since is null and email is not null order by id")
                        .query(MorningMail::reader)
                        .list()
                        .forEach(this::tell);
            }
        } catch (RuntimeException | SQLException failed) {
            if (Outage.behind(failed).isEmpty()) {
                throw failed;
            }
            log.warn("Not everybody is told by mail today what waits for them, since the database does not answer");
        }
    }

    @Override
    public void close() throws SQLException {
        turn.close();
    }

    private void tell(Reader reader) {
        long count = waiting.count(reader.person());
        if (count == 0) {
            return;
        }
        try {
            sender.send(mail -> write(mail, reader.email(), count));
        } catch (MailException failed) {
            log.warn(
                    "Account {} was not told by mail what waits ({})",
                    reader.person().id(),
                    reason(failed).getClass().getSimpleName());
        }
    }

    private void write(MimeMessage mail, String to, long count) throws Exception {
        MimeMessageHelper helper = new MimeMessageHelper(mail, "UTF-8");
        helper.setFrom(from);
        helper.setTo(to);
        helper.setSubject("Pacta: %s · %s".formatted(count(count, Locale.ENGLISH), count(count, Locale.CHINESE)));
        helper.setText("%s\n\n%s\n".formatted(text(count, Locale.ENGLISH), text(count, Locale.CHINESE)));
        mail.setHeader("Auto-Submitted", "auto-generated");
    }

    private String text(long count, Locale language) {
        String where = address.isEmpty()
                ? messages.getMessage("desk.mail.path", new Object[] {DeskFilter.PAGE}, language)
                : messages.getMessage("desk.mail.link", new Object[] {address + DeskFilter.PAGE}, language);
        return messages.getMessage("desk.mail.text", new Object[] {count(count, language), where}, language);
    }

    private String count(long count, Locale language) {
        return messages.getMessage("desk.waiting.count", new Object[] {count}, language);
    }

    /** The innermost failure; what it says may hold addresses. */
    private static Throwable reason(MailException failed) {
        return failed instanceof MailSendException unsent && unsent.getMessageExceptions().length > 0
                ? NestedExceptionUtils.getMostSpecificCause(unsent.getMessageExceptions()[0])
                : NestedExceptionUtils.getMostSpecificCause(failed);
    }

    private static Reader reader(ResultSet row, int n) throws SQLException {
        return new Reader(
                new SignedIn(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("display_name"),
                        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                        null),
                row.getString("email"));
    }
}
