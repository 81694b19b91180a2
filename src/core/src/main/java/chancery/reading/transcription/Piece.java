package chancery.reading.transcription;

import chancery.reading.form.FoundForm;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the text in order: a form found, or a line of running text.
 *
 * @param run counts the stretches of the header or footer between which no running text stands
 */
record Piece(int from, int to, @Nullable FoundForm form, int run) {}
