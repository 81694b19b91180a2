package chancery.cli.engine;

import chancery.cli.shared.DataOptions;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.Streams;
import chancery.cli.text.Table;
import chancery.procedure.live.LiveWork;
import chancery.procedure.live.LiveWork.Deadline;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code overdue}: who owes what in live cases. */
@Command(
        name = "overdue",
        mixinStandardHelpOptions = true,
        description = "Lists what is overdue in live cases: control cards, extracts, reports.")
public final class OverdueCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Option(names = "--all", description = "also what is owed and not yet due")
    private boolean all;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() throws JsonProcessingException {
        data.demand();
        PrintWriter out = streams.out();
        try (ConfigurableApplicationContext context = Application.engine(data)) {
            new RunCases(options.open(), context, out).installAll();
            List<Deadline> deadlines = context.getBean(LiveWork.class).deadlines().stream()
                    .filter(deadline -> all || deadline.isOverdue())
                    .toList();
            if (json) {
                for (Deadline deadline : deadlines) {
                    out.println(MAPPER.writeValueAsString(line(deadline)));
                }
            } else {
                print(deadlines, out);
            }
        }
        return ExitCode.DONE;
    }

    private void print(List<Deadline> deadlines, PrintWriter out) {
        if (deadlines.isEmpty()) {
            out.println(all ? "Nothing is owed." : "Nothing is overdue.");
            return;
        }
        Table table = new Table().row("DUE", "", "WHO", "WHAT", "CASE", "TITLE");
        deadlines.forEach(deadline -> table.row(
                day(deadline),
                deadline.isOverdue() ? "overdue" : "",
                deadline.officeName(),
                deadline.what(),
                deadline.caseId(),
                deadline.title()));
        table.lines().forEach(out::println);
    }

    private static ObjectNode line(Deadline deadline) {
        return MAPPER.createObjectNode()
                .put("due", deadline.due().toString())
                .put("overdue", deadline.isOverdue())
                .put("office", deadline.office().value())
                .put("officeName", deadline.officeName())
                .put("step", deadline.step().value())
                .put("what", deadline.what())
                .put("caseId", deadline.caseId())
                .put("title", deadline.title());
    }

    private static String day(Deadline deadline) {
        return deadline.due().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
