package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/**
 * An element of a diagram, told in the terms of BPMN 2.0 (OMG formal/2013-12-09) and of the attributes that Camunda
 * adds to it. A view of the XML: two views of one element are equal.
 */
public final class Element {
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final DiagramFile diagram;
    private final org.w3c.dom.Element xml;

    Element(DiagramFile diagram, org.w3c.dom.Element xml) {
        this.diagram = diagram;
        this.xml = xml;
    }

    /** What an element is: each kind is called like its tag, {@code USER_TASK} for {@code userTask}. */
    public enum Kind {
        PROCESS,
        PARTICIPANT,
        LANE,
        SEQUENCE_FLOW,
        MESSAGE_FLOW,
        TASK,
        USER_TASK,
        SERVICE_TASK,
        SEND_TASK,
        RECEIVE_TASK,
        MANUAL_TASK,
        BUSINESS_RULE_TASK,
        SCRIPT_TASK,
        CALL_ACTIVITY,
        SUB_PROCESS,
        TRANSACTION,
        AD_HOC_SUB_PROCESS,
        START_EVENT,
        INTERMEDIATE_CATCH_EVENT,
        INTERMEDIATE_THROW_EVENT,
        BOUNDARY_EVENT,
        END_EVENT,
        EXCLUSIVE_GATEWAY,
        PARALLEL_GATEWAY,
        EVENT_BASED_GATEWAY,
        INCLUSIVE_GATEWAY,
        COMPLEX_GATEWAY,
        MESSAGE_EVENT_DEFINITION,
        TIMER_EVENT_DEFINITION,
        SIGNAL_EVENT_DEFINITION,
        ESCALATION_EVENT_DEFINITION,
        CONDITIONAL_EVENT_DEFINITION,
        LINK_EVENT_DEFINITION,
        MULTI_INSTANCE_LOOP_CHARACTERISTICS,
        /** Whatever the project asks nothing of. */
        OTHER;

