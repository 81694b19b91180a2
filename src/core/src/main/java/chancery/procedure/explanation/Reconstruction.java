package chancery.procedure.explanation;

import chancery.path.Path;
import chancery.procedure.Procedure;
import java.util.Optional;

/**
 * A path reconciled from marks and procedure, and how an engine is to run it.
 *
 * @param procedure that the path was aligned to
 * @param script as far as the evidence goes; empty if there is no path
 * @param foreseen the same, and simulated on to the end
 */
public record Reconstruction(Procedure procedure, Path path, Optional<Script> script, Optional<Script> foreseen) {}
