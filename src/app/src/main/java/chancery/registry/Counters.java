package chancery.registry;

import chancery.register.Counter;
import chancery.register.NumberSeries;
import chancery.register.Period;
import chancery.register.Refused;
import chancery.register.SeriesId;
import chancery.registry.NoteBook.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The number series and where each stands: opened, counted on, closed and opened again. */
public final class Counters {
    private final SeriesTable table;
    private final NoteBook notes;
    private final Clock clock;

    Counters(SeriesTable table, NoteBook notes, Clock clock) {
        this.table = table;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Opens a series, unless it is open already.
     *
     * @throws Refused if another series of that id is open, or one that writes the same numbers
     */
    public void open(NumberSeries series) {
        demandTransaction();
        Counter known = table.find(series.id()).orElse(null);
        if (known != null) {
            if (!known.series().isSameAs(series)) {
                throw new Refused("Series " + series.id() + " is open as "
                        + known.series().inWords() + "; it cannot become " + series.inWords()
                        + ": give the new one another id.");
            }
            if (!known.series().equals(series)) {
                table.describe(series);
            }
            return;
        }
        for (Counter other : table.all()) {
            if (other.series().overlaps(series)) {
                throw new Refused("Series " + series.id() + " (" + series.inWords() + ") overlaps series "
                        + other.series().id() + " (" + other.series().inWords()
                        + "): one written number could belong to both; give it another prefix or suffix,"
                        + " or periods of validity that do not meet.");
            }
        }
        Period period = periodNow(series);
        table.add(series, period);
        notes.append(Event.OPENED, series.id(), period, series.first(), null, null, series.source());
    }

    /** Where each of them stands, by id. */
    public List<Counter> all() {
        return table.all();
    }

    /**
     * Where a series stands.
     *
     * @throws Refused if none of that id is open
     */
    public Counter of(SeriesId series) {
        return table.find(series).orElseThrow(() -> unknown(series));
    }

    /**
     * Closes the current period of a series: no more numbers are drawn in it.
     *
     * @throws Refused if it is not the current period, or is closed already
     */
    public void close(SeriesId series, Period period, String by, String why) {
        Counter counter = lock(series, by, why);
        if (!counter.period().equals(period)) {
            throw notCounted(counter, period, "closed");
        }
        if (counter.closed()) {
            throw new Refused("Series " + series + " is closed for " + period + " already" + whoClosed(counter)
                    + "; there is nothing to do.");
        }
        table.set(series, period, counter.next(), true);
        notes.append(Event.CLOSED, series, period, null, counter.next() - 1, by, why);
    }

    /**
     * Opens the current period of a series again: numbers are drawn on from the next.
     *
     * @throws Refused if it is not the current period, or is open
     */
    public void reopen(SeriesId series, Period period, String by, String why) {
        Counter counter = lock(series, by, why);
        if (!counter.period().equals(period)) {
            throw notCounted(counter, period, "opened again");
        }
        if (!counter.closed()) {
            throw new Refused(
                    "Series " + series + " is open for " + period + "; there is nothing to do, its next number is "
                            + counter.series().text(counter.next()) + ".");
        }
        table.set(series, period, counter.next(), false);
        notes.append(Event.OPENED, series, period, counter.next(), null, by, why);
    }

    private static Refused notCounted(Counter counter, Period period, String what) {
        return new Refused("Series " + counter.series().id() + " counts period " + counter.period() + ", not " + period
                + "; only the period that is counted can be " + what + ": say --year " + counter.period() + ".");
    }

    /** Goes on behind a number that is given out, unless the series is further already. */
    void pass(Counter counter, long number) {
        table.set(counter.series().id(), counter.period(), Math.max(counter.next(), number + 1), counter.closed());
    }

    /** Where a series stands today, locked, with a new period begun if there is one; it must be able to give out numbers. */
    Counter next(SeriesId id) {
        Counter counter = lock(id);
        NumberSeries series = counter.series();
        LocalDate today = LocalDate.now(clock);
        if (!series.isValid(today, today)) {
            throw new Refused("Series " + id + " gives out no numbers on " + today + " (" + series.inWords() + "). "
                    + validInstead(series, today));
        }
        if (counter.closed()) {
            throw closed(counter);
        }
        return counter;
    }

    /** Where a series stands today, locked, for one who says who he is and why. */
    Counter lock(SeriesId id, String by, String why) {
        Counter counter = lock(id);
        demandReason(by, why);
        return counter;
    }

    private Counter lock(SeriesId id) {
        demandTransaction();
        Counter counter = table.lock(id).orElseThrow(() -> unknown(id));
        Period now = periodNow(counter.series());
        int passed = now.compareTo(counter.period());
        if (passed < 0) {
            throw new Refused("Series " + id + " counts " + counter.period() + " already, but the clock says " + now
                    + "; set the clock right.");
        }
        return passed == 0
                ? counter
                : new Counter(counter.series(), now, counter.series().first(), false);
    }

    private Period periodNow(NumberSeries series) {
        LocalDate today = LocalDate.now(clock);
        return series.periodOf(today, today);
    }

    /** What the office gives out instead on that day, and how its step comes to draw from it. */
    private String validInstead(NumberSeries series, LocalDate today) {
        String others = table.all().stream()
                .map(Counter::series)
                .filter(other -> other.office().equals(series.office())
                        && other.direction() == series.direction()
                        && other.isValid(today, today))
                .map(other -> other.id().value())
                .collect(Collectors.joining(" or "));
        return others.isEmpty()
                ? "Declare one of office " + series.office()
                        + " that does, in procedure.yaml under \"series\", and let the step of the diagram draw from it."
                : "Let the step of the diagram draw from " + others + ", which does.";
    }

    /** Whoever wants a number waits for the new year, or for the one who keeps the register. */
    private Refused closed(Counter counter) {
        NumberSeries series = counter.series();
        String wait = counter.period()
                .year()
                .map(year ->
                        " It begins again on " + LocalDate.of(year + 1, 1, 1) + "; leave the task open until then, or")
                .orElse(" It never begins again;");
        return new Refused("Series " + series.id()
                + counter.period().year().map(year -> " is closed for " + year).orElse(" is closed")
                + whoClosed(counter) + "." + wait + " whoever keeps the register of office " + series.office()
                + " opens it: register open " + series.id() + " --year " + counter.period()
                + " --by NAME --because TEXT. Nothing was changed.");
    }

    private String whoClosed(Counter counter) {
        return notes.of(counter.series().id()).stream()
                .filter(note -> note.event() == Event.CLOSED && note.period().equals(counter.period()))
                .reduce((earlier, later) -> later)
                .map(note -> " (by " + note.by() + " on " + LocalDate.ofInstant(note.recordedAt(), ZoneOffset.UTC)
                        + ": " + note.why() + ")")
                .orElse("");
    }

    private Refused unknown(SeriesId series) {
        List<Counter> known = table.all();
        return new Refused("There is no series \"" + series + "\"; "
                + (known.isEmpty()
                        ? "none is open yet: declare it in a procedure.yaml under \"series\", and start \"serve\" or \"run\"."
                        : "open are: "
                                + known.stream()
                                        .map(counter -> counter.series().id().value())
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    static void demandReason(String by, String why) {
        if (by.isBlank() || why.isBlank()) {
            throw new Refused("A register notes who says so and why; give both.");
        }
    }

    static void demandTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A register is written within a transaction only");
        }
    }
}
