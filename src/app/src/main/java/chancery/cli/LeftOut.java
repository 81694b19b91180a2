package chancery.cli;

import chancery.casefile.InvalidInput;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command leaves out of many files, each with the reason: one bad file does not keep the others from being done,
 * and is not lost among their results, since this is told at the end.
 */
final class LeftOut {
    private final List<String> told = new ArrayList<>();
    private final List<RuntimeException> faults = new ArrayList<>();

    /**
     * Leaves out a file, or something that stands in one.
     *
     * @param because bad input, whose message names the file; anything else is a fault of the program, which does not
     *     keep the others from being done either
     */
    void add(String name, RuntimeException because) {
        if (because instanceof InvalidInput refused) {
            boolean named = refused.file().filter(name::equals).isPresent();
            told.add(named ? refused.getMessage() : name + ": " + refused.getMessage());
        } else {
            told.add(name + ": a fault of the program: " + because);
            faults.add(because);
        }
    }

    /**
     * Prints all that was left out, a line each, and of faults where in the program they happened.
     *
     * @param otherwise the exit code if nothing was left out
     * @return the exit code
     */
    int tell(PrintWriter err, int otherwise) {
        told.forEach(line -> err.println("Left out: " + line));
        faults.forEach(fault -> fault.printStackTrace(err));
        if (!faults.isEmpty()) {
            return Main.FAULT;
        }
        return told.isEmpty() ? otherwise : Main.BAD_INPUT;
    }
}
