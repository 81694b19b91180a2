package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.procedure.diagram.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks that a diagram or decision table brings no code along: whatever is not known to be plain is refused, so that
 * nobody who may deploy runs what he likes. What the engine would evaluate has one of a few forms, wherever it stands.
 */
public final class LintCode {
    /** Begins what the engine evaluates. */
    private static final Pattern EVALUATED = Pattern.compile("[$#]\\{");

    /** A variable, alone or held against a value; the two questions that the house answers; the case's key, for a call. */
    private static final Pattern PLAIN = Pattern.compile("\\s*(?:"
            + "\\$\\{\\s*\\w+\\s*(?:(?:==|!=|<|>|<=|>=)\\s*(?:'[^'\\\\{}]*'|\\d+)\\s*)?}"
            + "|\\$\\{names\\.in\\(execution, '\\w+'\\)}"
            + "|\\$\\{deadlines\\.due\\(execution, '\\w+', '\\w+'\\)}"
            + "|#\\{execution\\.processBusinessKey}"
            + ")\\s*");

    /** A word, or values in quotes or figures, in a cell of a decision table: nothing that calls or computes. */
    private static final Pattern CELL =
            Pattern.compile("\\s*(?:-?|\\w+|(?:\"[^\"\\\\{}]*\"|-?\\d+)(?:\\s*,\\s*(?:\"[^\"\\\\{}]*\"|-?\\d+))*)\\s*");

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/(?:bpmn|dmn)";

    /** Drawings, and what editors note for themselves; the engine reads none of it as something to do. */
    private static final Pattern BESIDE =
            Pattern.compile("http://www\\.omg\\.org/spec/(?:BPMN/20100524/DI|DD/20100524/D[CI])"
                    + "|https?://www\\.omg\\.org/spec/DMN/[0-9]+/(?:DMNDI|DC|DI)/?"
                    + "|http://bpmn\\.io/schema/bpmn/biocolor/1\\.0|http://www\\.omg\\.org/spec/BPMN/non-normative/color/1\\.0"
                    + "|http://camunda\\.org/schema/modeler/1\\.0"
                    + "|http://www\\.w3\\.org/(?:2001/XMLSchema-instance|2000/xmlns/|XML/1998/namespace)");

    private static final Set<String> BPMN_ELEMENTS = Set.of((""
                    + "definitions documentation process collaboration participant messageFlow laneSet childLaneSet lane"
                    + " flowNodeRef extensionElements incoming outgoing sequenceFlow conditionExpression startEvent endEvent"
                    + " intermediateCatchEvent intermediateThrowEvent boundaryEvent task userTask manualTask receiveTask"
                    + " sendTask serviceTask businessRuleTask callActivity subProcess transaction exclusiveGateway"
                    + " parallelGateway inclusiveGateway eventBasedGateway messageEventDefinition timerEventDefinition"
                    + " signalEventDefinition conditionalEventDefinition linkEventDefinition escalationEventDefinition"
                    + " terminateEventDefinition message signal escalation condition timeDate timeDuration timeCycle"
                    + " multiInstanceLoopCharacteristics source target group category categoryValue textAnnotation text"
                    + " association dataObject dataObjectReference dataStore dataStoreReference")
            .split(" "));

    private static final Set<String> DMN_ELEMENTS = Set.of(
            "definitions description decision decisionTable input inputExpression inputValues output outputValues rule inputEntry outputEntry text"
                    .split(" "));

