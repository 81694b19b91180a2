package chancery.reading.routing;

import chancery.reading.particular.EnglishDates.Day;
import chancery.reading.particular.EnglishDates.Time;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows a verb, while it is read. */
final class Arguments {
    final List<String> by = new ArrayList<>();
    final List<String> onBehalfOf = new ArrayList<>();
    final List<String> to = new ArrayList<>();
    final List<String> through = new ArrayList<>();
    final List<Day> days = new ArrayList<>();

    @Nullable
    Time time;

    @Nullable
    String qualifier;

    @Nullable
    String group;

    boolean covered;

    @Nullable
    Integer daysLater;

    /** Whether the qualifier stands right behind the verb, and so belongs to the last of several. */
    boolean ofLastVerb;

    /** Whether a manner in parentheses belongs to these names alone. */
    boolean closed;

    /** Whether "in" said where it was done. */
    boolean inOffice;

    /** Whether "with" said who did it, so that "by" says only who asked. */
    boolean with;
}
