package chancery.cli.shared;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command writes: results on one stream, talk on the other. */
@Command
public final class Streams {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /** For results. */
    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** For talk. */
    public PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Prints how the command is used. */
    public void usage() {
        command.commandLine().usage(out());
    }
}
