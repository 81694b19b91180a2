package chancery.procedure.live;

import chancery.casefile.Dossier;
import chancery.path.StepId;
import chancery.procedure.Procedure;
import chancery.procedure.explanation.Reconstruction;
import java.util.List;

/** Runs paths: the port that an engine implements. */
public interface ProcedureEngine {
    /** Makes a procedure known to the engine; one that it knows already, unchanged, is left alone. */
    void install(Procedure procedure);

    /**
     * Runs a dossier's path as far as the evidence goes, in one transaction. A dossier that has run before with the
     * same file and the same procedure is left alone.
     */
    Standing run(Dossier dossier, Procedure procedure, Reconstruction reconstruction);

    /** Runs a second, simulated instance through to its end; nothing shows what it does beyond the evidence. */
    Standing simulate(Dossier dossier, Procedure procedure, Reconstruction reconstruction);

    /**
     * Where an instance stands.
     *
     * @param businessKey how Cockpit calls it
     * @param isNew whether it was run just now
     * @param assumed the choices that nothing shows; empty unless simulated
     * @param changed what differs from the instance that it takes the place of, a sentence each
     */
    record Standing(
            String businessKey,
            String instanceId,
            boolean isNew,
            List<StepId> waitsAt,
            List<String> assumed,
            List<String> changed) {}
}
