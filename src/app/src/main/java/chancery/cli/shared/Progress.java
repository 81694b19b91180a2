package chancery.cli.shared;

import java.io.PrintWriter;
import java.util.function.LongConsumer;

/** Shows how much is done: on a terminal only, once it takes long, and not at every step. For several threads at once. */
public final class Progress implements LongConsumer {
    private static final long PATIENCE = 2_000_000_000L;

    private final PrintWriter err;
    private final String what;
    private final boolean watched = System.console() != null;
    private final long begun = System.nanoTime();
    private long told;

    /**
     * @param what is counted, such as {@code documents read}
     */
    public Progress(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
    }

    @Override
    public synchronized void accept(long done) {
        long now = System.nanoTime();
        if (watched && now - begun > PATIENCE && (told == 0 || now - told > PATIENCE / 4)) {
            told = now;
            err.print("\r" + done + " " + what + " …");
            err.flush();
        }
    }

    /** Ends the line, if anything was shown. */
    public synchronized void end() {
        if (told != 0) {
            err.println();
        }
    }
}
