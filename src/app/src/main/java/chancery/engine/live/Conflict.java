package chancery.engine.live;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Two who change one thing at the same moment: only one of them can, and nothing is kept of what the other did. */
public final class Conflict {
    /** What the other is told. */
    public static final String WORDS =
            "Somebody else has changed the same thing at the same moment, and nothing was kept of"
                    + " what you did. Look at how it stands now, and try again.";

    private Conflict() {}

    /** Whether a failure comes of it: the engine finds it by the revision of a row, the database by a lock or a key. */
    public static boolean isIn(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof OptimisticLockingException
                        || failure instanceof ConcurrencyFailureException
                        || failure instanceof DuplicateKeyException
                        || isIn(failure.getCause()));
    }
}
