package chancery.cli.shared;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads work together; any number of them gives the same. */
public final class ThreadsOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    private int number = Runtime.getRuntime().availableProcessors();

    @Option(names = "--threads", paramLabel = "N", description = "at work together (default: one for each processor)")
    void set(int threads) {
        if (threads < 1) {
            throw new ParameterException(command.commandLine(), "\"--threads\" is " + threads + "; give at least 1.");
        }
        number = threads;
    }

    /** How many threads work. */
    public int number() {
        return number;
    }
}
