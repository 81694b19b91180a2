package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.engine.live.Deadlines;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Walks a diagram in a bare Camunda. Together the walks of a class pass every flow node and flow, or the class fails;
 * the report lies under {@code target/process-test-coverage}.
 */
abstract class DiagramWalk {
    private final ProcessEngineCoverageExtension coverage;
    private final String process;
    private ProcessEngine engine;
    private String instance;

    /**
     * @param coverage made by {@link #covering} and registered by the class itself
     * @param process the id of the diagram's process
     */
    DiagramWalk(ProcessEngineCoverageExtension coverage, String process) {
        this.coverage = coverage;
        this.process = process;
    }

    /** An engine of its own for each class, of which every flow node is to be passed. */
    static ProcessEngineCoverageExtension covering(String process) {
        ProcessCoverageInMemProcessEngineConfiguration configuration =
                new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:walks-of-" + process);
        configuration.setHistory("full");
        configuration.setBeans(Map.of("names", new NameList(), "deadlines", new Deadlines(Clock.systemUTC())));
        return ProcessEngineCoverageExtension.builder(configuration)
                .assertClassCoverageAtLeast(1.0)
                .build();
    }

    @BeforeEach
    void connect() {
        engine = coverage.getProcessEngine();
    }

    @AfterEach
    void clearAway() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .list()
                .forEach(left -> engine.getRuntimeService().deleteProcessInstance(left.getId(), "walked far enough"));
    }

    /** Begins at the start event that asks for no message. */
    final void start(Map<String, Object> variables) {
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(process, variables)
                .getId();
    }

    final void startByMessage(String message, Map<String, Object> variables) {
        instance = engine.getRuntimeService()
                .startProcessInstanceByMessage(message, variables)
                .getId();
    }

    /** Begins with every decision taken, completes tasks one after the other, each when it is open, and has then ended. */
    final void passes(Map<String, Object> decisions, String... tasks) {
        start(decisions);
        complete(tasks);
        assertThatItHasEnded();
    }

    /** The same, begun by a message. */
    final void passesFrom(String message, Map<String, Object> decisions, String... tasks) {
        startByMessage(message, decisions);
        complete(tasks);
        assertThatItHasEnded();
    }

    final void complete(String... nodes) {
        Arrays.stream(nodes).forEach(node -> complete(node, Map.of()));
    }

    final void decide(String node, String variable, String value) {
        complete(node, Map.of(variable, value));
    }

    /** Completes every open task of a node, several where several take part. */
    final void complete(String node, Map<String, Object> variables) {
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(node)
                .list();
        assertThat(open).as("tasks at " + node).isNotEmpty();
        open.forEach(task -> engine.getTaskService().complete(task.getId(), variables));
    }

    final void message(String name) {
        engine.getRuntimeService()
                .createMessageCorrelation(name)
                .processInstanceId(instance)
                .correlate();
    }

    final void timer(String node) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .activityId(node)
                        .singleResult()
                        .getId());
    }

    final Object variable(String name) {
        HistoricVariableInstance found = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName(name)
                .singleResult();
        return found == null ? null : found.getValue();
    }

    /** What a decision table of one output answers. */
    final Object decision(String table, String input, Object value) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey(table)
                .variables(Map.of(input, value))
                .evaluate()
                .getSingleEntry();
    }

    final void assertThatItWaitsAt(String... nodes) {
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder(nodes);
    }

    final void assertThatItIsOfferedTo(String office) {
        assertThat(tasksOfferedTo(office)).as("tasks offered to " + office).isEqualTo(1);
    }

    final void assertThatItIsNotOfferedTo(String office) {
        assertThat(tasksOfferedTo(office)).as("tasks offered to " + office).isZero();
    }

    private long tasksOfferedTo(String office) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup(office)
                .count();
    }

    final void assertThatItHasEnded() {
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }
}
