package chancery.cli.shared;

import chancery.casefile.InvalidInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch left out, and why. It is told at the end, where it is not lost among what went well, and only so much of
 * it that it can be read.
 */
public final class LeftOut {
    private static final int TOLD = 20;

    private final List<String> reasons = new ArrayList<>();
    private int count;
    private boolean badInput;
    private boolean fault;

    /** Leaves out a file that was refused. */
    public void add(Path file, InvalidInput refused) {
        boolean saysWhere = refused.file().filter(file.toString()::equals).isPresent();
        add((saysWhere ? "" : file + ": ") + refused.getMessage());
        badInput = true;
    }

    /** Leaves out a document within a file: it was refused, or reading it ended in a fault of the program. */
    public void add(Path file, RuntimeException because) {
        if (because instanceof InvalidInput refused) {
            add(file, refused);
        } else {
            add(file + ": a fault of the program: " + because.getMessage());
            fault = true;
        }
    }

    /** Leaves out what is no bad input, but not what the command is for. */
    public void add(String reason) {
        count++;
        if (count <= TOLD) {
            reasons.add(reason);
        }
    }

    /** Tells what was left out, a line each; nothing if nothing was. */
    public void tell(PrintWriter err) {
        reasons.forEach(reason -> err.println("Left out: " + reason));
        if (count > TOLD) {
            err.println("and " + (count - TOLD) + " more left out");
        }
    }

    /** The exit code of a batch, which bad input decides. */
    public int exitCode(int otherwise) {
        if (fault) {
            return ExitCode.FAULT;
        }
        return badInput ? ExitCode.BAD_INPUT : otherwise;
    }
}
