package chancery.web.resource;

/** The text cannot be an id of that kind. */
final class NotAnId extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAnId(String message) {
        super(message);
    }
}
