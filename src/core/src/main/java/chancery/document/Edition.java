package chancery.document;

import org.jspecify.annotations.Nullable;

/**
 * Where an edition has a document, and what it calls it there.
 *
 * @param key its number or name in the edition
 * @param ref its address
 * @param title of the edition
 * @param type of the edition: {@code print}, {@code online} or {@code hybrid}
 * @param source what an index calls the edition, so that letters of one stay together
 */
public record Edition(
        @Nullable String key,
        @Nullable String ref,
        @Nullable String title,
        @Nullable String type,
        @Nullable String source) {}
