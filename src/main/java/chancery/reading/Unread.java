package chancery.reading;

import chancery.document.Place;

/** A sentence that names an act and was not understood, or not wholly. */
public record Unread(String sentence, Place place, String because) {}
