package chancery.cli;

import chancery.casefile.InvalidInput;
import chancery.ledger.BrokenKey;
import chancery.register.Refused;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. Exit codes: 0 done, 1 the answer is no, 2 bad input, 3 a fault of the program. */
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
            PathCommand.class,
            TestCommand.class,
            CompareCommand.class,
            ProceduresCommand.class,
            AuditCommand.class,
            OverdueCommand.class,
            DossierCommand.class,
            RegisterCommand.class,
            LintCommand.class,
            RenderCommand.class);

    static final int DONE = 0;
    static final int NO = 1;
    static final int BAD_INPUT = 2;
    static final int FAULT = 3;

    public static void main(String[] args) {
        System.exit(run(args, utf8(System.out), utf8(System.err)));
    }

    /** Runs a command line, {@code serve} if it is empty, and returns its exit code. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
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
            return BAD_INPUT;
        }
        if (DataOptions.corrupt(failure)) {
            err.println(DataOptions.CORRUPT);
            return BAD_INPUT;
        }
        err.println("A fault of the program: " + failure);
        failure.printStackTrace(err);
        return FAULT;
    }

    private static PrintWriter utf8(java.io.PrintStream stream) {
        return new PrintWriter(new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
