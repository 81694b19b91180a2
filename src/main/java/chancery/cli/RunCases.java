package chancery.cli;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.path.Path;
import chancery.path.StepId;
import chancery.procedure.ExplainMarks;
import chancery.procedure.Holdings;
import chancery.procedure.Procedure;
import chancery.procedure.ProcedureEngine;
import chancery.procedure.ProcedureEngine.Standing;
import chancery.procedure.Reconstruction;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
     * @throws InvalidInput if its procedure does not describe it
     */
    void run(Dossier dossier, boolean toEnd) {
        Procedure procedure = holdings.procedureOf(dossier);
        Reconstruction reconstruction = new ExplainMarks(procedure).explain(dossier, Dossier.PREFERRED);
        Path path = reconstruction.path();
        if (path.result() != Path.Result.DESCRIBED) {
            throw InvalidInput.at(
                    dossier.file(),
                    dossier.procedureLine(),
                    path.headline(),
                    "name the procedure that the document followed, or check its marks");
        }
        install(procedure);
        PathText.writeShort(path, out);
        tell(engine.run(dossier, procedure, reconstruction), procedure);
        if (toEnd) {
            tell(engine.simulate(dossier, procedure, reconstruction), procedure);
        }
        out.println();
    }

    private void tell(Standing standing, Procedure procedure) {
        String waits = standing.waitsAt().isEmpty()
                ? "has come to its end"
                : "waits at " + labels(standing.waitsAt(), procedure);
        out.println("Instance " + standing.businessKey() + " " + waits
                + (standing.isNew() ? "" : " (ran before, left alone)") + ".");
        if (!standing.assumed().isEmpty()) {
            out.println("  Simulated. Nothing shows these choices, they are assumed: "
                    + String.join(", ", standing.assumed()) + ".");
        }
        standing.changed().forEach(change -> out.println("  Changed: " + change + "."));
    }

    private static String labels(List<StepId> steps, Procedure procedure) {
        return steps.stream()
                .map(step -> "\"" + procedure.step(step).label() + "\"")
                .collect(Collectors.joining(" and "));
    }
}
