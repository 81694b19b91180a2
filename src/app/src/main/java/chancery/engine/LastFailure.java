package chancery.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the last command of a thread failed with. Camunda's resources answer with a status of their own and a
 * text, from which the kind of the failure cannot be told any more.
 */
final class LastFailure extends CommandInterceptor {
    private final ThreadLocal<@Nullable RuntimeException> last = new ThreadLocal<>();

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failed) {
            last.set(failed);
            throw failed;
        }
    }

    @Nullable
    RuntimeException get() {
        return last.get();
    }

    void forget() {
        last.remove();
    }
}
