package chancery.register;

import chancery.office.Direction;
import chancery.office.OfficeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number that a historical document bears.
 *
 * @param number as written
 * @param earliest first day on which it can have been given
 * @param latest last such day
 * @param reason on what evidence
 */
public record Observation(
        OfficeId office,
        @Nullable Direction direction,
        String number,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        Registration registration,
        String reason) {
    /** Whether a series of its office writes such a number, and is valid then. */
    public boolean isOf(NumberSeries series) {
        return series.office().equals(office)
                && series.direction() == direction
                && series.isValid(earliest, latest)
                && series.valueOf(number).isPresent();
    }
}
