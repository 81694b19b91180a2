package chancery.procedure;

import chancery.casefile.InvalidInput;
import chancery.procedure.Finding.Severity;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputValues;

/** Checks a decision table against the house's rules, one method a rule. */
final class LintDecisionTable {
    private static final Set<HitPolicy> ONE_ANSWER = Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY);

    private final String file;
    private final byte[] dmn;
    private final List<Finding> findings = new ArrayList<>();

    private LintDecisionTable(String file, byte[] dmn) {
        this.file = file;
        this.dmn = dmn;
    }

    /**
     * What is to be said of a decision table.
     *
     * @param asked the ids of the decisions that diagrams ask
     */
    static List<Finding> check(String file, byte[] dmn, Set<String> asked) {
        try {
            LintDecisionTable lint = new LintDecisionTable(file, dmn);
            lint.check(DecisionTable.read(file, dmn), asked);
            return lint.findings;
        } catch (InvalidInput refused) {
            return List.of(Finding.of(refused, file));
        }
    }

    private void check(DecisionTable table, Set<String> asked) {
        decisionIsCalledLikeItsFile(table);
        tableGivesOneAnswer();
        rulesDiffer(table);
        rulesLeaveNothingOut(table);
        somebodyAsks(table, asked);
    }

    private void decisionIsCalledLikeItsFile(DecisionTable table) {
        String fileName = file.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.dmn$", "");
        if (!fileName.equals(table.id())) {
            add(
                    lineOf(table.id()),
                    Severity.ERROR,
                    "the decision is called \"" + table.id() + "\" and its file \"" + fileName + ".dmn\"",
                    "call both alike");
        }
    }

    private void tableGivesOneAnswer() {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
        model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class).stream()
                .filter(table -> !ONE_ANSWER.contains(table.getHitPolicy()))
                .forEach(table -> add(
                        lineOf(((Decision) table.getParentElement()).getId()),
                        Severity.ERROR,
                        "the table has hit policy " + table.getHitPolicy(),
                        "a table that is read backwards gives one answer: UNIQUE, FIRST or ANY"));
    }

    private void rulesDiffer(DecisionTable table) {
        Set<String> inputs = new HashSet<>();
        table.rows().stream()
                .map(DecisionTable.Row::input)
                .filter(input -> !inputs.add(input))
                .forEach(twice -> {
                    add(
                            lineOf(table.id()),
                            Severity.ERROR,
                            "two rules of decision \"" + table.id() + "\" have the input "
                                    + (twice.isEmpty() ? "\"anything\" (-)" : "\"" + twice + "\""),
                            "keep one of them");
                });
    }

    /** Every value that the input may have is answered, by one rule alone where the hit policy says so. */
    private void rulesLeaveNothingOut(DecisionTable table) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
        Set<String> answered =
                table.rows().stream().map(DecisionTable.Row::input).collect(Collectors.toSet());
        List<String> values = model.getModelElementsByType(InputValues.class).stream()
                .flatMap(listed ->
                        Arrays.stream(listed.getText().getTextContent().split(",", -1)))
                .map(value -> value.strip().replaceAll("^\"|\"$", ""))
                .toList();
        if (values.isEmpty()) {
            add(
                    lineOf(table.id()),
                    Severity.ERROR,
                    "decision \"" + table.id() + "\" does not say which values its input may have",
                    "list them in inputValues, so that a gap can be seen");
            return;
        }
        boolean anything = answered.contains("");
        values.stream()
                .filter(value -> !anything && !answered.contains(value))
                .forEach(gap -> add(
                        lineOf(table.id()),
                        Severity.ERROR,
                        "no rule of decision \"" + table.id() + "\" answers the input \"" + gap + "\"",
                        "add one, or take the value out of inputValues"));
        answered.stream()
                .filter(value -> !value.isEmpty() && !values.contains(value))
                .sorted()
                .forEach(unknown -> add(
                        lineOf(table.id()),
                        Severity.ERROR,
                        "a rule of decision \"" + table.id() + "\" asks for the input \"" + unknown
                                + "\", which is not among its inputValues",
                        "add the value, or correct the rule"));
        boolean unique = model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class).stream()
                .anyMatch(drawn -> drawn.getHitPolicy() == HitPolicy.UNIQUE);
        if (unique && anything && table.rows().size() > 1) {
            add(
                    lineOf(table.id()),
                    Severity.ERROR,
                    "the rule for anything (-) of decision \"" + table.id() + "\" overlaps the others",
                    "set hitPolicy=\"FIRST\", or take it out");
        }
    }

    private void somebodyAsks(DecisionTable table, Set<String> asked) {
        if (!asked.contains(table.id())) {
            add(
                    lineOf(table.id()),
                    Severity.WARNING,
                    "no diagram asks decision \"" + table.id() + "\"",
                    "name it in camunda:decisionRef of a business rule task, or take it out");
        }
    }

    private int lineOf(String id) {
        return DiagramFile.lineOf(new String(dmn, java.nio.charset.StandardCharsets.UTF_8), id);
    }

    private void add(int line, Severity severity, String found, String todo) {
        findings.add(new Finding(file, line, severity, found + "; " + todo + "."));
    }
}
