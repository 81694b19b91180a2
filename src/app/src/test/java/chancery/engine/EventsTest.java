package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.path.StepId;
import chancery.procedure.explanation.Example;
import chancery.procedure.live.Instances;
import chancery.procedure.live.ProcedureEngine.Standing;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case passes links, signals and conditions in the engine as its path does. */
class EventsTest {
    @TempDir
    private Path folder;

    private static Example example(String condition) {
        return Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "sign", "dispatch")
                .throwing("announced", "signal")
                .catching("heard", "signal")
                .catching("elapsed", "timer")
                .throwing("jump", "link:onward")
                .catching("landing", "link:onward")
                .catching("granted", condition)
                .flow("begin > draft > announced > heard > elapsed > jump")
                .flow("landing > granted > sign > dispatch > end");
    }

    @Test
    void signals_are_signalled_and_conditions_met() {
        try (RunningCases running = running(example("${granted == 'yes'}").mark("a", "attests: sign"), "met")) {
            Standing standing = running.run("example");

            assertThat(running.context.getBean(Instances.class).waitsAt(standing.instanceId()))
                    .containsExactly(new StepId("Task_dispatch"));
        }
    }

    @Test
    void a_signal_that_one_case_throws_is_not_heard_in_another() {
        try (RunningCases running = running(example("${granted == 'yes'}").mark("a", "attests: draft"), "heard")) {
            Standing first = running.run("example");
            Standing second = running.simulate("example");

            assertThat(second.waitsAt()).isEmpty();
            assertThat(running.context.getBean(Instances.class).waitsAt(first.instanceId()))
                    .containsExactly(new StepId("heard"));
        }
    }

    @Test
    void a_condition_that_the_engine_cannot_be_told_is_refused() {
        try (RunningCases running = running(example("${days > 3}").mark("a", "attests: sign"), "untold")) {
            assertThatThrownBy(() -> running.run("example"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage(
                            "The engine cannot be told that the condition \"${days > 3}\" of \"granted\" is met, and"
                                    + " nothing was kept; write ${variable == 'value'}.");
        }
    }

    private RunningCases running(Example example, String name) {
        return new RunningCases("jdbc:h2:mem:" + name, example.in(folder), folder);
    }
}
