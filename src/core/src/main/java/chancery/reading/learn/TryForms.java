package chancery.reading.learn;

import chancery.casefile.InvalidInput;
import chancery.reading.ReadSource;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import chancery.reading.gold.GoldPaper;
import chancery.reading.gold.GoldTally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of a folder, read with and without further forms of words. */
public final class TryForms {
    /** What may lie beside texts and is none. */
    private static final Pattern BESIDE = Pattern.compile("(?i).*\\.(ya?ml|json|md|html)|\\..*");

    private final Path folder;
    private final List<MarksFile> marks;
    private final List<Path> texts;
    private final List<String> leftOut = new ArrayList<>();
    private final List<ReadDocument> before;

    /**
     * Reads the texts as they are read now.
     *
     * @throws InvalidInput if there is no such folder
     */
    public TryForms(Path folder, List<MarksFile> marks) {
        this.folder = folder;
        this.marks = List.copyOf(marks);
        try (Stream<Path> files = Files.list(folder)) {
            this.texts = files.filter(Files::isRegularFile)
                    .filter(file ->
                            !BESIDE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw InvalidInput.at(folder.toString(), 0, "there is no such folder", "name one with texts");
        } catch (UncheckedIOException broken) {
            throw InvalidInput.at(folder.toString(), 0, "the folder cannot be read", "check who may read it");
        }
        this.before = read(this.marks, leftOut);
    }

    /** How many papers were read. */
    public int papers() {
        return before.size();
    }

    /** The files that could not be read, and why. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** How well the annotated ones of the texts are read now. */
    public GoldTally measured() {
        return measured(before);
    }

    /** What changes if further words are known, which go before the others. */
    public Effect with(List<MarksFile> further) {
        List<ReadDocument> after =
                read(Stream.concat(further.stream(), marks.stream()).toList(), new ArrayList<>());
        Effect.Collected collected = new Effect.Collected();
        for (int at = 0; at < before.size(); at++) {
            collected.add(before.get(at), after.get(at));
        }
        return collected.effect(measured(after));
    }

    private List<ReadDocument> read(List<MarksFile> words, List<String> bad) {
        ReadSource source = new ReadSource(words, true);
        List<ReadDocument> read = new ArrayList<>();
        for (Path text : texts) {
            try {
                source.read(text, read::add, because -> bad.add(text + ": " + because.getMessage()));
            } catch (InvalidInput refused) {
                bad.add(String.valueOf(refused.getMessage()));
            }
        }
        return read;
    }

    private GoldTally measured(List<ReadDocument> read) {
        GoldTally tally = new GoldTally();
        read.forEach(document -> GoldPaper.of(document, folder)
                .ifPresent(paper -> tally.add(paper, document.dossier().marks())));
        return tally;
    }
}
