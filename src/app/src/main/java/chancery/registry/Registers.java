package chancery.registry;

import chancery.audit.Ledger;
import chancery.ledger.Book;
import chancery.register.Claim;
import chancery.register.Counter;
import chancery.register.EntryStatus;
import chancery.register.Gap;
import chancery.register.NumberSeries;
import chancery.register.Numeral;
import chancery.register.Observation;
import chancery.register.Origin;
import chancery.register.Period;
import chancery.register.Refused;
import chancery.register.RegisterEntry;
import chancery.register.Registration;
import chancery.register.RegistryNumber;
import chancery.register.Reset;
import chancery.register.SeriesId;
import chancery.registry.NoteBook.Event;
import chancery.registry.NoteBook.Note;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The registers: number series, their entries and their gaps. Everything that writes belongs to the caller's
 * transaction, and what it has written can be read when that has committed.
 *
 * <p>A number is drawn under the lock of its series, which is held to the end of the transaction; so numbers have
 * neither gaps nor duplicates, and one that is rolled back is drawn by the next. Whoever needs numbers of several series
 * in one transaction draws them together, or in order of the series' ids: then nobody waits for one who waits for him.
 * The ledger's own lock comes last.
 */
public final class Registers {
    /** The books that the ledger vouches for here. */
    public static final List<Book> BOOKS = List.of(EntryBook.BOOK, NoteBook.BOOK, CopyBook.BOOK);

    private final SeriesTable table;
    private final EntryBook entries;
    private final NoteBook notes;
    private final Clock clock;

    public Registers(DataSource database, Ledger ledger, Clock clock) {
        this.table = new SeriesTable(database);
        this.entries = new EntryBook(database, ledger);
        this.notes = new NoteBook(database, ledger);
        this.clock = clock;
    }

    // ---- series ----

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

    /** Where each series stands, by id. */
    public List<Counter> counters() {
        return table.all();
    }

    /**
     * Where a series stands.
     *
     * @throws Refused if none of that id is open
     */
    public Counter counter(SeriesId series) {
        return table.find(series).orElseThrow(() -> unknown(series));
    }

