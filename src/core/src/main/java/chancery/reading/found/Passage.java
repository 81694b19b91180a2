package chancery.reading.found;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source that was read, for people to check.
 *
 * @param element the TEI element, as in {@link chancery.document.Place}; {@code null} in a plain transcription, which
 *     is one passage
 * @param title what it is, in a word: heading, source note, dateline, text
 * @param text its text, in which places count
 */
public record Passage(@Nullable String element, String title, String text) {}
