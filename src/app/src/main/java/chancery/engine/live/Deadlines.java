package chancery.engine.live;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;

/** When timers fall due, so that diagrams can ask: {@code ${deadlines.due(execution, 'deadline', 'P30D')}}. */
public final class Deadlines {
    private final Clock clock;

    public Deadlines(Clock clock) {
        this.clock = clock;
    }

    /**
     * The day that a form gave in a variable; without one, or when that day has passed and been told of, a period from
     * now.
     *
     * @param period ISO 8601, days, weeks, months or years
     */
    public Date due(VariableScope instance, String variable, String period) {
        return instance.getVariable(variable) instanceof Date day
                        && day.toInstant().isAfter(clock.instant())
                ? day
                : Date.from(clock.instant()
                        .atZone(ZoneOffset.UTC)
                        .plus(Period.parse(period))
                        .toInstant());
    }
}
