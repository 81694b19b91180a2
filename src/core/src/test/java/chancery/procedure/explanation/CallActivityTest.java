package chancery.procedure.explanation;

import static chancery.path.EvidenceStatus.EVIDENCED;
import static chancery.path.EvidenceStatus.INFERRED;
import static chancery.path.EvidenceStatus.POSSIBLE;
import static chancery.procedure.explanation.Example.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.path.StepId;
import chancery.procedure.diagram.Finding;
import chancery.procedure.diagram.LintDiagram;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Paths go into a called diagram at its plain start and come back at its ends. */
class CallActivityTest {
    private static Example caller() {
        return Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "dispatch")
                .call("clearing", "clearance")
                .flow("begin > draft > clearing > dispatch > end");
    }

    private static Example clearance() {
        return Example.procedure()
                .starts("asked")
                .ends("granted", "waived")
                .tasks("submit", "clear", "see")
                .choices("how")
                .flow("asked > submit > how [needed] > clear > granted")
                .flow("how [known] > see > waived");
    }

    @Test
    void steps_of_the_called_diagram_are_steps_of_the_path() {
        assertThat(statuses(caller().beside("clearance", clearance())
                        .mark("a", "attests: clear")
                        .mark("b", "attests: dispatch")
                        .path()))
                .containsExactly(
                        Map.entry("draft", INFERRED),
                        Map.entry("submit", INFERRED),
                        Map.entry("clear", EVIDENCED),
                        Map.entry("dispatch", EVIDENCED));
    }

    @Test
    void what_the_called_diagram_leaves_open_is_possible() {
        assertThat(statuses(caller().beside("clearance", clearance())
                        .mark("b", "attests: dispatch")
                        .path()))
                .containsEntry("submit", INFERRED)
                .containsEntry("clear", POSSIBLE)
                .containsEntry("see", POSSIBLE);
    }

    @Test
    void a_case_may_wait_in_the_called_diagram() {
        assertThat(caller().beside("clearance", clearance())
                        .mark("a", "attests: draft")
                        .path()
                        .waitsAt())
                .containsExactly(new StepId("Task_submit"));
    }

    @Test
    void a_called_diagram_may_call_another() {
        Example second = Example.procedure()
                .starts("in")
                .ends("out")
                .tasks("type")
                .call("copying", "copies")
                .flow("in > type > copying > out");
        Example third =
                Example.procedure().starts("from").ends("to").tasks("copy").flow("from > copy > to");

        assertThat(statuses(caller().beside("clearance", second)
                        .beside("copies", third)
                        .mark("b", "attests: dispatch")
                        .path()))
                .containsOnlyKeys("draft", "type", "copy", "dispatch");
    }

    @Test
    void a_called_diagram_is_part_of_the_version_and_of_the_files() {
        var procedure = caller().beside("clearance", clearance()).read();
        var other = caller().beside("clearance", clearance().assumed("see")).read();

        assertThat(procedure.files()).containsOnlyKeys("example.bpmn", "clearance.bpmn");
        assertThat(other.version()).isNotEqualTo(procedure.version());
    }

    @Test
    void a_called_diagram_that_can_get_stuck_is_refused_at_its_own_line() {
        Example bad = Example.procedure()
                .starts("asked")
                .ends("granted")
                .tasks("clear", "see")
                .choices("how")
                .forks("both")
                .flow("asked > how [a] > clear > both > granted")
                .flow("how [b] > see > both");
        refused(caller().beside("clearance", bad), "clearance.bpmn:1: \"both\" can wait for ever");
    }

    @Test
    void a_call_of_nothing_is_refused() {
        refused(
                caller(),
                "example.bpmn:1: call activity \"clearing\" calls \"clearance\", but there is no clearance.bpmn beside its"
                        + " diagram; lay it there, or call another.");
        refused(
                caller().call("clearing", "../clearance"),
                "call activity \"clearing\" calls \"../clearance\", which is no id of a process");
    }

    @Test
    void calls_in_a_circle_are_refused() {
        refused(
                caller().call("clearing", "example"),
                "example.bpmn:1: call activity \"clearing\" calls in a circle: example calls example;");
        Example back = Example.procedure()
                .starts("in")
                .ends("out")
                .call("returning", "example")
                .flow("in > returning > out");
        refused(
                caller().beside("clearance", back),
                "clearance.bpmn:1: call activity \"returning\" calls in a circle: example calls clearance calls example;");
        Example on = Example.procedure()
                .starts("on")
                .ends("off")
                .call("passing", "clearance")
                .flow("on > passing > off");
        refused(
                caller().beside("clearance", back.call("returning", "third")).beside("third", on),
                "third.bpmn:1: call activity \"passing\" calls in a circle: clearance calls third calls clearance;");
    }

    @Test
    void a_diagram_that_is_called_twice_is_refused() {
        refused(
                Example.procedure()
                        .starts("begin")
                        .ends("end")
                        .call("first", "clearance")
                        .call("second", "clearance")
                        .flow("begin > first > second > end")
                        .beside("clearance", clearance()),
                "call activity \"second\" calls \"clearance\", which \"first\" in example.bpmn calls already;");
    }

    @Test
    void an_id_of_both_diagrams_is_refused() {
        refused(
                caller().beside("clearance", clearance().tasks("draft").flow("asked > draft > granted")),
                "clearance.bpmn:1: the id \"Task_draft\" is also given in example.bpmn");
    }

    @Test
    void a_called_diagram_begins_at_one_plain_start() {
        refused(
                caller().beside("clearance", clearance().starts("else").flow("else > see")),
                "process \"clearance\" is called, and has 2 start events that wait for nothing;");
    }

    @Test
    void a_call_that_keeps_something_to_itself_is_named_by_lint() {
        assertThat(lint(caller().bpmn())).noneMatch(finding -> finding.contains("call activity"));
        assertThat(lint(caller().bpmn()
                        .replaceAll("<camunda:(in|out)[^>]*>", "")
                        .replace(" camunda:calledElementBinding='deployment'", "")))
                .filteredOn(finding -> finding.contains("call activity"))
                .satisfiesExactly(
                        finding -> assertThat(finding).contains("calls whatever version is the latest"),
                        finding -> assertThat(finding).contains("does not pass the business key"),
                        finding -> assertThat(finding).contains("does not pass its variables"),
                        finding -> assertThat(finding).contains("does not take variables back"));
    }

    private static List<String> lint(String bpmn) {
        return LintDiagram.check(
                        "example.bpmn",
                        bpmn.getBytes(StandardCharsets.UTF_8),
                        name -> clearance().bpmn("clearance").getBytes(StandardCharsets.UTF_8))
                .stream()
                .map(Finding::text)
                .toList();
    }

    private static void refused(Example example, String because) {
        assertThatThrownBy(example::read).isInstanceOf(InvalidInput.class).hasMessageContaining(because);
    }
}
