package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.procedure.diagram.Element.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The diagram of a procedure and those that its call activities call, which may call others in turn. Each is called
 * once, and none has an id of another's, since a path names its steps by their ids.
 */
public final class CallTree {
    private static final Pattern PROCESS_ID = Pattern.compile("[A-Za-z_][\\w-]*");

    private final List<DiagramFile> diagrams = new ArrayList<>();
    private final Map<Element, Element> calledBy = new LinkedHashMap<>();
    private final Map<Element, Element> callOf = new LinkedHashMap<>();
    private final Map<String, Element> byId = new LinkedHashMap<>();
    private final Function<String, byte[]> bytesOf;

    private CallTree(Function<String, byte[]> bytesOf) {
        this.bytesOf = bytesOf;
    }

    /**
     * A diagram with all that it calls.
     *
     * @param bytesOf gives the bytes of a file that lies beside the diagram, by its name
     * @throws InvalidInput if a called diagram is missing, cannot be entered, is called twice or by itself, or shares an
     *     id with another
     */
    public static CallTree of(DiagramFile diagram, Function<String, byte[]> bytesOf) {
        CallTree tree = new CallTree(bytesOf);
        tree.add(diagram, List.of(diagram.process().id()));
        return tree;
    }

    /** The diagram that is called by none. */
    public DiagramFile diagram() {
        return diagrams.get(0);
    }

    /** All of them, each before those that it calls. */
    List<DiagramFile> diagrams() {
        return List.copyOf(diagrams);
    }

    /** The file names of the diagrams that are called. */
    public List<String> called() {
        return calledBy.values().stream().map(process -> process.id() + ".bpmn").toList();
    }

    private void add(DiagramFile diagram, List<String> callers) {
        diagrams.add(diagram);
        diagram.elements(kind -> kind.isFlowNode() || kind == Kind.SEQUENCE_FLOW)
                .forEach(this::enter);
        for (Element call : diagram.elements(Kind.CALL_ACTIVITY::equals)) {
            Element process = called(call, callers);
            calledBy.put(call, process);
            callOf.put(process, call);
            List<String> chain = new ArrayList<>(callers);
            chain.add(process.id());
            add(process.diagram(), chain);
        }
    }

    private void enter(Element element) {
        Element known = element.id().isEmpty() ? null : byId.putIfAbsent(element.id(), element);
        if (known != null) {
            throw element.refused(
                    "the id \"" + element.id() + "\" is also given in "
                            + known.diagram().name() + ", and one of the two diagrams calls the other",
                    "give it another id in one of them");
        }
    }

    /** The process that a call activity calls. */
    private Element called(Element call, List<String> callers) {
        String what = "call activity \"" + call.id() + "\"";
        String wanted = call.attribute("calledElement").orElse("");
        if (!PROCESS_ID.matcher(wanted).matches()) {
            throw call.refused(
                    what + " calls \"" + wanted + "\", which is no id of a process",
                    "write the id of a process under calledElement");
        }
        if (callers.contains(wanted)) {
            throw call.refused(
                    what + " calls in a circle: "
                            + String.join(" calls ", callers.subList(callers.indexOf(wanted), callers.size()))
                            + " calls "
                            + wanted,
                    "take one of the calls out");
        }
        for (Map.Entry<Element, Element> known : calledBy.entrySet()) {
            if (known.getValue().id().equals(wanted)) {
                throw call.refused(
                        what + " calls \"" + wanted + "\", which \""
                                + known.getKey().id() + "\" in "
                                + known.getKey().diagram().name() + " calls already",
                        "call a diagram once in a procedure, since a path names its steps by their ids");
            }
        }
        Element process =
                DiagramFile.read(wanted + ".bpmn", bytes(call, what, wanted)).process();
        if (!process.id().equals(wanted)) {
            throw process.refused("the process is called \"" + process.id() + "\"", "call process and file alike");
        }
        if (plainStarts(process).size() != 1) {
            throw process.refused(
                    "process \"" + wanted + "\" is called, and has "
                            + plainStarts(process).size() + " start events that wait for nothing",
                    "draw exactly one, at which the call begins");
        }
        return process;
    }

    private byte[] bytes(Element call, String what, String wanted) {
        try {
            return bytesOf.apply(wanted + ".bpmn");
        } catch (InvalidInput missing) {
            throw call.refused(
                    what + " calls \"" + wanted + "\", but there is no " + wanted + ".bpmn beside its diagram",
                    "lay it there, or call another");
        }
    }

    private static List<Element> plainStarts(Element process) {
        return process.children(Kind.START_EVENT).stream()
                .filter(start -> start.eventDefinitions().isEmpty())
                .toList();
    }

    /** The process, if an activity calls one. */
    Optional<Element> called(Element activity) {
        return Optional.ofNullable(calledBy.get(activity));
    }

    /** Where what happens within an activity begins; nowhere if it is neither subprocess nor call. */
    List<Element> beginnings(Element activity) {
        return activity.kind().isSubProcess()
                ? activity.children(Kind.START_EVENT)
                : called(activity).map(CallTree::plainStarts).orElse(List.of());
    }

    /** The subprocess or call activity that an end event ends, where it does not end the process. */
    Optional<Element> ended(Element node) {
        return node.endedSubProcess()
                .or(() -> Optional.of(node)
                        .filter(end -> end.is(Kind.END_EVENT))
                        .flatMap(Element::parent)
                        .flatMap(process -> Optional.ofNullable(callOf.get(process))));
    }

    /** Where the first diagram shows a node: itself, or the call activity behind which it lies. */
    public Optional<Element> shown(String id) {
        Optional<Element> element = Optional.ofNullable(byId.get(id));
        while (element.isPresent() && !element.get().diagram().equals(diagram())) {
            element = Optional.ofNullable(callOf.get(element.get().diagram().process()));
        }
        return element;
    }

    /** What is wrong with the element of that id, told with its file and line. */
    public InvalidInput refused(String id, String found, String expected) {
        Element element = byId.get(id);
        return element == null
                ? InvalidInput.at(diagram().name(), diagram().lineOf(id), found, expected)
                : element.refused(found, expected);
    }
}
