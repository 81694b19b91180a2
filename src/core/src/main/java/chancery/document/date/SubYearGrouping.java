package chancery.document.date;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/**
 * Parts of a year longer than a month, in the place of the month: ISO 8601-2:2019, 4.8, "sub-year groupings". Seasons
 * are those of meteorology, whole months; a winter that begins in December is of the year in which it begins. Where the
 * code names no hemisphere (21 to 24), the northern one is meant.
 */
enum SubYearGrouping {
    SEASON(21, 3, 3, 6, 9, 12),
    NORTHERN_SEASON(25, 3, 3, 6, 9, 12),
    SOUTHERN_SEASON(29, 3, 9, 12, 3, 6),
    QUARTER(33, 3, 1, 4, 7, 10),
    QUADRIMESTER(37, 4, 1, 5, 9),
    SEMESTER(40, 6, 1, 7);

    private final int code;
    private final int months;
    private final int[] begins;

    /** The code of the first, how many months each has, and the months in which they begin. */
    SubYearGrouping(int code, int months, int... begins) {
        this.code = code;
        this.months = months;
        this.begins = begins;
    }

    /** The days that a code means in a year; empty if there is no such code. */
    static Optional<Days> days(int year, int code) {
        return Arrays.stream(values())
                .filter(kind -> code >= kind.code && code < kind.code + kind.begins.length)
                .findFirst()
                .map(kind -> {
                    YearMonth first = YearMonth.of(year, kind.begins[code - kind.code]);
                    return new Days(
                            first.atDay(1), first.plusMonths(kind.months - 1L).atEndOfMonth());
                });
    }
}
