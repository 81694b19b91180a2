package chancery.reading.zone;

/**
 * A zone that a cell opens.
 *
 * @param weak whether it may as well go on with a list above it
 * @param restarts whether behind the signatures another document begins with it
 * @param byPlace whether only where it stands and what it looks like tells it, and no word
 */
record Opening(ZoneKind kind, boolean weak, boolean restarts, boolean byPlace, String because) {
    static Opening by(ZoneKind kind, String because) {
        return new Opening(kind, false, false, false, because);
    }

    static Opening byPlace(ZoneKind kind, String because) {
        return new Opening(kind, false, false, true, because);
    }

    static Opening weakly(ZoneKind kind, String because) {
        return new Opening(kind, true, false, false, because);
    }
}
