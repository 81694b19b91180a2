package chancery.reading.frus;

import chancery.reading.text.FoldedText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Gathers the persons whom a document names by {@code persName} with {@code corresp}, while its words are gathered. */
final class NamedPersons {
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private @Nullable String open;
    private int start;

    void clear() {
        ids.clear();
        ambiguous.clear();
        open = null;
    }

    /** The cursor stands on the start of an element. */
    void begin(XMLStreamReader xml, FoldedText words) {
        String corresp = xml.getLocalName().equals("persName") ? xml.getAttributeValue(null, "corresp") : null;
        if (corresp != null && corresp.startsWith("#")) {
            open = corresp.substring(1);
            start = words.length();
        }
    }

    /** The cursor stands on the end of an element. */
    void end(XMLStreamReader xml, FoldedText words) {
        if (open != null && xml.getLocalName().equals("persName")) {
            String name = words.since(start);
            String other = ids.putIfAbsent(name, open);
            if (other != null && !other.equals(open)) {
                ambiguous.add(name);
            }
            open = null;
        }
    }

    /** The ids of the persons, by the names that the document gives them; of a name that is given to two, none. */
    Map<String, String> byName() {
        Map<String, String> clear = new HashMap<>(ids);
        clear.keySet().removeAll(ambiguous);
        return clear;
    }
}
