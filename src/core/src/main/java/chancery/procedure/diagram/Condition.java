package chancery.procedure.diagram;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a gateway's way or a conditional event asks, in the one form that evidence can decide: a variable has a value. */
public record Condition(String variable, String value) {
    private static final Pattern FORM = Pattern.compile("\\$\\{\\s*(\\w+)\\s*==\\s*'([^']*)'\\s*}");

    /** The condition that is written {@code ${variable == 'value'}}; empty if it is written otherwise. */
    public static Optional<Condition> of(String written) {
        Matcher matcher = FORM.matcher(written);
        return matcher.matches() ? Optional.of(new Condition(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
