package chancery.procedure.explanation;

import chancery.casefile.Dossier;
import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.ReadingId;
import chancery.document.date.HistoricalDate;
import chancery.office.Agent;
import chancery.office.Authority.Affiliation;
import chancery.office.OfficeId;
import chancery.office.Words;
import chancery.path.EvidenceStatus;
import chancery.path.Step;
import chancery.path.StepId;
import chancery.path.StepKey;
import chancery.procedure.Procedure;
import chancery.procedure.diagram.ProcedureStep;
import chancery.procedure.explanation.BestExplanations.Passage;
import chancery.procedure.explanation.ExplanationSearch.Candidate;
import chancery.procedure.net.Behaviour;
import chancery.procedure.net.Net;
import chancery.procedure.net.TokenGame;
import chancery.register.RegistryNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the best explanations of a dossier as the steps of a path: status, reason, dates and order of each. */
final class TellSteps {
    private final Procedure procedure;
    private final ReadingId reading;
    private final BestExplanations explanations;
    private final List<Mark> marks;
    private final Map<Passage, StepKey> keys;
    private final List<StepId> drawnOrder;
    private final long contested;
    private final Set<MarkId> denied;
    private final Predicate<Passage> byDates;
    private final Map<Passage, EvidenceStatus> statuses = new HashMap<>();

    private final Map<StepKey, Set<StepKey>> after = new TreeMap<>();
    private final StepDays days;

    /**
     * @param candidates the marks that the explanations speak of by index
     * @param denied those whose dates cannot be true beside others
     * @param byDates which passages only the dates keep from being left out
     */
    TellSteps(
            Procedure procedure,
            Dossier dossier,
            ReadingId reading,
            BestExplanations explanations,
            List<Candidate> candidates,
            Map<Passage, StepKey> keys,
            Set<MarkId> denied,
            Predicate<Passage> byDates) {
        this.procedure = procedure;
        this.reading = reading;
        this.explanations = explanations;
        this.marks = candidates.stream()
                .map(candidate -> dossier.mark(candidate.id()).orElseThrow())
                .toList();
        this.keys = keys;
        this.drawnOrder = List.copyOf(procedure.steps().keySet());
        this.denied = denied;
        this.byDates = byDates;
        this.days = new StepDays(this::marksOf, step -> procedure.step(step).isShared(), after);
        this.contested = explanations.marksInSome() & ~explanations.marksInAll();
    }

    List<Step> steps() {
        List<TokenGame> witnesses = explanations.witnesses();
        keys.forEach((passage, key) -> after.put(key, before(passage, witnesses)));
        Map<StepKey, Set<StepKey>> foreseen = foreseen(witnesses);
        List<StepKey> order = ordered();
        Map<StepKey, Passage> passages = new HashMap<>();
        keys.forEach((passage, key) -> passages.put(key, passage));
        keys.keySet().forEach(passage -> statuses.put(passage, status(passage)));
        order.forEach(key -> days.put(key, passage(passages, key)));
        days.narrow(order);

        StepReasons reasons = new StepReasons(procedure, reading, explanations, keys, after, denied);
        List<Step> steps = new ArrayList<>();
        order.forEach(key -> steps.add(taken(key, passage(passages, key), order, reasons)));
        foreseen.forEach((key, before) -> steps.add(notEvidenced(key, before)));
        return steps;
    }

    private static Passage passage(Map<StepKey, Passage> passages, StepKey key) {
        return Optional.ofNullable(passages.get(key)).orElseThrow();
    }

    // ---- order ----

    private Set<StepKey> before(Passage passage, List<TokenGame> witnesses) {
        for (TokenGame game : witnesses) {
            for (int event = 0; event < game.events().size(); event++) {
                if (passage.equals(passageOf(game, event))) {
                    return keysOf(game, game.event(event).causes());
                }
            }
        }
        throw new IllegalStateException("No explanation passes " + passage);
    }

    private @Nullable Passage passageOf(TokenGame game, int event) {
        StepId step = game.firing(event).step();
        return step == null ? null : new Passage(step, game.event(event).round());
    }

