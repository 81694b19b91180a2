package chancery.register;

import org.jspecify.annotations.Nullable;

/**
 * A registry number exactly as written, such as {@code 367vn} or {@code 83/M}.
 *
 * @param series the number series it belongs to, where that is known
 */
public record RegistryNumber(String text, @Nullable String series) {
    public RegistryNumber {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A registry number needs its text.");
        }
    }
}
