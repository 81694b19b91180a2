package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.document.DocumentId;
import chancery.document.MarkId;
import chancery.document.date.HistoricalDate;
import chancery.procedure.Procedure;
import chancery.procedure.explanation.ExplanationSearch.Candidate;
import chancery.procedure.net.Behaviour;
import chancery.procedure.net.Net;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The search against the definition taken literally: all runs of small random procedures, all ways of assigning the
 * marks, and of these the ones in which every step lies at or before a marked one.
 */
class ExplanationLawsTest {
    private static final String[] ACTS = {"draft", "sign", "register", "submit"};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_search_finds_what_the_definition_says(int thousand) {
        for (int seed = thousand * 1000; seed < thousand * 1000 + 60; seed++) {
            compare(seed);
        }
    }

    private static void compare(int seed) {
        Random random = new Random(seed);
        Example example = Example.procedure().starts("begin").ends("end");
        int[] count = {0};
        example.flow("begin > " + block(example, random, 2, count, "end"));
        Procedure procedure = example.read();
        List<Candidate> marks = marks(procedure, random);

        Literal expected = new Literal(procedure.behaviour(), marks);
        expected.explore();
        BestExplanations found = new BestExplanations(
                procedure.behaviour(),
                new ExplanationSearch(procedure.behaviour(), marks, new BitSet())
                        .search(List.of("begin"))
                        .orElseThrow());

        String what = "seed " + seed + "\n" + example.bpmn() + "\n" + marks;
        assertThat(Long.bitCount(found.marksInSome() & found.marksInAll()))
                .as(what)
                .isLessThanOrEqualTo(expected.most);
        assertThat(found.marksInSome()).as(what).isEqualTo(expected.union);
        assertThat(found.marksInAll()).as(what).isEqualTo(expected.intersection);
        Set<String> some = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        Set<String> together = new TreeSet<>();
        found.passages().forEach(passage -> {
            some.add(passage.step().value());
            found.passages().stream()
                    .filter(other -> found.someHasBoth(passage, other))
                    .forEach(other -> together.add(passage.step() + " and " + other.step()));
            if (found.allHave(edge -> passage.equals(found.passage(edge)))) {
                all.add(passage.step().value());
            }
        });
        assertThat(some).as(what).isEqualTo(expected.inSome);
        assertThat(all).as(what).isEqualTo(expected.inAll);
        assertThat(together).as(what).isEqualTo(expected.together);
    }

