package org.pacta.platform.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one thread that puts what waits into the chain, five times a second, and notes each day how far it has come. */
@Component("auditChainHealthIndicator")
class Appender implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Appender.class);

    private final AuditChain chain;
    private final JdbcClient database;
    private final Duration interval;
    private final Heads heads;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "audit");
        named.setDaemon(true);
        return named;
    });
    private volatile boolean running;
    private volatile boolean isProtected;
    private @Nullable Instant noted;

    /** What came between, until it does no more: it is told once. */
    private @Nullable String trouble;

    Appender(
            AuditChain chain,
            JdbcClient database,
            @Value("${pacta.audit.interval}") Duration interval,
            @Value("${pacta.audit.heads}") String heads) {
        this.chain = chain;
        this.database = database;
        this.interval = interval;
        this.heads = new Heads(heads);
    }

    @Override
    public void start() {
        running = true;
        isProtected = isProtected();
        if (!interval.isZero()) {
            thread.scheduleWithFixedDelay(this::attend, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** With one role the chain is kept all the same; whoever has the password of that role could make it anew. */
    @Override
    public Health health() {
        return Health.up()
                .withDetail("chain", isProtected ? "protected" : "not protected: the serving role may change it")
                .build();
    }

    private void attend() {
        try {
            while (running && chain.extend()) {
                log.debug("More waits for the audit chain");
            }
            if (!Heads.today().equals(noted)) {
                chain.head().ifPresent(heads::note);
                noted = Heads.today();
            }
            trouble = null;
        } catch (RuntimeException failed) {
            String told = Outage.behind(failed)
                    .map(outage -> "the database is " + outage.name().toLowerCase(Locale.ROOT))
                    .orElseGet(failed::toString);
            if (running && !told.equals(trouble)) {
                log.warn("Nothing is put into the audit chain now, since {}; it waits and is tried again", told);
                trouble = told;
            }
        }
    }

    private boolean isProtected() {
        return database.sql("""
                        select not has_table_privilege('audit_entry', 'update, delete, truncate')
                            and not pg_has_role(relowner, 'member') from pg_class where oid = 'audit_entry'::regclass
                        """).query(Boolean.class).single();
    }
}
