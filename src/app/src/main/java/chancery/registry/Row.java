package chancery.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a row of a book, in which what is not known is left out. */
final class Row {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Row with(String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
        return this;
    }

    Map<String, Object> values() {
        return values;
    }

    static @Nullable String shortened(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
