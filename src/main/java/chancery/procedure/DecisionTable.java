package chancery.procedure;

import chancery.casefile.InvalidInput;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;

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

    /**
     * Reads a DMN file with exactly one decision table.
     *
     * @throws InvalidInput if it is not that
     */
    public static DecisionTable read(String file, byte[] dmn) {
        try {
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
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
            List<Row> rows = new ArrayList<>();
            for (Rule rule : model.getModelElementsByType(Rule.class)) {
                InputEntry input = rule.getInputEntries().iterator().next();
                OutputEntry output = rule.getOutputEntries().iterator().next();
                rows.add(new Row(
                        literal(file, rule, input.getTextContent()), literal(file, rule, output.getTextContent())));
            }
            return new DecisionTable(
                    decisions.get(0).getId(),
                    inputs.get(0)
                            .getInputExpression()
                            .getText()
                            .getTextContent()
                            .strip(),
                    outputs.get(0).getName(),
                    rows);
        } catch (ModelException broken) {
            throw InvalidInput.at(
                    file, 0, "this is not DMN: " + broken.getMessage(), "export the table again as DMN 1.3");
        }
    }

    private static String literal(String file, Rule rule, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.equals("-")) {
            return "";
        }
        if (!stripped.matches("\"[^\"]*\"")) {
            throw InvalidInput.at(
                    file,
                    0,
                    "rule \"" + rule.getId() + "\" has the entry " + stripped,
                    "write plain texts in quotes, so that the table can be read backwards as well");
        }
        return stripped.substring(1, stripped.length() - 1);
    }
}
