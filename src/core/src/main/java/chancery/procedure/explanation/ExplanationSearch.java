package chancery.procedure.explanation;

import chancery.document.DocumentId;
import chancery.document.MarkId;
import chancery.document.date.HistoricalDate;
import chancery.procedure.explanation.Explanations.Edge;
import chancery.procedure.explanation.Explanations.Node;
import chancery.procedure.explanation.StateSpace.State;
import chancery.procedure.net.Behaviour;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds all best explanations of a set of marks: the runs of a net, from one of its entries, that explain as many marks
 * as possible with as few extra rounds of loops as possible, and in which every step lies at or before an explained
 * mark.
 *
 * <p>A state is a marking together with the marks explained, the rounds begun, the values chosen where a mark shows
 * one, and the <i>obligations</i>: for each unmarked step that no marked step follows yet, the places of the tokens that
 * descend from it. A marked step discharges the obligations whose tokens it consumes; a run is an explanation when none
 * is left. Of two obligations the one with more tokens is implied by the other and dropped.
 *
 * <p>States are expanded in the order of the number of marks that can no longer be explained in them (uniform-cost
 * search; Dijkstra 1959), so the first number at which a run can end is the least; all states up to it are expanded, and
 * the graph of those that lie on a best run is the set of all best explanations. Rounds are allowed one at a time, and the
 * fewest that explain the most are kept; but only as many as marks of their own show: a return, a refusal, an amendment
 * from which no end is reached without another round, or a second number. A date alone shows none.
 *
 * <p>First it is tried to explain every mark: then a state in which one is lost need not be looked at, and the fewest
 * rounds that succeed are the answer. In every search only those steps are done that lead to a mark that may be explained
 * next (a persistent set in the sense of Godefroid 1996).
 *
 * <p>Exponential in the worst case; past {@value #MAX_STATES} states the answer is "not computed".
 */
final class ExplanationSearch {
    /** Most states that are looked at. */
    static final int MAX_STATES = 200_000;

    /** Most marks, so that a set of them is one {@code long}. */
    static final int MAX_MARKS = 62;

    private static final int MAX_OPTIONAL = 12;

    private final Behaviour behaviour;
    private final List<Candidate> marks;
    private final BitSet shared;
    private final StateSpace space;
    private final MarkOrder order;
    private final int shownRounds;

    /**
     * @param marks those that attest an act and that some step could carry
     * @param shared the transitions of steps that are done by several
     */
    ExplanationSearch(Behaviour behaviour, List<Candidate> marks, BitSet shared) {
        this.behaviour = behaviour;
        this.marks = marks;
        this.shared = shared;
        this.space = new StateSpace(
                behaviour,
                marks.stream()
                        .flatMap(mark -> mark.choices().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList());
        this.order = new MarkOrder(marks);
        this.shownRounds = behaviour.loops().isEmpty() ? 0 : returns() + secondNumbers();
    }

    /** How many marks show that a paper went back: all steps that could carry them lead to another round only. */
    private int returns() {
        return (int) marks.stream()
                .filter(mark -> !mark.transitions().isEmpty()
                        && mark.transitions().stream().allMatch(this::leadsBackOnly))
                .count();
    }

    private boolean leadsBackOnly(int transition) {
        return behaviour.firings().get(transition).closesLoop()
                || behaviour.transition(transition).produces().stream()
                        .noneMatch(place -> behaviour.reachedFrom(place, false).stream()
                                .anyMatch(reached ->
                                        behaviour.firings().get(reached).ends()));
    }

    /** How many marks give a step a number other than an earlier mark gives it. */
    private int secondNumbers() {
        int second = 0;
        for (int i = 0; i < marks.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (marks.get(i).hasOtherNumber(marks.get(j))
                        && marks.get(i).transitions().intersects(marks.get(j).transitions())) {
                    second++;
                    break;
                }
            }
        }
        return second;
    }

    /**
     * A mark to be explained.
     *
     * @param transitions those that may carry it
     * @param follows the marks, by index, that must come before it
     * @param choices the values that choices must have had
     */
    record Candidate(
            MarkId id,
            @Nullable HistoricalDate date,
            BitSet transitions,
            long follows,
            Map<String, Set<String>> choices,
            @Nullable String number,
            DocumentId about) {
        /** The first day by which it binds. */
        long earliest() {
            LocalDate day = date == null ? null : date.surelyFrom();
            return day == null ? Long.MIN_VALUE : day.toEpochDay();
        }

        /** The last day by which it binds. */
        long latest() {
            LocalDate day = date == null ? null : date.surelyUntil();
            return day == null ? Long.MAX_VALUE : day.toEpochDay();
        }

        /** Whether both can stand on one and the same step. */
        boolean agreesWith(Candidate other, boolean shared) {
            boolean twoDates = date != null
                    && other.date != null
                    && (date.surelyBefore(other.date) || other.date.surelyBefore(date));
            return shared || !(hasOtherNumber(other) || twoDates);
        }

        /** Whether both number one document, and not alike. */
        boolean hasOtherNumber(Candidate other) {
            return number != null && other.number != null && about.equals(other.about) && !number.equals(other.number);
        }

        /** The same without a date. */
        Candidate undated() {
            return new Candidate(id, null, transitions, follows, choices, number, about);
        }
    }

    /** All best explanations; empty when there are too many states. */
    Optional<Explanations> search(List<String> entries) {
        if (marks.size() > MAX_MARKS) {
            return Optional.empty();
        }
        try {
            Level whole = explainingAll(entries);
            if (whole != null) {
                return Optional.of(whole.explanations());
            }
            Level best = new Level(0, marks.size()).run(entries);
            for (int rounds = 1; rounds <= shownRounds && best.unexplained > 0; rounds++) {
                Level more = new Level(rounds, best.unexplained).run(entries);
                if (more.unexplained < best.unexplained) {
                    best = more;
                }
            }
            return Optional.of(best.explanations());
        } catch (TooManyStates tooMany) {
            return Optional.empty();
        }
    }

    /**
     * The fewest rounds in which every mark is explained, if there are any. Where there are, this is the answer, and far
     * sooner found than by counting marks left over: a state that loses a mark is not looked at.
     */
    private @Nullable Level explainingAll(List<String> entries) throws TooManyStates {
        int looked = -1;
        for (int rounds = 0; rounds <= shownRounds; rounds++) {
            Level level = new Level(rounds, 0).run(entries);
            if (!level.complete.isEmpty()) {
                return level;
            }
            if (rounds > 0 && level.nodes.size() == looked) {
                return null;
            }
            looked = level.nodes.size();
        }
        return null;
    }

    private static final class TooManyStates extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The search with at most a number of rounds. */
    private final class Level {
        private final int rounds;
        private final Map<State, Node> nodes = new HashMap<>();
        private final Map<String, Node> starts = new LinkedHashMap<>();
        private final List<Node> complete = new ArrayList<>();
        private final TreeMap<Integer, Deque<Node>> open = new TreeMap<>();
        private int unexplained;

        /** @param unexplained how many marks may stay unexplained at most */
        private Level(int rounds, int unexplained) {
            this.rounds = rounds;
            this.unexplained = unexplained;
        }

        private Level run(List<String> entries) throws TooManyStates {
            for (String entry : entries) {
                node(space.startAt(entry)).ifPresent(node -> starts.put(entry, node));
            }
            while (!open.isEmpty() && open.firstKey() <= unexplained) {
                Deque<Node> bucket = open.firstEntry().getValue();
                Node node = bucket.poll();
                if (node == null) {
                    open.pollFirstEntry();
                    continue;
                }
                int left = marks.size() - Long.bitCount(node.state().explained());
                if (node.state().obligations().isEmpty() && left <= unexplained) {
                    complete.add(node);
                    unexplained = left;
                }
                expand(node);
                if (nodes.size() > MAX_STATES) {
                    throw new TooManyStates();
                }
            }
            return this;
        }

        private Explanations explanations() {
            List<Node> ends = complete.stream()
                    .filter(node -> marks.size() - Long.bitCount(node.explained()) == unexplained)
                    .toList();
            return Explanations.between(starts, ends, nodes.values());
        }

        /** The node of a state, unless more marks are lost in it than may stay unexplained. */
        private Optional<Node> node(State state) {
            Node known = nodes.get(state);
            if (known != null) {
                return Optional.of(known);
            }
            int lost = lost(state);
            if (lost > unexplained) {
                return Optional.empty();
            }
            Node made = new Node(state);
            nodes.put(state, made);
            open.computeIfAbsent(lost, unknown -> new ArrayDeque<>()).add(made);
            return Optional.of(made);
        }

        private BitSet reachable(BitSet places, State state) {
            boolean byLoops = state.roundsBegun() < rounds;
            BitSet reachable = new BitSet();
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                reachable.or(behaviour.reachedFrom(place, byLoops));
            }
            return reachable;
        }

        private int lost(State state) {
            BitSet reachable = reachable(state.marking(), state);
            int lost = 0;
            for (int i = 0; i < marks.size(); i++) {
                if (!MarkOrder.has(state.explained(), i) && !canCome(i, state, reachable)) {
                    lost++;
                }
            }
            return lost;
        }

        private boolean canCome(int mark, State state, BitSet reachable) {
            return marks.get(mark).transitions().intersects(reachable) && order.isInTime(mark, state.explained());
        }

        private void expand(Node node) throws TooManyStates {
            BitSet enabled = space.enabledIn(node.state());
            long next = nextMarks(node.state());
            BitSet carriers = new BitSet();
            for (int i = 0; i < marks.size(); i++) {
                if (MarkOrder.has(next, i)) {
                    carriers.or(marks.get(i).transitions());
                }
            }
            for (int transition = enabled.nextSetBit(0);
                    transition >= 0;
                    transition = enabled.nextSetBit(transition + 1)) {
                fire(node, transition, next, carriers);
            }
        }

        /**
         * The marks that may be explained next: those that no more marks must still precede than may be lost. Every step
         * of an explanation lies before a mark, so a run can be put in an order in which only the steps before the next
         * mark are done until it is; no other order has to be looked at.
         */
        private long nextMarks(State state) {
            BitSet reachable = reachable(state.marking(), state);
            long pending = 0;
            for (int i = 0; i < marks.size(); i++) {
                if (!MarkOrder.has(state.explained(), i) && canCome(i, state, reachable)) {
                    pending |= 1L << i;
                }
            }
            int slack = unexplained - (marks.size() - Long.bitCount(state.explained()) - Long.bitCount(pending));
            long next = 0;
            for (int i = 0; i < marks.size(); i++) {
                if (MarkOrder.has(pending, i) && Long.bitCount(pending & order.preceding(i)) <= slack) {
                    next |= 1L << i;
                }
            }
            return next;
        }

        private void fire(Node from, int transition, long next, BitSet carriers) throws TooManyStates {
            Behaviour.Firing firing = behaviour.firings().get(transition);
            if (firing.ends() || (firing.closesLoop() && from.state().roundsBegun() >= rounds)) {
                return;
            }
            boolean leadsOn = leadsTo(carriers, from.state(), transition);
            if (firing.step() == null) {
                if (leadsOn) {
                    link(from, transition, 0);
                }
                return;
            }
            for (long assigned : assignments(from.state(), transition)) {
                if (assigned == 0 ? leadsOn : (assigned & next) != 0) {
                    link(from, transition, assigned);
                }
            }
        }

        private boolean leadsTo(BitSet carriers, State from, int transition) {
            int begun =
                    from.roundsBegun() + (behaviour.firings().get(transition).closesLoop() ? 1 : 0);
            return behaviour.transition(transition).produces().stream()
                    .anyMatch(place ->
                            behaviour.reachedFrom(place, begun < rounds).intersects(carriers));
        }

        private void link(Node from, int transition, long assigned) {
            State next = space.successor(from.state(), transition, assigned);
            if (isHopeless(next)) {
                return;
            }
            node(next)
                    .ifPresent(to ->
                            from.edges.add(new Edge(to, transition, space.round(from.state(), transition), assigned)));
        }

        /** Whether some obligation can no longer be met. */
        private boolean isHopeless(State state) {
            for (BitSet obligation : state.obligations()) {
                BitSet reachable = reachable(obligation, state);
                boolean met = false;
                for (int i = 0; i < marks.size() && !met; i++) {
                    met = !MarkOrder.has(state.explained(), i) && canCome(i, state, reachable);
                }
                if (!met) {
                    return true;
                }
            }
            return false;
        }

        /**
         * The sets of marks that a step may carry now. A mark that only this step can carry, and that stands in no
         * other's way, is carried: an explanation without it would be a worse one.
         */
        private List<Long> assignments(State state, int transition) throws TooManyStates {
            List<Integer> fitting = new ArrayList<>();
            for (int i = 0; i < marks.size(); i++) {
                if (!MarkOrder.has(state.explained(), i)
                        && marks.get(i).transitions().get(transition)
                        && order.isInTime(i, state.explained())
                        && space.agreesWithChoices(marks.get(i), state)) {
                    fitting.add(i);
                }
            }
            boolean bag = shared.get(transition);
            BitSet later = reachable(behaviour.transition(transition).produces(), state);
            later.or(reachable(state.marking(), state));
            later.clear(transition);
            if (behaviour.firings().get(transition).closesLoop() || state.roundsBegun() < rounds) {
                later.set(transition);
            }
            long forced = 0;
            List<Integer> optional = new ArrayList<>();
            for (int mark : fitting) {
                if (!marks.get(mark).transitions().intersects(later)
                        && order.isHarmless(mark, fitting, state.explained(), bag)) {
                    forced |= 1L << mark;
                } else {
                    optional.add(mark);
                }
            }
            if (optional.size() > MAX_OPTIONAL) {
                throw new TooManyStates();
            }
            List<Long> assignments = new ArrayList<>();
            for (int subset = (1 << optional.size()) - 1; subset >= 0; subset--) {
                long assigned = forced;
                for (int i = 0; i < optional.size(); i++) {
                    if ((subset >> i & 1) == 1) {
                        assigned |= 1L << optional.get(i);
                    }
                }
                if (order.isConsistent(assigned, bag)) {
                    assignments.add(assigned);
                }
            }
            return assignments;
        }
    }
}
