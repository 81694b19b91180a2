package chancery.cli.paper;

import chancery.casefile.CaseFile;
import chancery.casefile.CaseId;
import chancery.casefile.InvalidInput;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.LeftOut;
import chancery.cli.shared.Streams;
import chancery.cli.text.GoldText;
import chancery.cli.text.Table;
import chancery.procedure.Holdings;
import chancery.reading.ReadSource;
import chancery.reading.ReadingJson;
import chancery.reading.correction.ApplyCorrections;
import chancery.reading.correction.Corrections;
import chancery.reading.correction.CorrectionsFile;
import chancery.reading.form.MarksFile;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.gold.GoldPaper;
import chancery.reading.gold.GoldTally;
import chancery.reading.learn.Languages;
import chancery.reading.review.ReviewPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    @Option(
            names = "--corrections",
            paramLabel = "PATH",
            description = "what a review page saved, a file or a folder of them; the case files say what they say")
    private List<Path> corrections = List.of();

    @Option(
            names = "--gold",
            paramLabel = "FOLDER",
            description = "annotated papers, NAME.gold.yaml: prints precision and recall of what is read of NAME")
    private @Nullable Path gold;

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
        List<MarksFile> marks = MarksFile.readAll(holdings.wordings());
        if (gold != null && !Files.isDirectory(gold)) {
            throw InvalidInput.at(gold.toString(), 0, "there is no such folder", "name one with NAME.gold.yaml files");
        }
        Map<CaseId, Corrections> said = CorrectionsFile.in(corrections);
        ReadSource source = new ReadSource(
                marks,
                review || gold != null || !said.isEmpty(),
                id -> said.containsKey(id) ? said.get(id).zoneKinds() : Map.of());
        Path target = folder != null || !json ? folder(folder == null ? Path.of("cases") : folder) : null;
        ReadSummary tally = new ReadSummary(streams.err());
        GoldTally measured = new GoldTally();
        Languages languages = new Languages(marks);
        LeftOut leftOut = new LeftOut();
        Table table = new Table().row("case", "kind", "marks", "acts", "unread");
        try {
            for (Path file : files) {
                read(source, file, tally, leftOut, found -> {
                    Corrections here = said.get(found.dossier().id());
                    ReadDocument read = here == null ? found : ApplyCorrections.ofZones(found, here);
                    ReadDocument document = here == null ? read : ApplyCorrections.to(read, here);
                    if (target != null) {
                        try {
                            write(target, document, read, here, languages);
                        } catch (InvalidInput refused) {
                            leftOut.add(target, refused);
                            return;
                        }
                    }
                    tally.add(document);
                    tally.corrected(here);
                    if (gold != null) {
                        GoldPaper.of(document, gold)
                                .ifPresent(paper ->
                                        measured.add(paper, document.dossier().marks()));
                    }
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
        said.values().stream()
                .filter(each -> !tally.isCorrected(each))
                .forEach(each -> streams.err()
                        .println(each.file() + ": not used, since no document of case " + each.caseId() + " was read"));
        if (gold != null) {
            GoldText.lines(measured, gold).forEach(json ? streams.err()::println : streams.out()::println);
        }
        leftOut.tell(streams.err());
        return leftOut.exitCode(ExitCode.DONE);
    }

    /** Reads a file; of several, one that is bad is left out, and of its documents those before the bad place are kept. */
    private void read(ReadSource source, Path file, ReadSummary tally, LeftOut leftOut, Consumer<ReadDocument> sink) {
        try {
            tally.passedOver(source.read(file, sink, because -> leftOut.add(file, because)));
        } catch (InvalidInput refused) {
            if (files.size() == 1 && tally.isEmpty()) {
                throw refused;
            }
            leftOut.add(file, refused);
        }
    }

    private void tell(Table table, ReadSummary tally, @Nullable Path target) {
        PrintWriter out = streams.out();
        if (!tally.isEmpty()) {
            table.lines().forEach(out::println);
            out.println();
        }
        tally.lines().forEach(out::println);
        if (target != null && !tally.isEmpty()) {
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
    private void write(
            Path target,
            ReadDocument document,
            ReadDocument read,
            @Nullable Corrections corrections,
            Languages languages) {
        String name = document.dossier().id().value();
        write(target.resolve(name + ".yaml"), CaseFile.write(document.dossier()), CaseFile.write(read.dossier()));
        if (review) {
            String language = languages
                    .of(read.passages().stream().map(Passage::text).collect(Collectors.joining("\n")))
                    .orElse(null);
            write(
                    target.resolve(name + ".html"),
                    ReviewPage.html(read, corrections, language),
                    ReviewPage.html(read, null, language));
        }
    }

    /** Whole or not at all; a file that stands there already is kept, unless it says only what was read before. */
    private static void write(Path file, String text, String asRead) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.exists(file)) {
                byte[] there = Files.readAllBytes(file);
                if (Arrays.equals(there, bytes)) {
                    return;
                }
                if (!Arrays.equals(there, asRead.getBytes(StandardCharsets.UTF_8))) {
                    throw InvalidInput.at(
                            file.toString(), 0, "the file exists already and differs", "name another folder with -o");
                }
            }
            Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), ".reading", null);
            try {
                Files.write(whole, bytes);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException refused) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    "the file cannot be written (" + refused.getMessage() + ")",
                    "name another folder with -o");
        }
    }
}
