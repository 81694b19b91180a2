package chancery.procedure.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.Dossier;
import chancery.document.MarkId;
import chancery.document.ReadingId;
import chancery.office.Act;
import chancery.office.OfficeId;
import chancery.office.Phase;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepId;
import chancery.path.StepKey;
import chancery.procedure.Fixture;
import chancery.procedure.Holdings;
import chancery.procedure.diagram.CallTree;
import chancery.procedure.diagram.DiagramFile;
import chancery.procedure.explanation.Example;
import chancery.procedure.explanation.ExplainMarks;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DrawPathTest {
    private static final Holdings HOLDINGS =
            Holdings.in(java.nio.file.Path.of("bpmn"), java.nio.file.Path.of("processes"));
    private static final CallTree GOOD = CallTree.of(
            DiagramFile.read("good.bpmn", Fixture.of("lint/good.bpmn").bytes()), Fixture::nothingBeside);

    @Test
    void a_call_activity_is_on_the_way_if_a_step_of_the_called_diagram_is_taken() {
        Example caller = Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("type")
                .call("clearing", "clearance")
                .flow("begin > type > clearing > end");
        Example called = Example.procedure()
                .starts("asked")
                .ends("granted")
                .tasks("Draft")
                .flow("asked > Draft > granted");
        CallTree calls = CallTree.of(
                DiagramFile.read("example.bpmn", caller.bpmn().getBytes(StandardCharsets.UTF_8)),
                name -> called.bpmn("clearance").getBytes(StandardCharsets.UTF_8));

        assertThat(Route.of(path("Path", List.of()), calls).nodes()).isEmpty();
        assertThat(Route.of(path("Path", List.of(step("Draft", EvidenceStatus.EVIDENCED, false, 1))), calls)
                        .nodes())
                .contains("clearing");
    }

    @Test
    void the_drawing_has_a_group_for_every_node_and_its_evidence_as_title() throws Exception {
        Element svg = parsed(DrawPath.svg(path(), HOLDINGS));
        Set<String> drawn = ids(svg);
        path().steps()
                .forEach(step -> assertThat(drawn).contains(step.key().id().value()));
        assertThat(title(svg, "Task_RegisterNote")).startsWith("Register note at the CC: evidenced, disputed. ");
        assertThat(title(svg, "Task_Type")).startsWith("Type the copies: presumed. ");
    }

    @Test
    void the_same_path_gives_the_same_bytes() {
        assertThat(DrawPath.svg(path(), HOLDINGS)).isEqualTo(DrawPath.svg(path(), HOLDINGS));
    }

    @Test
    void text_is_escaped() throws Exception {
        Step step = step("Draft <script>alert(1)</script> & \"more\" \u0007", EvidenceStatus.EVIDENCED, true, 1);
        String svg = DrawPath.svg(path("</title><b>", List.of(step)), GOOD);
        assertThat(svg).doesNotContain("<script", "<b>");
        assertThat(title(parsed(svg), "Task_Draft"))
                .startsWith("Draft <script>alert(1)</script> & \"more\" : evidenced");
    }

    @Test
    void every_status_has_its_own_colour_and_its_own_line_or_badge() {
        Set<String> looks = new HashSet<>();
        for (EvidenceStatus status : EvidenceStatus.values()) {
            String svg = DrawPath.svg(path("Path", List.of(step("Draft", status, false, 1))), GOOD);
            String task = svg.substring(svg.indexOf("<g id=\"Task_Draft\""));
            task = task.substring(task.indexOf("<rect"), task.indexOf("</g>"));
            String rect = task.substring(0, task.indexOf("/>"));
            String withoutColour = rect.replaceAll("#[0-9a-f]{6}", "") + (task.contains(">!</text>") ? " badge" : "");
            assertThat(looks.add(withoutColour)).as(status.word()).isTrue();
        }
    }

    @Test
    void a_presumed_step_is_drawn_as_a_dashed_line_lighter_than_that_of_an_inferred_one() {
        Look inferred = Look.of(EvidenceStatus.INFERRED);
        Look presumed = Look.of(EvidenceStatus.PRESUMED);

        assertThat(presumed.dashes()).isNotEqualTo("none").isNotEqualTo(inferred.dashes());
        assertThat(presumed.width()).isLessThan(inferred.width());
        assertThat(lightness(presumed.line())).isGreaterThan(lightness(inferred.line()));
        assertThat(lightness(presumed.fill())).isGreaterThan(lightness(inferred.fill()));
        assertThat(lightness(presumed.ink())).isGreaterThan(lightness(inferred.ink()));
    }

    @Test
    void the_legend_names_every_status() {
        String svg = DrawPath.svg(path("Path", List.of(step("Draft", EvidenceStatus.PRESUMED, false, 1))), GOOD);
        assertThat(svg)
                .contains(Arrays.stream(EvidenceStatus.values())
                        .map(status -> ">" + status.word() + "</text>")
                        .toList());
    }

    @Test
    void rounds_disputes_and_contradictions_have_badges() {
        String svg = DrawPath.svg(
                path(
                        "Path",
                        List.of(
                                step("Draft", EvidenceStatus.EVIDENCED, false, 1),
                                step("Draft", EvidenceStatus.CONTRADICTED, true, 2))),
                GOOD);
        assertThat(svg.substring(svg.indexOf("<g id=\"Task_Draft\""))).contains(">!</text>", ">?</text>", ">2×</text>");
    }

    @Test
    void the_way_leads_through_the_gateways_between_two_steps() {
        Route route = Route.of(path(), HOLDINGS.diagram("soviet-cc"));
        assertThat(route.nodes())
                .contains("Start_Assignment", "Gateway_Occasion", "Gateway_NoteReady", "Event_CopyAsked");
        assertThat(route.nodes()).doesNotContain("Start_OwnInitiative", "Gateway_HowDecided");
        assertThat(route.flows()).containsEntry("Flow_NoteSubmitted", EvidenceStatus.EVIDENCED);
        assertThat(route.flows()).containsEntry("Flow_Drafted", EvidenceStatus.PRESUMED);
        assertThat(route.flows()).doesNotContainKey("Flow_QuestionPut");
    }

    @Test
    void no_start_is_drawn_as_taken_where_several_may_have_been() {
        Step possible = named("Task_OpenControlCard", EvidenceStatus.POSSIBLE);
        Step draft = named("Task_Draft", EvidenceStatus.EVIDENCED);
        CallTree diagram = HOLDINGS.diagram("soviet-cc");
        assertThat(Route.of(path("Path", List.of(draft)), diagram).nodes()).contains("Start_OwnInitiative");
        assertThat(Route.of(path("Path", List.of(possible, draft)), diagram).nodes())
                .doesNotContain("Start_OwnInitiative");
    }

    @Test
    void long_labels_are_wrapped_and_cut() {
        assertThat(Svg.wrap("Put the question for decision", 104, 12, 4))
                .containsExactly("Put the question", "for decision");
        assertThat(Svg.wrap("one two three four", 20, 12, 2)).containsExactly("one", "two …");
    }

    private static int lightness(String colour) {
        return Arrays.stream(colour.substring(1).split("(?<=\\G..)"))
                .mapToInt(part -> Integer.parseInt(part, 16))
                .sum();
    }

    private static Path path() {
        Dossier dossier = HOLDINGS.dossier("su-1955-83M");
        return new ExplainMarks(HOLDINGS.procedureOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path();
    }

    private static Path path(String title, List<Step> steps) {
        return new Path(
                "case",
                title,
                "good",
                "0",
                new ReadingId("preferred"),
                Path.Result.DESCRIBED,
                1,
                1,
                List.of(),
                steps,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Step named(String id, EvidenceStatus status) {
        return step(id, id, status, false, 1);
    }

    private static Step step(String label, EvidenceStatus status, boolean disputed, int round) {
        return step("Task_Draft", label, status, disputed, round);
    }

    private static Step step(String id, String label, EvidenceStatus status, boolean disputed, int round) {
        return new Step(
                new StepKey(new StepId(id), round),
                label,
                Act.DRAFT,
                Phase.INQUIRY,
                null,
                new OfficeId("department"),
                "Department",
                null,
                null,
                null,
                status,
                disputed,
                "1955-01-17",
                null,
                null,
                List.of(),
                Map.of(),
                List.of(new MarkId("mark")),
                List.of(),
                List.of(),
                "certain",
                "because");
    }

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static Set<String> ids(Element svg) {
        Set<String> ids = new HashSet<>();
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            ids.add(((Element) groups.item(i)).getAttribute("id"));
        }
        return ids;
    }

    private static String title(Element svg, String id) {
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.getAttribute("id").equals(id)) {
                return group.getElementsByTagName("title").item(0).getTextContent();
            }
        }
        throw new IllegalArgumentException("No group " + id);
    }
}