    /** A random block, sequence, choice or parallel, that leads to a node; returns its first node. */
    private static String block(Example example, Random random, int depth, int[] count, String then) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        int id = count[0]++;
        if (kind <= 1) {
            String task = "t" + id;
            example.tasks(task + ":" + ACTS[random.nextInt(ACTS.length)]);
            String next = depth > 0 && random.nextInt(3) > 0 ? block(example, random, depth - 1, count, then) : then;
            example.flow(task + " > " + next);
            return task;
        }
        String split = "s" + id;
        String join = "j" + id;
        if (kind == 2) {
            example.choices(split, join);
        } else {
            example.forks(split, join);
        }
        example.flow(join + " > " + then);
        for (int branch = 0; branch < 2; branch++) {
            String first = block(example, random, depth - 1, count, join);
            example.flow(split + (kind == 2 ? " [b" + branch + "]" : "") + " > " + first);
        }
        return split;
    }

    private static List<Candidate> marks(Procedure procedure, Random random) {
        List<Candidate> marks = new ArrayList<>();
        int number = 1 + random.nextInt(4);
        for (int i = 0; i < number; i++) {
            String act = ACTS[random.nextInt(ACTS.length)];
            BitSet transitions = new BitSet();
            procedure.behaviour().firings().stream()
                    .filter(firing -> firing.step() != null
                            && procedure.step(firing.step()).act().word().equals(act))
                    .forEach(firing -> transitions.set(firing.index()));
            if (!transitions.isEmpty()) {
                marks.add(new Candidate(
                        new MarkId("m" + i),
                        random.nextBoolean() ? HistoricalDate.parse("1955-01-0" + (1 + random.nextInt(3))) : null,
                        transitions,
                        !marks.isEmpty() && random.nextInt(5) == 0 ? 1L : 0L,
                        Map.of(),
                        random.nextInt(3) == 0 ? "no " + random.nextInt(2) : null,
                        new DocumentId("paper")));
            }
        }
        return marks;
    }

    /** The definition, by exhaustion. */
    private static final class Literal {
        private final Behaviour behaviour;
        private final List<Candidate> marks;
        int most;
        long union;
        long intersection = -1;
        final Set<String> inSome = new TreeSet<>();
        final Set<String> inAll = new TreeSet<>();
        final Set<String> together = new TreeSet<>();
        private final Set<String> seen = new HashSet<>();

        private Literal(Behaviour behaviour, List<Candidate> marks) {
            this.behaviour = behaviour;
            this.marks = marks;
        }

        private record Done(int transition, long marks, List<Integer> causes) {}

        void explore() {
            Map<Integer, Integer> tokens = new HashMap<>();
            behaviour.startAt("begin").stream().forEach(place -> tokens.put(place, -1));
            extend(tokens, new ArrayList<>(), 0);
        }

        private void extend(Map<Integer, Integer> tokens, List<Done> run, long explained) {
            if (!seen.add(tokens + "|" + run)) {
                return;
            }
            judge(run, explained);
            for (Behaviour.Firing firing : behaviour.firings()) {
                Net.Transition transition = behaviour.transition(firing.index());
                if (firing.ends() || !transition.consumes().stream().allMatch(tokens::containsKey)) {
                    continue;
                }
                for (long assigned = 0; assigned < 1L << marks.size(); assigned++) {
                    if (!allowed(firing, assigned, run, explained)) {
                        continue;
                    }
                    Map<Integer, Integer> next = new HashMap<>(tokens);
                    List<Integer> causes = transition.consumes().stream()
                            .mapToObj(next::remove)
                            .distinct()
                            .toList();
                    transition.produces().stream().forEach(place -> next.put(place, run.size()));
                    List<Done> longer = new ArrayList<>(run);
                    longer.add(new Done(firing.index(), assigned, causes));
                    extend(next, longer, explained | assigned);
                }
            }
        }

        private boolean allowed(Behaviour.Firing firing, long assigned, List<Done> run, long explained) {
            if ((assigned & explained) != 0 || (assigned != 0 && firing.step() == null)) {
                return false;
            }
            for (int i = 0; i < marks.size(); i++) {
                if ((assigned >> i & 1) == 0) {
                    continue;
                }
                Candidate mark = marks.get(i);
                if (!mark.transitions().get(firing.index())) {
                    return false;
                }
                for (int j = 0; j < marks.size(); j++) {
                    boolean before = (explained >> j & 1) == 1;
                    boolean beside = (assigned >> j & 1) == 1 && j != i;
                    Candidate other = marks.get(j);
                    if (before && (other.earliest() > mark.latest() || (other.follows() >> i & 1) == 1)) {
                        return false;
                    }
                    if (beside && !mark.agreesWith(other, false)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void judge(List<Done> run, long explained) {
            Set<Integer> covered = new HashSet<>();
            for (int i = run.size() - 1; i >= 0; i--) {
                if (run.get(i).marks() != 0 || covered.contains(i)) {
                    covered.add(i);
                    covered.addAll(run.get(i).causes());
                }
            }
            Set<String> steps = new TreeSet<>();
            for (int i = 0; i < run.size(); i++) {
                var step = behaviour.firings().get(run.get(i).transition()).step();
                if (step != null) {
                    if (!covered.contains(i)) {
                        return;
                    }
                    steps.add(step.value());
                }
            }
            int count = Long.bitCount(explained);
            if (count > most) {
                most = count;
                union = 0;
                intersection = -1;
                inSome.clear();
                inAll.clear();
                together.clear();
            }
            if (count == most) {
                if (intersection == -1) {
                    inAll.addAll(steps);
                } else {
                    inAll.retainAll(steps);
                }
                union |= explained;
                intersection = intersection == -1 ? explained : intersection & explained;
                inSome.addAll(steps);
                steps.forEach(one -> steps.stream()
                        .filter(other -> !other.equals(one))
                        .forEach(other -> together.add(one + " and " + other)));
            }
        }
    }
}
