package chancery.cli.book;

import chancery.casefile.InvalidInput;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.NewFile;
import chancery.cli.shared.Streams;
import chancery.cli.text.Table;
import chancery.office.Words;
import chancery.register.Copy;
import chancery.register.Counter;
import chancery.register.EntryStatus;
import chancery.register.Gap;
import chancery.register.SeriesId;
import chancery.registry.Registers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code register}: number series, their entries and gaps, and copies. */
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "Reads and reviews the registers.",
        subcommands = {
            ListEntries.class,
            RegisterCommand.Gaps.class,
            RegisterCommand.Review.class,
            RegisterCommand.Mark.class,
            RegisterCommand.Close.class,
            RegisterCommand.Open.class,
            RegisterCommand.Complete.class,
            RegisterCommand.Journal.class,
            RegisterCommand.Card.class,
            RegisterCommand.Copies.class
        })
public final class RegisterCommand implements Runnable {
    private static final String ELSEWHERE = "name another file with --html";

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public void run() {
        streams.usage();
    }

    /** {@code register gaps}. */
    @Command(
            name = "gaps",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the numbers that no entry explains, in years counted here or declared complete.",
                "Exit code 1 as long as one of them is not reviewed."
            })
    static final class Gaps extends OnBooks {
        @Parameters(arity = "0..1", paramLabel = "SERIES", description = "id of a number series (default: all)")
        private @Nullable String series;

        @Override
        int on(Opened books, Clock clock) {
            Registers registers = books.registers();
            List<SeriesId> wanted = series == null
                    ? registers.counters().all().stream()
                            .map(counter -> counter.series().id())
                            .toList()
                    : List.of(read(series, SeriesId::new));
            List<Gap> gaps = wanted.stream()
                    .flatMap(id -> registers.gaps().of(id).stream())
                    .toList();
            if (gaps.isEmpty()) {
                out().println("No gaps.");
                return ExitCode.DONE;
            }
            Table table = new Table().row("SERIES", "PERIOD", "NUMBERS", "REVIEWED BY", "WHY");
            gaps.forEach(gap -> table.row(
                    gap.series().value(),
                    gap.period().text(),
                    gap.numbers(),
                    gap.review() == null ? "not reviewed" : gap.review().by(),
                    gap.review() == null ? "" : gap.review().why()));
            table.lines().forEach(out()::println);
            return gaps.stream().allMatch(gap -> gap.review() != null) ? ExitCode.DONE : ExitCode.NO;
        }
    }

    /** {@code register review}. */
    @Command(name = "review", mixinStandardHelpOptions = true, description = "Explains a gap: by whom, and why.")
    static final class Review extends OnWriting {
        private static final Pattern NUMBERS = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

        @Parameters(index = "1", paramLabel = "NUMBER[-NUMBER]", description = "the missing numbers, digits alone")
        private String numbers = "";

        @Override
        int on(Opened books, Clock clock) {
            Matcher range = NUMBERS.matcher(numbers);
            if (!range.matches()) {
                throw new InvalidInput("\"" + numbers + "\" is no range of numbers; write 7 or 7-9.");
            }
            long from = Long.parseLong(range.group(1));
            long to = range.group(2) == null ? from : Long.parseLong(range.group(2));
            books.registers().gaps().review(series(), period(books), from, to, by, because);
            talk().println("Reviewed: " + numbers + " of " + series() + ", " + period(books) + ".");
            return ExitCode.DONE;
        }
    }

    /** {@code register mark}. */
    @Command(
            name = "mark",
            mixinStandardHelpOptions = true,
            description = "Says that a number is void, lost or not seen.")
    static final class Mark extends OnWriting {
        private static final List<EntryStatus> STATUSES =
                List.of(EntryStatus.VOID, EntryStatus.LOST, EntryStatus.NOT_SEEN);

        @Parameters(index = "1", paramLabel = "NUMBER", description = "the number, digits alone")
        private long number;

        @Parameters(index = "2", paramLabel = "STATUS", description = "void, lost or not-seen")
        private String status = "";

        @Override
        int on(Opened books, Clock clock) {
            EntryStatus marked = STATUSES.stream()
                    .filter(known -> Words.key(known).equals(status))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput(
                            "\"" + status + "\" is no status to mark a number with; write void, lost or not-seen."));
            books.registers().mark(series(), period(books), number, marked, by, because);
            talk().println("Marked: " + number + " of " + series() + ", " + period(books) + ", " + marked.word() + ".");
            return ExitCode.DONE;
        }
    }

    /** {@code register close}. */
    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = "Closes a series for the year: no more numbers are drawn in it.")
    static final class Close extends OnWriting {
        @Override
        int on(Opened books, Clock clock) {
            books.registers().counters().close(series(), period(books), by, because);
            talk().println("Closed: " + series() + ", " + period(books) + ".");
            return ExitCode.DONE;
        }
    }

    /** {@code register open}. */
    @Command(
            name = "open",
            mixinStandardHelpOptions = true,
            description = "Opens a series again that was closed for the year.")
    static final class Open extends OnWriting {
        @Override
        int on(Opened books, Clock clock) {
            books.registers().counters().reopen(series(), period(books), by, because);
            Counter counter = books.registers().counters().of(series());
            talk().println("Opened: " + series() + ", " + counter.period() + ", next number "
                    + counter.series().text(counter.next()) + ".");
            return ExitCode.DONE;
        }
    }

    /** {@code register complete}. */
    @Command(
            name = "complete",
            mixinStandardHelpOptions = true,
            description = "Declares that every number of a year is entered, so that a missing one is a gap.")
    static final class Complete extends OnWriting {
        @Option(
                names = "--last",
                paramLabel = "NUMBER",
                description = "last number of the year (default: the greatest that is entered)")
        private @Nullable Long last;

        @Override
        int on(Opened books, Clock clock) {
            books.registers().gaps().declareComplete(series(), period(books), last, by, because);
            talk().println("Declared complete: " + series() + ", " + period(books) + ".");
            return ExitCode.DONE;
        }
    }

    /** {@code register journal}. */
    @Command(
            name = "journal",
            mixinStandardHelpOptions = true,
            description = "Writes the journal of a series as a page that prints on A4.")
    static final class Journal extends OnSeries {
        @Option(names = "--html", required = true, paramLabel = "FILE", description = "the page to write")
        @SuppressWarnings("NullAway.Init")
        private Path html;

        @Override
        int on(Opened books, Clock clock) {
            NewFile.write(html, books.pages().journal(series(), period(books)), ELSEWHERE);
            talk().println("Written: " + html);
            return ExitCode.DONE;
        }
    }

    /** {@code register card}. */
    @Command(
            name = "card",
            mixinStandardHelpOptions = true,
            description = "Writes the registration card of a number as a page that prints on A6.")
    static final class Card extends OnSeries {
        @Parameters(index = "1", paramLabel = "NUMBER", description = "the number, digits alone")
        private long number;

        @Option(names = "--html", required = true, paramLabel = "FILE", description = "the page to write")
        @SuppressWarnings("NullAway.Init")
        private Path html;

        @Override
        int on(Opened books, Clock clock) {
            NewFile.write(html, books.pages().card(series(), period(books), number), ELSEWHERE);
            talk().println("Written: " + html);
            return ExitCode.DONE;
        }
    }

    /** {@code register copies}. */
    @Command(
            name = "copies",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the copies of a case and what became of them, or all that are out.",
                "Exit code 1 if a copy is overdue, or list and count contradict each other."
            })
    static final class Copies extends OnBooks {
        @Parameters(arity = "0..1", paramLabel = "CASE", description = "case id (default: all copies that are out)")
        private @Nullable String caseId;

        @Override
        int on(Opened books, Clock clock) {
            List<Copy> copies = caseId == null
                    ? books.copies().outstanding()
                    : books.copies().of(caseId);
            if (copies.isEmpty()) {
                out().println(caseId == null ? "No copies are out." : "No copies of case " + caseId + " are entered.");
                return ExitCode.DONE;
            }
            LocalDate today = LocalDate.now(clock);
            List<String> contradictions = new ArrayList<>();
            copies.stream()
                    .map(Copy::caseId)
                    .distinct()
                    .forEach(id -> books.copies()
                            .contradictions(id)
                            .forEach(found -> contradictions.add("Contradicted: " + id + " " + found + ".")));
            Table table = new Table().row("CASE", "DOCUMENT", "COPY", "TO", "NOW");
            copies.forEach(copy -> table.row(
                    copy.caseId(),
                    copy.document(),
                    copy.name(),
                    copy.recipient(),
                    copy.fateInWords() + (copy.isOverdue(today) ? ", overdue" : "")));
            table.lines().forEach(out()::println);
            contradictions.forEach(out()::println);
            return contradictions.isEmpty() && copies.stream().noneMatch(copy -> copy.isOverdue(today))
                    ? ExitCode.DONE
                    : ExitCode.NO;
        }
    }
}
