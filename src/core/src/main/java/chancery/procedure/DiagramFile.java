package chancery.procedure;

import chancery.casefile.InvalidInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/**
 * A BPMN file, parsed and valid after the schema of BPMN 2.0, and the lines on which its elements stand. A document
 * type, and with it every entity, is refused by the parser.
 *
 * @param name how messages call it
 */
record DiagramFile(String name, String xml, BpmnModelInstance model) {
    /** Largest file that is read. */
    static final int MAX_BYTES = 5_000_000;

    private static final Pattern PARSER_SAYS = Pattern.compile("(?s).*?Line=(\\d+): (.*)");

    /**
     * Parses a diagram.
     *
     * @throws InvalidInput if it is too large or not BPMN 2.0
     */
    static DiagramFile read(String name, byte[] bpmn) {
        if (bpmn.length > MAX_BYTES) {
            throw InvalidInput.at(name, 0, "the file is larger than " + MAX_BYTES + " bytes", "split the diagram");
        }
        return new DiagramFile(
                name,
                new String(bpmn, StandardCharsets.UTF_8),
                parse(name, "BPMN 2.0", () -> Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn))));
    }

    /** Parses XML; what the parser refuses becomes a message with file, line and the parser's own reason. */
    static <M> M parse(String name, String language, Supplier<M> parser) {
        try {
            return parser.get();
        } catch (ModelException broken) {
            String says = reason(broken);
            Matcher located = PARSER_SAYS.matcher(says);
            int line = located.matches() ? Integer.parseInt(located.group(1)) : 0;
            String why = located.matches() ? located.group(2) : says;
            if (why.startsWith("DOCTYPE")) {
                throw InvalidInput.at(
                        name,
                        line,
                        "the file has a DOCTYPE, which is not read",
                        "take it out, with all entities that it declares");
            }
            throw InvalidInput.at(
                    name,
                    line,
                    "this is not " + language + ": " + why.replaceFirst("\\.$", ""),
                    "export it again as " + language + " XML");
        }
    }

    private static String reason(Throwable broken) {
        Throwable cause = broken.getCause();
        return String.valueOf((cause == null ? broken : cause).getMessage());
    }

    /** The one executable process. */
    Process process() {
        List<Process> executable = model.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .toList();
        if (executable.size() != 1) {
            throw InvalidInput.at(
                    name,
                    0,
                    "the diagram has " + executable.size() + " executable processes",
                    "set isExecutable=\"true\" on exactly one process");
        }
        return executable.get(0);
    }

    /** The line on which the element of that id begins its attributes, from 1; 0 if it cannot be found. */
    int lineOf(@Nullable String id) {
        return lineOf(xml, id);
    }

    static int lineOf(String xml, @Nullable String id) {
        if (id == null) {
            return 0;
        }
        Matcher place = Pattern.compile("\\sid\\s*=\\s*[\"']" + Pattern.quote(id) + "[\"']")
                .matcher(xml);
        return place.find()
                ? 1
                        + (int) xml.substring(0, place.end())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                : 0;
    }

    /** What kind of element something is, in words: {@code an inclusive gateway}. */
    static String kind(BaseElement element) {
        String words = element.getElementType()
                .getTypeName()
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(java.util.Locale.ROOT);
        return ("aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
    }

    /** An extension property of an element, if it has one that is not empty. */
    static Optional<String> property(BaseElement element, String name) {
        return Optional.ofNullable(element.getExtensionElements()).stream()
                .flatMap(extension -> extension.getChildElementsByType(CamundaProperties.class).stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> String.valueOf(property.getCamundaValue()).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /**
     * What is loose about a node: no id, a boundary event on nothing, or lists of incoming and outgoing flows that are
     * not those of the sequence flows. The engine goes by the flows, readers go by the lists, so both must agree.
     */
    Optional<InvalidInput> loose(FlowNode node) {
        String id = node.getId();
        if (id == null) {
            return Optional.of(InvalidInput.at(name, 0, kind(node) + " has no id", "write one by hand"));
        }
        if (node instanceof BoundaryEvent boundary && boundary.getAttachedTo() == null) {
            return Optional.of(InvalidInput.at(
                    name, lineOf(id), "boundary event \"" + id + "\" is attached to nothing", "name its task"));
        }
        return disagreement(node, "incoming", listed(node, "incoming"), drawn(node, SequenceFlow::getTarget))
                .or(() ->
                        disagreement(node, "outgoing", listed(node, "outgoing"), drawn(node, SequenceFlow::getSource)));
    }

    /** Refuses a {@link #loose} node. */
    void refuseLoose(FlowNode node) {
        loose(node).ifPresent(loose -> {
            throw loose;
        });
    }

    private Optional<InvalidInput> disagreement(FlowNode node, String way, Set<String> listed, Set<String> drawn) {
        if (listed.equals(drawn)) {
            return Optional.empty();
        }
        Set<String> missing = without(drawn, listed);
        Set<String> excess = without(listed, drawn);
        return Optional.of(InvalidInput.at(
                name,
                lineOf(node.getId()),
                "\"" + node.getId() + "\" "
                        + (missing.isEmpty()
                                ? "lists " + way + " " + excess + ", which no sequence flow bears out"
                                : "does not list " + way + " " + missing),
                "list each flow under <" + way + "> as the sequence flows have it"));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new java.util.TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> listed(FlowNode node, String way) {
        return node.getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().equals(way))
                .map(child -> child.getTextContent().strip())
                .collect(Collectors.toSet());
    }

    private static Set<String> drawn(FlowNode node, Function<SequenceFlow, FlowNode> end) {
        Set<String> drawn = new HashSet<>();
        Collection<SequenceFlow> flows = node.getParentElement().getChildElementsByType(SequenceFlow.class);
        flows.stream()
                .filter(flow -> node.equals(end.apply(flow)))
                .forEach(flow -> drawn.add(String.valueOf(flow.getId())));
        return drawn;
    }
}
