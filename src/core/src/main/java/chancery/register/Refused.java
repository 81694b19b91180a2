package chancery.register;

/**
 * A register that says no: what is the matter, and what to do. Whoever catches it must give up the transaction under
 * way, so that nothing is half done.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }
}
