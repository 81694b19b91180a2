package chancery.reading.source;

import chancery.document.Place;
import chancery.document.Place.Box;
import chancery.reading.found.Passage;
import chancery.reading.zone.ZoneKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of one paper, and where each line of it stands.
 *
 * @param name the file it was read from, as messages call it
 * @param id its name within the source, from which the name of its case is made
 * @param text all of it, lines parted by line feeds, and stretches that belong apart by blank lines
 * @param lines those of which the source says more than their words, in order; none for a plain transcription
 * @param remarks how it was read, where that is no matter of course, such as its encoding
 * @param sha256 of the bytes of the file
 */
public record SourceText(String name, String id, String text, List<Line> lines, List<String> remarks, String sha256) {
    public SourceText {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /**
     * A line of a page.
     *
     * @param from its first character in the text
     * @param to the one behind its last
     * @param page the picture or the sheet on which it stands, as places call it
     * @param box where on the picture
     * @param region counts the stretches of lines that the source holds together
     * @param kind what the source says that the stretch is; {@code null} if it says nothing that a zone is called by
     */
    public record Line(
            int from,
            int to,
            String page,
            @Nullable Box box,
            int region,
            @Nullable ZoneKind kind) {}

    /** The place of some characters, on their page if it has several. */
    public Place place(int from, int to) {
        List<Line> on = lines.stream()
                .filter(line -> line.from() < to && from < line.to())
                .toList();
        if (on.isEmpty()) {
            return new Place(null, from, to);
        }
        String page = on.get(0).page();
        Box box = on.stream()
                .filter(line -> line.page().equals(page))
                .map(Line::box)
                .filter(Objects::nonNull)
                .reduce(Box::and)
                .orElse(null);
        int begin = begin(page);
        int end = lines.stream()
                .filter(line -> line.page().equals(page))
                .mapToInt(Line::to)
                .max()
                .orElse(to);
        return new Place(page, from - begin, Math.min(to, end) - begin, box);
    }

    private int begin(String page) {
        return lines.stream()
                .filter(line -> line.page().equals(page))
                .mapToInt(Line::from)
                .min()
                .orElse(0);
    }

    /** The text for people to check, a passage for each page. */
    public List<Passage> passages() {
        if (lines.isEmpty()) {
            return List.of(new Passage(null, "text", text));
        }
        List<Passage> passages = new ArrayList<>();
        lines.stream().map(Line::page).distinct().forEach(page -> {
            int end = lines.stream()
                    .filter(line -> line.page().equals(page))
                    .mapToInt(Line::to)
                    .max()
                    .orElse(0);
            passages.add(new Passage(page, "page", text.substring(begin(page), end)));
        });
        return passages;
    }
}
