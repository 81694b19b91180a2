package chancery.comparison;

import chancery.path.Step;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number of days that is known within bounds.
 *
 * @param least from 0
 * @param most {@code null} if unbounded
 */
public record DayCount(int least, @Nullable Integer most) {
    /** Whether it is certainly less than another. */
    public boolean isLessThan(DayCount other) {
        return most != null && most < other.least;
    }

    /** Both together. */
    DayCount plus(DayCount other) {
        return new DayCount(least + other.least, most == null || other.most == null ? null : most + other.most);
    }

    /** From one day to another, each known within bounds: open ends are open here too. */
    static DayCount between(Span from, Span to) {
        int least = from.latest() == null || to.earliest() == null ? 0 : days(from.latest(), to.earliest());
        Integer most = from.earliest() == null || to.latest() == null ? null : days(from.earliest(), to.latest());
        return new DayCount(least, most);
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, ChronoUnit.DAYS.between(from, to)));
    }

    /** The days within which something happened; {@code null} if open. */
    record Span(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        /** When the first of several steps happened. */
        static Span first(List<Step> steps) {
            return new Span(
                    steps.stream().anyMatch(step -> step.earliest() == null) ? null : least(steps, Step::earliest),
                    least(steps, Step::latest));
        }

        /** From the last of several steps on. */
        static Span since(List<Step> steps) {
            return new Span(most(steps, Step::earliest), null);
        }

        private static @Nullable LocalDate least(List<Step> steps, Function<Step, @Nullable LocalDate> day) {
            return days(steps, day).min(Comparator.naturalOrder()).orElse(null);
        }

        private static @Nullable LocalDate most(List<Step> steps, Function<Step, @Nullable LocalDate> day) {
            return days(steps, day).max(Comparator.naturalOrder()).orElse(null);
        }

        private static Stream<LocalDate> days(List<Step> steps, Function<Step, @Nullable LocalDate> day) {
            return steps.stream().map(day::apply).flatMap(Stream::ofNullable);
        }
    }
}
