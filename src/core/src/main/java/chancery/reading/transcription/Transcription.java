package chancery.reading.transcription;

import chancery.document.Place;
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
    /** Above the numbers of regions that a source counts. */
    private static final int REGIONS = 1_000_000;

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
        return read(source, Map.of());
    }

    /**
     * The same, where somebody says what some zones are.
     *
     * @param zones what stands at some places, whatever it looks like
     */
    public ReadDocument read(SourceText source, Map<Place, ZoneKind> zones) {
        Tokens tokens = Tokens.of(source.text());
        ReadZones.Page page = ReadZones.of(tokens, Vocabulary.of(tokens, marks), regions(tokens, source, zones));
        return new BindMarks(tokens, Together.of(tokens, marks, page), page.zones(), source).document();
    }

    private static Regions regions(Tokens tokens, SourceText source, Map<Place, ZoneKind> zones) {
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
        corrected(tokens, source, zones, regions);
        return new Regions(regions);
    }

    /** What is said of zones goes before what the source says; lines that follow each other are one zone. */
    private static void corrected(
            Tokens tokens, SourceText source, Map<Place, ZoneKind> zones, Map<Integer, Regions.Region> regions) {
        if (zones.isEmpty()) {
            return;
        }
        int number = REGIONS;
        ZoneKind last = null;
        for (int token = 0; token < tokens.size(); token++) {
            Place place = source.place(tokens.start(token), tokens.end(token));
            ZoneKind kind = zones.entrySet().stream()
                    .filter(zone -> zone.getKey().holds(place))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            if (kind != null) {
                number += kind == last ? 0 : 1;
                regions.put(token, new Regions.Region(number, kind));
            }
            last = kind;
        }
    }
}
