package chancery.document.date;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The days from one to another, both included.
 *
 * @param first {@code null} if open
 * @param last {@code null} if open
 */
record Days(@Nullable LocalDate first, @Nullable LocalDate last) {
    static final Days ANY = new Days(null, null);

    static Days of(LocalDate day) {
        return new Days(day, day);
    }

    /** The fewest days in a row that contain both. */
    Days hull(Days other) {
        return new Days(
                outer(first, other.first, BinaryOperator.minBy(LocalDate::compareTo)),
                outer(last, other.last, BinaryOperator.maxBy(LocalDate::compareTo)));
    }

    private static @Nullable LocalDate outer(
            @Nullable LocalDate one, @Nullable LocalDate other, BinaryOperator<LocalDate> choice) {
        return one == null || other == null ? null : choice.apply(one, other);
    }

    /** Whether the one ends before the other begins. */
    boolean isBefore(Days other) {
        return last != null && other.first != null && last.isBefore(other.first);
    }

    /** In EDTF one of these days: {@code 1755-02-28}, {@code [1755-02-12..1755-03-11]}. */
    String edtf() {
        return first != null && first.equals(last)
                ? first.toString()
                : "[" + Objects.toString(first, "") + ".." + Objects.toString(last, "") + "]";
    }
}