    /** What may be said to the engine beyond the standard, with the attributes that each may have. */
    private static final Map<String, Set<String>> CAMUNDA_ELEMENTS = Map.of(
            "properties", Set.of(),
            "property", Set.of("id", "name", "value"),
            "formData", Set.of(),
            "formField", Set.of("id", "label", "type", "datePattern", "defaultValue"),
            "value", Set.of("id", "name"),
            "validation", Set.of(),
            "constraint", Set.of("name", "config"),
            "in", Set.of("businessKey", "variables", "source", "target", "local"),
            "out", Set.of("variables", "source", "target", "local"));

    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "historyTimeToLive",
            "candidateGroups",
            "collection",
            "elementVariable",
            "decisionRef",
            "decisionRefBinding",
            "resultVariable",
            "mapDecisionResult",
            "calledElementBinding",
            "inputVariable");

    /** Of the standard itself: what names a language or something to call. */
    private static final Set<String> CALLING =
            Set.of("language", "expressionLanguage", "scriptFormat", "operationRef", "implementation");

    /** What editors and Camunda's own writer set where the standard has it as the default; it names nothing. */
    private static final Set<String> DEFAULTS = Set.of("##unspecified", "##WebService", "http://www.w3.org/1999/XPath");

    /** A constraint named otherwise may name a class. */
    private static final Set<String> CONSTRAINTS =
            Set.of("required", "readonly", "min", "max", "minlength", "maxlength");

    private final XmlFile file;
    private final String language;
    private final Set<String> known;
    private final List<Finding> findings = new ArrayList<>();

    private LintCode(XmlFile file, String language, Set<String> known) {
        this.file = file;
        this.language = language;
        this.known = known;
    }

    /**
     * What of a file the engine is not to be given, in order of the file.
     *
     * @throws InvalidInput if it is neither a diagram nor a decision table
     */
    public static List<Finding> check(String file, byte[] bytes) {
        LintCode lint;
        if (file.endsWith(".bpmn")) {
            lint = new LintCode(
                    XmlFile.read(file, bytes, "BPMN 2.0", DiagramFile.BPMN, "definitions"),
                    DiagramFile.BPMN,
                    BPMN_ELEMENTS);
        } else if (file.endsWith(".dmn")) {
            XmlFile table = DecisionTable.open(file, bytes);
            lint = new LintCode(
                    table, String.valueOf(table.document().getDocumentElement().getNamespaceURI()), DMN_ELEMENTS);
        } else {
            throw InvalidInput.at(
                    file,
                    0,
                    "this is neither a diagram nor a decision table",
                    "deploy .bpmn and .dmn files, nothing else");
        }
        lint.file.elements("*").forEach(lint::check);
        return lint.findings;
    }

    private void check(Element element) {
        String namespace = String.valueOf(element.getNamespaceURI());
        String name = element.getLocalName();
        boolean ofCamunda = namespace.matches(CAMUNDA);
        if (!(ofCamunda
                ? CAMUNDA_ELEMENTS.containsKey(name)
                : namespace.equals(language)
                        ? known.contains(name)
                        : BESIDE.matcher(namespace).matches())) {
            refuse(element, "<" + element.getTagName() + "> may bring code along, or is not known here", "take it out");
            return;
        }
        IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(index -> (Attr) element.getAttributes().item(index))
                .filter(attribute -> !isPlain(attribute, ofCamunda, name))
                .forEach(attribute -> refuse(
                        element,
                        attribute.getName() + "=\"" + attribute.getValue() + "\" of <" + element.getTagName()
                                + "> may bring code along, or is not known here",
                        "take it out"));
        if (ofCamunda && name.equals("constraint") && !CONSTRAINTS.contains(element.getAttribute("name"))) {
            refuse(
                    element,
                    "the constraint \"" + element.getAttribute("name") + "\" may name a class",
                    "use required, readonly, min, max, minlength or maxlength");
        }
        checkText(element);
    }

    private static boolean isPlain(Attr attribute, boolean ofCamunda, String element) {
        String namespace = attribute.getNamespaceURI();
        String name = attribute.getLocalName();
        boolean known;
        if (namespace == null) {
            known = ofCamunda
                    ? CAMUNDA_ELEMENTS.getOrDefault(element, Set.of()).contains(name)
                    : !CALLING.contains(name) || DEFAULTS.contains(attribute.getValue());
        } else {
            known = namespace.matches(CAMUNDA)
                    ? CAMUNDA_ATTRIBUTES.contains(name)
                    : BESIDE.matcher(namespace).matches();
        }
        return known && isPlain(attribute.getValue());
    }

    private static boolean isPlain(String value) {
        return !EVALUATED.matcher(value).find() || PLAIN.matcher(value).matches();
    }

    private void checkText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        String written = text.toString();
        if (!isPlain(written)) {
            refuse(
                    element,
                    "\"" + written.strip() + "\" is an expression that the engine would run",
                    "write ${variable == 'value'}, or take it out");
        } else if (known == DMN_ELEMENTS
                && "text".equals(element.getLocalName())
                && !CELL.matcher(written).matches()) {
            refuse(
                    element,
                    "\"" + written.strip() + "\" is more than a word or values",
                    "write a variable, or values in quotes");
        }
    }

    private void refuse(Element element, String found, String todo) {
        String id = "";
        for (Node outer = element; id.isEmpty() && outer instanceof Element named; outer = outer.getParentNode()) {
            id = named.getAttribute("id");
        }
        findings.add(new Finding(
                file.name(),
                file.lineOf(id),
                Severity.ERROR,
                (id.isEmpty() ? "" : "in \"" + id + "\", ") + found + "; " + todo + "."));
    }
}
