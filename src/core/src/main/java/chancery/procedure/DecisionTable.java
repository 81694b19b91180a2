package chancery.procedure;

import chancery.casefile.InvalidInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * A decision table with one input and one output, both texts: read backwards, it says what must have been decided for
 * the output to be seen. Forwards the engine evaluates it.
 *
 * @param input the variable it asks for
 * @param output the variable it gives
 */
public record DecisionTable(String id, String input, String output, List<Row> rows) {
    public DecisionTable {
        rows = List.copyOf(rows);
    }

    /** One rule; an empty input holds for anything. */
    public record Row(String input, String output) {}

    /** The inputs that lead to an output. */
    public Set<String> inputsFor(String value) {
        return rows.stream()
                .filter(row -> row.output().equals(value))
                .map(Row::input)
                .collect(Collectors.toSet());
    }

    /** The outputs that an input leads to: one, or none if no rule has it. */
    public Set<String> outputsFor(String value) {
        return rows.stream()
                .filter(row -> row.input().isEmpty() || row.input().equals(value))
                .map(Row::output)
                .limit(1)
                .collect(Collectors.toSet());
    }

    /**
     * Reads a DMN file with exactly one decision table.
     *
     * @throws InvalidInput if it is not that
     */
    public static DecisionTable read(String file, byte[] dmn) {
        if (dmn.length > DiagramFile.MAX_BYTES) {
            throw InvalidInput.at(
                    file, 0, "the file is larger than " + DiagramFile.MAX_BYTES + " bytes", "split the table");
        }
        DmnModelInstance model =
                DiagramFile.parse(file, "DMN", () -> Dmn.readModelFromStream(new ByteArrayInputStream(dmn)));
        List<Decision> decisions = List.copyOf(model.getModelElementsByType(Decision.class));
        List<Input> inputs = List.copyOf(model.getModelElementsByType(Input.class));
        List<Output> outputs = List.copyOf(model.getModelElementsByType(Output.class));
        if (decisions.size() != 1 || inputs.size() != 1 || outputs.size() != 1) {
            throw InvalidInput.at(
                    file,
                    0,
                    "the file has " + decisions.size() + " decisions, " + inputs.size() + " inputs and "
                            + outputs.size() + " outputs",
                    "write one decision table a file, with one input and one output");
        }
        String xml = new String(dmn, StandardCharsets.UTF_8);
        return new DecisionTable(
                decisions.get(0).getId(),
                variable(file, xml, inputs.get(0)),
                name(file, xml, outputs.get(0)),
                model.getModelElementsByType(Rule.class).stream()
                        .map(rule -> row(file, xml, rule))
                        .toList());
    }

    private static String variable(String file, String xml, Input input) {
        return Optional.ofNullable(input.getInputExpression())
                .map(InputExpression::getText)
                .map(text -> text.getTextContent().strip())
                .filter(text -> text.matches("\\w+"))
                .orElseThrow(() -> InvalidInput.at(
                        file,
                        DiagramFile.lineOf(xml, input.getId()),
                        "input \"" + input.getId() + "\" does not ask for a variable",
                        "write the variable's name, and nothing else, under <inputExpression><text>"));
    }

    private static String name(String file, String xml, Output output) {
        return Optional.ofNullable(output.getName())
                .orElseThrow(() -> InvalidInput.at(
                        file,
                        DiagramFile.lineOf(xml, output.getId()),
                        "output \"" + output.getId() + "\" has no name",
                        "name the variable that it gives"));
    }

    private static Row row(String file, String xml, Rule rule) {
        if (rule.getInputEntries().size() != 1 || rule.getOutputEntries().size() != 1) {
            throw InvalidInput.at(
                    file,
                    DiagramFile.lineOf(xml, rule.getId()),
                    "rule \"" + rule.getId() + "\" has "
                            + rule.getInputEntries().size() + " inputs and "
                            + rule.getOutputEntries().size() + " outputs",
                    "write one of each");
        }
        return new Row(
                literal(
                        file,
                        xml,
                        rule,
                        rule.getInputEntries().iterator().next().getTextContent()),
                literal(
                        file,
                        xml,
                        rule,
                        rule.getOutputEntries().iterator().next().getTextContent()));
    }

    private static String literal(String file, String xml, Rule rule, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.equals("-")) {
            return "";
        }
        if (!stripped.matches("\"[^\"]*\"")) {
            throw InvalidInput.at(
                    file,
                    DiagramFile.lineOf(xml, rule.getId()),
                    "rule \"" + rule.getId() + "\" has the entry " + stripped,
                    "write plain texts in quotes, so that the table can be read backwards as well");
        }
        return stripped.substring(1, stripped.length() - 1);
    }
}
