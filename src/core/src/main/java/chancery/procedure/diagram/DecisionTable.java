package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A decision table with one input and one output, both texts: read backwards, it says what must have been decided for
 * the output to be seen. Forwards the engine evaluates it.
 *
 * @param input the variable it asks for
 * @param output the variable it gives
 */
public record DecisionTable(String id, String input, String output, List<Row> rows) {
    /** The namespaces of DMN, as OMG and the editors write them. */
    private static final String NAMESPACES = "https?://www\\.omg\\.org/spec/DMN/.*";

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
        return read(open(file, dmn));
    }

    /** A DMN file as XML, of any version of DMN from 1.1. */
    static XmlFile open(String file, byte[] dmn) {
        return XmlFile.read(file, dmn, "DMN", NAMESPACES, "definitions");
    }

    private static DecisionTable read(XmlFile file) {
        List<Element> decisions = file.elements("decision");
        List<Element> inputs = file.elements("input");
        List<Element> outputs = file.elements("output");
        if (decisions.size() != 1 || inputs.size() != 1 || outputs.size() != 1) {
            throw InvalidInput.at(
                    file.name(),
                    0,
                    "the file has " + decisions.size() + " decisions, " + inputs.size() + " inputs and "
                            + outputs.size() + " outputs",
                    "write one decision table a file, with one input and one output");
        }
        return new DecisionTable(
                id(decisions.get(0)),
                variable(file, inputs.get(0)),
                name(file, outputs.get(0)),
                file.elements("rule").stream().map(rule -> row(file, rule)).toList());
    }

    /** The id of an element; empty where it has none. */
    static String id(Element element) {
        return element.getAttribute("id");
    }

    private static String variable(XmlFile file, Element input) {
        return XmlFile.elements(input, "inputExpression").stream()
                .map(expression -> expression.getTextContent().strip())
                .filter(text -> text.matches("\\w+"))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at(
                        file.name(),
                        file.lineOf(id(input)),
                        "input \"" + id(input) + "\" does not ask for a variable",
                        "write the variable's name, and nothing else, under <inputExpression><text>"));
    }

    private static String name(XmlFile file, Element output) {
        return Optional.of(output.getAttribute("name"))
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> InvalidInput.at(
                        file.name(),
                        file.lineOf(id(output)),
                        "output \"" + id(output) + "\" has no name",
                        "name the variable that it gives"));
    }

    private static Row row(XmlFile file, Element rule) {
        List<Element> inputs = XmlFile.elements(rule, "inputEntry");
        List<Element> outputs = XmlFile.elements(rule, "outputEntry");
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw InvalidInput.at(
                    file.name(),
                    file.lineOf(id(rule)),
                    "rule \"" + id(rule) + "\" has " + inputs.size() + " inputs and " + outputs.size() + " outputs",
                    "write one of each");
        }
        return new Row(literal(file, rule, inputs.get(0)), literal(file, rule, outputs.get(0)));
    }

    private static String literal(XmlFile file, Element rule, Element entry) {
        String stripped = entry.getTextContent().strip();
        if (stripped.isEmpty() || stripped.equals("-")) {
            return "";
        }
        if (!stripped.matches("\"[^\"]*\"")) {
            throw InvalidInput.at(
                    file.name(),
                    file.lineOf(id(rule)),
                    "rule \"" + id(rule) + "\" has the entry " + stripped,
                    "write plain texts in quotes, so that the table can be read backwards as well");
        }
        return stripped.substring(1, stripped.length() - 1);
    }
}
