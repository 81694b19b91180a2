package chancery.comparison.alignment;

import chancery.procedure.net.Net;
import chancery.procedure.net.Net.Transition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a Petri net from PNML. Invisible transitions are those that a tool marks with the activity
 * {@code $invisible$}; without final markings the place that nothing consumes is the end.
 */
final class PnmlNet {
    private record Arc(String source, String target) {}

    private static final class Node {
        private String name = "";
        private boolean invisible;
    }

    private final Map<String, Node> places = new LinkedHashMap<>();
    private final Map<String, Node> transitions = new LinkedHashMap<>();
    private final List<Arc> arcs = new ArrayList<>();
    private final List<String> start = new ArrayList<>();
    private final List<String> end = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String id = "";
    private String finalPlace = "";

    private PnmlNet() {}

    static MarkingGraph read(Path file) {
        PnmlNet reader = new PnmlNet();
        XmlEvents.walk(file, reader::visit);
        return reader.graph();
    }

    private void visit(int event, XMLStreamReader xml) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                open.add(xml.getLocalName());
                start(xml);
            }
            case XMLStreamConstants.CHARACTERS -> text(xml.getText());
            case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
            default -> {}
        }
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "place" -> {
                if (open.contains("finalmarkings")) {
                    finalPlace = xml.getAttributeValue(null, "idref");
                } else {
                    id = xml.getAttributeValue(null, "id");
                    places.put(id, new Node());
                }
            }
            case "transition" -> {
                id = xml.getAttributeValue(null, "id");
                transitions.put(id, new Node());
            }
            case "toolspecific" ->
                transitions.get(id).invisible |= "$invisible$".equals(xml.getAttributeValue(null, "activity"));
            case "arc" ->
                arcs.add(new Arc(xml.getAttributeValue(null, "source"), xml.getAttributeValue(null, "target")));
            default -> {}
        }
    }

    private void text(String text) {
        if (text.isBlank()) {
            return;
        }
        if (within("place", "initialMarking", "text")) {
            if (!text.strip().equals("0")) {
                start.add(id);
            }
        } else if (within("transition", "name", "text")) {
            transitions.get(id).name += text;
        } else if (within("marking", "place", "text") && !text.strip().equals("0")) {
            end.add(finalPlace);
        }
    }

    private boolean within(String... elements) {
        int depth = open.size();
        return depth >= elements.length
                && open.subList(depth - elements.length, depth).equals(List.of(elements));
    }

    private MarkingGraph graph() {
        List<String> order = List.copyOf(places.keySet());
        List<Transition> built = new ArrayList<>();
        transitions.forEach((transition, node) -> {
            BitSet consumes = new BitSet();
            BitSet produces = new BitSet();
            for (Arc arc : arcs) {
                if (arc.target().equals(transition)) {
                    consumes.set(order.indexOf(arc.source()));
                }
                if (arc.source().equals(transition)) {
                    produces.set(order.indexOf(arc.target()));
                }
            }
            built.add(new Transition(transition, node.invisible ? null : node.name, consumes, produces));
        });
        List<String> last = end.isEmpty()
                ? order.stream()
                        .filter(place ->
                                arcs.stream().noneMatch(arc -> arc.source().equals(place)))
                        .toList()
                : end;
        return new MarkingGraph(new Net(order.size(), built), marking(order, start), marking(order, last));
    }

    private static BitSet marking(List<String> order, List<String> marked) {
        BitSet marking = new BitSet();
        marked.forEach(place -> marking.set(order.indexOf(place)));
        return marking;
    }
}
