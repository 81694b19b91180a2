package chancery.cli.paper;

import chancery.casefile.Dossier;
import chancery.cli.shared.Batch;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.Streams;
import chancery.cli.shared.ThreadsOption;
import chancery.procedure.Holdings;
import chancery.procedure.explanation.CheckExpectations;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code test}: checks what case files expect of their paths. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Checks the \"expect\" blocks of case files against their paths.")
public final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "CASE", description = "case id, case file or folder (default: all cases)")
    private List<String> cases = List.of();

    @Mixin
    private final ThreadsOption threads = new ThreadsOption();

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        Holdings holdings = options.open();
        Batch batch = Batch.named(cases, holdings, streams.err());
        Tally tally = new Tally();
        batch.each(
                threads.number(),
                dossier ->
                        new Tested(dossier, new CheckExpectations(dossier, holdings.proceduresOf(dossier)).failures()),
                tally);
        streams.out().println(tally.tested + " cases, " + tally.failed + " not as expected");
        batch.leftOut().tell(streams.err());
        return batch.leftOut().exitCode(tally.failed == 0 ? ExitCode.DONE : ExitCode.NO);
    }

    private record Tested(Dossier dossier, List<String> failures) {}

    /** Tells of each case how it came out, and counts. */
    private final class Tally implements Consumer<Tested> {
        private int tested;
        private int failed;

        @Override
        public void accept(Tested test) {
            Dossier dossier = test.dossier();
            List<String> failures = test.failures();
            streams.out()
                    .println((failures.isEmpty()
                                    ? (dossier.expectations().isEmpty() ? "no expectations  " : "as expected      ")
                                    : "NOT AS EXPECTED  ")
                            + dossier.id() + ": " + dossier.title());
            failures.forEach(failure -> streams.out().println("  " + failure));
            tested++;
            failed += failures.isEmpty() ? 0 : 1;
        }
    }
}
