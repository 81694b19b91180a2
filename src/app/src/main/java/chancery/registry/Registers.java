package chancery.registry;

import chancery.audit.Ledger;
import chancery.ledger.Book;
import chancery.register.Claim;
import chancery.register.Counter;
import chancery.register.EntryStatus;
import chancery.register.NumberSeries;
import chancery.register.Numeral;
import chancery.register.Observation;
import chancery.register.Origin;
import chancery.register.Period;
import chancery.register.Refused;
import chancery.register.RegisterEntry;
import chancery.register.Registration;
import chancery.register.RegistryNumber;
import chancery.register.SeriesId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The registers: number series ({@link #counters()}), their entries and their gaps ({@link #gaps()}). Everything that
 * writes belongs to the caller's transaction, and what it has written can be read when that has committed.
 *
 * <p>A number is drawn under the lock of its series, which is held to the end of the transaction; so numbers have
 * neither gaps nor duplicates, and one that is rolled back is drawn by the next. Whoever needs numbers of several series
 * in one transaction draws them together, or in order of the series' ids: then nobody waits for one who waits for him.
 * The ledger's own lock comes last.
 */
public final class Registers {
    /** The books that the ledger vouches for here. */
    public static final List<Book> BOOKS = List.of(EntryBook.BOOK, NoteBook.BOOK, CopyBook.BOOK);

    private final Counters counters;
    private final Gaps gaps;
    private final EntryBook entries;
    private final Clock clock;

    public Registers(DataSource database, Ledger ledger, Clock clock) {
        NoteBook notes = new NoteBook(database, ledger);
        this.counters = new Counters(new SeriesTable(database), notes, clock);
        this.entries = new EntryBook(database, ledger);
        this.gaps = new Gaps(counters, entries, notes);
        this.clock = clock;
    }

    /** The series, and where each stands. */
    public Counters counters() {
        return counters;
    }

    /** What is missing in them. */
    public Gaps gaps() {
        return gaps;
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
        Counter counter = counters.next(series);
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
        Counters.demandReason(by, why);
        Counter counter = counters.next(series);
        return enter(counter, counter.next(), Numeral.ARABIC, EntryStatus.RESERVED, Registration.by(by), why);
    }

    /**
     * Enters a number that was chosen by hand: one that is reserved or missing, or a later one, which the series then
     * goes on from; what is left out between becomes a gap.
     *
     * @throws Refused if the number is used already, or the series draws none
     */
    public RegistryNumber enter(SeriesId series, long number, Registration registration) {
        Counter counter = counters.next(series);
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
        counters.pass(counter, number);
        entries.append(
                entry(series, counter.period(), number, text, status, dated(registration), reason), EntryBook.NOTHING);
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
        Counter counter = counters.lock(series, by, why);
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
            gaps.demandGap(series, period, number, number);
            entries.append(
                    entry(counter.series(), period, number, text, status, Registration.by(by), why), EntryBook.NOTHING);
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
        Counters.demandTransaction();
        String number = observation.number();
        NumberSeries series = counters.all().stream()
                .map(Counter::series)
                .filter(observation::isOf)
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
        Counters.demandTransaction();
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
        return Claim.among(entries.current());
    }

    private static RegisterEntry entry(
            NumberSeries series,
            Period period,
            long number,
            String text,
            EntryStatus status,
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
                Origin.LIVE,
                series.direction(),
                series.office(),
                registration,
                reason);
    }
}
