package chancery.comparison;

import chancery.office.OfficeId;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.AsUnweightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * Who hands to whom: an arc from office to office for each step that comes directly after one of another office, weighted
 * by how often that is so in the paths.
 *
 * @param offices by id
 * @param handovers the most frequent first, of equals by id
 */
public record OfficeNetwork(List<Station> offices, List<Handover> handovers) {
    public OfficeNetwork {
        offices = List.copyOf(offices);
        handovers = List.copyOf(handovers);
    }

    /**
     * An office in the network.
     *
     * @param in how often it is handed something
     * @param out how often it hands something on
     * @param betweenness of all pairs of other offices, on how many shortest ways it lies; ways are counted in hand-overs,
     *     and where several are shortest each counts its share (Freeman, <i>A Set of Measures of Centrality Based on
     *     Betweenness</i>, Sociometry 40, 1977)
     */
    public record Station(OfficeId office, String name, int in, int out, double betweenness) {}

    /** From one office to another, so many times. */
    public record Handover(OfficeId from, OfficeId to, int times) {}

    /** The network of several paths; what a path holds possible counts like the rest. */
    public static OfficeNetwork of(List<Path> paths) {
        Map<OfficeId, String> names = new TreeMap<>(Comparator.comparing(OfficeId::value));
        Map<OfficeId, Map<OfficeId, Integer>> arcs = new TreeMap<>(Comparator.comparing(OfficeId::value));
        for (Path path : paths) {
            Map<StepKey, Step> taken = new HashMap<>();
            path.taken().forEach(step -> taken.put(step.key(), step));
            path.taken().forEach(step -> {
                names.putIfAbsent(step.office(), step.officeName());
                for (StepKey key : step.after()) {
                    Step before = taken.get(key);
                    if (before != null && !before.office().equals(step.office())) {
                        arcs.computeIfAbsent(
                                        before.office(), unseen -> new TreeMap<>(Comparator.comparing(OfficeId::value)))
                                .merge(step.office(), 1, Integer::sum);
                    }
                }
            });
        }
        return of(names, arcs);
    }

    private static OfficeNetwork of(Map<OfficeId, String> names, Map<OfficeId, Map<OfficeId, Integer>> arcs) {
        Graph<OfficeId, DefaultWeightedEdge> graph = new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        names.keySet().forEach(graph::addVertex);
        List<Handover> handovers = new ArrayList<>();
        arcs.forEach((from, targets) -> targets.forEach((to, times) -> {
            graph.setEdgeWeight(graph.addEdge(from, to), times);
            handovers.add(new Handover(from, to, times));
        }));
        handovers.sort(Comparator.comparingInt(Handover::times).reversed());
        Map<OfficeId, Double> betweenness = new BetweennessCentrality<>(new AsUnweightedGraph<>(graph)).getScores();
        List<Station> offices = new ArrayList<>();
        names.forEach((office, name) -> offices.add(new Station(
                office,
                name,
                weight(graph, graph.incomingEdgesOf(office)),
                weight(graph, graph.outgoingEdgesOf(office)),
                betweenness.getOrDefault(office, 0.0))));
        return new OfficeNetwork(offices, handovers);
    }

    private static int weight(Graph<OfficeId, DefaultWeightedEdge> graph, Iterable<DefaultWeightedEdge> arcs) {
        int weight = 0;
        for (DefaultWeightedEdge arc : arcs) {
            weight += (int) graph.getEdgeWeight(arc);
        }
        return weight;
    }
}
