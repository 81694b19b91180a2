package chancery.cli;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.path.Path;
import chancery.procedure.Holdings;
import chancery.procedure.Procedure;
import chancery.procedure.explanation.Reconstruction;
import chancery.procedure.explanation.TryProcedures;
import chancery.procedure.live.ProcedureEngine;
import chancery.procedure.live.ProcedureEngine.Standing;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs cases through an engine and tells where each stands. */
final class RunCases {
    private final Holdings holdings;
    private final ProcedureEngine engine;
    private final PrintWriter out;
    private final Map<String, Procedure> installed = new HashMap<>();

    RunCases(Holdings holdings, ProcedureEngine engine, PrintWriter out) {
        this.holdings = holdings;
        this.engine = engine;
        this.out = out;
    }

    /** Installs all procedures, used or not. */
    void installAll() {
        holdings.procedures().forEach(id -> install(holdings.procedure(id)));
    }

    private void install(Procedure procedure) {
        if (installed.putIfAbsent(procedure.id(), procedure) == null) {
            engine.install(procedure);
        }
    }

    /**
     * Runs a case.
     *
     * @param toEnd also a second, simulated instance
     * @throws InvalidInput if no procedure that it may have followed describes it
     */
    void run(Dossier dossier, boolean toEnd) {
        Reconstruction reconstruction = reconstruct(dossier, holdings);
        refusal(dossier, reconstruction).ifPresent(refused -> {
            throw refused;
        });
        Procedure procedure = reconstruction.procedure();
        install(procedure);
        PathText.writeShort(reconstruction.path(), out);
        tell(
                engine.run(dossier, procedure, reconstruction),
                reconstruction.path().open());
        if (toEnd) {
            Standing simulated = engine.simulate(dossier, procedure, reconstruction);
            tell(
                    simulated,
                    simulated.waitsAt().stream()
                            .map(step -> "\"" + procedure.step(step).label() + "\"")
                            .toList());
        }
        out.println();
    }

    private static Reconstruction reconstruct(Dossier dossier, Holdings holdings) {
        return new TryProcedures(holdings.proceduresOf(dossier)).explain(dossier, Dossier.PREFERRED);
    }

    /** Why a case cannot run, if it cannot: nothing describes it. */
    static Optional<InvalidInput> refusal(Dossier dossier, Holdings holdings) {
        return refusal(dossier, reconstruct(dossier, holdings));
    }

    private static Optional<InvalidInput> refusal(Dossier dossier, Reconstruction reconstruction) {
        Path path = reconstruction.path();
        return path.result() == Path.Result.DESCRIBED
                ? Optional.empty()
                : Optional.of(InvalidInput.at(
                        dossier.file(),
                        dossier.procedureLine(),
                        path.headline(),
                        dossier.procedure() == null
                                ? "what no procedure describes cannot run"
                                : "name the procedure that the document followed, or check its marks"));
    }

    private void tell(Standing standing, List<String> open) {
        String waits = open.isEmpty() ? "has come to its end" : "waits at " + String.join(" and ", open);
        out.println("Instance " + standing.businessKey() + " " + waits
                + (standing.isNew() ? "" : " (ran before, left alone)") + ".");
        if (!standing.assumed().isEmpty()) {
            out.println("  Simulated. Nothing shows these choices, they are assumed: "
                    + String.join(", ", standing.assumed()) + ".");
        }
        standing.changed().forEach(change -> out.println("  Changed: " + change + "."));
    }
}
