package chancery.procedure.explanation;

import chancery.path.Path;
import chancery.procedure.Procedure;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A path reconciled from marks and procedure, and how an engine is to run it.
 *
 * @param procedure that the path was aligned to; {@code null} for a bare path, which no engine runs
 * @param script as far as the evidence goes; empty if there is no path
 * @param toEnd works out what {@link #foreseen} gives, which few ask for
 */
public record Reconstruction(
        @Nullable Procedure procedure, Path path, Optional<Script> script, Supplier<Optional<Script>> toEnd) {
    /** The script, simulated on to the end; empty if there is no path. */
    public Optional<Script> foreseen() {
        return toEnd.get();
    }
}
