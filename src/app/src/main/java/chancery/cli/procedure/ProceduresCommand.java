package chancery.cli.procedure;

import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.Streams;
import chancery.cli.text.ProcedureComparisonText;
import chancery.cli.text.Table;
import chancery.comparison.procedure.CompareProcedures;
import chancery.comparison.procedure.ProcedureComparison;
import chancery.comparison.procedure.ProcedureComparisonJson;
import chancery.procedure.Holdings;
import chancery.procedure.Procedure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code procedures}: the procedures that there are; {@code procedures compare} sets two of them against each other. */
@Command(
        name = "procedures",
        mixinStandardHelpOptions = true,
        description = "Lists the procedures, with what each claims to be valid for.",
        subcommands = ProceduresCommand.Compare.class)
public final class ProceduresCommand implements Callable<Integer> {
    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        Holdings holdings = options.open();
        Table table = new Table().row("PROCEDURE", "VALIDITY", "CONFIDENCE", "STEPS", "CASES", "TITLE");
        for (String id : holdings.procedures()) {
            Procedure procedure = holdings.procedure(id);
            table.row(
                    id,
                    procedure.validity(),
                    procedure.confidence(),
                    String.valueOf(procedure.steps().size()),
                    String.valueOf(holdings.caseFiles(id).size()),
                    procedure.title());
        }
        table.lines().forEach(streams.out()::println);
        return ExitCode.DONE;
    }

    /** {@code procedures compare}: two procedures, or two versions of one. */
    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = "Sets two procedures, or two versions of one, against each other: as tables, and in"
                    + " sentences that name the elements of the diagrams.")
    static final class Compare implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "A", description = "procedure id, or the folder of a procedure.yaml")
        private String left = "";

        @Parameters(
                index = "1",
                paramLabel = "B",
                description = "the same; diagrams of a folder x/processes/ID are looked for in x/bpmn")
        private String right = "";

        @Option(names = "--json", description = "one JSON object")
        private boolean json;

        @Mixin
        private final HoldingsOptions options = new HoldingsOptions();

        @Mixin
        private final Streams streams = new Streams();

        @Override
        public Integer call() {
            Holdings holdings = options.open();
            ProcedureComparison comparison =
                    CompareProcedures.compare(holdings.procedureNamed(left), holdings.procedureNamed(right));
            if (json) {
                streams.out().println(ProcedureComparisonJson.line(comparison));
            } else {
                ProcedureComparisonText.write(comparison, streams.out());
            }
            return ExitCode.DONE;
        }
    }
}
