package chancery.procedure.explanation;

import chancery.casefile.Dossier;
import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.ReadingId;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.office.Authority;
import chancery.office.OfficeId;
import chancery.office.Words;
import chancery.path.Contradiction;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepId;
import chancery.path.StepKey;
import chancery.path.Trial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The path of a paper that no procedure here describes: one step for each act that its marks attest, in the order that
 * follows from the marks' "before" and "after", from the nature of the acts – what is received was sent, what is sent was
 * written – and from dates that leave no doubt. Nothing is inferred. Where a date denies the order of the acts, both stand,
 * and the conflict is told.
 */
final class BarePath {
    /** Acts each of which is done with a document before the next. */
    private static final List<Set<Act>> NATURAL = List.of(
            Set.of(Act.DRAFT, Act.SIGN, Act.SUBMIT), Set.of(Act.DISPATCH), Set.of(Act.RECEIVE), Set.of(Act.FILE));

    private final Dossier dossier;
    private final ReadingId reading;
    private final Authority authority;
    private final List<Mark> attesting;
    private final List<Event> events;
    private final List<DateConflict> conflicts = new ArrayList<>();

    /** One act, with the marks that attest it. */
    private record Event(StepKey key, List<Mark> marks, Attestation attestation) {
        Act act() {
            return attestation.act();
        }

        @Nullable
        HistoricalDate date() {
            return marks.stream()
                    .map(Mark::date)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    BarePath(Dossier dossier, ReadingId reading, Authority authority) {
        this.dossier = dossier;
        this.reading = reading;
        this.authority = authority;
        this.attesting = dossier.marks().stream()
                .filter(mark -> mark.attests(reading).isPresent())
                .toList();
        this.events = events();
    }

    /** The bare path; no engine runs it. */
    Reconstruction reconstruction(List<Trial> tried) {
        Map<StepKey, Set<StepKey>> before = order();
        List<Step> steps =
                ordered(before).stream().map(event -> step(event, before)).toList();
        List<Contradiction> contradictions = new ArrayList<>(ExplainMarks.contradictions(dossier));
        contradictions.addAll(DateConflict.told(conflicts));
        Path path = new Path(
                dossier.id().value(),
                dossier.title(),
                Path.NO_PROCEDURE,
                "",
                reading,
                Path.Result.BARE,
                attesting.size(),
                attesting.size(),
                tried,
                steps,
                List.of(),
                contradictions,
                List.of(),
                List.of());
        return new Reconstruction(null, path, Optional.empty(), Optional::empty);
    }

    // ---- acts ----

    /** Marks that say the same of the same document attest one act. */
    private List<Event> events() {
        Map<List<Object>, List<Mark>> alike = new LinkedHashMap<>();
        for (Mark mark : attesting) {
            Attestation attestation = attested(mark);
            alike.computeIfAbsent(sameness(mark, attestation), unseen -> new ArrayList<>())
                    .add(mark);
        }
        Map<StepId, Integer> counted = new HashMap<>();
        return alike.values().stream()
                .map(marks -> {
                    Attestation attestation = attested(marks.get(0));
                    StepId id = new StepId(attestation.act().word());
                    return new Event(new StepKey(id, counted.merge(id, 1, Integer::sum)), marks, attestation);
                })
                .toList();
    }

    private static List<Object> sameness(Mark mark, Attestation attestation) {
        return List.of(
                attestation.act(),
                Optional.ofNullable(attestation.direction()),
                attestation.about(),
                Optional.ofNullable(attestation.office()),
                Optional.ofNullable(attestation.number()),
                attestation.agents(),
                Optional.ofNullable(mark.date()).map(HistoricalDate::edtf));
    }

    private Attestation attested(Mark mark) {
        return mark.attests(reading).orElseThrow();
    }

    // ---- order ----

    /** For each act those directly before it. */
    private Map<StepKey, Set<StepKey>> order() {
        Precedence precedence = new Precedence(events.size());
        for (int earlier = 0; earlier < events.size(); earlier++) {
            for (int later = 0; later < events.size(); later++) {
                if (isStated(events.get(earlier), events.get(later))
                        || isNatural(events.get(earlier), events.get(later))) {
                    precedence.add(earlier, later);
                }
            }
        }
        for (int earlier = 0; earlier < events.size(); earlier++) {
            for (int later = 0; later < events.size(); later++) {
                HistoricalDate one = events.get(earlier).date();
                HistoricalDate other = events.get(later).date();
                if (one == null || other == null || !one.isBefore(other)) {
                    continue;
                }
                if (precedence.has(later, earlier)) {
                    conflicts.add(new DateConflict(dated(events.get(later), other), dated(events.get(earlier), one)));
                } else if (one.surelyBefore(other)) {
                    precedence.add(earlier, later);
                }
            }
        }
        Map<StepKey, Set<StepKey>> direct = new LinkedHashMap<>();
        for (int later = 0; later < events.size(); later++) {
            Set<StepKey> before = new LinkedHashSet<>();
            precedence
                    .directlyBefore(later)
                    .forEach(earlier -> before.add(events.get(earlier).key()));
            direct.put(events.get(later).key(), before);
        }
        return direct;
    }

    /** Which of several comes before which, and all that follows from it. */
    private static final class Precedence {
        private final List<BitSet> before = new ArrayList<>();

        Precedence(int size) {
            for (int i = 0; i < size; i++) {
                before.add(new BitSet());
            }
        }

        boolean has(int earlier, int later) {
            return before.get(later).get(earlier);
        }

        /** Adds what does not close a circle. */
        void add(int earlier, int later) {
            if (earlier == later || has(earlier, later) || has(later, earlier)) {
                return;
            }
            BitSet added = (BitSet) before.get(earlier).clone();
            added.set(earlier);
            for (int i = 0; i < before.size(); i++) {
                if (i == later || has(later, i)) {
                    before.get(i).or(added);
                }
            }
        }

        /** Those between which and this one no other comes. */
        IntStream directlyBefore(int later) {
            BitSet direct = (BitSet) before.get(later).clone();
            before.get(later).stream().forEach(near -> direct.andNot(before.get(near)));
            return direct.stream();
        }
    }

    private static DateConflict.Dated dated(Event event, HistoricalDate date) {
        return new DateConflict.Dated(event.marks().get(0), date, event.act());
    }

    private static boolean isStated(Event earlier, Event later) {
        Set<MarkId> ones = ids(earlier);
        Set<MarkId> others = ids(later);
        return earlier.marks().stream().anyMatch(mark -> mark.before().stream().anyMatch(others::contains))
                || later.marks().stream().anyMatch(mark -> mark.after().stream().anyMatch(ones::contains));
    }

    private static Set<MarkId> ids(Event event) {
        return event.marks().stream().map(Mark::id).collect(Collectors.toSet());
    }

    /** What is received was sent, and what is sent was written; of acts that were done several times nothing follows. */
    private boolean isNatural(Event earlier, Event later) {
        return earlier.attestation().about().equals(later.attestation().about())
                && rank(earlier) >= 0
                && rank(earlier) < rank(later)
                && isOnly(earlier)
                && isOnly(later);
    }

    private static int rank(Event event) {
        for (int rank = 0; rank < NATURAL.size(); rank++) {
            if (NATURAL.get(rank).contains(event.act())) {
                return rank;
            }
        }
        return -1;
    }

    private boolean isOnly(Event event) {
        return rank(event) == 0
                || events.stream().filter(other -> other.act() == event.act()).count() == 1;
    }

    /** In an order that respects what comes before what; the rest by day, then as the case file has it. */
    private List<Event> ordered(Map<StepKey, Set<StepKey>> before) {
        List<Event> open = new ArrayList<>(events);
        List<Event> order = new ArrayList<>();
        Comparator<Event> byDay = Comparator.comparing(
                event -> Optional.ofNullable(event.date())
                        .map(HistoricalDate::earliest)
                        .orElse(null),
                Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));
        while (!open.isEmpty()) {
            Set<StepKey> left = open.stream().map(Event::key).collect(Collectors.toSet());
            Event next = open.stream()
                    .filter(event ->
                            before.getOrDefault(event.key(), Set.of()).stream().noneMatch(left::contains))
                    .min(byDay)
                    .orElseThrow();
            order.add(next);
            open.remove(next);
        }
        return order;
    }

