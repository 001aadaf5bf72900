package org.pacta;

import java.util.Arrays;
import org.pacta.exchange.backup.BackupCommand;
import org.pacta.exchange.erasure.EraseCommand;
import org.pacta.platform.audit.AuditCommand;
import org.pacta.platform.security.PasswordReset;
import org.pacta.reader.indexing.RebuildCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Pacta, the registry of bilateral cooperation agreements, or a command beside it. */
@SpringBootApplication
public class PactaApplication {

    public static void main(String[] arguments) {
        if (PasswordReset.isAskedFor(arguments)) {
            System.exit(PasswordReset.run(arguments));
        } else if (AuditCommand.isAskedFor(arguments)) {
            System.exit(AuditCommand.run(arguments));
        } else if (EraseCommand.isAskedFor(arguments)) {
            System.exit(EraseCommand.run(arguments));
        } else if (BackupCommand.isAskedFor(arguments)) {
            System.exit(BackupCommand.run(arguments));
        } else if (Arrays.asList(arguments).contains(RebuildCommand.ARGUMENT)) {
            RebuildCommand.main(arguments);
        } else {
            SpringApplication.run(PactaApplication.class, arguments);
        }
    }
}
