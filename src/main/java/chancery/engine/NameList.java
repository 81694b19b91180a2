package chancery.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names in one variable, so that diagrams can ask who takes part: {@code ${names.in(signatories)}}. */
public final class NameList {
    private static final String SEPARATOR = "; ";

    /** The names that a variable lists, separated by semicolons; never none. */
    public List<String> in(@Nullable String variable) {
        List<String> names = variable == null
                ? List.of()
                : Arrays.stream(variable.split(";", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        return names.isEmpty() ? List.of("not named") : names;
    }

    static String join(List<String> names) {
        return String.join(SEPARATOR, names);
    }
}
