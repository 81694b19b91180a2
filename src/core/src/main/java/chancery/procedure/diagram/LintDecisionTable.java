package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.procedure.diagram.Finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks a decision table against the house's rules, one method a rule. */
public final class LintDecisionTable {
    /** The hit policy where none is written, too. */
    private static final String UNIQUE = "UNIQUE";

    private static final Set<String> ONE_ANSWER = Set.of(UNIQUE, "FIRST", "ANY");

    private final XmlFile file;
    private final List<Finding> findings = new ArrayList<>();

    private LintDecisionTable(XmlFile file) {
        this.file = file;
    }

    /**
     * What is to be said of a decision table.
     *
     * @param asked the ids of the decisions that diagrams ask
     */
    public static List<Finding> check(String file, byte[] dmn, Set<String> asked) {
        try {
            LintDecisionTable lint = new LintDecisionTable(DecisionTable.open(file, dmn));
            lint.findings.addAll(LintCode.check(file, dmn));
            lint.check(DecisionTable.read(file, dmn), asked);
            return lint.findings;
        } catch (InvalidInput refused) {
            return List.of(Finding.of(refused, file));
        }
    }

    private void check(DecisionTable table, Set<String> asked) {
        decisionIsCalledLikeItsFile(table);
        tableGivesOneAnswer(table);
        rulesDiffer(table);
        rulesLeaveNothingOut(table);
        somebodyAsks(table, asked);
    }

    private void decisionIsCalledLikeItsFile(DecisionTable table) {
        String fileName = file.name().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.dmn$", "");
        if (!fileName.equals(table.id())) {
            add(
                    file.lineOf(table.id()),
                    Severity.ERROR,
                    "the decision is called \"" + table.id() + "\" and its file \"" + fileName + ".dmn\"",
                    "call both alike");
        }
    }

    private void tableGivesOneAnswer(DecisionTable table) {
        hitPolicies()
                .filter(policy -> !ONE_ANSWER.contains(policy))
                .forEach(policy -> add(
                        file.lineOf(table.id()),
                        Severity.ERROR,
                        "the table has hit policy " + policy,
                        "a table that is read backwards gives one answer: UNIQUE, FIRST or ANY"));
    }

    private void rulesDiffer(DecisionTable table) {
        Set<String> inputs = new HashSet<>();
        table.rows().stream()
                .map(DecisionTable.Row::input)
                .filter(input -> !inputs.add(input))
                .forEach(twice -> {
                    add(
                            file.lineOf(table.id()),
                            Severity.ERROR,
                            "two rules of decision \"" + table.id() + "\" have the input "
                                    + (twice.isEmpty() ? "\"anything\" (-)" : "\"" + twice + "\""),
                            "keep one of them");
                });
    }

    /** Every value that the input may have is answered, by one rule alone where the hit policy says so. */
    private void rulesLeaveNothingOut(DecisionTable table) {
        Set<String> answered =
                table.rows().stream().map(DecisionTable.Row::input).collect(Collectors.toSet());
        List<String> values = file.elements("inputValues").stream()
                .flatMap(listed -> Arrays.stream(listed.getTextContent().split(",", -1)))
                .map(value -> value.strip().replaceAll("^\"|\"$", ""))
                .toList();
        if (values.isEmpty()) {
            add(
                    file.lineOf(table.id()),
                    Severity.ERROR,
                    "decision \"" + table.id() + "\" does not say which values its input may have",
                    "list them in inputValues, so that a gap can be seen");
            return;
        }
        boolean anything = answered.contains("");
        values.stream()
                .filter(value -> !anything && !answered.contains(value))
                .forEach(gap -> add(
                        file.lineOf(table.id()),
                        Severity.ERROR,
                        "no rule of decision \"" + table.id() + "\" answers the input \"" + gap + "\"",
                        "add one, or take the value out of inputValues"));
        answered.stream()
                .filter(value -> !value.isEmpty() && !values.contains(value))
                .sorted()
                .forEach(unknown -> add(
                        file.lineOf(table.id()),
                        Severity.ERROR,
                        "a rule of decision \"" + table.id() + "\" asks for the input \"" + unknown
                                + "\", which is not among its inputValues",
                        "add the value, or correct the rule"));
        if (hitPolicies().anyMatch(UNIQUE::equals) && anything && table.rows().size() > 1) {
            add(
                    file.lineOf(table.id()),
                    Severity.ERROR,
                    "the rule for anything (-) of decision \"" + table.id() + "\" overlaps the others",
                    "set hitPolicy=\"FIRST\", or take it out");
        }
    }

    private void somebodyAsks(DecisionTable table, Set<String> asked) {
        if (!asked.contains(table.id())) {
            add(
                    file.lineOf(table.id()),
                    Severity.WARNING,
                    "no diagram asks decision \"" + table.id() + "\"",
                    "name it in camunda:decisionRef of a business rule task, or take it out");
        }
    }

    private Stream<String> hitPolicies() {
        return file.elements("decisionTable").stream()
                .map(table -> table.getAttribute("hitPolicy"))
                .map(policy -> policy.isEmpty() ? UNIQUE : policy);
    }

    private void add(int line, Severity severity, String found, String todo) {
        findings.add(new Finding(file.name(), line, severity, found + "; " + todo + "."));
    }
}
