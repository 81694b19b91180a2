package chancery.reading.zone;

/**
 * A zone that a cell opens.
 *
 * @param weak whether it may as well go on with a list above it
 * @param restarts whether behind the signatures another document begins with it
 */
record Opening(ZoneKind kind, boolean weak, boolean restarts, String because) {
    static Opening by(ZoneKind kind, String because) {
        return new Opening(kind, false, false, because);
    }

    static Opening weakly(ZoneKind kind, String because) {
        return new Opening(kind, true, false, because);
    }
}
