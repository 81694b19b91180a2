package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.procedure.diagram.Element.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A BPMN file: its elements, and the lines on which they stand. */
public final class DiagramFile {
    /** The namespace of BPMN 2.0. */
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private final XmlFile file;
    private final List<Element> elements;
    private final Map<String, Element> byId = new HashMap<>();

    private DiagramFile(XmlFile file) {
        this.file = file;
        this.elements =
                file.elements("*").stream().map(xml -> new Element(this, xml)).toList();
        elements.stream()
                .filter(element -> element.isSemantic() && !element.id().isEmpty())
                .forEach(this::enter);
    }

    private void enter(Element element) {
        if (byId.putIfAbsent(element.id(), element) != null) {
            throw InvalidInput.at(
                    name(), lineOf(element.id()), "the id \"" + element.id() + "\" is given twice", "give it once");
        }
    }

    /**
     * Parses a diagram.
     *
     * @throws InvalidInput if it is too large or not BPMN 2.0, or gives an id twice
     */
    public static DiagramFile read(String name, byte[] bpmn) {
        return new DiagramFile(XmlFile.read(name, bpmn, "BPMN 2.0", BPMN, "definitions"));
    }

    /** How messages call it. */
    String name() {
        return file.name();
    }

    /** The executable process; of several the one that is called like the file. */
    public Element process() {
        List<Element> executable = elements(Kind.PROCESS::equals).stream()
                .filter(process -> process.flag("isExecutable", false))
                .toList();
        String fileName = name().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.bpmn$", "");
        Optional<Element> namesake = executable.stream()
                .filter(process -> process.id().equals(fileName))
                .findFirst();
        if (namesake.isPresent()) {
            return namesake.get();
        }
        if (executable.size() != 1) {
            throw InvalidInput.at(
                    name(),
                    0,
                    "the diagram has " + executable.size() + " executable processes",
                    "set isExecutable=\"true\" on exactly one process, or call one of several like the file");
        }
        return executable.get(0);
    }

    /** All elements of some kinds, in order of the file. */
    public List<Element> elements(Predicate<Kind> wanted) {
        return elements.stream().filter(element -> wanted.test(element.kind())).toList();
    }

    /** Every element of any kind, the diagram interchange included, in order of the file. */
    public List<Element> elements() {
        return elements;
    }

    /** The element of that id. */
    public Optional<Element> element(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The shapes or lines ({@code BPMNShape}, {@code BPMNEdge}) of the drawing, in order of the file. */
    List<Element> drawn(String tag) {
        return file.elements(tag).stream().map(xml -> new Element(this, xml)).toList();
    }

    /** The line on which the element of that id begins its attributes, from 1; 0 if it cannot be found. */
    int lineOf(String id) {
        return file.lineOf(id);
    }

    /**
     * What is loose about a node: no id, a boundary event on nothing, or lists of incoming and outgoing flows that are
     * not those of the sequence flows. The engine goes by the flows, readers go by the lists, so both must agree.
     */
    Optional<InvalidInput> loose(Element node) {
        String id = node.id();
        if (id.isEmpty()) {
            return Optional.of(InvalidInput.at(name(), 0, node.described() + " has no id", "write one by hand"));
        }
        if (node.is(Kind.BOUNDARY_EVENT)
                && node.attachedTo()
                        .filter(activity -> activity.kind().isFlowNode())
                        .isEmpty()) {
            return Optional.of(InvalidInput.at(
                    name(), lineOf(id), "boundary event \"" + id + "\" is attached to nothing", "name its task"));
        }
        return disagreement(node, "incoming", drawn(node, Element::target))
                .or(() -> disagreement(node, "outgoing", drawn(node, Element::source)));
    }

    /** Refuses a {@link #loose} node. */
    void refuseLoose(Element node) {
        loose(node).ifPresent(loose -> {
            throw loose;
        });
    }

    private Optional<InvalidInput> disagreement(Element node, String way, Set<String> drawn) {
        Set<String> listed = node.texts(way).collect(Collectors.toSet());
        if (listed.equals(drawn)) {
            return Optional.empty();
        }
        Set<String> missing = without(drawn, listed);
        Set<String> excess = without(listed, drawn);
        return Optional.of(InvalidInput.at(
                name(),
                lineOf(node.id()),
                "\"" + node.id() + "\" "
                        + (missing.isEmpty()
                                ? "lists " + way + " " + excess + ", which no sequence flow bears out"
                                : "does not list " + way + " " + missing),
                "list each flow under <" + way + "> as the sequence flows have it"));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> drawn(Element node, Function<Element, Element> end) {
        return node.parent().stream()
                .flatMap(scope -> scope.children(Kind.SEQUENCE_FLOW).stream())
                .filter(flow -> node.equals(end.apply(flow)))
                .map(Element::id)
                .collect(Collectors.toSet());
    }
}
