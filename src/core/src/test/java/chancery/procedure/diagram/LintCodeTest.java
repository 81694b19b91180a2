package chancery.procedure.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.procedure.Fixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintCodeTest {
    private static final Fixture DIAGRAM = Fixture.of("lint/good.bpmn");
    private static final Fixture TABLE = Fixture.of("lint/answer.dmn");
    private static final String TASK = "<userTask id=\"Task_Draft\"";

    @Test
    void the_diagrams_and_tables_of_the_house_bring_no_code() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            assertThat(files.sorted())
                    .isNotEmpty()
                    .allSatisfy(
                            file -> assertThat(LintCode.check(file.getFileName().toString(), Files.readAllBytes(file)))
                                    .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}",
                "${howDecided == 'poll'}${evil.run()}",
                "${howDecided == evil.run()}",
                "${howDecided == 'a\\'+evil.run()+'b'}",
                "#{evil}",
                "${names.in(execution, evil.run())}",
                "${deadlines.due(execution, 'day', 'P1D').getClass()}",
                "${execution.setVariable('caseHash', 'x')}",
                "ends <![CDATA[${evil.run()}]]>",
                "$<!-- -->{evil.run()}",
                "&#36;{evil.run()}"
            })
    void an_expression_that_calls_is_refused_by_file_and_element(String expression) {
        assertThat(texts("good.bpmn", DIAGRAM.with("${howDecided == 'poll'}", expression)))
                .singleElement()
                .asString()
                .startsWith("good.bpmn:" + DIAGRAM.lineOf("id=\"Flow_Poll\"") + ": error: in \"Flow_Poll\", \"")
                .endsWith("is an expression that the engine would run; write ${variable == 'value'}, or take it out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${polled}", "${votes > 3}", "${howDecided != 'poll'}"})
    void a_variable_and_its_comparison_are_plain(String expression) {
        assertThat(texts("good.bpmn", DIAGRAM.with("${howDecided == 'poll'}", expression)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:class=\"x.Evil\"",
                "camunda:expression=\"plain\"",
                "camunda:delegateExpression=\"names\"",
                "camunda:type=\"external\"",
                "camunda:topic=\"mail\"",
                "camunda:formKey=\"http://elsewhere\"",
                "camunda:formRef=\"form\"",
                "camunda:assignee=\"admin\"",
                "camunda:candidateUsers=\"admin\"",
                "camunda:asyncBefore=\"true\"",
                "xmlns:a=\"http://activiti.org/bpmn\" a:class=\"x.Evil\"",
                "implementation=\"http://elsewhere\""
            })
    void an_attribute_that_may_call_is_refused(String attribute) {
        assertThat(texts("good.bpmn", DIAGRAM.with(TASK, TASK + " " + attribute)))
                .singleElement()
                .asString()
                .contains("in \"Task_Draft\", ", "may bring code along");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Draft the note\"", "\"department\""})
    void what_is_known_is_refused_where_it_calls(String value) {
        assertThat(texts("good.bpmn", DIAGRAM.with(value, "\"${evil.run()}\"")))
                .isNotEmpty()
                .allMatch(text -> text.contains("=\"${evil.run()}\" of <"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:executionListener event=\"start\" class=\"x.Evil\"/>",
                "<camunda:taskListener event=\"create\" expression=\"x\"/>",
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
                "<camunda:inputOutput/>",
                "<camunda:failedJobRetryTimeCycle/>",
                "<a:executionListener xmlns:a=\"http://activiti.org/bpmn\" class=\"x.Evil\"/>",
                "<camunda:formData><camunda:formField id=\"a\" type=\"string\"><camunda:validation>"
                        + "<camunda:constraint name=\"validator\" config=\"x.Evil\"/></camunda:validation>"
                        + "</camunda:formField></camunda:formData>",
                "<camunda:in sourceExpression=\"x\" target=\"y\"/>"
            })
    void an_element_that_may_call_is_refused(String element) {
        assertThat(texts("good.bpmn", DIAGRAM.with("<camunda:properties>", element + "<camunda:properties>")))
                .isNotEmpty();
    }

    @Test
    void a_script_task_is_refused() {
        assertThat(texts(
                        "good.bpmn",
                        DIAGRAM.with("<businessRuleTask", "<scriptTask scriptFormat=\"groovy\"")
                                .with("</businessRuleTask>", "<script>evil()</script></scriptTask>")))
                .anyMatch(text -> text.contains("<scriptTask>"))
                .anyMatch(text -> text.contains("<script>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${evil.run()}", "evil.run()", "function() external {}", "\"a\" + b", "now()"})
    void a_cell_that_computes_is_refused(String cell) {
        assertThat(texts("answer.dmn", TABLE.with("<text>question</text>", "<text>" + cell + "</text>")))
                .singleElement()
                .asString()
                .contains("error: in \"");
    }

    @Test
    void a_table_in_another_language_is_refused() {
        assertThat(texts(
                        "answer.dmn",
                        TABLE.with("<inputExpression ", "<inputExpression expressionLanguage=\"groovy\" ")))
                .singleElement()
                .asString()
                .contains("expressionLanguage=\"groovy\"");
    }

    @Test
    void what_is_neither_diagram_nor_table_is_refused() {
        byte[] script = "evil()".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LintCode.check("evil.groovy", script))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("deploy .bpmn and .dmn files, nothing else");
    }

    private static List<String> texts(String file, Fixture fixture) {
        return LintCode.check(file, fixture.bytes()).stream().map(Finding::text).toList();
    }
}