    private Set<StepKey> keysOf(TokenGame game, List<Integer> events) {
        Set<StepKey> found = new TreeSet<>();
        for (int event : game.nearest(events, firing -> firing.step() != null)) {
            found.add(Optional.ofNullable(keys.get(passageOf(game, event))).orElseThrow());
        }
        return found;
    }

    /** The steps in an order that respects {@link #after}; free choices go by the diagram. */
    private List<StepKey> ordered() {
        List<StepKey> open = new ArrayList<>(after.keySet());
        open.sort(Comparator.<StepKey>comparingInt(key -> drawnOrder.indexOf(key.id()))
                .thenComparingInt(StepKey::occurrence));
        List<StepKey> order = new ArrayList<>();
        while (!open.isEmpty()) {
            StepKey next = open.stream()
                    .filter(key -> afterOf(key).stream().noneMatch(open::contains))
                    .findFirst()
                    .orElse(open.get(0)); // two explanations may order two possible steps differently
            order.add(next);
            open.remove(next);
        }
        return order;
    }

    private Set<StepKey> afterOf(StepKey key) {
        return after.getOrDefault(key, Set.of());
    }

    /** The steps that could come after, in the order of the diagram, each with those directly before it. */
    private Map<StepKey, Set<StepKey>> foreseen(List<TokenGame> witnesses) {
        Behaviour behaviour = procedure.behaviour();
        Map<Integer, Set<StepKey>> reached = new HashMap<>();
        for (TokenGame game : witnesses) {
            game.marking().stream()
                    .forEach(place -> reached.computeIfAbsent(place, unknown -> new TreeSet<>())
                            .addAll(keysOf(game, List.of(game.causeOf(place)))));
        }
        Set<StepId> taken = keys.values().stream().map(StepKey::id).collect(Collectors.toSet());
        Map<StepKey, Set<StepKey>> foreseen = new LinkedHashMap<>();
        for (Behaviour.Firing firing : behaviour.firings()) {
            Net.Transition transition = behaviour.transition(firing.index());
            BitSet consumed = transition.consumes();
            if (!consumed.stream().allMatch(reached::containsKey)) {
                continue;
            }
            Set<StepKey> before = new TreeSet<>();
            consumed.stream().forEach(place -> before.addAll(reached.getOrDefault(place, Set.of())));
            Set<StepKey> carried = before;
            StepId step = firing.step();
            if (step != null && !taken.contains(step)) {
                StepKey key = new StepKey(step, 1);
                foreseen.computeIfAbsent(key, unknown -> new TreeSet<>()).addAll(before);
                carried = Set.of(key);
            }
            if (!firing.closesLoop()) {
                Set<StepKey> onward = carried;
                transition.produces().stream()
                        .forEach(place -> reached.computeIfAbsent(place, unknown -> new TreeSet<>())
                                .addAll(onward));
            }
        }
        return foreseen;
    }

    // ---- steps ----

    private Stream<Mark> marksOf(Passage passage) {
        long set = explanations.marksAt(passage);
        return java.util.stream.IntStream.range(0, marks.size())
                .filter(i -> (set >> i & 1) == 1)
                .mapToObj(marks::get);
    }

    private EvidenceStatus status(Passage passage) {
        if ((explanations.marksAt(passage) & contested) != 0
                || marksOf(passage).map(Mark::id).anyMatch(denied::contains)) {
            return EvidenceStatus.CONTRADICTED;
        }
        if (explanations.allHave(edge -> edge.marks() != 0 && passage.equals(explanations.passage(edge)))) {
            return EvidenceStatus.EVIDENCED;
        }
        if (!explanations.allPass(passage) || byDates.test(passage)) {
            return EvidenceStatus.POSSIBLE;
        }
        return procedure.step(passage.step()).isAssumed() ? EvidenceStatus.PRESUMED : EvidenceStatus.INFERRED;
    }

