package chancery.procedure.explanation;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import chancery.procedure.Holdings;
import chancery.procedure.Procedure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small procedure and a dossier that is to be explained by it, written in a few words. All tasks lie with one office,
 * and a source tells of them, unless they are assumed; a task's id is {@code Task_} and its name.
 */
public final class Example {
    private static final String SOURCE = "Handbook";
    private static final String OFFICE =
            "<bpmn:extensionElements><camunda:properties><camunda:property name='office' value='office'/></camunda:properties></bpmn:extensionElements>";

    private final Map<String, String> nodes = new LinkedHashMap<>();
    private final List<String> flows = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    private final Set<String> inclusive = new HashSet<>();
    private final Map<String, String> tables = new TreeMap<>();
    private final Map<String, Example> called = new TreeMap<>();
    private final Map<String, Example> pools = new TreeMap<>();
    private final Map<String, Boolean> executables = new TreeMap<>();
    private final List<String> messages = new ArrayList<>();

    public static Example procedure() {
        return new Example();
    }

    /** Tasks, each {@code name:act} or, if the two are the same, {@code act}. */
    public Example tasks(String... tasks) {
        for (String task : tasks) {
            String name = task.replaceFirst(":.*", "");
            nodes.put(
                    name,
                    "<bpmn:userTask id='Task_" + name + "' name='" + name + "'>"
                            + properties(task.replaceFirst(".*:", "")) + "%s</bpmn:userTask>");
        }
        return this;
    }

    /** Tasks already given of which no source tells. */
    public Example assumed(String... tasks) {
        for (String task : tasks) {
            nodes.computeIfPresent(task, (name, element) -> element.replace("value='" + SOURCE, "value='assumed"));
        }
        return this;
    }

    /** A task done by several. */
    Example shared(String task) {
        nodes.put(
                task,
                "<bpmn:userTask id='Task_" + task + "'>" + properties(task)
                        + "%s<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${names.in(execution, 'all')}\" camunda:elementVariable='each'/></bpmn:userTask>");
        return this;
    }

