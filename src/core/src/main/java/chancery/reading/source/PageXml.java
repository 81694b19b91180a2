package chancery.reading.source;

import chancery.document.Place.Box;
import chancery.reading.zone.ZoneKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A page in PAGE XML (PRImA, 2013-07-15 to 2019-07-15), as Transkribus and eScriptorium export it: regions in reading
 * order, each with its lines.
 */
final class PageXml {
    private final XMLStreamReader xml;
    private final GatheredText gathered;
    private final List<Region> regions = new ArrayList<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Deque<Region> open = new ArrayDeque<>();

    private PageXml(XMLStreamReader xml, GatheredText gathered) {
        this.xml = xml;
        this.gathered = gathered;
    }

    private static final class Region {
        final @Nullable String id;
        final @Nullable ZoneKind kind;
        final List<Line> lines = new ArrayList<>();

        /** The text of all of it, which counts where no line has one. */
        String whole = "";

        Region(@Nullable String id, @Nullable ZoneKind kind) {
            this.id = id;
            this.kind = kind;
        }
    }

    private record Line(String words, @Nullable Box box) {}

    /** Reads the page on whose root the cursor stands. */
    static void read(XMLStreamReader xml, GatheredText gathered) throws XMLStreamException {
        new PageXml(xml, gathered).read();
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT && isRegion(xml.getLocalName())) {
                open.pop();
            }
        }
        int last = order.size();
        regions.stream()
                .sorted((one, other) -> Integer.compare(
                        order.getOrDefault(String.valueOf(one.id), last),
                        order.getOrDefault(String.valueOf(other.id), last)))
                .forEach(region -> {
                    gathered.region();
                    region.lines.forEach(line -> gathered.line(line.words(), line.box(), region.kind));
                    if (region.lines.isEmpty()) {
                        region.whole.lines().forEach(line -> gathered.line(line, null, region.kind));
                    }
                });
    }

    private static boolean isRegion(String name) {
        return name.equals("TextRegion") || name.equals("TableCell");
    }

    private void begin(String name) throws XMLStreamException {
        switch (name) {
            case "Page" -> gathered.page(attribute("imageFilename", "page"));
            case "RegionRef", "RegionRefIndexed" -> order.putIfAbsent(attribute("regionRef", ""), order.size());
            case "TextLine" -> line();
            case "Unicode" -> {
                String text = xml.getElementText();
                if (!open.isEmpty()) {
                    open.peek().whole = text;
                }
            }
            default -> {
                if (isRegion(name)) {
                    Region region = new Region(
                            xml.getAttributeValue(null, "id"),
                            RegionNames.of(xml.getAttributeValue(null, "custom"), xml.getAttributeValue(null, "type")));
                    open.push(region);
                    regions.add(region);
                }
            }
        }
    }

    private String attribute(String name, String otherwise) {
        String value = xml.getAttributeValue(null, name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** A line: its own text of the lowest index, or else those of its words. */
    private void line() throws XMLStreamException {
        Box box = null;
        String own = null;
        StringBuilder words = new StringBuilder();
        int best = Integer.MAX_VALUE;
        Deque<String> within = new ArrayDeque<>();
        within.push("TextLine");
        int index = 0;
        while (!within.isEmpty()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                within.pop();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String parent = within.peek();
                if (name.equals("Coords") && "TextLine".equals(parent)) {
                    box = box(attribute("points", ""));
                } else if (name.equals("TextEquiv")) {
                    index = number(attribute("index", "0"));
                }
                if (name.equals("Unicode")) {
                    String holder = within.stream().skip(1).findFirst().orElse("");
                    String text = xml.getElementText();
                    if (holder.equals("TextLine") && index < best) {
                        own = text;
                        best = index;
                    } else if (holder.equals("Word")) {
                        words.append(words.length() == 0 ? "" : " ").append(text);
                    }
                } else {
                    within.push(name);
                }
            }
        }
        Region region = open.peek();
        if (region == null) {
            region = new Region(null, null);
            regions.add(region);
        }
        region.lines.add(new Line(own == null || own.isBlank() ? words.toString() : own, box));
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    /** The rectangle around points such as {@code 120,340 920,400}; {@code null} if there are none. */
    private static @Nullable Box box(String points) {
        Box box = null;
        for (String point : points.strip().split("\\s+", -1)) {
            if (point.matches("\\d{1,6}(\\.\\d+)?,\\d{1,6}(\\.\\d+)?")) {
                String[] at = point.split(",", -1);
                Box dot = new Box((int) Double.parseDouble(at[0]), (int) Double.parseDouble(at[1]), 0, 0);
                box = box == null ? dot : box.and(dot);
            }
        }
        return box;
    }
}
