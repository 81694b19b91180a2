package chancery.reading.source;

import chancery.document.Place.Box;
import chancery.reading.zone.ZoneKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Pages in ALTO XML (Library of Congress, versions 2 to 4), as Tesseract, eScriptorium and libraries write it. */
final class AltoXml {
    private final XMLStreamReader xml;
    private final GatheredText gathered;
    private final Map<String, String> tags = new HashMap<>();
    private String picture = "page";
    private @Nullable ZoneKind kind;
    private final StringBuilder line = new StringBuilder();
    private @Nullable Box box;

    private AltoXml(XMLStreamReader xml, GatheredText gathered) {
        this.xml = xml;
        this.gathered = gathered;
    }

    /** Reads the pages of the file on whose root the cursor stands. */
    static void read(XMLStreamReader xml, GatheredText gathered) throws XMLStreamException {
        new AltoXml(xml, gathered).read();
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("TextLine")) {
                gathered.line(line.toString(), box, kind);
            }
        }
    }

    private void begin(String name) throws XMLStreamException {
        switch (name) {
            case "fileName" -> picture = xml.getElementText().strip();
            case "LayoutTag", "StructureTag", "OtherTag", "RoleTag" ->
                tags.put(
                        String.valueOf(xml.getAttributeValue(null, "ID")),
                        String.valueOf(xml.getAttributeValue(null, "LABEL")));
            case "Page" -> gathered.page(picture);
            case "TextBlock" -> {
                gathered.region();
                kind = kind();
            }
            case "TextLine" -> {
                line.setLength(0);
                box = box();
            }
            case "String" -> {
                String content = xml.getAttributeValue(null, "CONTENT");
                line.append(content == null ? "" : content);
            }
            case "SP" -> line.append(' ');
            case "HYP" -> line.append('-');
            default -> {}
        }
    }

    /** What the first tag of a block says that stands for a zone; else the type of the block itself. */
    private @Nullable ZoneKind kind() {
        String refs = xml.getAttributeValue(null, "TAGREFS");
        return Stream.concat(
                        refs == null
                                ? Stream.empty()
                                : Stream.of(refs.strip().split("\\s+", -1)).map(tags::get),
                        Stream.ofNullable(xml.getAttributeValue(null, "TYPE")))
                .map(RegionNames::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Box box() {
        int x = number("HPOS");
        int y = number("VPOS");
        int width = number("WIDTH");
        int height = number("HEIGHT");
        return Math.min(Math.min(x, y), Math.min(width, height)) < 0 ? null : new Box(x, y, width, height);
    }

    private int number(String name) {
        String value = xml.getAttributeValue(null, name);
        return value != null && value.strip().matches("\\d{1,6}(\\.\\d+)?")
                ? (int) Double.parseDouble(value.strip())
                : -1;
    }
}
