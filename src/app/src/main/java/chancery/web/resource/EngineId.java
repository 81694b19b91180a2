package chancery.web.resource;

import java.util.regex.Pattern;

/** Checks ids of the engine, and of papers that it does not run, before anything is asked for by them. */
final class EngineId {
    private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern INSTANCE = Pattern.compile(UUID);
    /** {@code soviet-cc:1:…}; the engine leaves the first two parts out where the whole would be too long. */
    private static final Pattern DEFINITION = Pattern.compile("(?:[\\w.-]{1,100}:\\d{1,9}:)?" + UUID);

    private static final Pattern RECORD = Pattern.compile("bare-" + UUID);

    private EngineId() {}

    static String instance(String text) {
        return checked(INSTANCE, text, "an instance", "0f2ab8c4-1d2e-11f0-9c3a-0242ac120002");
    }

    static String definition(String text) {
        return checked(DEFINITION, text, "a process definition", "soviet-cc:1:0f2ab8c4-1d2e-11f0-9c3a-0242ac120002");
    }

    static String record(String text) {
        return checked(RECORD, text, "a paper", "bare-0f2ab8c4-1d2e-11f0-9c3a-0242ac120002");
    }

    private static String checked(Pattern pattern, String text, String what, String example) {
        if (!pattern.matcher(text).matches()) {
            throw new NotAnId(NotAnId.shown(text) + " is no id of " + what + "; one looks like " + example + ".");
        }
        return text;
    }
}
