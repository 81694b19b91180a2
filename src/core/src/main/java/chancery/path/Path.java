package chancery.path;

import chancery.document.ReadingId;
import chancery.office.OfficeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reconstructed path of one case under one reading. Where no procedure fits, it is a bare path: the acts that the paper
 * itself attests, in so far as their order is known, and nothing inferred.
 *
 * @param caseId the case
 * @param procedure that it was aligned to, or {@link #NO_PROCEDURE}
 * @param procedureVersion the first twelve digits of the SHA-256 of the procedure's diagram and tables; empty without one
 * @param reading {@code preferred}, or the competing reading taken
 * @param result whether a procedure describes the document
 * @param explained how many of the marks that attest an act are explained
 * @param attesting how many marks attest an act
 * @param tried all procedures that were considered, by id; the one that the case names, if it names one
 * @param steps those taken and those foreseen, in an order that respects {@link Step#after}
 * @param contradictions statements of marks that contradict themselves
 * @param waitsAt the steps at which a running instance waits for evidence
 * @param openDecisions of these, those that were done, with what would have to be decided for the instance to go on
 */
public record Path(
        String caseId,
        String title,
        String procedure,
        String procedureVersion,
        ReadingId reading,
        Result result,
        int explained,
        int attesting,
        List<Trial> tried,
        List<Step> steps,
        List<UnexplainedMark> unexplained,
        List<Contradiction> contradictions,
        List<StepId> waitsAt,
        List<OpenDecision> openDecisions) {
    /** The procedure of a bare path. */
    public static final String NO_PROCEDURE = "none";

    /** The office of a step of a bare path whose marks state none. */
    public static final OfficeId OFFICE_NOT_STATED = new OfficeId("not-stated");

    public Path {
        tried = List.copyOf(tried);
        steps = List.copyOf(steps);
        unexplained = List.copyOf(unexplained);
        contradictions = List.copyOf(contradictions);
        waitsAt = List.copyOf(waitsAt);
        openDecisions = List.copyOf(openDecisions);
    }

    /** Whether there is a path. */
    public enum Result {
        /** The procedure describes the document. */
        DESCRIBED,
        /** None does; the acts of the paper are told, and nothing is inferred. */
        BARE,
        /** More states than the stated bound; nothing is guessed. */
        NOT_COMPUTED
    }

    /** The same path, chosen from several tried. */
    public Path from(List<Trial> others) {
        return new Path(
                caseId,
                title,
                procedure,
                procedureVersion,
                reading,
                result,
                explained,
                attesting,
                others,
                steps,
                unexplained,
                contradictions,
                waitsAt,
                openDecisions);
    }

    /** What the path rests on, as cited: the procedure with its version, or all that were considered in vain. */
    public String basis() {
        return result == Result.BARE
                ? "no procedure of "
                        + tried.stream()
                                .map(trial -> trial.procedure() + " " + trial.procedureVersion())
                                .collect(Collectors.joining(", "))
                : "procedure " + procedure + " " + procedureVersion;
    }

    /** Whether there is something to compare, to draw and to tell. */
    public boolean hasSteps() {
        return result != Result.NOT_COMPUTED && taken().findAny().isPresent();
    }

    /** Steps that happened or may have: all but those foreseen. */
    public Stream<Step> taken() {
        return steps.stream().filter(Step::isTaken);
    }

    public Optional<Step> step(StepKey key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** The path in one line: what is evidenced, what of it is disputed, and where it waits. */
    public String headline() {
        String name = caseId + " (" + reading + " reading)";
        String told = switch (result) {
            case BARE -> name + ": " + bare();
            case NOT_COMPUTED -> name + ": not computed; the marks allow too many explanations";
            case DESCRIBED -> name + ": " + counts() + disputes() + "; " + standing();
        };
        return told + contradicted();
    }

    private String bare() {
        return (attesting == 0 ? "" : counts() + "; ") + notChosen() + ", so nothing is inferred";
    }

    /** Why no procedure was taken, of a bare path. */
    public String notChosen() {
        if (attesting == 0) {
            return "no mark of it attests an act";
        }
        List<Trial> fitting =
                tried.stream().filter(trial -> trial.lacks() == null).toList();
        if (fitting.isEmpty()) {
            return "no procedure here is that of this document";
        }
        return fitting.size() == 1
                ? fitting.get(0).procedure() + " explains no mark of this document"
                : fitting.stream().map(Trial::procedure).collect(Collectors.joining(" and "))
                        + " fit this document equally well, and none is taken";
    }

    private String contradicted() {
        return contradictions.stream()
                .map(contradiction -> "; contradicted statement (" + contradiction.mark() + "): "
                        + contradiction.reason().replaceFirst("(?s); .*", ""))
                .collect(Collectors.joining());
    }

    private String counts() {
        Map<EvidenceStatus, Long> counts = steps.stream()
                .collect(Collectors.groupingBy(
                        Step::status, () -> new EnumMap<>(EvidenceStatus.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
    }

    private String disputes() {
        String disputed = steps.stream()
                .filter(Step::disputed)
                .map(step -> "\"" + step.label() + "\"" + (step.number() == null ? "" : " (" + step.number() + ")")
                        + " is " + step.standing())
                .collect(Collectors.joining(", "));
        return disputed.isEmpty() ? "" : "; " + disputed;
    }

    private String standing() {
        String last =
                doneLast().stream().map(step -> "\"" + step.label() + "\"").collect(Collectors.joining(", "));
        List<String> open = open();
        return (last.isEmpty() ? "" : "done last: " + last + "; ")
                + (open.isEmpty() ? "nothing is open" : "open: " + String.join(", ", open));
    }

    /** The steps that marks attest and that none comes after of which the same can be said. */
    public List<Step> doneLast() {
        List<Step> attested = withStatus(
                step -> step.status() == EvidenceStatus.EVIDENCED || step.status() == EvidenceStatus.CONTRADICTED);
        Set<StepKey> before = new HashSet<>();
        Deque<StepKey> back = new ArrayDeque<>();
        attested.forEach(step -> back.addAll(step.after()));
        while (!back.isEmpty()) {
            StepKey earlier = back.remove();
            if (before.add(earlier)) {
                step(earlier).ifPresent(step -> back.addAll(step.after()));
            }
        }
        return attested.stream().filter(step -> !before.contains(step.key())).toList();
    }

    /** The possible steps, parted into branches, in the order of their first steps. */
    public List<Branch> branches() {
        List<Step> possible = withStatus(step -> step.status() == EvidenceStatus.POSSIBLE);
        Map<StepKey, List<Step>> branchOf = new LinkedHashMap<>();
        for (Step step : possible) {
            List<Step> joined = new ArrayList<>();
            step.after().stream()
                    .flatMap(earlier -> Stream.ofNullable(branchOf.get(earlier)))
                    .distinct()
                    .toList()
                    .forEach(joined::addAll);
            joined.add(step);
            joined.forEach(member -> branchOf.put(member.key(), joined));
        }
        return possible.stream()
                .map(step -> List.copyOf(possible.stream()
                        .filter(branchOf.getOrDefault(step.key(), List.of())::contains)
                        .toList()))
                .distinct()
                .map(steps -> new Branch(steps, position(steps)))
                .toList();
    }

    private Branch.Position position(List<Step> branch) {
        List<Step> sure = withStatus(step -> step.isTaken() && step.status() != EvidenceStatus.POSSIBLE);
        if (sure.stream().noneMatch(step -> steps.indexOf(step) < steps.indexOf(branch.get(0)))) {
            return Branch.Position.FIRST;
        }
        Step last = branch.get(branch.size() - 1);
        return sure.stream().anyMatch(step -> steps.indexOf(step) > steps.indexOf(last))
                ? Branch.Position.BETWEEN
                : Branch.Position.LAST;
    }

    private List<Step> withStatus(Predicate<Step> wanted) {
        return steps.stream().filter(wanted).toList();
    }

    /** What comes next, in words: a step that nothing shows to be done, or a decision behind one that was done. */
    public List<String> open() {
        Stream<String> beginning = openDecisions.stream()
                .filter(decision -> decision.after() == null)
                .flatMap(decision -> decision.questions().stream());
        return Stream.concat(beginning, waitsAt.stream().map(this::openAt)).toList();
    }

    private String openAt(StepId step) {
        return openDecisions.stream()
                .filter(decision -> step.equals(decision.after()))
                .findFirst()
                .map(decision -> decision.questions().stream()
                                .map(question -> "\"" + question + "\"")
                                .collect(Collectors.joining(" and "))
                        + " after \"" + label(step) + "\"")
                .orElse("\"" + label(step) + "\"");
    }

    private String label(StepId id) {
        return steps.stream()
                .filter(step -> step.key().id().equals(id))
                .map(Step::label)
                .findFirst()
                .orElse(id.value());
    }
}
