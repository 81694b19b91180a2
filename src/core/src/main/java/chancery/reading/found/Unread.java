package chancery.reading.found;

import chancery.document.Place;

/**
 * A sentence that names an act and gave none: it was not understood, or set aside since it speaks of something else.
 */
public record Unread(String sentence, Place place, String because) {}
