package chancery.cli.shared;

/** How a command ends, for the shell. */
public final class ExitCode {
    public static final int DONE = 0;

    /** The answer is no. */
    public static final int NO = 1;

    public static final int BAD_INPUT = 2;

    /** A fault of the program. */
    public static final int FAULT = 3;

    private ExitCode() {}
}
