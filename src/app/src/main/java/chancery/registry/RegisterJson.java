package chancery.registry;

import chancery.register.Claim;
import chancery.register.Counter;
import chancery.register.Gap;
import chancery.register.NumberSeries;
import chancery.register.RegisterEntry;
import chancery.register.Registration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes registers as JSON, in the form of {@code schema/register.schema.json}. */
public final class RegisterJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RegisterJson() {}

    /** One line of JSON. */
    public static String line(List<Counter> counters, List<RegisterEntry> entries, List<Gap> gaps, List<Claim> claims) {
        ObjectNode object = MAPPER.createObjectNode();
        ArrayNode series = object.putArray("series");
        counters.forEach(counter -> write(counter, series.addObject()));
        ArrayNode entered = object.putArray("entries");
        List<NumberSeries> known = counters.stream().map(Counter::series).toList();
        entries.forEach(entry -> {
            ObjectNode node = entered.addObject();
            write(entry, node);
            ArrayNode formOf = node.putArray("formOf");
            entry.sameForm(known).forEach(same -> formOf.add(same.id().value()));
        });
        ArrayNode missing = object.putArray("gaps");
        gaps.forEach(gap -> write(gap, missing.addObject()));
        ArrayNode claimed = object.putArray("claims");
        claims.forEach(claim -> {
            ObjectNode node = claimed.addObject().put("number", claim.number());
            ArrayNode numbers = node.putArray("entries");
            claim.entries().forEach(entry -> numbers.add(entry.entry()));
        });
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(Counter counter, ObjectNode node) {
        NumberSeries series = counter.series();
        node.put("id", series.id().value())
                .put("office", series.office().value())
                .put("direction", series.direction().word())
                .put("prefix", series.prefix())
                .put("suffix", series.suffix())
                .put("reset", series.reset().word())
                .put("first", series.first())
                .put("from", text(series.from()))
                .put("until", text(series.until()))
                .put("complete", series.complete())
                .put("source", series.source())
                .put("period", counter.period().text())
                .put("next", counter.next())
                .put("closed", counter.closed());
    }

    private static void write(RegisterEntry entry, ObjectNode node) {
        Registration registration = entry.registration();
        node.put("entry", entry.entry())
                .put("recordedAt", entry.recordedAt().toString())
                .put("hash", entry.hash())
                .put("series", entry.series() == null ? null : entry.series().value())
                .put("period", entry.period().text())
                .put("value", entry.value())
                .put("number", entry.number())
                .put("status", entry.status().word())
                .put("origin", entry.origin().word())
                .put(
                        "direction",
                        entry.direction() == null ? null : entry.direction().word())
                .put("office", entry.office().value())
                .put("case", registration.caseId())
                .put("instance", registration.instanceId())
                .put("document", registration.document())
                .put("title", registration.title())
                .put("correspondent", registration.correspondent())
                .put("date", registration.date())
                .put("agent", registration.agent())
                .put("reason", entry.reason());
    }

    private static void write(Gap gap, ObjectNode node) {
        node.put("series", gap.series().value())
                .put("period", gap.period().text())
                .put("from", gap.from())
                .put("to", gap.to());
        Gap.Review review = gap.review();
        if (review == null) {
            node.putNull("review");
            return;
        }
        node.putObject("review")
                .put("by", review.by())
                .put("why", review.why())
                .put("recordedAt", review.recordedAt().toString());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
