package chancery.procedure;

import chancery.path.Path;
import java.util.Optional;

/**
 * A path reconciled from marks and procedure, and how an engine is to run it.
 *
 * @param script as far as the evidence goes; empty if there is no path
 * @param foreseen the same, and simulated on to the end
 */
public record Reconstruction(Path path, Optional<Script> script, Optional<Script> foreseen) {}
