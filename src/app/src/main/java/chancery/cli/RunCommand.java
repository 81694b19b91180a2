package chancery.cli;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.procedure.Holdings;
import chancery.procedure.live.ProcedureEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: runs cases through the engine and prints their paths. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs cases through the engine, as far as the evidence goes, and prints each path.")
final class RunCommand implements Callable<Integer> {
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
        List<Dossier> dossiers = runnable(holdings); // refuses bad input before anything runs
        data.claim();
        try (ConfigurableApplicationContext context = Application.engine(data)) {
            RunCases run = new RunCases(holdings, context.getBean(ProcedureEngine.class), streams.out());
            dossiers.forEach(dossier -> run.run(dossier, toEnd));
        }
        return Main.DONE;
    }

    /** A case that is asked for and cannot run is refused; when all are asked for, it is left out. */
    private List<Dossier> runnable(Holdings holdings) {
        List<Dossier> runnable = new ArrayList<>();
        for (Dossier dossier : holdings.dossiers(cases)) {
            Optional<InvalidInput> refusal = RunCases.refusal(dossier, holdings);
            if (refusal.isEmpty()) {
                runnable.add(dossier);
            } else if (cases.isEmpty()) {
                streams.err().println("Left out: " + refusal.get().getMessage());
            } else {
                throw refusal.get();
            }
        }
        return runnable;
    }
}
