package chancery.reading.form;

import chancery.document.Certainty;
import chancery.document.Form;
import chancery.document.Layer;
import chancery.document.MarkKind;
import chancery.document.ReadingId;
import chancery.document.Transmission;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.OfficeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form of words of {@code marks.yaml}: how a mark is worded, where, and what it then is.
 *
 * @param zone where it is looked for
 * @param words the wordings, one of which must be found; none: whatever stands in a bracket that no other form reads
 * @param with further wordings, which must all stand in the same stamp or sentence
 * @param follows ids of forms of which one must stand directly before it on the line; empty if none need
 * @param below ids of forms of which one must stand somewhere above it; empty if none need
 * @param named surnames of which one must be among the names; empty if none need
 * @param prefixes beginnings of a registry number, of which one must be there; empty if none need
 * @param suffixes endings of a registry number, of which one must be there; empty if none need
 * @param kind what the mark is; {@code null} if it makes no mark but only tells a date, an archive or a document
 * @param layer its layer; {@code null} if that is the copy's where a heading above says "copy"
 * @param series to which a number belongs, where known
 * @param shows values of the procedure's variables that the mark gives away
 * @param readings its readings, one or several that compete; what each says of the mark
 * @param datedBeside whether it bears the date of the line beside it, where it has none itself
 * @param after ids of forms whose marks were made before this one
 * @param about the document with which the act was done; {@code null} for the one that bears the mark
 * @param opens the document that begins with it, if one does
 * @param state what it says of the state of transmission of its document
 * @param passes why it names an act and attests none of this document; {@code null} if it does not pass
 * @param line where it stands in its file
 */
public record FormOfWords(
        String id,
        Zone zone,
        List<FormPattern> words,
        List<FormPattern> with,
        List<String> follows,
        List<String> below,
        List<String> named,
        List<String> prefixes,
        List<String> suffixes,
        @Nullable MarkKind kind,
        @Nullable Layer layer,
        @Nullable String series,
        @Nullable String qualifier,
        Map<String, String> shows,
        List<Sense> readings,
        boolean datedBeside,
        List<String> after,
        @Nullable NamedDocument about,
        @Nullable NamedDocument opens,
        @Nullable Transmission state,
        @Nullable String passes,
        List<Example> examples,
        int line) {
    public FormOfWords {
        words = List.copyOf(words);
        with = List.copyOf(with);
        follows = List.copyOf(follows);
        below = List.copyOf(below);
        named = List.copyOf(named);
        prefixes = List.copyOf(prefixes);
        suffixes = List.copyOf(suffixes);
        shows = Map.copyOf(shows);
        readings = List.copyOf(readings);
        after = List.copyOf(after);
        examples = List.copyOf(examples);
    }

    /** Where a form of words is looked for. */
    public enum Zone {
        /** From the beginning of a line to the end of one, alone or with others beside it. */
        LINE,
        /** Anywhere in a stamp, which as a whole is the mark. */
        STAMP,
        /** A line of a stamp, a mark by itself. */
        STAMP_LINE,
        /** Anywhere in a handwritten note, which as a whole is the mark. */
        HAND,
        /** Anywhere in a sentence of the running text. */
        SENTENCE,
        /** A whole zone of the page, told by layout, whatever it says. */
        PAGE
    }

    /** What a mark of this form means, under one reading. */
    public record Sense(
            ReadingId id,
            boolean preferred,
            @Nullable String holder,
            Certainty certainty,
            @Nullable String because,
            @Nullable Act attests,
            @Nullable Direction direction,
            @Nullable OfficeId office) {}

    /**
     * A document that a form opens or speaks of.
     *
     * @param title {@code null} if its form says enough
     */
    public record NamedDocument(
            String id, Form form, @Nullable String title, Transmission state) {}

    /**
     * An example, which is a test: what the text gives, by key; nothing at all if it shows what the form does not read.
     */
    record Example(String text, Map<String, String> gives, int line) {
        Example {
            gives = Map.copyOf(gives);
        }
    }

    /** A mark that layout tells, whatever its words. */
    static FormOfWords ofPage(
            String id, MarkKind kind, @Nullable Act act, @Nullable Direction direction, @Nullable String because) {
        return new FormOfWords(
                id,
                Zone.PAGE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                kind,
                null,
                null,
                null,
                Map.of(),
                List.of(new Sense(
                        new ReadingId("only"),
                        true,
                        null,
                        because == null ? Certainty.CERTAIN : Certainty.PROBABLE,
                        because,
                        act,
                        direction,
                        null)),
                false,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                0);
    }

    /** The act that it attests under the preferred reading. */
    Optional<Act> act() {
        return readings.stream()
                .filter(Sense::preferred)
                .flatMap(sense -> Optional.ofNullable(sense.attests()).stream())
                .findFirst();
    }

    /** Whether a number has letters before its figures that are a prefix, not only begin with it. */
    private static boolean begins(String number, String prefix) {
        return number.startsWith(prefix)
                && (number.length() == prefix.length() || !Character.isLetter(number.charAt(prefix.length())));
    }

    /** Whether what was found has the number and the names that this form wants. */
    boolean fits(FoundForm found) {
        return found.number()
                        .map(number -> (prefixes.isEmpty()
                                        || prefixes.stream().anyMatch(prefix -> begins(number, prefix)))
                                && (suffixes.isEmpty() || suffixes.stream().anyMatch(number::endsWith)))
                        .orElse(prefixes.isEmpty() && suffixes.isEmpty())
                && (named.isEmpty()
                        || found.agents().anyMatch(name -> named.stream().anyMatch(name::endsWith)));
    }
}
