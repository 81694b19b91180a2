package chancery.path;

import chancery.document.MarkId;

/**
 * A statement of a mark that contradicts itself; whatever the mark attests is untouched by it.
 *
 * @param statement the mark as transcribed
 * @param reason what cannot be true together, in a sentence
 */
public record Contradiction(MarkId mark, String statement, String reason) {}
