package chancery.engine;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Names in one variable, so that diagrams can ask who takes part: {@code ${names.in(execution, 'signatories')}}. */
public final class NameList {
    private static final String SEPARATOR = "; ";

    /** The names that a variable lists, separated by semicolons; never none. */
    public List<String> in(VariableScope instance, String variable) {
        Object listed = instance.getVariable(variable);
        List<String> names = listed == null
                ? List.of()
                : Arrays.stream(listed.toString().split(";", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        return names.isEmpty() ? List.of("not named") : names;
    }

    static String join(List<String> names) {
        return String.join(SEPARATOR, names);
    }
}
