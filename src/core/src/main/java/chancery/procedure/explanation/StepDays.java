package chancery.procedure.explanation;

import chancery.document.Mark;
import chancery.document.date.HistoricalDate;
import chancery.path.StepId;
import chancery.path.StepKey;
import chancery.procedure.explanation.BestExplanations.Passage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days on which the steps of a path can have happened, by their own marks and by those of their neighbours. */
final class StepDays {
    private final Function<Passage, Stream<Mark>> marks;
    private final Predicate<StepId> shared;
    private final Map<StepKey, Set<StepKey>> after;
    private final Map<StepKey, Span> spans = new HashMap<>();

    /**
     * @param marks those of a passage
     * @param shared whether a step is done by several
     * @param after the steps directly before each
     */
    StepDays(Function<Passage, Stream<Mark>> marks, Predicate<StepId> shared, Map<StepKey, Set<StepKey>> after) {
        this.marks = marks;
        this.shared = shared;
        this.after = after;
    }

    /** First and last day, {@code null} if open. */
    record Span(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        static final Span OPEN = new Span(null, null);

        /** The day by which offices are named: the first, or else the last; {@code null} if both are open. */
        @Nullable
        LocalDate naming() {
            return earliest == null ? latest : earliest;
        }
    }

    /** Takes the days of a step from its own marks. */
    void put(StepKey key, Passage passage) {
        spans.put(key, ownDays(passage, HistoricalDate::surelyFrom, HistoricalDate::surelyUntil));
    }

    /** The day before which a step that is merely foreseen cannot begin; {@code null} if it is not known. */
    @Nullable
    LocalDate begin(StepKey key, Set<StepKey> before) {
        LocalDate earliest = latestStart(before);
        spans.put(key, new Span(earliest, null));
        return earliest;
    }

    private Set<StepKey> after(StepKey key) {
        return after.getOrDefault(key, Set.of());
    }

    /** The days of a step's own marks. */
    private Span ownDays(
            Passage passage,
            Function<HistoricalDate, @Nullable LocalDate> begins,
            Function<HistoricalDate, @Nullable LocalDate> ends) {
        List<HistoricalDate> dates =
                marks.apply(passage).map(Mark::date).flatMap(Stream::ofNullable).toList();
        Comparator<LocalDate> byDay = Comparator.naturalOrder();
        Collection<LocalDate> first =
                dates.stream().map(begins).flatMap(Stream::ofNullable).toList();
        Collection<LocalDate> last =
                dates.stream().map(ends).flatMap(Stream::ofNullable).toList();
        boolean shared = this.shared.test(passage.step());
        LocalDate earliest = first.stream().max(byDay).orElse(null);
        LocalDate latest = last.stream().min(byDay).orElse(null);
        if (shared || (earliest != null && latest != null && earliest.isAfter(latest))) {
            earliest = first.size() < dates.size()
                    ? null
                    : first.stream().min(byDay).orElse(null);
            latest =
                    last.size() < dates.size() ? null : last.stream().max(byDay).orElse(null);
        }
        return new Span(earliest, latest);
    }

    /** A step without days of its own lies between those before and those after it, as far as their days are sure. */
    void narrow(List<StepKey> order) {
        for (StepKey key : order) {
            Span own = span(key);
            if (own.earliest() == null) {
                spans.put(key, new Span(latestStart(after(key)), own.latest()));
            }
        }
        for (int i = order.size() - 1; i >= 0; i--) {
            StepKey key = order.get(i);
            Span own = span(key);
            if (own.latest() == null) {
                LocalDate latest = order.stream()
                        .filter(later -> after(later).contains(key))
                        .map(later -> span(later).latest())
                        .flatMap(Stream::ofNullable)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
                spans.put(key, new Span(own.earliest(), latest));
            }
        }
    }

    private @Nullable LocalDate latestStart(Set<StepKey> steps) {
        return steps.stream()
                .map(step -> span(step).earliest())
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The days that are told of a step: as its marks state them, doubtful or not, or as its neighbours leave them. */
    Span told(StepKey key, Passage passage) {
        Span span = span(key);
        if (marks.apply(passage).map(Mark::date).anyMatch(date -> date != null && date.isDoubtful())) {
            return ownDays(passage, HistoricalDate::earliest, HistoricalDate::latest);
        }
        boolean denied = span.earliest() != null
                && span.latest() != null
                && span.earliest().isAfter(span.latest());
        return denied ? Span.OPEN : span;
    }

    private Span span(StepKey key) {
        return spans.getOrDefault(key, Span.OPEN);
    }
}
