package chancery.cli;

import chancery.casefile.Dossier;
import chancery.procedure.Holdings;
import chancery.procedure.explanation.CheckExpectations;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code test}: checks what case files expect of their paths. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Checks the \"expect\" blocks of case files against their paths.")
final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "CASE", description = "case id, case file or folder (default: all cases)")
    private List<String> cases = List.of();

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        PrintWriter out = streams.out();
        Holdings holdings = options.open();
        int failed = 0;
        List<Dossier> dossiers = holdings.dossiers(cases);
        for (Dossier dossier : dossiers) {
            List<String> failures = new CheckExpectations(dossier, holdings.proceduresOf(dossier)).failures();
            int expected = dossier.expectations().size();
            out.println((failures.isEmpty()
                            ? (expected == 0 ? "no expectations  " : "as expected      ")
                            : "NOT AS EXPECTED  ")
                    + dossier.id() + ": " + dossier.title());
            failures.forEach(failure -> out.println("  " + failure));
            failed += failures.isEmpty() ? 0 : 1;
        }
        out.println(dossiers.size() + " cases, " + failed + " not as expected");
        return failed == 0 ? Main.DONE : Main.NO;
    }
}
