/**
 * Reads transcriptions, TEI editions and letters into marks and case files; how marks are worded is data ({@code
 * marks.yaml}). Uses {@code office}, {@code register}, {@code document} and {@code casefile}.
 */
@NullMarked
package chancery.reading;

import org.jspecify.annotations.NullMarked;
