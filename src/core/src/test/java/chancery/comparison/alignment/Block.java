package chancery.comparison.alignment;

import chancery.procedure.net.Net;
import chancery.procedure.net.Net.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A block of a structured procedure, which gives a safe net on the one hand and, if it has no loop, the list of all its
 * traces on the other: two ways to the same language.
 */
sealed interface Block {
    record Step(String label) implements Block {}

    record Skip() implements Block {}

    record Sequence(Block first, Block second) implements Block {}

    record Choice(Block one, Block other) implements Block {}

    record Parallel(Block one, Block other) implements Block {}

    record Loop(Block body, Block again) implements Block {}

    static Block step(String label) {
        return new Step(label);
    }

    static Block sequence(Block first, Block second) {
        return new Sequence(first, second);
    }

    static Block choice(Block one, Block other) {
        return new Choice(one, other);
    }

    static Block parallel(Block one, Block other) {
        return new Parallel(one, other);
    }

    /** A random block over the labels a to d. */
    static Block random(Random random, int depth, boolean loops) {
        int kind = depth == 0 ? random.nextInt(5) : 5 + random.nextInt(loops ? 4 : 3);
        return switch (kind) {
            case 0, 1, 2, 3 -> step(String.valueOf((char) ('a' + random.nextInt(4))));
            case 4 -> new Skip();
            case 5 -> sequence(random(random, depth - 1, loops), random(random, depth - 1, loops));
            case 6 -> choice(random(random, depth - 1, loops), random(random, depth - 1, loops));
            case 7 -> parallel(random(random, depth - 1, loops), random(random, depth - 1, loops));
            default -> new Loop(random(random, depth - 1, loops), random(random, depth - 1, loops));
        };
    }

    default MarkingGraph graph() {
        Building building = new Building();
        building.add(this, 0, 1);
        return new MarkingGraph(new Net(building.places, building.transitions), Net.placesOf(0), Net.placesOf(1));
    }

    /** All traces, without repetition; a block with a loop has no such list. */
    default Set<List<String>> traces() {
        if (this instanceof Step step) {
            return Set.of(List.of(step.label()));
        }
        if (this instanceof Skip) {
            return Set.of(List.of());
        }
        if (this instanceof Sequence sequence) {
            return each(sequence.first(), sequence.second(), (first, second) -> Set.of(concat(first, second)));
        }
        if (this instanceof Choice choice) {
            Set<List<String>> traces = new LinkedHashSet<>(choice.one().traces());
            traces.addAll(choice.other().traces());
            return traces;
        }
        if (this instanceof Parallel parallel) {
            return each(parallel.one(), parallel.other(), Block::shuffles);
        }
        throw new IllegalArgumentException("A loop has no end of traces.");
    }

    private static Set<List<String>> each(
            Block one, Block other, BiFunction<List<String>, List<String>, Set<List<String>>> join) {
        Set<List<String>> traces = new LinkedHashSet<>();
        one.traces().forEach(first -> other.traces().forEach(second -> traces.addAll(join.apply(first, second))));
        return traces;
    }

    private static Set<List<String>> shuffles(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Set.of(concat(one, other));
        }
        Set<List<String>> shuffles = new LinkedHashSet<>();
        shuffles(one.subList(1, one.size()), other).forEach(rest -> shuffles.add(concat(one.subList(0, 1), rest)));
        shuffles(one, other.subList(1, other.size())).forEach(rest -> shuffles.add(concat(other.subList(0, 1), rest)));
        return shuffles;
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** The net under construction: a block lies between two places. */
    final class Building {
        private int places = 2;
        private final List<Transition> transitions = new ArrayList<>();

        private void add(Block block, int from, int to) {
            if (block instanceof Step step) {
                transition(step.label(), new int[] {from}, new int[] {to});
            } else if (block instanceof Skip) {
                transition(null, new int[] {from}, new int[] {to});
            } else if (block instanceof Sequence sequence) {
                int between = places++;
                add(sequence.first(), from, between);
                add(sequence.second(), between, to);
            } else if (block instanceof Choice choice) {
                add(choice.one(), from, to);
                add(choice.other(), from, to);
            } else if (block instanceof Parallel parallel) {
                int[] begun = {places++, places++};
                int[] ended = {places++, places++};
                transition(null, new int[] {from}, begun);
                add(parallel.one(), begun[0], ended[0]);
                add(parallel.other(), begun[1], ended[1]);
                transition(null, ended, new int[] {to});
            } else if (block instanceof Loop loop) {
                int begun = places++;
                int ended = places++;
                transition(null, new int[] {from}, new int[] {begun});
                add(loop.body(), begun, ended);
                add(loop.again(), ended, begun);
                transition(null, new int[] {ended}, new int[] {to});
            }
        }

        private void transition(String label, int[] from, int[] to) {
            transitions.add(new Transition("t" + transitions.size(), label, Net.placesOf(from), Net.placesOf(to)));
        }
    }
}
