package chancery.cli.book;

import chancery.cli.shared.ExitCode;
import chancery.cli.text.Table;
import chancery.register.Claim;
import chancery.register.Counter;
import chancery.register.Gap;
import chancery.register.NumberSeries;
import chancery.register.Origin;
import chancery.register.Period;
import chancery.register.RegisterEntry;
import chancery.register.SeriesId;
import chancery.registry.RegisterJson;
import chancery.registry.Registers;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code register list}: where the series stand, and what is entered in them. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Prints where the series stand and what is entered, and which numbers several documents claim.")
final class ListEntries extends OnBooks {
    @Parameters(arity = "0..1", paramLabel = "SERIES", description = "id of a number series (default: all)")
    private @Nullable String series;

    @Option(names = "--year", paramLabel = "YEAR", description = "of this year only")
    private @Nullable String year;

    @Option(names = "--json", description = "as JSON, after schema/register.schema.json")
    private boolean json;

    @Override
    int on(Opened books, Clock clock) {
        Registers registers = books.registers();
        SeriesId wanted = series == null ? null : read(series, SeriesId::new);
        Period period = year == null ? null : read(year, Period::new);
        List<Counter> counters = wanted == null
                ? registers.counters().all()
                : List.of(registers.counters().of(wanted));
        List<RegisterEntry> entries = registers.entries().stream()
                .filter(entry -> wanted == null || wanted.equals(entry.series()))
                .filter(entry -> period == null || period.equals(entry.period()))
                .toList();
        List<Claim> claims = registers.claims().stream()
                .filter(claim -> entries.contains(claim.entries().get(0)))
                .toList();
        if (json) {
            List<Gap> gaps = counters.stream()
                    .flatMap(counter -> registers.gaps().of(counter.series().id()).stream())
                    .filter(gap -> period == null || period.equals(gap.period()))
                    .toList();
            out().println(RegisterJson.line(counters, entries, gaps, claims));
            return ExitCode.DONE;
        }
        printSeries(counters);
        printEntries(entries);
        List<NumberSeries> known =
                registers.counters().all().stream().map(Counter::series).toList();
        entries.forEach(entry -> entry.formInWords(known)
                .ifPresent(form -> out().println("Of no series of its office: " + entry.number() + " (" + entry.office()
                        + ", " + entry.period() + ") " + form + ".")));
        claims.forEach(claim -> out().println("Claimed by several: " + claim.number() + " ("
                + claim.entries().get(0).office() + ", "
                + claim.entries().get(0).period() + "): "
                + claim.entries().stream().map(RegisterEntry::matter).distinct().collect(Collectors.joining("; "))
                + "."));
        return ExitCode.DONE;
    }

    private void printSeries(List<Counter> counters) {
        Table table = new Table().row("SERIES", "OFFICE", "DIRECTION", "PERIOD", "NEXT");
        counters.forEach(counter -> table.row(
                counter.series().id().value(),
                counter.series().office().value(),
                counter.series().direction().word(),
                counter.period().text(),
                counter.closed() ? "closed" : counter.series().text(counter.next())));
        table.lines().forEach(out()::println);
        out().println();
    }

    private void printEntries(List<RegisterEntry> entries) {
        if (entries.isEmpty()) {
            out().println("Nothing is entered.");
            return;
        }
        Table table = new Table().row("NUMBER", "DATE", "SERIES", "OFFICE", "STATUS", "DOCUMENT", "LEDGER");
        entries.forEach(entry -> table.row(
                entry.number(),
                Objects.requireNonNullElse(entry.registration().date(), ""),
                entry.series() == null ? "none of its office" : entry.series().value(),
                entry.office().value(),
                entry.status().word() + (entry.origin() == Origin.OBSERVED ? ", observed" : ""),
                entry.registration().caseId() == null ? "" : entry.matter(),
                Long.toString(entry.entry())));
        table.lines().forEach(out()::println);
    }
}
