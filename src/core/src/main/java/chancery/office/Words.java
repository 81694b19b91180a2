package chancery.office;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Enum constants as the words that files, diagrams and pages use. */
public final class Words {
    private Words() {}

    /** {@code DELIBERATION_CONTROL} as {@code deliberation control}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code COPY_NUMBER} as {@code copy-number}, as keys of files write it. */
    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The keys of all constants of a type, in order of declaration. */
    public static <E extends Enum<E>> List<String> keys(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::key).toList();
    }
}
