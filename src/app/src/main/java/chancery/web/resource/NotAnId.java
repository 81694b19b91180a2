package chancery.web.resource;

/** The text cannot be an id of that kind. */
final class NotAnId extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAnId(String message) {
        super(message);
    }

    /** What was given instead, in quotes, as much of it as can be read. */
    static String shown(String text) {
        return "\"" + (text.length() <= 80 ? text : text.substring(0, 79) + "…") + "\"";
    }
}
