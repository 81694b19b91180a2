package chancery.procedure;

import chancery.casefile.InvalidInput;
import chancery.casefile.YamlFile;
import chancery.procedure.diagram.DiagramFile;
import chancery.procedure.diagram.Element.Kind;
import chancery.procedure.diagram.Finding;
import chancery.procedure.diagram.LintDecisionTable;
import chancery.procedure.diagram.LintDiagram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks diagrams, decision tables, descriptions of procedures and case files. */
public final class Lint {
    private final Holdings holdings;

    public Lint(Holdings holdings) {
        this.holdings = holdings;
    }

    /** All files of the holdings that can be checked. */
    public List<Path> everything() {
        List<Path> files = new ArrayList<>(holdings.diagrams());
        holdings.procedures().forEach(id -> files.add(holdings.description(id)));
        files.addAll(holdings.caseFiles());
        return files;
    }

    /**
     * What is to be said of some files, in their order; what several of them suffer from is said once.
     *
     * @throws InvalidInput if a file is none that can be checked
     */
    public List<Finding> check(List<Path> files) {
        Set<String> asked = decisionsAsked(files);
        List<Finding> findings = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Path file : files) {
            for (Finding finding : check(file, asked)) {
                String fileName = finding.file().replaceFirst(".*[/\\\\]", "");
                if (said.add(fileName + ":" + finding.line() + ":" + finding.complaint())) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    private List<Finding> check(Path file, Set<String> asked) {
        String name = file.toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw InvalidInput.at(name, 0, "there is no such file", "check the name");
            }
            if (name.endsWith(".bpmn")) {
                return LintDiagram.check(
                        name, Holdings.bytes(file), called -> Holdings.bytes(file.resolveSibling(called)));
            }
            if (name.endsWith(".dmn")) {
                return LintDecisionTable.check(name, Holdings.bytes(file), asked);
            }
            if (file.endsWith(AuthorityFile.NAME)) {
                AuthorityFile.read(YamlFile.read(file));
                return List.of();
            }
            if (file.endsWith(OfficeList.NAME)) {
                OfficeList.read(YamlFile.read(file), holdings.authority());
                return List.of();
            }
            if (file.endsWith("procedure.yaml")) {
                return signless(holdings.read(file), name);
            }
        } catch (InvalidInput refused) {
            return List.of(Finding.of(refused, name));
        }
        if (!name.endsWith(".yaml")) {
            throw InvalidInput.at(name, 0, "this is no file to check", "name .bpmn, .dmn and .yaml files");
        }
        return LintCase.check(file, holdings);
    }

    /** A procedure whose papers nothing tells would never be chosen. */
    private static List<Finding> signless(Procedure procedure, String file) {
        return procedure.provenance().institutions().isEmpty()
                        && !procedure.provenance().ofAnybody()
                ? List.of(new Finding(
                        file,
                        0,
                        Finding.Severity.ERROR,
                        "procedure \"" + procedure.id() + "\" names no institution, so no sign distinguishes its papers"
                                + " and it could never be chosen; name one of " + AuthorityFile.NAME
                                + " under \"institution\", or \"" + Provenance.ANY
                                + "\" if only cases that name it are to follow it."))
                : List.of();
    }

    /** The decisions that any diagram asks, of the holdings or among the files. */
    private Set<String> decisionsAsked(List<Path> files) {
        Set<Path> diagrams = new LinkedHashSet<>(holdings.diagrams());
        diagrams.addAll(files);
        Set<String> asked = new HashSet<>();
        diagrams.stream().filter(file -> file.toString().endsWith(".bpmn")).forEach(file -> addDecisions(file, asked));
        return asked;
    }

    private static void addDecisions(Path file, Set<String> asked) {
        try {
            DiagramFile.read(file.toString(), Holdings.bytes(file)).elements(Kind.BUSINESS_RULE_TASK::equals).stream()
                    .flatMap(task -> task.camunda("decisionRef").stream())
                    .forEach(asked::add);
        } catch (InvalidInput saidElsewhere) {
            // a diagram that cannot be read asks nothing; that it cannot be read is said when it is checked
        }
    }
}
