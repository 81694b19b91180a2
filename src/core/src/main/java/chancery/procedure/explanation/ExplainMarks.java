package chancery.procedure.explanation;

import chancery.casefile.Dossier;
import chancery.document.Attestation;
import chancery.document.Document;
import chancery.document.Form;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.ReadingId;
import chancery.document.date.HistoricalDate;
import chancery.path.Contradiction;
import chancery.path.OpenDecision;
import chancery.path.Path;
import chancery.path.StepKey;
import chancery.path.Trial;
import chancery.path.UnexplainedMark;
import chancery.procedure.Procedure;
import chancery.procedure.diagram.ProcedureStep;
import chancery.procedure.explanation.BestExplanations.Passage;
import chancery.procedure.explanation.ExplanationSearch.Candidate;
import chancery.procedure.net.Behaviour;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reconciles the marks of a dossier with a procedure into a path. The rules stand in
 * {@code src/docs/decisions/0003-what-a-path-is.md}; the search in {@link ExplanationSearch}.
 */
public final class ExplainMarks {
    private final Procedure procedure;
    private final BitSet shared = new BitSet();

    public ExplainMarks(Procedure procedure) {
        this.procedure = procedure;
        stepFirings().filter(firing -> stepOf(firing).isShared()).forEach(firing -> shared.set(firing.index()));
    }

    /** The path of a dossier under one of its readings, whatever speaks against the procedure. */
    public Reconstruction explain(Dossier dossier, ReadingId reading) {
        return attempt(dossier, reading, new Signs(procedure, dossier, reading).all())
                .path()
                .get();
    }

    /**
     * How well the procedure describes a dossier.
     *
     * @param path tells the path, which is worth its while for the best of several attempts only
     */
    record Attempt(Path.Result result, Trial trial, Supplier<Reconstruction> path) {}

    /**
     * Looks for the explanations of a dossier under one of its readings.
     *
     * @param signs what speaks for the procedure
     */
    Attempt attempt(Dossier dossier, ReadingId reading, List<String> signs) {
        List<Mark> attesting = dossier.marks().stream()
                .filter(mark -> mark.attests(reading).isPresent())
                .toList();
        List<Candidate> dated = candidates(dossier, reading, attesting);
        List<Candidate> undated = dated.stream().map(Candidate::undated).toList();
        List<String> entries = dossier.entry() == null
                ? List.copyOf(procedure.behaviour().entries().keySet())
                : List.of(dossier.entry());
        Optional<BestExplanations> byDates = search(dated, entries);
        Optional<BestExplanations> byOrder =
                byDates.filter(best -> isDoubted(dated, best)).flatMap(best -> search(undated, entries));
        Optional<BestExplanations> found =
                byOrder.filter(best -> isFuller(best, byDates.orElseThrow())).or(() -> byDates);
        int explained = found.map(best -> Long.bitCount(best.marksInSome())).orElse(0);
        Trial trial = new Trial(procedure.id(), procedure.version(), explained, signs, null);
        if (found.isEmpty()) {
            return new Attempt(Path.Result.NOT_COMPUTED, trial, () -> notComputed(dossier, reading, attesting, trial));
        }
        if (explained == 0 && !attesting.isEmpty()) {
            return new Attempt(
                    Path.Result.BARE,
                    trial,
                    () -> new BarePath(dossier, reading, procedure.provenance().authority())
                            .reconstruction(List.of(trial)));
        }
        return new Attempt(
                Path.Result.DESCRIBED,
                trial,
                () -> described(
                        dossier,
                        reading,
                        attesting,
                        dated,
                        trial,
                        found.get(),
                        byOrder.or(() -> dated.equals(undated) ? Optional.empty() : search(undated, entries)),
                        byOrder.map(best -> conflicts(dossier, reading, undated, best))
                                .orElse(List.of())));
    }

    private Optional<BestExplanations> search(List<Candidate> candidates, List<String> entries) {
        return new ExplanationSearch(procedure.behaviour(), candidates, shared)
                .search(entries)
                .map(graph -> new BestExplanations(procedure.behaviour(), graph));
    }

    /** Whether a date is marked as doubtful, or may be what keeps a mark from being explained. */
    private static boolean isDoubted(List<Candidate> candidates, BestExplanations best) {
        List<HistoricalDate> dates = candidates.stream()
                .map(Candidate::date)
                .flatMap(Stream::ofNullable)
                .toList();
        return dates.stream().anyMatch(HistoricalDate::isDoubtful)
                || !dates.isEmpty() && Long.bitCount(best.marksInAll()) < candidates.size();
    }

    /** Whether more marks are explained in every explanation. */
    private static boolean isFuller(BestExplanations one, BestExplanations other) {
        return Long.bitCount(one.marksInAll()) > Long.bitCount(other.marksInAll());
    }

