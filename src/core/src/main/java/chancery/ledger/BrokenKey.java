package chancery.ledger;

import java.nio.file.Path;

/** A key file that cannot be used. */
public final class BrokenKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenKey(Path file, String found, String expected) {
        super(file + ": " + found + "; " + expected + ".");
    }
}
