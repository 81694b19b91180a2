package chancery.reading.transcription;

import chancery.reading.form.MarksFile;
import chancery.reading.form.ReadZones;
import chancery.reading.form.Together;
import chancery.reading.form.Vocabulary;
import chancery.reading.found.ReadDocument;
import chancery.reading.source.SourceText;
import chancery.reading.text.Tokens;
import chancery.reading.zone.Regions;
import chancery.reading.zone.ZoneKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads plain transcriptions: a paper with its stamps, its head, text and foot, and then its enclosures, each with a
 * heading of its own.
 *
 * <p>A page is divided into zones, and each is read by what may stand there, in the words of the language that most of its
 * little words are of. What a procedure words in its own way is read by its {@code marks.yaml}. Neither says of which
 * procedure the paper is: that follows from the marks.
 */
public final class Transcription {
    private final List<MarksFile> marks;

    /** A reader that knows the wordings of some procedures, at least one. */
    public Transcription(List<MarksFile> marks) {
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("A transcription is read by at least one marks file.");
        }
        this.marks = List.copyOf(marks);
    }

    /** Reads a paper. A text without any mark gives a document without marks that says so under {@code negative}. */
    public ReadDocument read(SourceText source) {
        Tokens tokens = Tokens.of(source.text());
        ReadZones.Page page = ReadZones.of(tokens, Vocabulary.of(tokens, marks), regions(tokens, source));
        return new BindMarks(tokens, Together.of(tokens, marks, page), page.zones(), source).document();
    }

    private static Regions regions(Tokens tokens, SourceText source) {
        Map<Integer, Regions.Region> regions = new HashMap<>();
        int token = 0;
        for (SourceText.Line line : source.lines()) {
            while (token < tokens.size() && tokens.start(token) < line.from()) {
                token++;
            }
            ZoneKind kind = line.kind();
            if (kind != null && token < tokens.size() && tokens.start(token) < line.to()) {
                regions.put(token, new Regions.Region(line.region(), kind));
            }
        }
        return new Regions(regions);
    }
}
