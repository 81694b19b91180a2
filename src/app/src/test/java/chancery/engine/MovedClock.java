package chancery.engine;

import chancery.web.WebConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** One clock for the engine and for us, which a test moves forward. */
public final class MovedClock extends Clock {
    private static Duration moved = Duration.ZERO;

    private MovedClock() {}

    /** The pages, and this clock in the place of the real one. */
    @Configuration
    @Import(WebConfiguration.class)
    public static class Pages {
        @Bean
        @Primary
        Clock movedClock() {
            return new MovedClock();
        }
    }

    public static void forward(Duration by) {
        moved = moved.plus(by);
        ClockUtil.offset(moved.toMillis());
    }

    /** Back to the real time. */
    public static void back() {
        moved = Duration.ZERO;
        ClockUtil.reset();
    }

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now();
    }
}
