package chancery.reading;

import chancery.casefile.YamlFile;
import chancery.casefile.YamlMap;
import chancery.document.MarkKind;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.Words;
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
 * A transcription and the marks that were annotated on it, as {@code gold/README.md} describes them.
 *
 * @param path the transcription
 */
record GoldPaper(Path path, String text, List<GoldMark> marks) {
    private static final String GAP = " … ";
    private static final String NO_ACT = "none";

    /**
     * An annotated mark; what is {@code null} or empty is not judged.
     *
     * @param place the characters that it covers, white space left out
     * @param noAct whether it attests none, which is judged
     */
    record GoldMark(
            MarkKind kind,
            BitSet place,
            @Nullable Act act,
            boolean noAct,
            @Nullable Direction direction,
            @Nullable String number,
            @Nullable String date,
            List<String> agents,
            List<String> to,
            List<String> onBehalfOf) {}

    /** The papers of a folder, without those of folders in it, in order of their names. */
    static List<GoldPaper> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(GoldPaper::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The characters from one to another that are no white space. */
    static BitSet characters(String text, int from, int to) {
        BitSet characters = new BitSet();
        for (int at = from; at < to; at++) {
            characters.set(at, !Character.isWhitespace(text.charAt(at)));
        }
        return characters;
    }

    private static GoldPaper read(Path transcription) {
        try {
            String text = Files.readString(transcription);
            Path gold = Path.of(transcription.toString().replaceAll("\\.txt$", ".gold.yaml"));
            List<GoldMark> marks = new ArrayList<>();
            int from = 0;
            for (YamlMap each : YamlFile.read(gold).root().list("marks", mark -> mark)) {
                BitSet place = place(text, from, each);
                from = place.nextSetBit(0);
                marks.add(mark(each, place));
            }
            return new GoldPaper(transcription, text, marks);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static GoldMark mark(YamlMap mark, BitSet place) {
        Optional<String> act = mark.optional("act");
        GoldMark read = new GoldMark(
                constant(MarkKind.class, mark.text("kind")),
                place,
                act.filter(word -> !word.equals(NO_ACT))
                        .map(word -> Act.of(word)
                                .orElseThrow(() ->
                                        mark.invalid(mark.line(), "\"" + word + "\" is no act", "see the vocabulary")))
                        .orElse(null),
                act.filter(NO_ACT::equals).isPresent(),
                mark.optional("direction")
                        .map(word -> constant(Direction.class, word))
                        .orElse(null),
                mark.optional("number").orElse(null),
                mark.optional("date").orElse(null),
                mark.texts("agents"),
                mark.texts("to"),
                mark.texts("for"));
        mark.done();
        return read;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return type.getEnumConstants()[Words.keys(type).indexOf(word)];
    }

    /** Where the reading stands, white space folded and other columns passed over; not before the mark before it. */
    private static BitSet place(String text, int from, YamlMap mark) {
        String reading = mark.text("reading");
        Matcher found = Pattern.compile(Arrays.stream(reading.split(GAP))
                        .map(GoldPaper::folded)
                        .collect(Collectors.joining(")[\\s\\S]{1,400}?(", "(", ")")))
                .matcher(text);
        if (!found.find(from)) {
            throw mark.invalid(
                    mark.line(), "\"" + reading + "\" does not stand here", "copy it from the transcription");
        }
        BitSet place = new BitSet();
        for (int group = 1; group <= found.groupCount(); group++) {
            place.or(characters(text, found.start(group), found.end(group)));
        }
        return place;
    }

    private static String folded(String words) {
        return Arrays.stream(words.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
    }
}