    // ---- steps ----

    private Step step(Event event, Map<StepKey, Set<StepKey>> before) {
        Attestation attestation = event.attestation();
        HistoricalDate date = event.date();
        List<Agent> agents = attestation.agents();
        return new Step(
                event.key(),
                label(event),
                event.act(),
                event.act().usualPhase(),
                attestation.direction(),
                attestation.office() == null ? Path.OFFICE_NOT_STATED : attestation.office(),
                officeName(attestation),
                null,
                attestation.about(),
                attestation.number() == null ? null : attestation.number().text(),
                EvidenceStatus.EVIDENCED,
                event.marks().stream().anyMatch(Mark::isDisputed),
                date == null ? null : date.edtf(),
                date == null ? null : date.earliest(),
                date == null ? null : date.latest(),
                agents,
                authority.of(agents, date == null ? null : date.earliest()),
                event.marks().stream().map(Mark::id).toList(),
                List.copyOf(before.getOrDefault(event.key(), Set.of())),
                List.of(),
                Words.of(event.marks().stream()
                        .map(mark -> mark.readAs(reading).certainty())
                        .min(Comparator.naturalOrder())
                        .orElse(Certainty.CERTAIN)),
                "attested by " + MarkWords.told(event.marks(), reading));
    }

    private String label(Event event) {
        String word = event.act().word();
        String title = dossier.document(event.attestation().about())
                .map(document -> document.form().word().replaceAll("(?<=[a-z])(?=[A-Z])", " "))
                .map(form -> form.toLowerCase(java.util.Locale.ROOT))
                .orElse("paper");
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1) + " " + title;
    }

    private static String officeName(Attestation attestation) {
        String agents = attestation.agents().stream().map(Agent::name).collect(Collectors.joining(", "));
        return agents.isEmpty()
                ? Stream.ofNullable(attestation.office())
                        .map(OfficeId::value)
                        .findFirst()
                        .orElse("not stated")
                : agents;
    }
}
