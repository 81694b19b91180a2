package chancery.procedure.explanation;

import static chancery.path.EvidenceStatus.EVIDENCED;
import static chancery.path.EvidenceStatus.INFERRED;
import static chancery.procedure.explanation.Example.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.path.StepId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several do, at once or one after the other, is one step of the path. */
class SeveralTest {
    private static Example with(Example example) {
        return example.starts("begin")
                .ends("end")
                .tasks("draft", "dispatch")
                .flow("begin > draft > clear > dispatch > end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"userTask", "manualTask", "receiveTask", "task"})
    void a_task_of_any_kind_may_be_done_by_several(String element) {
        Example example = with(Example.procedure().several(element, "clear", true))
                .mark("a", "attests: clear, date: 1955-01-03, agents: [{name: A}]")
                .mark("b", "attests: clear, date: 1955-01-04, agents: [{name: B}]")
                .mark("c", "attests: dispatch");

        assertThat(statuses(example.path()))
                .containsExactly(
                        Map.entry("draft", INFERRED), Map.entry("clear", EVIDENCED), Map.entry("dispatch", EVIDENCED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void several_go_through_a_subprocess(boolean sequential) {
        Example example = with(Example.procedure().several("subProcess", "clear", sequential, "see", "initial"))
                .mark("a", "attests: see, date: 1955-01-03, agents: [{name: A}]")
                .mark("b", "attests: see, date: 1955-01-05, agents: [{name: B}]")
                .mark("c", "attests: dispatch");

        assertThat(example.read().steps().get(new StepId("Task_see")).isShared())
                .isTrue();
        assertThat(statuses(example.path()))
                .containsExactly(
                        Map.entry("draft", INFERRED),
                        Map.entry("see", EVIDENCED),
                        Map.entry("initial", INFERRED),
                        Map.entry("dispatch", EVIDENCED));
    }

    @Test
    void several_who_are_not_named_are_refused() {
        Example example = with(Example.procedure().several("subProcess", "clear", true, "see"));
        String unnamed = example.bpmn().replaceFirst(" camunda:collection=\"[^\"]*\"", "");

        assertThatThrownBy(() -> chancery.procedure.diagram.DiagramReader.read(
                        "example.bpmn",
                        unnamed.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        chancery.procedure.Fixture::nothingBeside))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("\"Task_clear\" is done by several, but does not say by whom");
    }
}
