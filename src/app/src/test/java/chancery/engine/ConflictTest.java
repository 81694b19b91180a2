package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.engine.live.Conflict;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;

class ConflictTest {
    static RuntimeException[] conflicts() {
        return new RuntimeException[] {
            new OptimisticLockingException("another revision"),
            new CannotAcquireLockException("a deadlock that the database broke"),
            new DuplicateKeyException("one case begun twice")
        };
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void two_at_once_are_known_however_deep_it_lies(RuntimeException conflict) {
        assertThat(Conflict.isIn(
                        new ProcessEngineException("Cannot complete task", new IllegalStateException(conflict))))
                .isTrue();
        assertThat(Conflict.isIn(new ProcessEngineException("Cannot complete task")))
                .isFalse();
    }
}
