package chancery.procedure.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.procedure.Fixture;
import chancery.procedure.Holdings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramReaderTest {
    private static final Fixture GOOD = Fixture.of("lint/good.bpmn");

    @TempDir
    private Path folder;

    @Test
    void a_good_diagram_is_read() {
        assertThat(DiagramReader.read("good.bpmn", GOOD.bytes(), Fixture::nothingBeside)
                        .decisions())
                .containsExactly("protocol-numeral");
    }

    @Test
    void a_diagram_that_is_not_executable_is_refused() {
        refused(
                GOOD.with("isExecutable=\"true\"", "isExecutable=\"false\""),
                0,
                "the diagram has 0 executable processes; set isExecutable=\"true\" on exactly one process, or call");
    }

    @Test
    void a_complex_gateway_is_refused() {
        Fixture bad = GOOD.with("exclusiveGateway", "complexGateway");
        refused(
                bad,
                bad.lineOf("id=\"Gateway_HowDecided\""),
                "\"Gateway_HowDecided\" is a complex gateway, which paths cannot follow; use tasks, message, timer, signal");
    }

    @Test
    void an_inclusive_gateway_that_asks_one_variable_for_several_ways_is_refused() {
        Fixture bad = GOOD.with("exclusiveGateway", "inclusiveGateway");
        refused(
                bad,
                bad.lineOf("id=\"Flow_Poll\""),
                "flow \"Flow_Poll\" out of \"Gateway_HowDecided\" has the condition \"${howDecided == 'poll'}\"; write ${variable"
                        + " == 'yes'} with a variable of its own");
    }

    @Test
    void a_way_of_deciding_that_nobody_knows_is_refused() {
        Fixture bad = GOOD.with("name=\"phase\" value=\"inquiry\"", "name=\"way\" value=\"lot\"");
        refused(
                bad,
                bad.lineOf("id=\"Task_Draft\""),
                "\"Task_Draft\" has way \"lot\"; expected one of: poll, sitting.");
    }

    @Test
    void a_script_is_refused() {
        Fixture bad = GOOD.with("<businessRuleTask", "<scriptTask")
                .with("</businessRuleTask>", "</scriptTask>")
                .without(" camunda:decisionRef=\"protocol-numeral\"");
        refused(
                bad,
                bad.lineOf("id=\"Rule_Numeral\""),
                "\"Rule_Numeral\" is a script task, which paths cannot follow; ");
    }

    @Test
    void a_boundary_event_on_a_subprocess_is_refused() {
        Fixture bad = GOOD.with("<userTask id=\"Task_Draft\"", "<subProcess id=\"Task_Draft\"")
                .with("</userTask>", "</subProcess>")
                .without(" camunda:candidateGroups=\"department\"");
        refused(
                bad,
                bad.lineOf("id=\"Task_Draft\""),
                "\"Task_Draft\" is a subprocess that is repeated in a loop, a transaction, or has boundary events, which paths");
    }

    @Test
    void a_boundary_event_on_nothing_is_refused() {
        Fixture bad = GOOD.with("attachedToRef=\"Task_Draft\"", "attachedToRef=\"Task_Gone\"");
        refused(bad, bad.lineOf("id=\"Timer_DraftDue\""), "boundary event \"Timer_DraftDue\" is attached to nothing; ");
    }

    @Test
    void lists_of_flows_that_disagree_with_the_flows_are_refused() {
        Fixture bad = GOOD.with("<incoming>Flow_Asked</incoming>", "<incoming>Flow_Gone</incoming>");
        refused(bad, bad.lineOf("id=\"Task_Draft\""), "\"Task_Draft\" does not list incoming [Flow_Asked]; list each");
    }

    @Test
    void a_node_without_id_is_refused() {
        refused(
                GOOD.with(
                        "<endEvent id=\"End_Reminded\" name=\"Reminded\">",
                        "<endEvent />\n    <endEvent id=\"End_Reminded\">"),
                0,
                "an end event has no id; write one by hand.");
    }

    @Test
    void what_is_no_bpmn_is_refused_with_the_parsers_line_and_reason() {
        Fixture bad = GOOD.with("<startEvent id=\"Start_Asked\"", "<startEvnt id=\"Start_Asked\"")
                .with("</startEvent>", "</startEvnt>");
        refused(
                bad,
                bad.lineOf("id=\"Flow_Asked\""),
                "flow \"Flow_Asked\" has the sourceRef \"Start_Asked\", which is no element that a flow can join; ");
        refused(
                GOOD.with("<startEvent id=\"Start_Asked\"", "<endEvent id=\"Start_Asked\""),
                GOOD.lineOf("</startEvent>"),
                "this is not BPMN 2.0: The element type \"endEvent\" must be terminated");
        refused(new Fixture("<svg/>"), 0, "this is not BPMN 2.0: it begins with <svg>; export it again as BPMN 2.0");
        refused(new Fixture(""), 1, "this is not BPMN 2.0: Premature end of file; export it again as BPMN 2.0 XML.");
    }

    @Test
    void an_external_entity_is_not_read() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "Task_Secret");
        Fixture bad = GOOD.with(
                        "<definitions ",
                        "<!DOCTYPE definitions [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>\n<definitions ")
                .with("name=\"Draft the note\"", "name=\"Draft\"")
                .with(
                        "<outgoing>Flow_Asked</outgoing>",
                        "<documentation>&secret;</documentation><outgoing>Flow_Asked</outgoing>");
        assertThatThrownBy(() -> DiagramReader.read("bad.bpmn", bad.bytes(), Fixture::nothingBeside))
                .isInstanceOf(InvalidInput.class)
                .hasMessageNotContaining("Task_Secret")
                .hasMessage("bad.bpmn:2: the file has a DOCTYPE, which is not read; "
                        + "take it out, with all entities that it declares.");
    }

    @Test
    void a_diagram_of_ten_megabytes_is_refused_unread() throws IOException {
        Path huge = folder.resolve("huge.bpmn");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(10_000_000);
        }
        assertThat(Holdings.bytes(huge)).hasSize(XmlFile.MAX_BYTES + 1);
        assertThatThrownBy(() -> DiagramReader.read("huge.bpmn", Holdings.bytes(huge), Fixture::nothingBeside))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("huge.bpmn: the file is larger than 5000000 bytes; split it.");
    }

    private static void refused(Fixture bad, int line, String message) {
        assertThatThrownBy(() -> DiagramReader.read("bad.bpmn", bad.bytes(), Fixture::nothingBeside))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("bad.bpmn" + (line > 0 ? ":" + line : "") + ": " + message);
    }
}
