package chancery.register;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The period in which a number is unique in its series: a year, or the whole life of a series that never begins again.
 *
 * @param text a year such as {@code 1955}, {@code whole} or {@code undated}
 */
public record Period(String text) implements Comparable<Period> {
    /** That of a series that never begins again. */
    public static final Period WHOLE = new Period("whole");

    /** A year that is not known. */
    public static final Period UNDATED = new Period("undated");

    public Period {
        if (!text.matches("-?\\d{1,9}|whole|undated")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no period of a register; write a year such as 1955, \"whole\" or \"undated\"");
        }
    }

    public static Period of(int year) {
        return new Period(Integer.toString(year));
    }

    /** The year in which both days lie, or undated. */
    public static Period between(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        return earliest != null && latest != null && earliest.getYear() == latest.getYear()
                ? of(earliest.getYear())
                : UNDATED;
    }

    public Optional<Integer> year() {
        return Character.isLetter(text.charAt(0)) ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }

    /** By year; what has none comes last. */
    @Override
    public int compareTo(Period other) {
        int byYear =
                Integer.compare(year().orElse(Integer.MAX_VALUE), other.year().orElse(Integer.MAX_VALUE));
        return byYear != 0 ? byYear : text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
