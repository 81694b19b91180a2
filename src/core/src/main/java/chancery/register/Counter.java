package chancery.register;

/**
 * Where a series stands.
 *
 * @param period the period that is counted
 * @param next the number that is given out next
 * @param closed whether the period is closed, so that no more is given out in it
 */
public record Counter(NumberSeries series, Period period, long next, boolean closed) {}
