package chancery.registry;

import chancery.register.Gap;
import chancery.register.Period;
import chancery.register.SeriesId;
import chancery.registry.NoteBook.Event;
import chancery.registry.NoteBook.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the numbers between first and last that are missing, in runs of which each has one review or none. */
final class MissingNumbers {
    private final SeriesId series;
    private final Period period;
    private final long first;
    private final long last;
    private final List<Long> numbers;
    private final List<Note> reviews;

    /** @param numbers the numbers that are entered, in order */
    MissingNumbers(SeriesId series, Period period, long first, long last, List<Long> numbers, List<Note> notes) {
        this.series = series;
        this.period = period;
        this.first = first;
        this.last = last;
        this.numbers = numbers;
        this.reviews =
                notes.stream().filter(note -> note.event() == Event.REVIEWED).toList();
    }

    List<Gap> list() {
        List<Gap> gaps = new ArrayList<>();
        long expected = first;
        for (long number : numbers) {
            if (number > last) {
                break;
            }
            addMissing(expected, number - 1, gaps);
            expected = Math.max(expected, number + 1);
        }
        addMissing(expected, last, gaps);
        return gaps;
    }

    private void addMissing(long from, long to, List<Gap> gaps) {
        if (from > to) {
            return;
        }
        TreeSet<Long> beginnings = new TreeSet<>(List.of(from));
        for (Note review : reviews) {
            beginnings.add(first(review));
            beginnings.add(last(review) + 1);
        }
        Long begins = from;
        while (begins != null && begins <= to) {
            Long next = beginnings.higher(begins);
            long ends = next == null ? to : Math.min(to, next - 1);
            gaps.add(new Gap(series, period, begins, ends, review(begins)));
            begins = next;
        }
    }

    /** The latest review of a number. */
    private Gap.@Nullable Review review(long number) {
        Gap.Review latest = null;
        for (Note review : reviews) {
            if (first(review) <= number && number <= last(review)) {
                latest = new Gap.Review(String.valueOf(review.by()), review.why(), review.recordedAt());
            }
        }
        return latest;
    }

    private static long first(Note review) {
        Long from = review.from();
        return from == null ? Long.MIN_VALUE : from;
    }

    private static long last(Note review) {
        Long to = review.to();
        return to == null ? Long.MAX_VALUE - 1 : to;
    }
}
