package chancery.cli.book;

import chancery.audit.ActBook;
import chancery.audit.BarePathBook;
import chancery.audit.Ledger;
import chancery.casefile.InvalidInput;
import chancery.cli.shared.DataOptions;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.Streams;
import chancery.cli.text.Table;
import chancery.ledger.LedgerEntry;
import chancery.ledger.LedgerEntry.RecordedAct;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code audit}: the ledger. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Reads the ledger.",
        subcommands = {AuditCommand.Show.class, VerifyCommand.class, CheckpointCommand.class, ExportCommand.class})
public final class AuditCommand implements Runnable {
    @Mixin
    private final Streams streams = new Streams();

    @Override
    public void run() {
        streams.usage();
    }

    /** {@code audit show}: what the ledger holds of a case. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints what the ledger holds of a case, oldest first.")
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "CASE", description = "case id")
        private String caseId = "";

        @Mixin
        private final DataOptions data = new DataOptions();

        @Mixin
        private final Streams streams = new Streams();

        @Override
        public Integer call() {
            data.demand();
            DataSource source = data.source();
            Ledger ledger = new Ledger(source, Clock.systemUTC());
            List<LedgerEntry> entries = new ActBook(source, ledger).of(caseId);
            List<BarePathBook.Entry> bare = new BarePathBook(source, ledger).of(caseId);
            if (entries.isEmpty() && bare.isEmpty()) {
                throw new InvalidInput(
                        "The ledger holds nothing of a case \"" + caseId + "\"; run it first, or check its id.");
            }
            print(entries, bare, streams.out());
            return ExitCode.DONE;
        }

        private static void print(List<LedgerEntry> entries, List<BarePathBook.Entry> bare, PrintWriter out) {
            Table table = new Table()
                    .row(
                            "NO",
                            "RECORDED AT",
                            "INSTANCE",
                            "WHAT",
                            "STEP",
                            "OFFICE",
                            "WHO",
                            "FOR",
                            "DATE",
                            "STATUS",
                            "MARKS");
            Deque<BarePathBook.Entry> told = new ArrayDeque<>(bare);
            for (LedgerEntry entry : entries) {
                while (!told.isEmpty() && told.element().number() < entry.number()) {
                    row(table, told.remove());
                }
                row(table, entry);
            }
            told.forEach(entry -> row(table, entry));
            table.lines().forEach(out::println);
            bare.forEach(entry -> out.println("Entry " + entry.number() + ": no procedure: " + entry.grounds()
                    + ". Path " + entry.pathHash() + " of the case file with the SHA-256 " + entry.caseHash() + "."));
        }

        private static void row(Table table, BarePathBook.Entry entry) {
            table.row(
                    Long.toString(entry.number()),
                    moment(entry.recordedAt()),
                    shortened(entry.recordId()),
                    "bare path, " + entry.acts() + (entry.acts() == 1 ? " act" : " acts"));
        }

        private static String moment(Instant instant) {
            return instant.truncatedTo(ChronoUnit.SECONDS).toString();
        }

        private static String shortened(String instance) {
            int shown = BarePathBook.isRecord(instance) ? 13 : 8;
            return instance.substring(0, Math.min(shown, instance.length()));
        }

        private static void row(Table table, LedgerEntry entry) {
            RecordedAct act = entry.act();
            table.row(
                    Long.toString(entry.number()),
                    moment(entry.recordedAt()),
                    shortened(entry.instance().instanceId()) + (entry.instance().simulated() ? " simulated" : ""),
                    act == null
                            ? entry.event().word()
                            : act.act() + (act.direction() == null ? "" : " " + act.direction()),
                    act == null ? "" : act.step() + (act.occurrence() == 1 ? "" : "#" + act.occurrence()),
                    act == null ? "" : act.office(),
                    act == null ? "" : orEmpty(act.agent()),
                    act == null ? "" : orEmpty(act.onBehalfOf()),
                    act == null ? "" : orEmpty(act.date()),
                    act == null ? "" : act.status() + (act.disputed() ? ", disputed" : ""),
                    act == null ? "" : act.marks());
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
