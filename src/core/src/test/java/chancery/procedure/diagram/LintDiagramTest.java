package chancery.procedure.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.procedure.Fixture;
import chancery.procedure.diagram.Finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class LintDiagramTest {
    private static final Fixture GOOD = Fixture.of("lint/good.bpmn");

    private static final String DRAWING_OF_DECIDED = """
                  <bpmndi:BPMNEdge id="Edge_Decided" bpmnElement="Flow_Decided">
                    <di:waypoint x="670" y="100" />
                    <di:waypoint x="740" y="100" />
                  </bpmndi:BPMNEdge>
            """;

    @Test
    void a_good_diagram_has_no_findings() {
        assertThat(check(GOOD)).isEmpty();
    }

    @Test
    void an_id_of_an_editor_is_refused() {
        Fixture bad = GOOD.with("Flow_Asked", "Flow_0abc123");
        assertThat(errors(bad))
                .containsExactly(
                        "good.bpmn:" + bad.lineOf("id=\"Flow_0abc123\"")
                                + ": error: \"Flow_0abc123\" is an editor's id; write one by hand that says what the element is.");
    }

    @Test
    void a_word_of_seven_letters_is_no_editors_id() {
        assertThat(check(GOOD.with("Flow_Asked", "Flow_written"))).isEmpty();
        assertThat(check(GOOD.with("Flow_Asked", "Flow_Report1"))).isEmpty();
    }

    @Test
    void a_process_is_called_like_its_file() {
        assertThat(texts(LintDiagram.check("bpmn/other.bpmn", GOOD.bytes(), Fixture::nothingBeside)))
                .containsExactly("bpmn/other.bpmn:" + GOOD.lineOf("<process id")
                        + ": error: the process is called \"good\" and its file \"other.bpmn\"; call both alike.");
    }

    @Test
    void history_has_a_time_to_live() {
        assertThat(errors(GOOD.without(" camunda:historyTimeToLive=\"P36500D\"")))
                .singleElement()
                .asString()
                .contains("process \"good\" has no historyTimeToLive; set camunda:historyTimeToLive=\"P36500D\"");
    }

    @Test
    void a_step_without_act_phase_or_source_is_refused() {
        int line = GOOD.lineOf("id=\"Task_Draft\"");
        assertThat(errors(GOOD.without("<camunda:property name=\"act\" value=\"draft\" />")))
                .singleElement()
                .asString()
                .startsWith("good.bpmn:" + line + ": error: step \"Task_Draft\" has no act; ");
        assertThat(errors(GOOD.without("<camunda:property name=\"phase\" value=\"inquiry\" />")))
                .singleElement()
                .asString()
                .startsWith("good.bpmn:" + line + ": error: step \"Task_Draft\" has no phase; ");
        assertThat(errors(GOOD.without("<camunda:property name=\"source\" value=\"assumed\" />")))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("step \"Task_Draft\" has no source; "))
                .anySatisfy(text -> assertThat(text).contains("step \"Rule_Numeral\" has no source; "));
    }

    @Test
    void a_step_outside_all_lanes_is_refused() {
        assertThat(errors(GOOD.without("<flowNodeRef>Task_Draft</flowNodeRef>")))
                .singleElement()
                .asString()
                .contains("step \"Task_Draft\" lies in no lane with an office; ");
    }

    @Test
    void a_lane_without_an_office_is_refused() {
        assertThat(errors(GOOD.without("<camunda:property name=\"office\" value=\"department\" />")))
                .singleElement()
                .asString()
                .startsWith("good.bpmn:" + GOOD.lineOf("id=\"Lane_Department\"")
                        + ": error: lane \"Lane_Department\" has no office; add the extension property \"office\".");
    }

    @Test
    void a_task_is_offered_to_the_office_of_its_lane() {
        assertThat(errors(GOOD.with("candidateGroups=\"department\"", "candidateGroups=\"embassy\"")))
                .singleElement()
                .asString()
                .contains("\"Task_Draft\" lies with office \"department\" and is offered to \"embassy\"; ");
        assertThat(errors(GOOD.without(" camunda:candidateGroups=\"department\"")))
                .singleElement()
                .asString()
                .contains("is offered to nobody; set camunda:candidateGroups=\"department\"");
    }

    @Test
    void nodes_list_the_flows_that_sequence_flows_draw() {
        assertThat(errors(GOOD.without("<incoming>Flow_Asked</incoming>")))
                .singleElement()
                .asString()
                .contains("\"Task_Draft\" does not list incoming [Flow_Asked]; ");
        assertThat(errors(GOOD.with("<outgoing>Flow_Decided</outgoing>", "<outgoing>Flow_Gone</outgoing>")))
                .singleElement()
                .asString()
                .contains("\"Gateway_Decided\" does not list outgoing [Flow_Decided]; ");
        assertThat(errors(GOOD.with(
                        "<incoming>Flow_Numeral</incoming>",
                        "<incoming>Flow_Numeral</incoming><incoming>Flow_Gone</incoming>")))
                .singleElement()
                .asString()
                .contains("\"Gateway_Decided\" lists incoming [Flow_Gone], which no sequence flow bears out; ");
    }

    @Test
    void a_node_that_nothing_leads_to_is_named() {
        Fixture bad = GOOD.without("<incoming>Flow_DraftDue</incoming>")
                .with("targetRef=\"End_Reminded\"", "targetRef=\"Gateway_Decided\"")
                .with(
                        "<incoming>Flow_Numeral</incoming>",
                        "<incoming>Flow_Numeral</incoming><incoming>Flow_DraftDue</incoming>");
        assertThat(errors(bad))
                .anySatisfy(text -> assertThat(text).contains("nothing leads from a start to \"End_Reminded\"; "));
    }

    @Test
    void a_node_that_leads_to_no_end_is_named() {
        Fixture bad = GOOD.without("<incoming>Flow_Decided</incoming>")
                .with("targetRef=\"End_Decided\"", "targetRef=\"Gateway_Decided\"")
                .with(
                        "<incoming>Flow_Numeral</incoming>",
                        "<incoming>Flow_Numeral</incoming><incoming>Flow_Decided</incoming>");
        assertThat(errors(bad))
                .anySatisfy(text -> assertThat(text).contains("\"Gateway_Decided\" is stuck: no end can be reached"));
    }

    @Test
    void a_join_that_waits_for_a_way_not_taken_is_stuck() {
        Fixture bad = GOOD.with("<exclusiveGateway id=\"Gateway_Decided\">", "<parallelGateway id=\"Gateway_Decided\">")
                .with(
                        "<outgoing>Flow_Decided</outgoing>\n    </exclusiveGateway>",
                        "<outgoing>Flow_Decided</outgoing>\n    </parallelGateway>");
        assertThat(errors(bad))
                .containsExactly(
                        "good.bpmn:" + bad.lineOf("id=\"Gateway_Decided\"")
                                + ": error: \"Gateway_Decided\" can wait for ever: what it waits for never comes;"
                                + " join with a parallel gateway what was forked by one, and with an exclusive one what was chosen.");
    }

    @Test
    void ways_gone_side_by_side_that_are_not_joined_could_heap_up() {
        Fixture bad = GOOD.with(
                        "<exclusiveGateway id=\"Gateway_HowDecided\" name=\"How decided?\">",
                        "<parallelGateway id=\"Gateway_HowDecided\">")
                .with(
                        "<outgoing>Flow_Sitting</outgoing>\n    </exclusiveGateway>",
                        "<outgoing>Flow_Sitting</outgoing>\n    </parallelGateway>")
                .without("<conditionExpression>${howDecided == 'poll'}</conditionExpression>")
                .without("<conditionExpression>${howDecided == 'sitting'}</conditionExpression>");
        assertThat(errors(bad))
                .anySatisfy(text -> assertThat(text).contains("can be reached a second time before it was left; "));
    }

    @Test
    void a_way_out_of_a_choice_has_a_condition_that_evidence_can_decide() {
        Fixture bad = GOOD.with("${howDecided == 'poll'}", "${votes > 3}");
        assertThat(errors(bad))
                .containsExactly("good.bpmn:" + bad.lineOf("id=\"Flow_Poll\"")
                        + ": error: flow \"Flow_Poll\" out of \"Gateway_HowDecided\" has the condition \"${votes > 3}\";"
                        + " write ${variable == 'value'}, so that evidence can decide it.");
    }

    @Test
    void ways_out_of_a_choice_have_distinct_values_of_one_variable() {
        assertThat(errors(GOOD.with("'sitting'", "'poll'")))
                .singleElement()
                .asString()
                .contains(
                        "flows \"Flow_Poll\" and \"Flow_Sitting\" out of \"Gateway_HowDecided\" have the same condition");
        assertThat(check(GOOD.with("${howDecided == 'poll'}", "${polled == 'yes'}")))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void a_choice_at_once_after_a_start_is_refused() {
        Fixture bad = GOOD.with("targetRef=\"Task_Draft\"", "targetRef=\"Gateway_HowDecided\"")
                .without("<incoming>Flow_Asked</incoming>")
                .with(
                        "<incoming>Flow_Drafted</incoming>",
                        "<incoming>Flow_Drafted</incoming><incoming>Flow_Asked</incoming>");
        assertThat(errors(bad))
                .anySatisfy(text -> assertThat(text)
                        .contains("the choice \"Gateway_HowDecided\" follows at once on start \"Start_Asked\""));
    }

    @Test
    void what_the_reader_refuses_is_an_error_with_file_and_line() {
        Fixture bad = GOOD.with("value=\"draft\"", "value=\"drafft\"");
        assertThat(errors(bad))
                .singleElement()
                .asString()
                .startsWith("good.bpmn:" + bad.lineOf("id=\"Task_Draft\"")
                        + ": error: \"Task_Draft\" has act \"drafft\"; did you mean \"draft\"?");
        assertThat(texts(LintDiagram.check(
                        "good.bpmn", "<a/>".getBytes(java.nio.charset.StandardCharsets.UTF_8), Fixture::nothingBeside)))
                .singleElement()
                .asString()
                .startsWith("good.bpmn:1: error: this is not BPMN 2.0: ");
    }

    @Test
    void a_diagram_is_held_against_the_schema_of_bpmn() {
        Fixture bad = GOOD.with("<laneSet ", "<lanes/>\n    <laneSet ");
        assertThat(texts(LintDiagram.check("good.bpmn", bad.bytes(), Fixture::nothingBeside)))
                .singleElement()
                .asString()
                .startsWith("good.bpmn:" + bad.lineOf("<lanes/>") + ": error: this is not BPMN 2.0: cvc-complex-type");
    }

    @Test
    void what_is_not_drawn_is_named() {
        assertThat(errors(GOOD.without(DRAWING_OF_DECIDED)))
                .singleElement()
                .asString()
                .contains("\"Flow_Decided\" is not drawn; ");
    }

    @Test
    void nodes_that_lie_on_each_other_are_named() {
        assertThat(errors(GOOD.with("<dc:Bounds x=\"620\" y=\"75\"", "<dc:Bounds x=\"720\" y=\"75\"")))
                .anySatisfy(text ->
                        assertThat(text).contains("\"Gateway_Decided\" and \"End_Decided\" lie on each other; "));
    }

    @Test
    void a_line_through_a_node_is_named() {
        assertThat(errors(GOOD.with("<dc:Bounds x=\"450\" y=\"180\"", "<dc:Bounds x=\"450\" y=\"80\"")))
                .singleElement()
                .asString()
                .contains("flow \"Flow_Poll\" runs through \"Rule_Numeral\"; ");
    }

    @Test
    void a_line_past_the_corner_of_a_gateway_does_not_run_through_it() {
        assertThat(check(GOOD.with("<di:waypoint x=\"345\" y=\"220\" />", "<di:waypoint x=\"345\" y=\"160\" />")
                        .with(
                                "<dc:Bounds x=\"620\" y=\"75\" width=\"50\" height=\"50\" />",
                                "<dc:Bounds x=\"620\" y=\"100\" width=\"50\" height=\"50\" />")))
                .isEmpty();
    }

    @Test
    void crossings_are_counted() {
        Fixture crossed = GOOD.with("<di:waypoint x=\"645\" y=\"220\" />", "<di:waypoint x=\"585\" y=\"60\" />")
                .with("<di:waypoint x=\"550\" y=\"220\" />", "<di:waypoint x=\"585\" y=\"220\" />");
        assertThat(check(crossed)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.complaint()).startsWith("1 crossing: Flow_Poll and Flow_Numeral; ");
        });
    }

    @Test
    void a_label_on_a_node_is_a_warning() {
        assertThat(check(GOOD.with("<dc:Bounds x=\"240\" y=\"150\"", "<dc:Bounds x=\"220\" y=\"120\"")))
                .allMatch(finding -> finding.severity() == Severity.WARNING)
                .anyMatch(finding ->
                        finding.complaint().startsWith("the label of \"Timer_DraftDue\" lies on \"Task_Draft\"; "));
    }

    private static List<Finding> check(Fixture fixture) {
        return LintDiagram.check("good.bpmn", fixture.bytes(), Fixture::nothingBeside);
    }

    private static List<String> errors(Fixture fixture) {
        return texts(check(fixture).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList());
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).toList();
    }
}