        private static final Map<String, Kind> BY_TAG =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::tag, Function.identity()));

        private String tag() {
            String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
            return words[0]
                    + Arrays.stream(words)
                            .skip(1)
                            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                            .collect(Collectors.joining());
        }

        public boolean isTask() {
            return TASK.compareTo(this) <= 0 && compareTo(SCRIPT_TASK) <= 0;
        }

        public boolean isSubProcess() {
            return SUB_PROCESS.compareTo(this) <= 0 && compareTo(AD_HOC_SUB_PROCESS) <= 0;
        }

        /** An event that something must happen for. */
        boolean isCatchEvent() {
            return this == START_EVENT || this == INTERMEDIATE_CATCH_EVENT || this == BOUNDARY_EVENT;
        }

        public boolean isEvent() {
            return START_EVENT.compareTo(this) <= 0 && compareTo(END_EVENT) <= 0;
        }

        public boolean isGateway() {
            return EXCLUSIVE_GATEWAY.compareTo(this) <= 0 && compareTo(COMPLEX_GATEWAY) <= 0;
        }

        /** What sequence flows connect: an activity, an event or a gateway. */
        public boolean isFlowNode() {
            return TASK.compareTo(this) <= 0 && compareTo(COMPLEX_GATEWAY) <= 0;
        }
    }

    public Kind kind() {
        return isSemantic() ? Kind.BY_TAG.getOrDefault(tag(), Kind.OTHER) : Kind.OTHER;
    }

    public boolean is(Kind kind) {
        return kind() == kind;
    }

    /** The diagram that it stands in. */
    DiagramFile diagram() {
        return diagram;
    }

    /** What is wrong with it, told with its file and line. */
    InvalidInput refused(String found, String expected) {
        return InvalidInput.at(diagram.name(), diagram.lineOf(id()), found, expected);
    }

    /** What it is, in words: {@code an inclusive gateway}. */
    String described() {
        String words = tag().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
    }

    private String tag() {
        return xml.getLocalName();
    }

    /** Its id; empty where it has none, which {@link DiagramFile#loose} refuses in nodes and flows. */
    public String id() {
        // blanks around an id are no part of it, as XML Schema has it
        return xml.getAttribute("id").strip();
    }

    /** Its name on one line, or else its id. */
    String label() {
        return Optional.of(name()).filter(name -> !name.isEmpty()).orElse(id()).replaceAll("\\s+", " ");
    }

    /** Its name; empty where it has none. */
    public String name() {
        return xml.getAttribute("name");
    }

    /** An attribute of BPMN; absent where it is not written. */
    public Optional<String> attribute(String name) {
        return Optional.of(name).filter(xml::hasAttribute).map(xml::getAttribute);
    }

    /** Whether an attribute of BPMN says yes; by default what BPMN says where it is not written. */
    public boolean flag(String name, boolean unwritten) {
        return attribute(name).map(Boolean::parseBoolean).orElse(unwritten);
    }

    /** An attribute that Camunda adds. */
    public Optional<String> camunda(String name) {
        return xml.hasAttributeNS(CAMUNDA, name) ? Optional.of(xml.getAttributeNS(CAMUNDA, name)) : Optional.empty();
    }

    /** An extension property, if it has one that is not empty. */
    public Optional<String> property(String name) {
        return children("extensionElements")
                .flatMap(extension -> extension.children("properties"))
                .flatMap(properties -> properties.children("property"))
                .filter(property -> property.name().equals(name))
                .map(property -> property.xml.getAttribute("value").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Whether it hands something on as a call activity does: {@code camunda:in} or {@code out} with that attribute. */
    boolean passes(String way, String attribute, String value) {
        return children("extensionElements")
                .flatMap(extension -> extension.children(way))
                .anyMatch(passing -> passing.xml.getAttribute(attribute).equals(value));
    }

    /** What it stands in: a process or subprocess, of a node or flow; absent for the root. */
    Optional<Element> parent() {
        return xml.getParentNode() instanceof org.w3c.dom.Element parent
                ? Optional.of(new Element(diagram, parent))
                : Optional.empty();
    }

    /** Whether it says something of the process, and not of its drawing. */
    boolean isSemantic() {
        return DiagramFile.BPMN.equals(xml.getNamespaceURI());
    }

    /** Whether it stands somewhere within another. */
    boolean isWithin(Element outer) {
        return parent().filter(parent -> parent.equals(outer) || parent.isWithin(outer))
                .isPresent();
    }

    private Stream<Element> children() {
        return Stream.iterate(xml.getFirstChild(), child -> child != null, Node::getNextSibling)
                .filter(org.w3c.dom.Element.class::isInstance)
                .map(child -> new Element(diagram, (org.w3c.dom.Element) child));
    }

    private Stream<Element> children(String tag) {
        return children().filter(child -> child.tag().equals(tag));
    }

    /** What stands directly in it, in order of the file. */
    public List<Element> children(Predicate<Kind> wanted) {
        return children().filter(child -> wanted.test(child.kind())).toList();
    }

    /** What stands directly in it and is of one kind, in order of the file. */
    public List<Element> children(Kind kind) {
        return children(kind::equals);
    }

    // ---- of flow nodes ----

    /** The sequence flows out of a node, in the order in which it lists them. */
    public List<Element> outgoing() {
        return listed("outgoing");
    }

    /** The sequence flows into a node, in the order in which it lists them. */
    List<Element> incoming() {
        return listed("incoming");
    }

    private List<Element> listed(String way) {
        return texts(way).flatMap(id -> diagram.element(id).stream()).toList();
    }

    /** The texts of its children of one tag: what a node lists as incoming, or a lane as its nodes. */
    Stream<String> texts(String tag) {
        return children(tag).map(child -> child.xml.getTextContent().strip());
    }

    /** What an event waits for or throws. */
    List<Element> eventDefinitions() {
        return children()
                .filter(child -> child.tag().endsWith("EventDefinition"))
                .toList();
    }

    public boolean hasDefinition(Kind kind) {
        return eventDefinitions().stream().anyMatch(definition -> definition.is(kind));
    }

    /** The name of the message that an event definition refers to. */
    Optional<String> message() {
        return attribute("messageRef").flatMap(diagram::element).map(Element::name);
    }

    /** How an activity is repeated, if it is. */
    Optional<Element> loop() {
        return children()
                .filter(child -> child.tag().endsWith("LoopCharacteristics"))
                .findFirst();
    }

    /** Whether an activity is done by several. */
    public boolean isShared() {
        return loop().filter(loop -> loop.is(Kind.MULTI_INSTANCE_LOOP_CHARACTERISTICS))
                .isPresent();
    }

    /** Whether a subprocess belongs to no flow, but begins when its event happens. */
    public boolean isEventSubProcess() {
        return flag("triggeredByEvent", false);
    }

    /** The activity on whose border a boundary event stands. */
    Optional<Element> attachedTo() {
        return attribute("attachedToRef").flatMap(diagram::element);
    }

    /** The events on the border of an activity, in order of the file. */
    public List<Element> boundaryEvents() {
        return parent().stream()
                .flatMap(scope -> scope.children(Kind.BOUNDARY_EVENT).stream())
                .filter(event -> event.attachedTo().filter(this::equals).isPresent())
                .toList();
    }

    /** The subprocess that an end event ends, where it does not end the process. */
    public Optional<Element> endedSubProcess() {
        return is(Kind.END_EVENT) ? parent().filter(scope -> scope.kind().isSubProcess()) : Optional.empty();
    }

    // ---- of flows ----

    /** Where a flow comes from. */
    Element source() {
        return end("sourceRef");
    }

    /** Where a flow leads. */
    public Element target() {
        return end("targetRef");
    }

    private Element end(String which) {
        return attribute(which)
                .flatMap(diagram::element)
                .filter(end -> is(Kind.MESSAGE_FLOW) || end.kind().isFlowNode())
                .orElseThrow(() -> InvalidInput.at(
                        diagram.name(),
                        diagram.lineOf(id()),
                        "flow \"" + id() + "\" has the " + which + " \""
                                + attribute(which).orElse("") + "\", which is no element that a flow can join",
                        "draw it between two elements"));
    }

    /** The condition of a sequence flow; empty where it has none. */
    String condition() {
        return texts("conditionExpression").findFirst().orElse("");
    }

    // ---- of the diagram interchange ----

    /** The bounds that a shape or a label has. */
    Optional<Layout.Box> bounds() {
        return children("Bounds")
                .findFirst()
                .map(bounds -> new Layout.Box(
                        bounds.number("x"), bounds.number("y"), bounds.number("width"), bounds.number("height")));
    }

    /** The corners that a line has. */
    List<Layout.Point> waypoints() {
        return children("waypoint")
                .map(point -> new Layout.Point(point.number("x"), point.number("y")))
                .toList();
    }

    /** The bounds that the label of a shape or a line has. */
    Optional<Layout.Box> labelBounds() {
        return children("BPMNLabel").findFirst().flatMap(Element::bounds);
    }

    private double number(String name) {
        String written = xml.getAttribute(name);
        try {
            double number = Double.parseDouble(written);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException refused) {
            // said below, like what is no number of pixels
        }
        throw InvalidInput.at(
                diagram.name(),
                0,
                "the diagram interchange has " + name + "=\"" + written + "\" in a " + tag(),
                "draw the element again");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Element element && xml.isSameNode(element.xml);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(xml);
    }

    @Override
    public String toString() {
        return tag() + " " + id();
    }
}
