package chancery.document.date;

/**
 * The days that a date states, and those that it binds to.
 *
 * @param stated as if nothing were in doubt
 * @param sure what is left without the parts in doubt; contains the stated days
 */
record Extent(Days stated, Days sure) {
    static Extent certain(Days days) {
        return new Extent(days, days);
    }

    /** From the beginning of this to the end of the other. */
    Extent until(Extent end) {
        return new Extent(new Days(stated.first(), end.stated.last()), new Days(sure.first(), end.sure.last()));
    }

    /** The extent of both together. */
    Extent hull(Extent other) {
        return new Extent(stated.hull(other.stated), sure.hull(other.sure));
    }
}
