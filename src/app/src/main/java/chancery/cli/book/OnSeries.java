package chancery.cli.book;

import chancery.register.Period;
import chancery.register.SeriesId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command on a series and one of its periods. */
abstract class OnSeries extends OnBooks {
    @Parameters(index = "0", paramLabel = "SERIES", description = "id of a number series")
    private String series = "";

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "the year, \"whole\" or \"undated\" (default: what the series counts now)")
    private @Nullable String year;

    SeriesId series() {
        return read(series, SeriesId::new);
    }

    Period period(Opened books) {
        return year == null ? books.registers().counters().of(series()).period() : read(year, Period::new);
    }
}
