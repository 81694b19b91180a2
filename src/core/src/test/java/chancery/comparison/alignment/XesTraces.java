package chancery.comparison.alignment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Reads of a XES log the names of its cases and, for each, the names of its events in order of the file. */
final class XesTraces {
    private final Map<String, List<String>> traces = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private String name = "";

    private XesTraces() {}

    static Map<String, List<String>> read(Path file) {
        XesTraces reader = new XesTraces();
        XmlEvents.walk(file, reader::visit);
        return reader.traces;
    }

    private void visit(int event, XMLStreamReader xml) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            String parent = open.isEmpty() ? "" : open.get(open.size() - 1);
            if ("concept:name".equals(xml.getAttributeValue(null, "key"))) {
                String value = xml.getAttributeValue(null, "value");
                if (parent.equals("trace")) {
                    name = value;
                } else if (parent.equals("event")) {
                    events.add(value);
                }
            }
            open.add(xml.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            open.remove(open.size() - 1);
            if (xml.getLocalName().equals("trace")) {
                traces.put(name, List.copyOf(events));
                events.clear();
            }
        }
    }
}
