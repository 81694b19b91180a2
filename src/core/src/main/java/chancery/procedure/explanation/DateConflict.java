package chancery.procedure.explanation;

import chancery.casefile.Dossier;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.path.Contradiction;
import chancery.path.Step;
import chancery.path.StepKey;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two dates that deny the order of the acts they date, or the oneness of an act that both date. Which of them is wrong is
 * not decided.
 *
 * @param earlier of the act that came first by its nature or its place in the procedure
 * @param later of the act that came after it, or of the same one, but is dated before it
 */
record DateConflict(Dated earlier, Dated later) {
    /** Days by which the Julian calendar was behind the Gregorian, from the 16th to the 20th century. */
    private static final long LEAST_CALENDAR = 10;

    private static final long MOST_CALENDAR = 13;

    /** A mark with its date and the act that it attests. */
    record Dated(Mark mark, HistoricalDate date, Act act) {
        private String told() {
            return date.edtf() + " (mark " + mark.id() + ")";
        }
    }

    /** All conflicts between the dates of steps of which one comes before the other, or is the other. */
    static List<DateConflict> among(List<Step> steps, Dossier dossier, Set<StepKey> shared) {
        Map<StepKey, Step> byKey = steps.stream().collect(Collectors.toMap(Step::key, step -> step));
        List<DateConflict> conflicts = new ArrayList<>();
        for (Step later : steps) {
            Set<StepKey> before = before(later, byKey);
            for (Step earlier : steps) {
                if (before.contains(earlier.key())) {
                    conflicts.addAll(between(dated(earlier, dossier), dated(later, dossier)));
                }
            }
            if (!shared.contains(later.key())) {
                conflicts.addAll(within(dated(later, dossier)));
            }
        }
        return conflicts;
    }

    private static Set<StepKey> before(Step step, Map<StepKey, Step> byKey) {
        Set<StepKey> before = new HashSet<>();
        Deque<StepKey> open = new ArrayDeque<>(step.after());
        while (!open.isEmpty()) {
            StepKey key = open.remove();
            Step earlier = byKey.get(key);
            if (before.add(key) && earlier != null) {
                open.addAll(earlier.after());
            }
        }
        return before;
    }

    private static List<Dated> dated(Step step, Dossier dossier) {
        return step.marks().stream()
                .map(dossier::mark)
                .flatMap(Optional::stream)
                .flatMap(mark ->
                        Optional.ofNullable(mark.date()).map(date -> new Dated(mark, date, step.act())).stream())
                .toList();
    }

    private static List<DateConflict> between(List<Dated> earlier, List<Dated> later) {
        return earlier.stream()
                .flatMap(one -> later.stream()
                        .filter(other -> other.date().isBefore(one.date()))
                        .map(other -> new DateConflict(one, other)))
                .toList();
    }

    /** Marks that date one act differently; several who sign may do so on several days. */
    private static List<DateConflict> within(List<Dated> marks) {
        return marks.stream()
                .flatMap(one -> marks.stream()
                        .filter(other -> other.date().isBefore(one.date()) && !areOfOthers(one.mark(), other.mark()))
                        .map(other -> new DateConflict(one, other)))
                .toList();
    }

    private static boolean areOfOthers(Mark one, Mark other) {
        Set<String> ones = names(one);
        Set<String> others = names(other);
        return !ones.isEmpty() && !others.isEmpty() && Collections.disjoint(ones, others);
    }

    private static Set<String> names(Mark mark) {
        return mark.preferred().attests().stream()
                .flatMap(attestation -> attestation.agents().stream())
                .map(Agent::name)
                .collect(Collectors.toSet());
    }

    /** Whether neither date leaves a doubt of the conflict. */
    private boolean isSure() {
        return later.date().surelyBefore(earlier.date());
    }

    /**
     * The marks whose dates cannot be true beside the others: of each sure conflict the one that stands in more of them,
     * or both if they stand in as many.
     */
    static Set<MarkId> denied(List<DateConflict> conflicts) {
        Map<MarkId, Integer> counts = new HashMap<>();
        List<DateConflict> sure =
                conflicts.stream().filter(DateConflict::isSure).toList();
        sure.forEach(conflict -> {
            counts.merge(conflict.earlier().mark().id(), 1, Integer::sum);
            counts.merge(conflict.later().mark().id(), 1, Integer::sum);
        });
        Set<MarkId> denied = new HashSet<>();
        sure.forEach(conflict -> {
            MarkId one = conflict.earlier().mark().id();
            MarkId other = conflict.later().mark().id();
            int difference = counts.getOrDefault(one, 0) - counts.getOrDefault(other, 0);
            if (difference >= 0) {
                denied.add(one);
            }
            if (difference <= 0) {
                denied.add(other);
            }
        });
        return denied;
    }

    /** The conflicts in words, one statement for each mark that is dated too early. */
    static List<Contradiction> told(List<DateConflict> conflicts) {
        Map<MarkId, List<DateConflict>> byMark = new LinkedHashMap<>();
        conflicts.forEach(
                conflict -> byMark.computeIfAbsent(conflict.later().mark().id(), unseen -> new ArrayList<>())
                        .add(conflict));
        return byMark.values().stream().map(DateConflict::statement).toList();
    }

    private static Contradiction statement(List<DateConflict> conflicts) {
        DateConflict first = conflicts.get(0);
        Dated later = first.later();
        String others = conflicts.stream()
                .map(DateConflict::earlier)
                .map(earlier -> (earlier.act() == later.act()
                                ? ""
                                : "\"" + earlier.act().word() + "\" ")
                        + earlier.told())
                .collect(Collectors.joining(", "));
        return new Contradiction(
                later.mark().id(),
                later.mark().reading(),
                "\"" + later.act().word() + "\" is dated " + later.date().edtf() + ", before what it comes after: "
                        + others + "; " + first.waysOut() + "; none of these is taken, and all dates stand");
    }

    private String waysOut() {
        LocalDate first = earlier.date().earliest();
        LocalDate last = later.date().latest();
        if (first == null || last == null) {
            return "a date is wrong";
        }
        long days = ChronoUnit.DAYS.between(last, first);
        StringBuilder ways = new StringBuilder("a date is wrong by ")
                .append(days)
                .append(days == 1 ? " day" : " days")
                .append(" or more");
        if (differInOneDigit(first, last)) {
            ways.append(", or a digit is misread");
        }
        if (days >= LEAST_CALENDAR && days <= MOST_CALENDAR) {
            ways.append(", or they are of two calendars");
        }
        return ways.append(", or the act was done in another round").toString();
    }

    private static boolean differInOneDigit(LocalDate one, LocalDate other) {
        String a = one.toString();
        String b = other.toString();
        int differing = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            differing += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return a.length() == b.length() && differing == 1;
    }
}