    /** The periods of which a series holds something, the current one included, in order. */
    public List<Period> periods(SeriesId series) {
        Counter counter = counter(series);
        return Stream.of(
                        entries.periods(series).stream(),
                        Stream.of(counter.period()),
                        notes.of(series).stream().map(Note::period))
                .flatMap(Function.identity())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Closes the current period of a series: no more numbers are drawn in it.
     *
     * @throws Refused if it is not the current period, or is closed already
     */
    public void close(SeriesId series, Period period, String by, String why) {
        Counter counter = lockNow(series);
        demandReason(by, why);
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
        Counter counter = lockNow(series);
        demandReason(by, why);
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

    /**
     * Declares that every number of a period is entered, so that a missing one is a gap.
     *
     * @param last the last number of the period; {@code null}: the greatest that is entered
     */
    public void declareComplete(SeriesId series, Period period, @Nullable Long last, String by, String why) {
        Counter counter = lockNow(series);
        demandReason(by, why);
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

    // ---- numbers given out here ----

    /**
     * Draws the next number for a registration.
     *
     * @throws Refused if the series is not open, not valid today or closed
     */
    public RegistryNumber draw(SeriesId series, Registration registration) {
        return draw(series, registration, Numeral.ARABIC);
    }

    /** Draws the next number, written with a kind of numeral; see {@link #draw(SeriesId, Registration)}. */
    public RegistryNumber draw(SeriesId series, Registration registration, Numeral numeral) {
        Counter counter = next(series);
        return enter(counter, counter.next(), numeral, EntryStatus.ISSUED, registration, null);
    }

    /** Draws one number of each of several series, in the order in which all draw, so that nobody waits for ever. */
    public SortedMap<SeriesId, RegistryNumber> drawAll(Map<SeriesId, Registration> registrations) {
        SortedMap<SeriesId, RegistryNumber> drawn = new TreeMap<>();
        new TreeMap<>(registrations).forEach((series, registration) -> drawn.put(series, draw(series, registration)));
        return drawn;
    }

    /** Draws the next number and keeps it for somebody. */
    public RegistryNumber reserve(SeriesId series, String by, String why) {
        demandReason(by, why);
        Counter counter = next(series);
        return enter(counter, counter.next(), Numeral.ARABIC, EntryStatus.RESERVED, Registration.by(by), why);
    }

    /**
     * Enters a number that was chosen by hand: one that is reserved or missing, or a later one, which the series then
     * goes on from; what is left out between becomes a gap.
     *
     * @throws Refused if the number is used already, or the series draws none
     */
    public RegistryNumber enter(SeriesId series, long number, Registration registration) {
        Counter counter = next(series);
        List<RegisterEntry> known = entries.current(series, counter.period(), number);
        if (known.size() == 1 && known.get(0).status() == EntryStatus.RESERVED) {
            RegisterEntry reserved = known.get(0);
            entries.append(
                    entry(
                            counter.series(),
                            counter.period(),
                            number,
                            reserved.number(),
                            EntryStatus.ISSUED,
                            Origin.LIVE,
                            dated(registration),
                            null),
                    reserved.entry());
            return new RegistryNumber(reserved.number(), series.value());
        }
        if (!known.isEmpty()) {
            throw new Refused(known.get(0).number() + " of series " + series + ", " + counter.period() + ", is "
                    + known.get(0).status().word() + " already ("
                    + known.stream().map(RegisterEntry::matter).collect(Collectors.joining("; "))
                    + "); draw the next number, which is "
                    + counter.series().text(counter.next()) + ".");
        }
        if (number < counter.series().first()) {
            throw new Refused("Series " + series + " begins with "
                    + counter.series().first() + "; " + number + " is no number of it. Draw the next, which is "
                    + counter.series().text(counter.next()) + ".");
        }
        return enter(counter, number, Numeral.ARABIC, EntryStatus.ISSUED, registration, null);
    }

    private RegistryNumber enter(
            Counter counter,
            long number,
            Numeral numeral,
            EntryStatus status,
            Registration registration,
            @Nullable String reason) {
        NumberSeries series = counter.series();
        String text = series.text(number, numeral);
        table.set(series.id(), counter.period(), Math.max(counter.next(), number + 1), counter.closed());
        entries.append(
                entry(series, counter.period(), number, text, status, Origin.LIVE, dated(registration), reason),
                EntryBook.NOTHING);
        return new RegistryNumber(text, series.id().value());
    }

    private Registration dated(Registration registration) {
        return registration.date() != null
                ? registration
                : registration.dated(LocalDate.now(clock).toString());
    }

    /**
     * Says that a number is void, lost or not seen: one that is entered, or one that is missing.
     *
     * @throws Refused if nothing is known of the number, or several documents claim it
     */
    public void mark(SeriesId series, Period period, long number, EntryStatus status, String by, String why) {
        Counter counter = lockNow(series);
        demandReason(by, why);
        if (status == EntryStatus.ISSUED || status == EntryStatus.RESERVED) {
            throw new IllegalArgumentException("A number is " + status.word() + " by being drawn");
        }
        List<RegisterEntry> known = entries.current(series, period, number);
        String text = counter.series().text(number);
        if (known.size() > 1) {
            throw new Refused(
                    "Several documents claim " + text + " of series " + series + ", " + period + " ("
                            + known.stream().map(RegisterEntry::matter).collect(Collectors.joining("; "))
                            + "); settle first which of them bears it: correct the case files of the others, and run them again.");
        }
        if (known.isEmpty()) {
            demandGap(series, period, number, number);
            entries.append(
                    entry(counter.series(), period, number, text, status, Origin.LIVE, Registration.by(by), why),
                    EntryBook.NOTHING);
            return;
        }
        RegisterEntry corrected = known.get(0);
        if (corrected.status() == status) {
            throw new Refused(corrected.number() + " of series " + series + ", " + period + ", is " + status.word()
                    + " already; there is nothing to do.");
        }
        correct(corrected, status, corrected.origin(), by, why);
    }

    private void correct(RegisterEntry corrected, EntryStatus status, Origin origin, @Nullable String by, String why) {
        entries.append(
                new RegisterEntry(
                        0,
                        Instant.EPOCH,
                        "",
                        corrected.series(),
                        corrected.period(),
                        corrected.value(),
                        corrected.number(),
                        status,
                        origin,
                        corrected.direction(),
                        corrected.office(),
                        corrected.registration().registeredBy(by),
                        why),
                corrected.entry());
    }

    // ---- numbers observed on documents ----

    /** Enters a number as a historical document bears it. No counter moves. */
    public void observe(Observation observation) {
        demandTransaction();
        String number = observation.number();
        NumberSeries series = table.all().stream()
                .map(Counter::series)
                .filter(known -> known.office().equals(observation.office())
                        && known.direction() == observation.direction()
                        && known.isValid(observation.earliest(), observation.latest())
                        && known.valueOf(number).isPresent())
                .findFirst()
                .orElse(null);
        entries.append(
                new RegisterEntry(
                        0,
                        Instant.EPOCH,
                        "",
                        series == null ? null : series.id(),
                        series == null
                                ? Period.between(observation.earliest(), observation.latest())
                                : series.periodOf(observation.earliest(), observation.latest()),
                        series == null ? null : series.valueOf(number).orElse(null),
                        number,
                        EntryStatus.ISSUED,
                        Origin.OBSERVED,
                        observation.direction(),
                        observation.office(),
                        observation.registration(),
                        observation.reason()),
                null);
    }

    /** Takes back what was observed in an instance, since another has taken its place. */
    public void withdraw(String instanceId, String why) {
        demandTransaction();
        for (RegisterEntry observed : entries.observedBy(instanceId)) {
            correct(observed, observed.status(), Origin.WITHDRAWN, null, why);
        }
    }

    // ---- reading ----

    /** All entries as they stand, by office, series, period and number. */
    public List<RegisterEntry> entries() {
        return entries.current();
    }

    /** The entries of a series and period as they stand, by number. */
    public List<RegisterEntry> entries(SeriesId series, Period period) {
        return entries.current(series, period);
    }

    /** The entries of a number as they stand; several if several documents claim it. */
    public List<RegisterEntry> entries(SeriesId series, Period period, long number) {
        return entries.current(series, period, number);
    }

    /** The entries of a case's instance as they stand, in order of the ledger. */
    public List<RegisterEntry> entriesOf(String instanceId) {
        return entries.ofInstance(instanceId);
    }

    /** All that was ever entered of a number, oldest first. */
    public List<RegisterEntry> history(SeriesId series, Period period, long number) {
        return entries.history(series, period, number);
    }

    /** The numbers that several documents claim, in the order of {@link #entries()}. */
    public List<Claim> claims() {
        Map<List<Object>, List<RegisterEntry>> byNumber = new LinkedHashMap<>();
        for (RegisterEntry entry : entries.current()) {
            boolean bears = entry.status() != EntryStatus.VOID && entry.status() != EntryStatus.NOT_SEEN;
            if (bears
                    && entry.registration().caseId() != null
                    && !entry.period().equals(Period.UNDATED)) {
                byNumber.computeIfAbsent(key(entry), unseen -> new ArrayList<>())
                        .add(entry);
            }
        }
        return byNumber.values().stream()
                .filter(claimants ->
                        claimants.stream().map(RegisterEntry::matter).distinct().count() > 1)
                .map(claimants -> new Claim(claimants.get(0).number(), claimants))
                .toList();
    }

    private static List<Object> key(RegisterEntry entry) {
        return entry.series() != null && entry.value() != null
                ? List.of(entry.series(), entry.period(), entry.value())
                : List.of(
                        entry.office(),
                        entry.direction() == null ? "" : entry.direction(),
                        entry.period(),
                        entry.number());
    }

    /** The gaps of a series in all its periods; none in those that were neither opened here nor declared complete. */
    public List<Gap> gaps(SeriesId series) {
        return periods(series).stream()
                .flatMap(period -> gaps(series, period).stream())
                .toList();
    }

    /** The gaps of a series in one period. */
    public List<Gap> gaps(SeriesId series, Period period) {
        Counter counter = counter(series);
        List<Note> said = notes.of(series).stream()
                .filter(note -> note.period().equals(period))
                .toList();
        List<Long> numbers = entries.numbers(series, period);
        long last = lastExpected(counter, period, said, numbers);
        return new Gaps(series, period, counter.series().first(), last, numbers, said).list();
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
     * Explains a gap.
     *
     * @throws Refused if not every one of the numbers is missing
     */
    public void review(SeriesId series, Period period, long from, long to, String by, String why) {
        lockNow(series);
        demandReason(by, why);
        demandGap(series, period, from, to);
        notes.append(Event.REVIEWED, series, period, from, to, by, why);
    }

    // ---- what must hold ----

    private void demandGap(SeriesId series, Period period, long from, long to) {
        List<Gap> gaps = gaps(series, period);
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

    /** Where a series stands today, locked, with a new period begun if there is one; it must be able to give out numbers. */
    private Counter next(SeriesId id) {
        Counter counter = lockNow(id);
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

    private Counter lockNow(SeriesId id) {
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

    private static void demandReason(String by, String why) {
        if (by.isBlank() || why.isBlank()) {
            throw new Refused("A register notes who says so and why; give both.");
        }
    }

    private static void demandTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A register is written within a transaction only");
        }
    }

    private static RegisterEntry entry(
            NumberSeries series,
            Period period,
            long number,
            String text,
            EntryStatus status,
            Origin origin,
            Registration registration,
            @Nullable String reason) {
        return new RegisterEntry(
                0,
                Instant.EPOCH,
                "",
                series.id(),
                period,
                number,
                text,
                status,
                origin,
                series.direction(),
                series.office(),
                registration,
                reason);
    }
}
