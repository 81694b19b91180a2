package chancery.procedure.explanation;

import chancery.path.StepId;
import chancery.procedure.explanation.Explanations.Edge;
import chancery.procedure.explanation.Explanations.Node;
import chancery.procedure.net.Behaviour;
import chancery.procedure.net.TokenGame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all best explanations have in common, and in what they differ. The explanations are the ways through a graph
 * without circles; a thing is in every explanation when no way avoids it.
 */
final class BestExplanations {
    private final Behaviour behaviour;
    private final Explanations graph;
    private final TreeMap<Passage, List<Edge>> passing;
    private final Map<Passage, Set<Passage>> later = new HashMap<>();

    BestExplanations(Behaviour behaviour, Explanations graph) {
        this.behaviour = behaviour;
        this.graph = graph;
        this.passing = passing(graph.starts().values());
    }

    /** The edges that pass each step, of all that can be reached from some nodes. */
    private TreeMap<Passage, List<Edge>> passing(Collection<Node> from) {
        TreeMap<Passage, List<Edge>> passing = new TreeMap<>();
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (!seen.add(node)) {
                continue;
            }
            for (Edge edge : node.edges) {
                open.add(edge.to());
                Passage passage = passage(edge);
                if (passage != null) {
                    passing.computeIfAbsent(passage, unknown -> new ArrayList<>())
                            .add(edge);
                }
            }
        }
        return passing;
    }

    /** A step in a round of the loops around it; rounds may be skipped, occurrences are counted without gaps. */
    record Passage(StepId step, int round) implements Comparable<Passage> {
        private static final Comparator<Passage> ORDER =
                Comparator.comparing(Passage::step).thenComparingInt(Passage::round);

        @Override
        public int compareTo(Passage other) {
            return ORDER.compare(this, other);
        }
    }

    /** A way through the graph, from one of its entries. */
    record Run(String entry, List<Edge> edges) {}

    /** The step that an edge passes, if it passes one. */
    @Nullable
    Passage passage(Edge edge) {
        StepId step = behaviour.firings().get(edge.transition()).step();
        return step == null ? null : new Passage(step, edge.round());
    }

    /** Marks in every explanation. */
    long marksInAll() {
        return graph.ends().stream().mapToLong(Node::explained).reduce(-1L, (a, b) -> a & b);
    }

    /** Marks in some explanation. */
    long marksInSome() {
        return graph.ends().stream().mapToLong(Node::explained).reduce(0L, (a, b) -> a | b);
    }

    /** The passages of some explanation. */
    TreeSet<Passage> passages() {
        return new TreeSet<>(passing.keySet());
    }

    /** The marks that some explanation assigns to a passage. */
    long marksAt(Passage passage) {
        return edges(passage).mapToLong(Edge::marks).reduce(0L, (a, b) -> a | b);
    }

    /** Whether every explanation has an edge of that kind. */
    boolean allHave(Predicate<Edge> wanted) {
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(graph.starts().values());
        Set<Node> ends = new HashSet<>(graph.ends());
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (!seen.add(node)) {
                continue;
            }
            if (ends.contains(node)) {
                return false;
            }
            node.edges.stream().filter(wanted.negate()).forEach(edge -> open.add(edge.to()));
        }
        return true;
    }

    /** Whether every explanation has a passage. */
    boolean allPass(Passage passage) {
        return allHave(edge -> passage.equals(passage(edge)));
    }

    /** Whether every explanation fires the transition in that round. */
    boolean allFire(int transition, int round) {
        return allHave(edge -> edge.transition() == transition && edge.round() == round);
    }

    /** Whether some explanation has both passages. */
    boolean someHasBoth(Passage one, Passage other) {
        return laterThan(one).contains(other) || laterThan(other).contains(one);
    }

    /** The passages that some explanation has after one: all that can be reached, since every way leads to an end. */
    private Set<Passage> laterThan(Passage passage) {
        return later.computeIfAbsent(
                passage, sought -> passing(edges(sought).map(Edge::to).toList()).keySet());
    }

    private Stream<Edge> edges(Passage passage) {
        return passing.getOrDefault(passage, List.of()).stream();
    }

    /** The explanation with the fewest steps; ties go to the transition that the diagram lists first. */
    Run shortest() {
        return shortest(null);
    }

    /** The shortest explanation that has a passage. */
    Run shortestThrough(Passage passage) {
        return shortest(passage);
    }

    /** Where a way stands, and whether the wanted passage lies behind it. */
    private record At(Node node, boolean met) {}

    private record Way(
            At at,
            long cost,
            long order,
            @Nullable Way before,
            @Nullable Edge by,
            String entry) {}

    /** Dijkstra's search, a step costing more than any number of unseen firings. */
    private Run shortest(@Nullable Passage wanted) {
        PriorityQueue<Way> open =
                new PriorityQueue<>(Comparator.comparingLong(Way::cost).thenComparingLong(Way::order));
        Set<At> done = new HashSet<>();
        Set<Node> ends = new HashSet<>(graph.ends());
        long order = 0;
        for (Map.Entry<String, Node> start : graph.starts().entrySet()) {
            open.add(new Way(new At(start.getValue(), wanted == null), 0, order++, null, null, start.getKey()));
        }
        while (!open.isEmpty()) {
            Way way = open.remove();
            if (!done.add(way.at())) {
                continue;
            }
            if (ends.contains(way.at().node()) && way.at().met()) {
                return run(way);
            }
            for (Edge edge : way.at().node().edges) {
                Passage passage = passage(edge);
                At next = new At(edge.to(), way.at().met() || passage != null && passage.equals(wanted));
                long cost = way.cost() + (passage == null ? 1 : 10_000);
                open.add(new Way(next, cost, order++, way, edge, way.entry()));
            }
        }
        throw new IllegalStateException("No explanation passes " + wanted);
    }

    private static Run run(Way end) {
        List<Edge> edges = new ArrayList<>();
        for (Way way = end; way != null && way.by() != null; way = way.before()) {
            edges.add(0, way.by());
        }
        return new Run(end.entry(), edges);
    }

    /** Plays a run as a token game. */
    TokenGame play(Run run) {
        TokenGame game = new TokenGame(behaviour, run.entry());
        run.edges().forEach(edge -> game.fire(edge.transition(), edge.round(), edge.marks()));
        return game;
    }

    /** Token games of enough explanations to have every passage in one of them; the first is the shortest. */
    List<TokenGame> witnesses() {
        List<Run> runs = new ArrayList<>(List.of(shortest()));
        TreeSet<Passage> open = passages();
        runs.get(0).edges().forEach(edge -> remove(open, edge));
        while (!open.isEmpty()) {
            Run run = shortestThrough(open.first());
            run.edges().forEach(edge -> remove(open, edge));
            runs.add(run);
        }
        return runs.stream().map(this::play).toList();
    }

    private void remove(TreeSet<Passage> open, Edge edge) {
        Passage passage = passage(edge);
        if (passage != null) {
            open.remove(passage);
        }
    }
}
