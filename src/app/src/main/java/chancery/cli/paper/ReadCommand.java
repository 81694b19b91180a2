package chancery.cli.paper;

import chancery.casefile.CaseFile;
import chancery.casefile.InvalidInput;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.LeftOut;
import chancery.cli.shared.Progress;
import chancery.cli.shared.Streams;
import chancery.cli.text.Table;
import chancery.document.Certainty;
import chancery.procedure.Holdings;
import chancery.reading.ReadSource;
import chancery.reading.ReadingJson;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import chancery.reading.review.ReviewPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code read}: the marks of papers, FRUS volumes and TEI letters, as case files. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the marks of papers, FRUS volumes and TEI letters, and writes case files.",
            "A paper may be plain text in any encoding, DOCX, ODT, PDF with text, PAGE or ALTO XML (also an archive or a",
            "METS file of pages), a IIIF manifest with annotations, or TEI. Of an EAD finding aid the items are listed."
        })
public final class ReadCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "a paper, a volume, letters, a finding aid")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "one JSON object a line for each document; writes files only with -o")
    private boolean json;

    @Option(names = "--acts", description = "with --json: the acts alone, as the guidelines of FRUS have them")
    private boolean acts;

    @Option(names = "--review", description = "beside each case file a page with the text and its marks, to be checked")
    private boolean review;

    @Option(names = "-o", paramLabel = "FOLDER", description = "where case files go (default: ./cases)")
    private @Nullable Path folder;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        if (acts && !json) {
            throw new InvalidInput("\"--acts\" gives lines of JSON; add \"--json\".");
        }
        Holdings holdings = options.open();
        List<MarksFile> marks =
                holdings.wordings().stream().map(MarksFile::read).toList();
        ReadSource source = new ReadSource(marks, review);
        Path target = folder != null || !json ? folder(folder == null ? Path.of("cases") : folder) : null;
        Tally tally = new Tally(streams.err());
        LeftOut leftOut = new LeftOut();
        Table table = new Table().row("case", "kind", "marks", "acts", "unread");
        try {
            for (Path file : files) {
                read(source, file, tally, leftOut, document -> {
                    if (target != null) {
                        try {
                            write(target, document);
                        } catch (InvalidInput refused) {
                            leftOut.add(target, refused);
                            return;
                        }
                    }
                    tally.add(document);
                    if (json) {
                        streams.out().println(acts ? ReadingJson.acts(document) : ReadingJson.document(document));
                    } else {
                        table.row(
                                document.dossier().id().value(),
                                document.kind(),
                                String.valueOf(document.dossier().marks().size()),
                                String.valueOf(document.acts().size()),
                                String.valueOf(document.unread().size()));
                    }
                });
            }
        } finally {
            tally.done();
            if (!json) {
                tell(table, tally, target);
            }
        }
        leftOut.tell(streams.err());
        return leftOut.exitCode(ExitCode.DONE);
    }

    /** Reads a file; of several, one that is bad is left out, and of its documents those before the bad place are kept. */
    private void read(ReadSource source, Path file, Tally tally, LeftOut leftOut, Consumer<ReadDocument> sink) {
        try {
            tally.passedOver += source.read(file, sink, because -> leftOut.add(file, because));
        } catch (InvalidInput refused) {
            if (files.size() == 1 && tally.documents == 0) {
                throw refused;
            }
            leftOut.add(file, refused);
        }
    }

    private void tell(Table table, Tally tally, @Nullable Path target) {
        PrintWriter out = streams.out();
        if (tally.documents > 0) {
            table.lines().forEach(out::println);
            out.println();
        }
        tally.unread.forEach(out::println);
        tally.remarks.forEach(out::println);
        out.println(tally.summary());
        if (target != null && tally.documents > 0) {
            out.println("Case files in " + target + "; look at their paths with: path " + target + " --summary");
        }
        out.flush();
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException refused) {
            throw InvalidInput.at(
                    folder.toString(), 0, "the folder cannot be made (" + refused.getMessage() + ")", "name another");
        }
    }

    /** The id of a case holds no separator, so that it cannot lead out of the folder. */
    private void write(Path target, ReadDocument document) {
        String name = document.dossier().id().value();
        write(target.resolve(name + ".yaml"), CaseFile.write(document.dossier()));
        if (review) {
            write(target.resolve(name + ".html"), ReviewPage.html(document));
        }
    }

    /** Whole or not at all; a file that stands there already and says something else is kept. */
    private static void write(Path file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.exists(file)) {
                if (Arrays.equals(Files.readAllBytes(file), bytes)) {
                    return;
                }
                throw InvalidInput.at(
                        file.toString(), 0, "the file exists already and differs", "name another folder with -o");
            }
            Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), ".reading", null);
            Files.write(whole, bytes);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    "the file cannot be written (" + refused.getMessage() + ")",
                    "name another folder with -o");
        }
    }

    /** What was read so far; shows that it goes on where somebody watches. */
    private static final class Tally {
        private static final int SHOWN = 20;
        private static final String UNTOLD = "other";

        private final Progress progress;
        private final List<String> unread = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();
        private int documents;
        private int passedOver;
        private int markless;
        private int acts;
        private int sentences;
        private int notUnderstood;
        private int surely;
        private int presumed;
        private final Map<String, Integer> zones = new TreeMap<>();

        Tally(PrintWriter err) {
            this.progress = new Progress(err, "documents read");
        }

        void add(ReadDocument document) {
            documents++;
            markless += document.dossier().marks().isEmpty() ? 1 : 0;
            acts += document.acts().size();
            sentences += document.sentences();
            notUnderstood += document.unread().size();
            document.remarks().stream()
                    .map(remark -> document.dossier().id() + ": " + remark)
                    .forEach(remarks::add);
            document.zones().forEach(zone -> zones.merge(zone.kind(), 1, Integer::sum));
            document.dossier().marks().forEach(mark -> {
                boolean sure = mark.preferred().certainty() == Certainty.CERTAIN;
                surely += sure ? 1 : 0;
                presumed += sure ? 0 : 1;
            });
            document.unread().stream()
                    .map(each -> "Unread: " + document.dossier().id() + " "
                            + each.place().written() + ": " + each.sentence())
                    .filter(line -> unread.size() < SHOWN)
                    .forEach(unread::add);
            progress.accept(documents);
        }

        void done() {
            progress.end();
        }

        String summary() {
            String share = sentences == 0
                    ? "no sentence names an act"
                    : String.format(
                            Locale.ROOT, "of %d sentences that name an act %d gave none", sentences, notUnderstood);
            String zoned = zones.isEmpty()
                    ? ""
                    : "Zones: "
                            + zones.entrySet().stream()
                                    .map(zone -> zone.getKey() + " " + zone.getValue())
                                    .collect(Collectors.joining(", "))
                            + ".\nMarks: " + surely + " stated by their words, " + presumed
                            + " told by their place or otherwise inferred; lines of head or foot that nothing tells: "
                            + zones.getOrDefault(UNTOLD, 0) + ".\n";
            return zoned + documents + (documents == 1 ? " document, " : " documents, ") + acts
                    + (acts == 1 ? " act; " : " acts; ") + share
                    + (notUnderstood > SHOWN ? "; " + (notUnderstood - SHOWN) + " more unread, listed with --json" : "")
                    + (markless > 0 ? "; in " + markless + " of them no mark was found" : "")
                    + (passedOver > 0 ? "; " + passedOver + " editorial notes passed over" : "") + ".";
        }
    }
}
