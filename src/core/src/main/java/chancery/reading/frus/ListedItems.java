package chancery.reading.frus;

import chancery.reading.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the items of a list in a volume's front matter: each a name or a term, and behind it what it stands for. */
final class ListedItems {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final XMLStreamReader xml;
    private final String entry;
    private final List<Item> items = new ArrayList<>();
    private final FoldedText words = new FoldedText();

    private ListedItems(XMLStreamReader xml, String entry) {
        this.xml = xml;
        this.entry = entry;
    }

    /**
     * One item.
     *
     * @param id the {@code xml:id} of its entry; {@code null} if it has none
     * @param entry what is listed, as printed
     * @param text what stands behind it
     */
    record Item(@Nullable String id, String entry, String text) {}

    /** Whether the cursor stands on the start of the list of that {@code xml:id}. */
    static boolean isList(XMLStreamReader xml, String id) {
        return xml.getLocalName().equals("div") && id.equals(xml.getAttributeValue(XML, "id"));
    }

    /**
     * Reads the list on whose start the cursor stands, and leaves the cursor on its end.
     *
     * @param entry the element that holds what is listed: {@code persName} or {@code term}
     */
    static List<Item> read(XMLStreamReader xml, String entry) throws XMLStreamException {
        ListedItems list = new ListedItems(xml, entry);
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("item")) {
                    list.item();
                } else {
                    depth++;
                }
            }
        }
        return list.items;
    }

    /** An item that does not begin with an entry is the editor's own text. */
    private void item() throws XMLStreamException {
        String id = null;
        String listed = null;
        int listedAt = 0;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("note")) {
                FrusVolume.skip(xml);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (listedAt == 0 && words.isEmpty() && xml.getLocalName().equals(entry)) {
                    id = xml.getAttributeValue(XML, "id");
                    listedAt = depth;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth == listedAt && listed == null) {
                    listed = words.take();
                }
                depth--;
            } else if (xml.isCharacters()) {
                words.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        String text = words.take().replaceFirst("^[\\s,:;]+", "").replaceFirst("[\\s,.;]+$", "");
        if (listed != null && !listed.isEmpty()) {
            items.add(new Item(id, listed, text));
        }
    }
}
