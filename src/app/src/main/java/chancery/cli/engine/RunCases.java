package chancery.cli.engine;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.cli.shared.Batch;
import chancery.cli.text.PathText;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.procedure.Holdings;
import chancery.procedure.Procedure;
import chancery.procedure.explanation.ChooseProcedure;
import chancery.procedure.explanation.Reconstruction;
import chancery.procedure.live.BarePaths;
import chancery.procedure.live.BarePaths.Recorded;
import chancery.procedure.live.ProcedureEngine;
import chancery.procedure.live.ProcedureEngine.Standing;
import chancery.register.NumberSeries;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** Runs cases through an engine and tells where each stands; records those that no procedure describes. */
final class RunCases {
    /** SQL:1992, table 23: string data, right truncation. */
    private static final String TOO_LONG = "22001";

    private final Holdings holdings;
    private final ProcedureEngine engine;
    private final BarePaths barePaths;
    private final PrintWriter out;
    private final Set<String> installed = new HashSet<>();

    RunCases(Holdings holdings, ApplicationContext context, PrintWriter out) {
        this.holdings = holdings;
        this.engine = context.getBean(ProcedureEngine.class);
        this.barePaths = context.getBean(BarePaths.class);
        this.out = out;
    }

    /** Installs all procedures, used or not. */
    void installAll() {
        holdings.procedures().forEach(id -> install(holdings.procedure(id)));
    }

    private void install(Procedure procedure) {
        if (!installed.contains(procedure.id())) {
            engine.install(procedure);
            installed.add(procedure.id());
        }
    }

    /** A case, and how it is to be run. */
    private record Planned(Dossier dossier, List<Procedure> considered, Reconstruction reconstruction) {
        List<NumberSeries> known() {
            return considered.stream()
                    .flatMap(procedure -> procedure.series().stream())
                    .toList();
        }
    }

    private static Planned plan(Dossier dossier, Holdings holdings) {
        List<Procedure> considered = holdings.proceduresOf(dossier);
        return new Planned(dossier, considered, new ChooseProcedure(considered).explain(dossier, Dossier.PREFERRED));
    }

    /**
     * Runs or records the cases of a batch, each in a transaction of its own: one of which neither can be done is left
     * out.
     *
     * @param toEnd of which cases also a second, simulated instance is run
     * @return whether none was left out for want of a path
     */
    boolean run(Batch batch, Predicate<Dossier> toEnd) {
        boolean[] told = {true};
        // one thread explains the next cases while this one runs them
        batch.each(1, dossier -> plan(dossier, holdings), planned -> {
            Optional<InvalidInput> refusal = refusal(planned);
            if (refusal.isPresent()) {
                told[0] = false;
                batch.leftOut().add(String.valueOf(refusal.get().getMessage()));
            } else if (planned.reconstruction().procedure() == null) {
                record(planned, toEnd.test(planned.dossier()));
            } else {
                run(planned, toEnd.test(planned.dossier()));
            }
        });
        return told[0];
    }

    private void run(Planned planned, boolean toEnd) {
        Dossier dossier = planned.dossier();
        Reconstruction reconstruction = planned.reconstruction();
        Procedure procedure = Objects.requireNonNull(reconstruction.procedure());
        install(procedure);
        Standing standing = held(dossier, () -> engine.run(dossier, procedure, reconstruction));
        PathText.writeShort(reconstruction.path(), out);
        tell(standing, reconstruction.path().open());
        if (toEnd) {
            Standing simulated = held(dossier, () -> engine.simulate(dossier, procedure, reconstruction));
            tell(
                    simulated,
                    simulated.waitsAt().stream()
                            .map(step -> "\"" + procedure.step(step).label() + "\"")
                            .toList());
        }
        out.println();
    }

    private void record(Planned planned, boolean toEnd) {
        Path path = planned.reconstruction().path();
        Recorded recorded = held(planned.dossier(), () -> barePaths.record(planned.dossier(), path, planned.known()));
        PathText.writeShort(path, out);
        int acts = path.steps().size();
        out.println("Recorded as a paper of no procedure: " + acts + (acts == 1 ? " act" : " acts") + ", path "
                + PathJson.hash(path) + "; no instance runs"
                + (recorded.isNew() ? "" : " (recorded before, left alone)")
                + ".");
        recorded.notEntered().forEach(number -> out.println("  Not entered in the registers: " + number + "."));
        recorded.changed().forEach(change -> out.println("  Changed: " + change + "."));
        if (toEnd) {
            out.println("  Nothing is simulated, since no procedure foresees what would follow.");
        }
        out.println();
    }

    /** Refuses a case of which something is too long for the database, which has then kept nothing of it. */
    private static <T> T held(Dossier dossier, Supplier<T> run) {
        try {
            return run.get();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException broken && TOO_LONG.equals(broken.getSQLState())) {
                    String which = String.valueOf(broken.getMessage()).replaceFirst("(?s)(: \"'|;|\\R).*", "");
                    throw InvalidInput.at(
                            dossier.file(), 0, "the database cannot hold this case (" + which + ")", "shorten it");
                }
            }
            throw failure;
        }
    }

    /** Why a case can be neither run nor recorded, if so. */
    static Optional<InvalidInput> refusal(Dossier dossier, Holdings holdings) {
        return refusal(plan(dossier, holdings));
    }

    private static Optional<InvalidInput> refusal(Planned planned) {
        Dossier dossier = planned.dossier();
        Path path = planned.reconstruction().path();
        boolean told = path.result() == Path.Result.DESCRIBED
                || (path.result() == Path.Result.BARE && dossier.procedure() == null);
        return told
                ? Optional.empty()
                : Optional.of(InvalidInput.at(
                        dossier.file(),
                        dossier.procedureLine(),
                        path.headline(),
                        dossier.procedure() == null
                                ? "name the procedure that the document followed, or fewer marks in each case"
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
