package chancery.reading.gold;

import chancery.casefile.YamlFile;
import chancery.casefile.YamlMap;
import chancery.document.MarkKind;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.Words;
import chancery.reading.found.ReadDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A paper and the marks that were annotated on it, as {@code gold/README.md} describes them.
 *
 * @param path the transcription, or what else the paper was read from
 */
public record GoldPaper(Path path, ReadText text, List<GoldMark> marks) {
    private static final String ENDING = ".gold.yaml";

    private static final String GAP = " … ";
    private static final String NO_ACT = "none";

    /**
     * An annotated mark; what is {@code null} or empty is not judged.
     *
     * @param place the characters that it covers, white space left out
     * @param noAct whether it attests none, which is judged
     */
    public record GoldMark(
            MarkKind kind,
            BitSet place,
            @Nullable Act act,
            boolean noAct,
            @Nullable Direction direction,
            @Nullable String number,
            @Nullable String date,
            List<String> agents,
            List<String> to,
            List<String> onBehalfOf) {
        public GoldMark {
            agents = List.copyOf(agents);
            to = List.copyOf(to);
            onBehalfOf = List.copyOf(onBehalfOf);
        }
    }

    public GoldPaper {
        marks = List.copyOf(marks);
    }

    /** The transcriptions of a folder, without those of folders in it, in order of their names. */
    public static List<GoldPaper> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(GoldPaper::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The annotations of a paper in a folder, if it has some: those that have its name. */
    public static Optional<GoldPaper> of(ReadDocument read, Path folder) {
        Path gold = folder.resolve(read.id() + ENDING);
        return Files.isRegularFile(gold)
                ? Optional.of(read(Path.of(read.dossier().file()), gold, ReadText.of(read.passages())))
                : Optional.empty();
    }

    private static GoldPaper read(Path transcription) {
        try {
            return read(
                    transcription,
                    Path.of(transcription.toString().replaceAll("\\.txt$", ENDING)),
                    ReadText.of(Files.readString(transcription)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static GoldPaper read(Path path, Path gold, ReadText text) {
        List<GoldMark> marks = new ArrayList<>();
        int from = 0;
        YamlMap root = YamlFile.read(gold).root();
        for (YamlMap each : root.list("marks", mark -> mark)) {
            BitSet place = place(text, from, each);
            from = place.nextSetBit(0);
            marks.add(mark(each, place));
        }
        return new GoldPaper(path, text, marks);
    }

    private static GoldMark mark(YamlMap mark, BitSet place) {
        Optional<String> act = mark.optional("act");
        GoldMark read = new GoldMark(
                constant(mark, "kind", MarkKind.class)
                        .orElseThrow(() -> mark.invalid(
                                mark.line(),
                                "\"kind\" is missing",
                                "expected one of: " + String.join(", ", Words.keys(MarkKind.class)))),
                place,
                act.filter(word -> !word.equals(NO_ACT))
                        .map(word -> Act.of(word)
                                .orElseThrow(() ->
                                        mark.invalid(mark.line(), "\"" + word + "\" is no act", "see the vocabulary")))
                        .orElse(null),
                act.filter(NO_ACT::equals).isPresent(),
                constant(mark, "direction", Direction.class).orElse(null),
                mark.optional("number").orElse(null),
                mark.optional("date").orElse(null),
                mark.texts("agents"),
                mark.texts("to"),
                mark.texts("for"));
        mark.done();
        return read;
    }

    private static <E extends Enum<E>> Optional<E> constant(YamlMap mark, String key, Class<E> type) {
        return mark.oneOf(key, Words.keys(type))
                .map(word -> type.getEnumConstants()[Words.keys(type).indexOf(word)]);
    }

    /** Where the reading stands, white space folded and other columns passed over; not before the mark before it. */
    private static BitSet place(ReadText text, int from, YamlMap mark) {
        String reading = mark.text("reading");
        Matcher found = Pattern.compile(Arrays.stream(reading.split(GAP))
                        .map(GoldPaper::folded)
                        .collect(Collectors.joining(")[\\s\\S]{1,400}?(", "(", ")")))
                .matcher(text.text());
        if (!found.find(from)) {
            throw mark.invalid(
                    mark.line(), "\"" + reading + "\" does not stand here", "copy it from the transcription");
        }
        BitSet place = new BitSet();
        for (int group = 1; group <= found.groupCount(); group++) {
            place.or(text.characters(found.start(group), found.end(group)));
        }
        return place;
    }

    private static String folded(String words) {
        return Arrays.stream(words.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
    }
}