    private static String properties(String act) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name='act' value='" + act
                + "'/><camunda:property name='office' value='office'/><camunda:property name='source' value='" + SOURCE
                + "'/></camunda:properties></bpmn:extensionElements>";
    }

    public Example starts(String... names) {
        for (String name : names) {
            nodes.put(name, "<bpmn:startEvent id='" + name + "'>" + OFFICE + "%s</bpmn:startEvent>");
        }
        return this;
    }

    public Example ends(String... names) {
        return plain("endEvent", names);
    }

    public Example choices(String... names) {
        return plain("exclusiveGateway", names);
    }

    public Example forks(String... names) {
        return plain("parallelGateway", names);
    }

    /** Inclusive gateways; a way out is taken if the variable in brackets says yes, one without brackets if none is. */
    Example inclusive(String... names) {
        inclusive.addAll(List.of(names));
        return plain("inclusiveGateway", names);
    }

    Example rule(String name, String decision) {
        nodes.put(
                name,
                "<bpmn:businessRuleTask id='" + name + "' camunda:decisionRef='" + decision
                        + "'>%s</bpmn:businessRuleTask>");
        return this;
    }

    /** A call of another diagram, which lies beside this one. */
    public Example call(String name, String diagram) {
        nodes.put(
                name,
                "<bpmn:callActivity id='" + name + "' calledElement='" + diagram
                        + "' camunda:calledElementBinding='deployment'><bpmn:extensionElements>"
                        + "<camunda:in businessKey='#{execution.processBusinessKey}'/><camunda:in variables='all'/>"
                        + "<camunda:out variables='all'/></bpmn:extensionElements>%s</bpmn:callActivity>");
        return this;
    }

    /** A second diagram, of that name, beside this one. */
    public Example beside(String name, Example diagram) {
        called.put(name, diagram);
        return this;
    }

    /** A boundary event beside or, if it interrupts, instead of a task. */
    public Example boundary(String name, String task, boolean interrupts) {
        nodes.put(
                name,
                "<bpmn:boundaryEvent id='" + name + "' attachedToRef='Task_" + task + "' cancelActivity='" + interrupts
                        + "'>%s<bpmn:messageEventDefinition messageRef='M'/></bpmn:boundaryEvent>");
        return this;
    }

    /** An event that throws nothing, or a {@code message}, {@code signal}, {@code escalation} or {@code link:name}. */
    public Example throwing(String name, String what) {
        return event("intermediateThrowEvent", name, what);
    }

    /** An event that waits for a {@code message}, {@code signal} or {@code link:name}, or a condition. */
    public Example catching(String name, String what) {
        return event("intermediateCatchEvent", name, what);
    }

    private Example event(String element, String name, String what) {
        String definition = switch (what.replaceFirst(":.*", "")) {
            case "" -> "";
            case "message" -> "<bpmn:messageEventDefinition messageRef='M'/>";
            case "timer" ->
                "<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>";
            case "signal" -> "<bpmn:signalEventDefinition signalRef='S'/>";
            case "escalation" -> "<bpmn:escalationEventDefinition escalationRef='E'/>";
            case "link" -> "<bpmn:linkEventDefinition name='" + what.replaceFirst(".*:", "") + "'/>";
            default ->
                "<bpmn:conditionalEventDefinition><bpmn:condition xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='bpmn:tFormalExpression'>"
                        + what + "</bpmn:condition></bpmn:conditionalEventDefinition>";
        };
        nodes.put(
                name,
                "<bpmn:" + element + " id='" + name + "'>" + OFFICE + "%s" + definition + "</bpmn:" + element + ">");
        return this;
    }

    private Example plain(String element, String... names) {
        for (String name : names) {
            nodes.put(name, "<bpmn:" + element + " id='" + name + "'>%s</bpmn:" + element + ">");
        }
        return this;
    }

    /** A chain of flows: {@code start > draft > how [poll] > vote}; the word in brackets answers the choice before it. */
    public Example flow(String chain) {
        String[] words = chain.split(">");
        for (int i = 0; i + 1 < words.length; i++) {
            String from = words[i].replaceFirst("\\[.*", "").strip();
            String answer = words[i].contains("[") ? words[i].replaceFirst(".*\\[(.*)].*", "$1") : "";
            flows.add(from + ">" + words[i + 1].replaceFirst("\\[.*", "").strip() + ">" + answer);
        }
        return this;
    }

    /** A decision table as {@code output <- input: in=out, in=out}. */
    Example table(String id, String output, String input, Map<String, String> rules) {
        StringBuilder rows = new StringBuilder();
        rules.forEach((in, out) -> rows.append("<rule id='r")
                .append(in)
                .append("'><inputEntry id='i")
                .append(in)
                .append("'><text>\"")
                .append(in)
                .append("\"</text></inputEntry><outputEntry id='o")
                .append(in)
                .append("'><text>\"")
                .append(out)
                .append("\"</text></outputEntry></rule>"));
        String values = rules.keySet().stream()
                .sorted()
                .map(value -> "\"" + value + "\"")
                .collect(Collectors.joining(","));
        tables.put(
                id + ".dmn",
                "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='n'><decision id='"
                        + id
                        + "' name='x'><decisionTable id='t'><input id='in'><inputExpression id='e' typeRef='string'><text>"
                        + input + "</text></inputExpression><inputValues id='v'><text>" + values
                        + "</text></inputValues></input><output id='out' name='" + output
                        + "' typeRef='string'/>" + rows + "</decisionTable></decision></definitions>");
        return this;
    }

    /** A mark: its id and then YAML of its further keys, comma separated. */
    public Example mark(String id, String keys) {
        marks.add("  - {id: " + id + ", on: paper, kind: stamp, reading: " + id + ", " + keys + "}\n");
        return this;
    }

    public String bpmn() {
        return bpmn("example");
    }

    /** A task of some kind, a subprocess of tasks in a row, which several do at once or one after the other. */
    public Example several(String element, String name, boolean sequential, String... within) {
        StringBuilder body = new StringBuilder();
        if (element.equals("subProcess")) {
            body.append(within(name, within));
        }
        nodes.put(
                name,
                "<bpmn:" + element + " id='Task_" + name + "'"
                        + (element.equals("receiveTask") ? " messageRef='M'>" : ">")
                        + (element.equals("subProcess") ? "" : properties(name))
                        + "%s<bpmn:multiInstanceLoopCharacteristics isSequential='" + sequential
                        + "' camunda:collection=\"${names.in(execution, 'all')}\" camunda:elementVariable='each'/>"
                        + body + "</bpmn:" + element + ">");
        return this;
    }

    /** Tasks in a row, from a start to an end of their own. */
    private static String within(String name, String... tasks) {
        Example body =
                Example.procedure().starts(name + "Begun").ends(name + "Done").tasks(tasks);
        body.flow(name + "Begun > " + String.join(" > ", tasks) + " > " + name + "Done");
        String process = body.process(name, false);
        return process.substring(process.indexOf('>') + 1, process.lastIndexOf('<'));
    }

    /** A second pool, whose process the engine runs or not. */
    public Example pool(String process, boolean executable, Example nodes) {
        pools.put(process, nodes);
        executables.put(process, executable);
        return this;
    }

    /** A message between two nodes of different pools: {@code ask > asked}. */
    public Example message(String flow) {
        messages.add(flow);
        return this;
    }

    /** A start event that waits for a message. */
    public Example startsByMessage(String name) {
        return event("startEvent", name, "message");
    }

    /** The diagram as one of that name. */
    public String bpmn(String process) {
        StringBuilder xml = new StringBuilder(
                "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='D' targetNamespace='n'><bpmn:message id='M' name='m'/><bpmn:signal id='S' name='s'/><bpmn:escalation id='E' escalationCode='e'/>");
        if (!pools.isEmpty()) {
            xml.append("<bpmn:collaboration id='Pools'>");
            xml.append(participant(process));
            pools.keySet().forEach(each -> xml.append(participant(each)));
            for (int i = 0; i < messages.size(); i++) {
                String[] ends = messages.get(i).split(">");
                xml.append("<bpmn:messageFlow id='Message_" + i + "' sourceRef='" + anywhere(ends[0].strip())
                        + "' targetRef='" + anywhere(ends[1].strip()) + "'/>");
            }
            xml.append("</bpmn:collaboration>");
        }
        xml.append(process(process, true));
        pools.forEach((name, pool) -> xml.append(pool.process(name, executables.get(name))));
        return xml.append("</bpmn:definitions>").toString();
    }

    private static String participant(String process) {
        return "<bpmn:participant id='Pool_" + process + "' processRef='" + process + "'/>";
    }

    private String anywhere(String name) {
        return Stream.concat(Stream.of(this), pools.values().stream())
                .filter(pool -> pool.nodes.containsKey(name))
                .findFirst()
                .orElseThrow()
                .id(name);
    }

    private String process(String process, boolean executable) {
        StringBuilder xml = new StringBuilder("<bpmn:process id='" + process + "' isExecutable='" + executable
                + "' camunda:historyTimeToLive='P36500D'>");
        nodes.forEach((name, element) -> {
            StringBuilder ports = new StringBuilder();
            for (int i = 0; i < flows.size(); i++) {
                if (flows.get(i).split(">")[1].equals(name)) {
                    ports.append("<bpmn:incoming>" + flowId(process, i)).append("</bpmn:incoming>");
                }
            }
            for (int i = 0; i < flows.size(); i++) {
                if (flows.get(i).split(">")[0].equals(name)) {
                    ports.append("<bpmn:outgoing>" + flowId(process, i)).append("</bpmn:outgoing>");
                }
            }
            xml.append(String.format(element, ports)
                    .replaceFirst("(id='" + name + "')(?=>)", "$1" + otherwise(process, name)));
        });
        for (int i = 0; i < flows.size(); i++) {
            String[] flow = flows.get(i).split(">", -1);
            xml.append("<bpmn:sequenceFlow id='" + flowId(process, i) + "' sourceRef='" + id(flow[0]) + "' targetRef='"
                    + id(flow[1]) + "'>");
            if (!flow[2].isEmpty()) {
                xml.append(
                        "<bpmn:conditionExpression xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='bpmn:tFormalExpression'>${"
                                + (inclusive.contains(flow[0]) ? flow[2] + " == 'yes" : flow[0] + " == '" + flow[2])
                                + "'}</bpmn:conditionExpression>");
            }
            xml.append("</bpmn:sequenceFlow>");
        }
        return xml.append("</bpmn:process>").toString();
    }

    /** Flows of the example are numbered; those of another diagram begin with its name, since ids must differ. */
    private static String flowId(String process, int index) {
        return (process.equals("example") ? "" : process + "_") + "Flow_" + index;
    }

    /** Which way out of an inclusive gateway is taken if no other is. */
    private String otherwise(String process, String name) {
        for (int i = 0; inclusive.contains(name) && i < flows.size(); i++) {
            if (flows.get(i).startsWith(name + ">")
                    && flows.get(i).endsWith(">")
                    && flows.stream()
                                    .filter(flow -> flow.startsWith(name + ">"))
                                    .count()
                            > 1) {
                return " default='" + flowId(process, i) + "'";
            }
        }
        return "";
    }

    private String id(String name) {
        String element = nodes.get(name);
        if (element == null) {
            throw new IllegalArgumentException("The example has no node " + name);
        }
        return element.contains("id='Task_") ? "Task_" + name : name;
    }

    public Procedure read() {
        return in(folder -> Holdings.in(folder, folder).procedure("example"));
    }

    Reconstruction reconstruct() {
        return in(folder -> {
            Dossier dossier = CaseFile.read(folder.resolve("example.yaml"));
            return new ExplainMarks(Holdings.in(folder, folder).procedureOf(dossier))
                    .explain(dossier, Dossier.PREFERRED);
        });
    }

    Path path() {
        return reconstruct().path();
    }

    /** The statuses of the steps that are taken, by name, in order of the path. */
    static Map<String, EvidenceStatus> statuses(Path path) {
        Map<String, EvidenceStatus> statuses = new LinkedHashMap<>();
        path.taken().forEach(step -> statuses.put(name(step.key()), step.status()));
        return statuses;
    }

    static String name(StepKey key) {
        return key.toString().replaceFirst("^Task_", "");
    }

    static Step step(Path path, String name) {
        return path.steps().stream()
                .filter(step -> name(step.key()).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + name + " on " + statuses(path)));
    }

    private interface Work<T> {
        T with(java.nio.file.Path folder);
    }

    private <T> T in(Work<T> work) {
        try {
            return work.with(in(Files.createTempDirectory("example")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes diagrams, description and case into a folder, which then holds both the diagrams and the processes. */
    public java.nio.file.Path in(java.nio.file.Path folder) {
        try {
            Files.createDirectories(folder.resolve("example"));
            Files.writeString(folder.resolve("example.bpmn"), bpmn(), StandardCharsets.UTF_8);
            for (Map.Entry<String, Example> diagram : called.entrySet()) {
                Files.writeString(
                        folder.resolve(diagram.getKey() + ".bpmn"),
                        diagram.getValue().bpmn(diagram.getKey()));
            }
            for (Map.Entry<String, String> table : tables.entrySet()) {
                Files.writeString(folder.resolve(table.getKey()), table.getValue(), StandardCharsets.UTF_8);
            }
            Files.writeString(
                    folder.resolve("example/procedure.yaml"),
                    "procedure: example\ntitle: Example\nvalidity: 1950/1960\nconfidence: medium\noffices: [{id: office, names: [{name: Office}]}]\n");
            Files.writeString(
                    folder.resolve("example.yaml"),
                    "case: example\ntitle: Example\nprocedure: example\ndocuments: [{id: paper, form: Note, title: Paper}]\nmarks:\n"
                            + String.join("", marks));
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
