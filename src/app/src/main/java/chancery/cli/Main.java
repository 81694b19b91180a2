package chancery.cli;

import chancery.casefile.InvalidInput;
import chancery.cli.book.AuditCommand;
import chancery.cli.book.RegisterCommand;
import chancery.cli.engine.DossierCommand;
import chancery.cli.engine.OverdueCommand;
import chancery.cli.engine.RunCommand;
import chancery.cli.engine.ServeCommand;
import chancery.cli.paper.CompareCommand;
import chancery.cli.paper.ExportCommand;
import chancery.cli.paper.LearnCommand;
import chancery.cli.paper.NewCommand;
import chancery.cli.paper.PathCommand;
import chancery.cli.paper.ReadCommand;
import chancery.cli.paper.TestCommand;
import chancery.cli.procedure.LintCommand;
import chancery.cli.procedure.ProceduresCommand;
import chancery.cli.procedure.RenderCommand;
import chancery.cli.shared.DataOptions;
import chancery.cli.shared.ExitCode;
import chancery.ledger.BrokenKey;
import chancery.register.Refused;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program; {@link ExitCode} says how it ends. */
@Command(
        name = "chancery",
        mixinStandardHelpOptions = true,
        version = "chancery 0.1.0",
        description = "Runs, audits and compares the bureaucratic paths that marks on archival documents attest.")
public final class Main {
    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            NewCommand.class,
            RunCommand.class,
            ReadCommand.class,
            LearnCommand.class,
            PathCommand.class,
            TestCommand.class,
            CompareCommand.class,
            ExportCommand.class,
            ProceduresCommand.class,
            AuditCommand.class,
            OverdueCommand.class,
            DossierCommand.class,
            RegisterCommand.class,
            LintCommand.class,
            RenderCommand.class);

    public static void main(String[] args) {
        System.exit(run(args, utf8(System.out), utf8(System.err)));
    }

    /** Runs a command line, {@code serve} if it is empty, and returns its exit code. */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        String[] words = args.length == 0 ? new String[] {"serve"} : args;
        CommandLine line = new CommandLine(new Main());
        commands(words[0]).forEach(line::addSubcommand);
        return line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, failed, parsed) -> failed(failure, err))
                .execute(words);
    }

    /** The command of a name alone, since making all of them takes longer than many a command; all if there is none. */
    private static List<Class<?>> commands(String name) {
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> command.getAnnotation(Command.class).name().equals(name))
                .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    private static int failed(Exception failure, PrintWriter err) {
        if (failure instanceof InvalidInput || failure instanceof Refused || failure instanceof BrokenKey) {
            err.println(failure.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (DataOptions.corrupt(failure)) {
            err.println(DataOptions.CORRUPT);
            return ExitCode.BAD_INPUT;
        }
        err.println("A fault of the program: " + failure);
        failure.printStackTrace(err);
        return ExitCode.FAULT;
    }

    private static PrintWriter utf8(java.io.PrintStream stream) {
        return new PrintWriter(new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
