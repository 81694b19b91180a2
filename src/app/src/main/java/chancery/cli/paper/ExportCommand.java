package chancery.cli.paper;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.cli.shared.Batch;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.NewFile;
import chancery.cli.shared.Streams;
import chancery.cli.shared.ThreadsOption;
import chancery.document.date.HistoricalDate;
import chancery.reading.letter.LetterIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: letters as an index that other programs read. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes an index of the letters of cases in CMIF (TEI); what it cannot hold is told.")
public final class ExportCommand implements Callable<Integer> {
    private static final String OTHERWISE = "name another with --cmif";

    @Parameters(arity = "1..*", paramLabel = "CASE", description = "case id, case file, or folder of case files")
    private List<String> cases = List.of();

    @Option(names = "--cmif", required = true, paramLabel = "FILE", description = "the index to write")
    private Path file = Path.of("");

    @Option(names = "--title", paramLabel = "TEXT", description = "title of the index (default: ${DEFAULT-VALUE})")
    private String title = "Index of letters";

    @Option(names = "--publisher", paramLabel = "NAME", description = "who answers for it (default: ${DEFAULT-VALUE})")
    private String publisher = "not stated";

    @Option(names = "--url", paramLabel = "URL", description = "where it will be found (default: the name of the file)")
    private @Nullable String url;

    @Option(names = "--date", paramLabel = "DATE", description = "on which it was made, such as 2026-01-17")
    private @Nullable String date;

    @Mixin
    private final ThreadsOption threads = new ThreadsOption();

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        NewFile.check(file, OTHERWISE);
        LetterIndex index = new LetterIndex(new LetterIndex.Header(title, publisher, address(), day()));
        Batch batch = Batch.named(cases, options.open(), streams.err());
        batch.each(threads.number(), dossier -> dossier, dossier -> add(index, dossier));
        batch.leftOut().tell(streams.err());
        if (index.size() == 0) {
            throw new InvalidInput(
                    "There is no letter to write; name cases whose marks attest that a letter was sent.");
        }
        NewFile.write(file, index.xml(), OTHERWISE);
        streams.out().println(index.size() + (index.size() == 1 ? " letter in " : " letters in ") + file);
        return batch.leftOut().exitCode(ExitCode.DONE);
    }

    private void add(LetterIndex index, Dossier dossier) {
        try {
            index.add(dossier)
                    .forEach(lost -> streams.err().println("Not in the index: " + dossier.id() + ": " + lost));
        } catch (IllegalArgumentException refused) {
            throw InvalidInput.at(dossier.file(), 0, String.valueOf(refused.getMessage()), "leave it out");
        }
    }

    private String address() {
        String address = url == null ? String.valueOf(file.getFileName()) : url;
        if (address.isBlank() || address.matches("(?s).*\\s.*")) {
            throw new InvalidInput("\"" + address + "\" is no address; give one without blanks with --url.");
        }
        return address;
    }

    private @Nullable String day() {
        if (date == null) {
            return null;
        }
        try {
            HistoricalDate.parse(date);
        } catch (IllegalArgumentException none) {
            throw new InvalidInput("\"--date\": " + none.getMessage() + ".");
        }
        if (!date.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
            throw new InvalidInput("\"--date\" is \"" + date + "\"; write a day such as 2026-01-17.");
        }
        return date;
    }
}