    private Step taken(StepKey key, Passage passage, List<StepKey> order, StepReasons reasons) {
        ProcedureStep drawn = procedure.step(key.id());
        EvidenceStatus status = Objects.requireNonNull(statuses.get(passage));
        List<Mark> attesting = marksOf(passage).toList();
        List<Attestation> attested = attesting.stream()
                .map(mark -> mark.attests(reading).orElseThrow())
                .toList();
        List<StepKey> alternatives = status == EvidenceStatus.POSSIBLE ? alternatives(passage) : List.of();
        Map<Agent, Affiliation> affiliations = affiliations(attesting);
        StepDays.Span span = days.told(key, passage);
        return new Step(
                key,
                drawn.label(),
                drawn.act(),
                drawn.phase(),
                drawn.direction(),
                drawn.office(),
                procedure.officeName(drawn.office(), span.naming()),
                drawn.way(),
                attested.isEmpty() ? null : attested.get(0).about(),
                number(attested),
                status,
                attesting.stream().anyMatch(Mark::isDisputed),
                date(attesting),
                span.earliest(),
                span.latest(),
                agents(attested),
                affiliations,
                attesting.stream().map(Mark::id).toList(),
                List.copyOf(afterOf(key)),
                alternatives,
                status == EvidenceStatus.PRESUMED || attesting.isEmpty()
                        ? procedure.confidence()
                        : certainty(attesting),
                reasons.of(status, key, passage, attesting, alternatives, order)
                        + strangers(drawn.office(), attested, affiliations));
    }

    private Step notEvidenced(StepKey key, Set<StepKey> before) {
        ProcedureStep drawn = procedure.step(key.id());
        LocalDate earliest = days.begin(key, before);
        return new Step(
                key,
                drawn.label(),
                drawn.act(),
                drawn.phase(),
                drawn.direction(),
                drawn.office(),
                procedure.officeName(drawn.office(), earliest),
                drawn.way(),
                null,
                null,
                EvidenceStatus.NOT_EVIDENCED,
                false,
                null,
                earliest,
                null,
                List.of(),
                Map.of(),
                List.of(),
                List.copyOf(before),
                List.of(),
                procedure.confidence(),
                "foreseen by " + procedure.id() + ", " + drawn.premise() + "; nothing shows that it happened");
    }

    private List<StepKey> alternatives(Passage passage) {
        return keys.entrySet().stream()
                .filter(other -> !other.getKey().equals(passage)
                        && statuses.get(other.getKey()) == EvidenceStatus.POSSIBLE
                        && !explanations.someHasBoth(passage, other.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static @Nullable String date(List<Mark> attesting) {
        String dates = attesting.stream()
                .map(Mark::date)
                .flatMap(Stream::ofNullable)
                .map(HistoricalDate::edtf)
                .distinct()
                .collect(Collectors.joining("; "));
        return dates.isEmpty() ? null : dates;
    }

    private static @Nullable String number(List<Attestation> attested) {
        String numbers = attested.stream()
                .map(Attestation::number)
                .flatMap(Stream::ofNullable)
                .map(RegistryNumber::text)
                .distinct()
                .collect(Collectors.joining("; "));
        return numbers.isEmpty() ? null : numbers;
    }

    private static List<Agent> agents(List<Attestation> attested) {
        return attested.stream()
                .flatMap(attestation -> attestation.agents().stream())
                .distinct()
                .toList();
    }

    private Map<Agent, Affiliation> affiliations(List<Mark> attesting) {
        Map<Agent, Affiliation> known = new HashMap<>();
        attesting.forEach(mark -> procedure
                .provenance()
                .authority()
                .of(mark.attests(reading).orElseThrow().agents(), Signs.day(mark))
                .forEach(known::putIfAbsent));
        return known;
    }

    /** Who acted although neither his mark nor anything else tells that he belongs to the office, where that matters. */
    private String strangers(OfficeId office, List<Attestation> attested, Map<Agent, Affiliation> known) {
        List<String> names = attested.stream()
                .filter(attestation -> attestation.office() == null)
                .flatMap(attestation -> attestation.agents().stream())
                .filter(agent -> !known.containsKey(agent))
                .map(Agent::name)
                .distinct()
                .toList();
        return names.isEmpty() || !procedure.provenance().asksWhoActsIn(office)
                ? ""
                : "; by " + String.join(", ", names) + " (of no institution known here)";
    }

    private String certainty(List<Mark> attesting) {
        return Words.of(attesting.stream()
                .map(mark -> mark.readAs(reading).certainty())
                .min(Comparator.naturalOrder())
                .orElse(Certainty.CERTAIN));
    }
}
