package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who may do anything with the engine cannot make it run. */
class NoCodeTest {
    @TempDir
    static Path folder;

    private static RunningCases running;
    private static Path trace;

    @BeforeAll
    static void start() {
        running = RunningCases.inMemory("nocode");
        trace = folder.resolve("ran");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void a_diagram_that_calls_the_system_is_refused_by_file_and_element() {
        String bpmn = diagram("<sequenceFlow id='Flow_Go' sourceRef='Start' targetRef='Gateway'/>"
                + "<sequenceFlow id='Flow_Evil' sourceRef='Gateway' targetRef='End'>"
                + "<conditionExpression>" + call() + " == 'x'}</conditionExpression></sequenceFlow>");
        refused("evil.bpmn", bpmn, "evil.bpmn:1: error: in \"Flow_Evil\", \"${", "write ${variable == 'value'}");
    }

    @Test
    void a_listener_a_script_and_a_delegate_are_refused() {
        refused(
                "evil.bpmn",
                diagram("<sequenceFlow id='Flow_Go' sourceRef='Start' targetRef='End'><extensionElements>"
                        + "<c:executionListener event='take' class='x.Evil'/></extensionElements></sequenceFlow>"),
                "<c:executionListener>");
        refused(
                "evil.bpmn",
                diagram("<scriptTask id='Task_Script' scriptFormat='groovy'><script>1</script></scriptTask>"),
                "in \"Task_Script\", <scriptTask>");
        refused(
                "evil.bpmn",
                diagram("<serviceTask id='Task_Mail' c:type='external' c:topic='mail'/>"),
                "c:topic=\"mail\" of <serviceTask>");
    }

    @Test
    void what_is_no_diagram_is_not_deployed() {
        refused("evil.bpmn20.xml", diagram(""), "deploy .bpmn and .dmn files, nothing else");
        refused("evil.groovy", "1", "deploy .bpmn and .dmn files, nothing else");
    }

    @Test
    void a_filter_does_not_evaluate_what_its_maker_wrote() {
        FilterService filters = running.camunda.getFilterService();
        Filter filter = filters.newTaskFilter("evil");
        filter.setQuery(running.camunda.getTaskService().createTaskQuery().taskAssigneeExpression(call() + "}"));

        assertThatThrownBy(() -> filters.saveFilter(filter)).isInstanceOf(BadUserRequestException.class);
        assertThat(trace).doesNotExist();
    }

    private static void refused(String name, String file, String... words) {
        RepositoryService repository = running.camunda.getRepositoryService();
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() ->
                        repository.createDeployment().addString(name, file).deploy())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining("Nothing was deployed.");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(trace).doesNotExist();
    }

    /** Begins an expression that would leave a trace. */
    private static String call() {
        return "${''.getClass().forName('java.io.File').getConstructor(''.getClass()).newInstance('" + trace
                + "').createNewFile()";
    }

    private static String diagram(String within) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:c='http://camunda.org/schema/1.0/bpmn'"
                + " id='Evil' targetNamespace='n'><process id='evil' isExecutable='true' c:historyTimeToLive='P1D'>"
                + "<startEvent id='Start'/><exclusiveGateway id='Gateway'/><endEvent id='End'/>" + within
                + "</process></definitions>";
    }
}
