package chancery.cli;

import chancery.casefile.InvalidInput;
import chancery.ledger.BrokenKey;
import chancery.register.Refused;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. Exit codes: 0 done, 1 the answer is no, 2 bad input, 3 a fault of the program. */
@Command(
        name = "chancery",
        mixinStandardHelpOptions = true,
        version = "chancery 0.1.0",
        description = "Runs, audits and compares the bureaucratic paths that marks on archival documents attest.",
        subcommands = {
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
            RenderCommand.class
        })
public final class Main {
    static final int DONE = 0;
    static final int NO = 1;
    static final int BAD_INPUT = 2;
    static final int FAULT = 3;

    public static void main(String[] args) {
        System.exit(run(args, utf8(System.out), utf8(System.err)));
    }

    /** Runs a command line, {@code serve} if it is empty, and returns its exit code. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, err))
                .execute(args.length == 0 ? new String[] {"serve"} : args);
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
