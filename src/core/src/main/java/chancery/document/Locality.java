package chancery.document;

import org.jspecify.annotations.Nullable;

/**
 * Where an act was done.
 *
 * @param name as the source has it
 * @param ref identifier in an authority file, such as GeoNames; several parted by blanks
 */
public record Locality(String name, @Nullable String ref) {
    public Locality {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A place needs a name.");
        }
    }
}
