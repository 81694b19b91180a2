package chancery.registry;

import chancery.register.Counter;
import chancery.register.Gap;
import chancery.register.Period;
import chancery.register.Refused;
import chancery.register.Reset;
import chancery.register.SeriesId;
import chancery.registry.NoteBook.Event;
import chancery.registry.NoteBook.Note;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gaps of the series: numbers that should be entered, since the register vouches for their period, and are not. */
public final class Gaps {
    private final Counters counters;
    private final EntryBook entries;
    private final NoteBook notes;

    Gaps(Counters counters, EntryBook entries, NoteBook notes) {
        this.counters = counters;
        this.entries = entries;
        this.notes = notes;
    }

    /** The periods of which a series holds something, the current one included, in order. */
    public List<Period> periods(SeriesId series) {
        Counter counter = counters.of(series);
        return Stream.of(
                        entries.periods(series).stream(),
                        Stream.of(counter.period()),
                        notes.of(series).stream().map(Note::period))
                .flatMap(Function.identity())
                .distinct()
                .sorted()
                .toList();
    }

    /** The gaps of a series in all its periods; none in those that were neither opened here nor declared complete. */
    public List<Gap> of(SeriesId series) {
        return periods(series).stream()
                .flatMap(period -> of(series, period).stream())
                .toList();
    }

    /** The gaps of a series in one period. */
    public List<Gap> of(SeriesId series, Period period) {
        Counter counter = counters.of(series);
        List<Note> said = notes.of(series).stream()
                .filter(note -> note.period().equals(period))
                .toList();
        List<Long> numbers = entries.numbers(series, period);
        long last = lastExpected(counter, period, said, numbers);
        return new MissingNumbers(series, period, counter.series().first(), last, numbers, said).list();
    }

    /** The last number that should be entered; less than the first if nothing is claimed of the period. */
    private long lastExpected(Counter counter, Period period, List<Note> said, List<Long> numbers) {
        long greatest = numbers.isEmpty() ? counter.series().first() - 1 : numbers.get(numbers.size() - 1);
        long last = counter.series().first() - 1;
        if (period.equals(counter.period())) {
            last = counter.next() - 1;
        }
        Long givenOut = entries.greatestGivenOut(counter.series().id(), period);
        if (givenOut != null) {
            last = Math.max(last, givenOut);
        }
        if (counter.series().complete() && !period.equals(Period.UNDATED)) {
            last = Math.max(last, greatest);
        }
        for (Note note : said) {
            if (note.event() == Event.COMPLETE) {
                Long to = note.to();
                last = Math.max(last, to == null ? greatest : to);
            }
        }
        return last;
    }

    /**
     * Declares that every number of a period is entered, so that a missing one is a gap.
     *
     * @param last the last number of the period; {@code null}: the greatest that is entered
     */
    public void declareComplete(SeriesId series, Period period, @Nullable Long last, String by, String why) {
        Counter counter = counters.lock(series, by, why);
        if (period.equals(Period.UNDATED)
                || period.equals(Period.WHOLE) != (counter.series().reset() == Reset.NEVER)) {
            throw new Refused("Series " + series
                    + (counter.series().reset() == Reset.NEVER
                            ? " never begins again; its one period is called \"whole\", not \""
                            : " begins again every year; what can be complete is a year, such as 1955, not \"")
                    + period + "\". Say so with --year.");
        }
        if (last != null && last < counter.series().first()) {
            throw new Refused("Series " + series + " begins with "
                    + counter.series().first() + "; it cannot end with " + last
                    + ". Check --last, or leave it out to end with the greatest number that is entered.");
        }
        notes.append(Event.COMPLETE, series, period, counter.series().first(), last, by, why);
    }

    /**
     * Explains a gap.
     *
     * @throws Refused if not every one of the numbers is missing
     */
    public void review(SeriesId series, Period period, long from, long to, String by, String why) {
        counters.lock(series, by, why);
        demandGap(series, period, from, to);
        notes.append(Event.REVIEWED, series, period, from, to, by, why);
    }

    /** Refuses what is said of numbers of which not every one is missing. */
    void demandGap(SeriesId series, Period period, long from, long to) {
        List<Gap> gaps = of(series, period);
        long missing = gaps.stream()
                .mapToLong(gap -> Math.max(0, Math.min(to, gap.to()) - Math.max(from, gap.from()) + 1))
                .sum();
        if (from > to || missing != to - from + 1) {
            throw new Refused((from == to ? Long.toString(from) : from + "-" + to) + " of series " + series + ", "
                    + period + ", is no gap; "
                    + (gaps.isEmpty()
                            ? "the register has none there. Gaps are known only where numbers were given out here; of an"
                                    + " older journal that survives whole, say so first: register complete " + series
                                    + " --year " + period + "."
                            : "gaps are: " + gaps.stream().map(Gap::numbers).collect(Collectors.joining(", "))
                                    + "; name one of these."));
        }
    }
}
