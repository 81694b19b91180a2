package chancery.reading.source;

import chancery.casefile.InvalidInput;
import chancery.reading.text.FoldedText;
import chancery.reading.text.XmlSource;
import chancery.reading.zone.ZoneKind;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The text of a TEI file that has no {@code correspDesc}: its own elements tell zones (dateline, salute, signed, stamp,
 * marginal notes), and what it prints is what the paper has. Corrections, expansions and the editor's notes are left out.
 */
public final class TeiPages {
    private static final Set<String> LEFT_OUT =
            Set.of("teiHeader", "facsimile", "standOff", "corr", "reg", "expan", "del", "figDesc", "supplied");
    private static final Set<String> LINES = Set.of(
            "p",
            "ab",
            "head",
            "l",
            "item",
            "row",
            "addrLine",
            "signed",
            "salute",
            "dateline",
            "stamp",
            "seal",
            "fw",
            "closer",
            "opener",
            "address",
            "trailer",
            "byline",
            "line",
            "note",
            "docDate",
            "postscript");
    private static final Set<String> REGIONS =
            Set.of("div", "opener", "closer", "p", "ab", "address", "postscript", "list", "table", "lg", "note");

    private final XMLStreamReader xml;
    private final GatheredText gathered;
    private final FoldedText line = new FoldedText();
    private final Deque<String> open = new ArrayDeque<>();
    private @Nullable ZoneKind kind;
    private int kindDepth;

    private TeiPages(XMLStreamReader xml, GatheredText gathered) {
        this.xml = xml;
        this.gathered = gathered;
    }

    /**
     * Reads a file as one paper.
     *
     * @throws InvalidInput if it is broken or holds no text
     */
    public static SourceText read(Path file) {
        GatheredText gathered = new GatheredText(file.toString());
        gathered.page("text");
        XmlSource.with(file, xml -> new TeiPages(xml, gathered).read());
        if (gathered.isEmpty()) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    "the file holds neither a document (div of type \"document\") nor a letter (correspDesc), nor text",
                    "name a FRUS volume, a TEI edition or a CMIF file");
        }
        return gathered.take(SourceFile.stem(file), List.of(), SourceFile.sha256(file));
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            } else if (xml.isCharacters() && open.contains("text")) {
                line.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
    }

    private void begin(String name) throws XMLStreamException {
        if (LEFT_OUT.contains(name) || name.equals("note") && !isOfThePaper()) {
            skip();
            return;
        }
        open.push(name);
        switch (name) {
            case "lb" -> flush();
            case "cb" -> flush();
            case "pb" -> {
                flush();
                String page = xml.getAttributeValue(null, "facs");
                page = page == null ? xml.getAttributeValue(null, "n") : page;
                gathered.page(page == null || page.isBlank() ? "page" : page);
            }
            case "cell" -> line.part();
            default -> {
                if (LINES.contains(name)) {
                    flush();
                }
                if (REGIONS.contains(name)) {
                    gathered.region();
                }
            }
        }
        ZoneKind told = name.equals("note") ? ZoneKind.NOTE : RegionNames.of(name);
        if (kind == null && told != null && open.contains("text")) {
            kind = told;
            kindDepth = open.size();
        }
    }

    private void end(String name) {
        if (LINES.contains(name)) {
            flush();
        }
        if (kind != null && open.size() == kindDepth) {
            flush();
            kind = null;
        }
        open.pop();
    }

    /** A note is the paper's if it stands in its margin or is in somebody's hand, the editor's if not. */
    private boolean isOfThePaper() {
        String where = xml.getAttributeValue(null, "place") + " " + xml.getAttributeValue(null, "type");
        return where.matches("(?i).*(?:margin|hand|stamp).*") || xml.getAttributeValue(null, "hand") != null;
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void flush() {
        gathered.line(line.take(), null, kind);
    }
}
