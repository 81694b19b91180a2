package chancery.cli.engine;

import chancery.casefile.CaseFile;
import chancery.cli.shared.Batch;
import chancery.cli.shared.DataOptions;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.Streams;
import chancery.procedure.Holdings;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: runs cases through the engine, records those of no procedure, and prints their paths. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs cases through the engine, as far as the evidence goes, and prints each path.",
            "What no procedure describes is recorded in the ledger without an instance."
        })
public final class RunCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "CASE", description = "case id, case file or folder (default: all cases)")
    private List<String> cases = List.of();

    @Option(names = "--to-end", description = "also a second, simulated instance, through every step to its end")
    private boolean toEnd;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        Holdings holdings = options.open();
        Batch batch = Batch.named(cases, holdings, streams.err());
        refuseAlone(batch, holdings);
        data.claim();
        boolean told;
        try (ConfigurableApplicationContext context = Application.engine(data)) {
            told = new RunCases(holdings, context, streams.out()).run(batch, dossier -> toEnd);
        }
        batch.leftOut().tell(streams.err());
        // when all cases are asked for, some may be among them that nothing can be told of
        return batch.leftOut().exitCode(told || cases.isEmpty() ? ExitCode.DONE : ExitCode.NO);
    }

    /** A case that is named alone and cannot run is refused before anything is begun. */
    private static void refuseAlone(Batch batch, Holdings holdings) {
        batch.alone()
                .flatMap(file -> RunCases.refusal(CaseFile.read(file), holdings))
                .ifPresent(refused -> {
                    throw refused;
                });
    }
}