    /** The dates that deny each other, in the order that there would be if nothing were dated. */
    private List<DateConflict> conflicts(
            Dossier dossier, ReadingId reading, List<Candidate> undated, BestExplanations byOrder) {
        Map<Passage, StepKey> keys = keys(byOrder);
        Set<StepKey> several = keys.values().stream()
                .filter(key -> procedure.step(key.id()).isShared())
                .collect(Collectors.toSet());
        return DateConflict.among(
                new TellSteps(procedure, dossier, reading, byOrder, undated, keys, Set.of(), passage -> false).steps(),
                dossier,
                several);
    }

    private Reconstruction described(
            Dossier dossier,
            ReadingId reading,
            List<Mark> attesting,
            List<Candidate> candidates,
            Trial trial,
            BestExplanations explanations,
            Optional<BestExplanations> byOrder,
            List<DateConflict> conflicts) {
        Map<Passage, StepKey> keys = keys(explanations);
        Rehearsal rehearsal = new Rehearsal(procedure.behaviour(), explanations, keys);
        Optional<Script> script = rehearsal.script();
        TellSteps telling = new TellSteps(
                procedure,
                dossier,
                reading,
                explanations,
                candidates,
                keys,
                DateConflict.denied(conflicts),
                passage ->
                        byOrder.stream().anyMatch(best -> !best.allHave(edge -> passage.equals(best.passage(edge)))));
        Path path = new Path(
                dossier.id().value(),
                dossier.title(),
                procedure.id(),
                procedure.version(),
                reading,
                Path.Result.DESCRIBED,
                trial.explained(),
                attesting.size(),
                List.of(trial),
                telling.steps(),
                unexplained(dossier, reading, attesting, candidates, explanations.marksInSome()),
                Stream.concat(contradictions(dossier).stream(), DateConflict.told(conflicts).stream())
                        .toList(),
                script.map(Script::waitsAt).orElse(List.of()),
                script.map(Script::open).orElse(List.of(OpenDecision.HOW_IT_BEGAN)));
        return new Reconstruction(procedure, path, script, rehearsal::foreseen);
    }

    private Reconstruction notComputed(Dossier dossier, ReadingId reading, List<Mark> attesting, Trial trial) {
        Path path = new Path(
                dossier.id().value(),
                dossier.title(),
                procedure.id(),
                procedure.version(),
                reading,
                Path.Result.NOT_COMPUTED,
                trial.explained(),
                attesting.size(),
                List.of(trial),
                List.of(),
                List.of(),
                contradictions(dossier),
                List.of(),
                List.of());
        return new Reconstruction(procedure, path, Optional.empty(), Optional::empty);
    }

    static List<Contradiction> contradictions(Dossier dossier) {
        return dossier.marks().stream()
                .flatMap(mark -> Stream.ofNullable(mark.copies())
                        .flatMap(copies -> copies.contradictions().stream())
                        .map(reason -> new Contradiction(mark.id(), mark.reading(), reason)))
                .toList();
    }

    // ---- which steps could carry a mark ----

    private List<Candidate> candidates(Dossier dossier, ReadingId reading, List<Mark> attesting) {
        Map<MarkId, BitSet> transitions = new HashMap<>();
        for (Mark mark : attesting) {
            BitSet carrying = new BitSet();
            Attestation attestation = mark.attests(reading).orElseThrow();
            stepFirings()
                    .filter(firing -> carries(stepOf(firing), mark, attestation, dossier))
                    .forEach(firing -> carrying.set(firing.index()));
            transitions.put(mark.id(), carrying);
        }
        List<Mark> carried = attesting.stream()
                .filter(mark -> !carrying(transitions, mark).isEmpty())
                .toList();
        Order order = new Order(dossier);
        return carried.stream()
                .map(mark -> {
                    Attestation attestation = mark.attests(reading).orElseThrow();
                    return new Candidate(
                            mark.id(),
                            mark.date(),
                            carrying(transitions, mark),
                            order.followedBy(mark, carried),
                            procedure.choicesShownBy(attestation),
                            attestation.number() == null
                                    ? null
                                    : attestation.number().text(),
                            attestation.about());
                })
                .toList();
    }

    private static BitSet carrying(Map<MarkId, BitSet> transitions, Mark mark) {
        return transitions.getOrDefault(mark.id(), new BitSet());
    }

