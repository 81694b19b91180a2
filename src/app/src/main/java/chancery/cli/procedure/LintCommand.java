package chancery.cli.procedure;

import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.Streams;
import chancery.procedure.Lint;
import chancery.procedure.diagram.Finding;
import chancery.procedure.diagram.Finding.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lint}: checks diagrams, decision tables, descriptions of procedures and case files. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Checks diagrams, decision tables and case files; says file, line, what is wrong and what to do.")
public final class LintCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "FILE", description = ".bpmn, .dmn and .yaml files (default: all)")
    private List<Path> files = List.of();

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        PrintWriter out = streams.out();
        Lint lint = new Lint(options.open());
        List<Path> checked = files.isEmpty() ? lint.everything() : files;
        List<Finding> findings = lint.check(checked);
        findings.forEach(finding -> out.println(finding.text()));
        out.println(count(checked.size(), "file") + " checked: " + count(of(findings, Severity.ERROR), "error") + ", "
                + count(of(findings, Severity.WARNING), "warning") + ", "
                + count(of(findings, Severity.NOTE), "note"));
        return of(findings, Severity.ERROR) > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private static long of(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
