package chancery.reading.frus;

import chancery.reading.found.Passage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document of a FRUS volume, as its TEI has it: the parts that tell its path, and its text where that is wanted.
 *
 * @param id the {@code xml:id} of its {@code div}
 * @param line where the {@code div} begins in the file, from 1
 * @param head the heading, without its notes
 * @param from first moment of the document as the edition has it today ({@code frus:doc-dateTime-min}); {@code null} in
 *     the encoding of 2015
 * @param dateline place and day as printed; {@code null} if it has none
 * @param dates what the {@code date} elements of dateline and heading say, in order
 * @param signed the lines of the signature, each as printed
 * @param notes the notes on heading, dateline and signature, the source note among them, and the first notes of the
 *     text
 * @param attachments the headings of what is attached to it
 * @param labels what stands beside the dateline, such as {@code No. 20.]}
 * @param text the text; empty unless it was asked for
 * @param addressed to whom a list above the text says it is
 * @param edges the first and last paragraphs of the text, and one that may speak of an enclosure
 * @param opening how its text begins, such as {@code Dear Mr. Brown:}
 * @param persons whom its parts besides the text name, with their ids in the volume's list of persons
 */
public record FrusDocument(
        String id,
        int line,
        Passage head,
        @Nullable String from,
        @Nullable Passage dateline,
        List<TeiDate> dates,
        List<Passage> signed,
        List<Note> notes,
        List<Passage> attachments,
        List<Passage> labels,
        List<String> addressed,
        List<Passage> text,
        List<Passage> edges,
        String opening,
        Map<String, String> persons) {
    public FrusDocument {
        dates = List.copyOf(dates);
        signed = List.copyOf(signed);
        notes = List.copyOf(notes);
        attachments = List.copyOf(attachments);
        labels = List.copyOf(labels);
        addressed = List.copyOf(addressed);
        text = List.copyOf(text);
        edges = List.copyOf(edges);
        persons = Map.copyOf(persons);
    }

    /** A date element: its {@code when}, or {@code from} and {@code to}, or {@code notBefore} and {@code notAfter}. */
    record TeiDate(
            @Nullable String when,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * A note.
     *
     * @param source whether it is the source note
     * @param on the element it hangs on: {@code head}, {@code dateline}, {@code signed} or {@code text}
     */
    public record Note(Passage passage, boolean source, String on) {
        /** Whether it begins with the paper itself: {@code This telegram …}. */
        boolean beginsWithPaper() {
            return beginsWithPaper(passage.text());
        }

        static boolean beginsWithPaper(String words) {
            return words.startsWith("This ") || words.startsWith("The source text ");
        }
    }
}