    /**
     * Whether act, direction, office and document agree, each where both state it, and whether one who acted may have
     * stood in the step's lane. A paper of no known form may be of any.
     */
    private boolean carries(ProcedureStep step, Mark mark, Attestation attestation, Dossier dossier) {
        return step.act() == attestation.act()
                && (attestation.agents().isEmpty()
                        || attestation.agents().stream()
                                .anyMatch(
                                        agent -> procedure.provenance().mayAct(agent, step.office(), Signs.day(mark))))
                && (step.direction() == null
                        || attestation.direction() == null
                        || step.direction() == attestation.direction())
                && (attestation.office() == null || attestation.office().equals(step.office()))
                && (step.documents().isEmpty()
                        || dossier.document(attestation.about())
                                .map(Document::form)
                                .filter(form ->
                                        form == Form.PAPER || step.documents().contains(form))
                                .isPresent());
    }

    private Stream<Behaviour.Firing> stepFirings() {
        return procedure.behaviour().firings().stream().filter(firing -> firing.step() != null);
    }

    private ProcedureStep stepOf(Behaviour.Firing firing) {
        return procedure.step(java.util.Objects.requireNonNull(firing.step()));
    }

    /** Which marks come before which, as "before" and "after" say, and all that follows from them. */
    private static final class Order {
        private final Map<MarkId, Set<MarkId>> earlier = new HashMap<>();

        private Order(Dossier dossier) {
            for (Mark mark : dossier.marks()) {
                mark.after().forEach(before -> add(before, mark.id()));
                mark.before().forEach(after -> add(mark.id(), after));
            }
        }

        private void add(MarkId before, MarkId after) {
            earlier.computeIfAbsent(after, unknown -> new java.util.LinkedHashSet<>())
                    .add(before);
        }

        private long followedBy(Mark mark, List<Mark> marks) {
            Set<MarkId> all = new java.util.LinkedHashSet<>();
            List<MarkId> open = new ArrayList<>(earlier.getOrDefault(mark.id(), java.util.Set.of()));
            while (!open.isEmpty()) {
                MarkId before = open.remove(open.size() - 1);
                if (all.add(before)) {
                    open.addAll(earlier.getOrDefault(before, java.util.Set.of()));
                }
            }
            long set = 0;
            for (int i = 0; i < marks.size() && i < Long.SIZE; i++) {
                if (all.contains(marks.get(i).id())) {
                    set |= 1L << i;
                }
            }
            return set;
        }
    }

    // ---- occurrences, and marks left over ----

    /** Rounds may be skipped in one explanation and not in another; occurrences are counted without gaps. */
    private static Map<Passage, StepKey> keys(BestExplanations explanations) {
        Map<Passage, StepKey> keys = new TreeMap<>();
        Map<chancery.path.StepId, Integer> counted = new HashMap<>();
        for (Passage passage : explanations.passages()) {
            keys.put(passage, new StepKey(passage.step(), counted.merge(passage.step(), 1, Integer::sum)));
        }
        return keys;
    }

    private List<UnexplainedMark> unexplained(
            Dossier dossier, ReadingId reading, List<Mark> attesting, List<Candidate> candidates, long explained) {
        Map<MarkId, Integer> index = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            index.put(candidates.get(i).id(), i);
        }
        List<UnexplainedMark> unexplained = new ArrayList<>();
        for (Mark mark : attesting) {
            Integer at = index.get(mark.id());
            if (at == null || (explained >> at & 1) == 0) {
                Attestation attestation = mark.attests(reading).orElseThrow();
                HistoricalDate date = mark.date();
                unexplained.add(new UnexplainedMark(
                        mark.id(),
                        attestation.act(),
                        date == null ? null : date.edtf(),
                        (at == null
                                        ? whyNoStep(attestation, dossier)
                                        : "its date, its order or its number leaves no room for it in any explanation that explains as many marks")
                                + onPaper(mark)));
            }
        }
        return unexplained;
    }

    private static String onPaper(Mark mark) {
        return mark.written() == null
                ? ""
                : "; on the paper it is of " + mark.written().told();
    }

    private String whyNoStep(Attestation attestation, Dossier dossier) {
        Predicate<ProcedureStep> sameAct = step -> step.act() == attestation.act();
        String offices = procedure.steps().values().stream()
                .filter(sameAct)
                .map(step -> step.id() + " (" + step.office() + ")")
                .collect(Collectors.joining(", "));
        if (offices.isEmpty()) {
            return "no step of " + procedure.id() + " is of the act \""
                    + attestation.act().word() + "\"";
        }
        String form = dossier.document(attestation.about())
                .map(Document::form)
                .map(Form::word)
                .orElse("?");
        String direction = attestation.direction() == null
                ? ""
                : ", " + attestation.direction().word();
        return "no step of " + procedure.id() + " of the act \""
                + attestation.act().word() + "\"" + direction
                + " fits office " + (attestation.office() == null ? "(not stated)" : attestation.office())
                + " and document " + form + "; it has " + offices;
    }
}
