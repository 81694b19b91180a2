package chancery.engine.task;

import chancery.procedure.diagram.ProcedureStep;
import chancery.register.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * What a form gave about one act: its particulars, and the choices that its diagram asked for.
 *
 * @param given by the ids of {@link Particular}; what was left empty is absent
 * @param choices by variable
 */
public record Particulars(Map<String, String> given, Map<String, String> choices) {
    private static final int LONGEST = 500;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Particulars {
        given = new TreeMap<>(given);
        choices = new TreeMap<>(choices);
    }

    /**
     * Takes the particulars of a step out of the variables of its instance, so that no later act is told with them.
     * Choices stay, since gateways ask for them.
     *
     * @throws Refused naming everything that is missing or wrong
     */
    public static Particulars takenFrom(VariableScope variables, Diagram diagram, ProcedureStep step) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> given = new TreeMap<>();
        Particular.askedBy(step).forEach((particular, required) -> {
            String text = text(variables.getVariable(particular.id()));
            variables.removeVariable(particular.id());
            check(particular, text, required).ifPresentOrElse(wrong::add, () -> {
                if (!text.isEmpty()) {
                    given.put(particular.id(), text);
                }
            });
        });
        Map<String, String> choices = new TreeMap<>();
        diagram.choices().getOrDefault(step.id(), Map.of()).forEach((variable, values) -> {
            String chosen = text(variables.getVariable(variable));
            if (!chosen.isEmpty() && !values.contains(chosen)) {
                wrong.add("\"" + variable + "\" is \"" + chosen + "\", expected one of: " + String.join(", ", values));
            } else if (chosen.isEmpty() && diagram.mustChoose(variable)) {
                wrong.add("\"" + variable + "\" is missing, expected one of: " + String.join(", ", values));
            } else if (!chosen.isEmpty()) {
                choices.put(variable, chosen);
            }
        });
        boolean refused = choices.containsValue("refused");
        if (refused && !given.containsKey(Particular.REMARKS.id())) {
            wrong.add("\"remarks\" is missing; a refusal says why");
        }
        if (!wrong.isEmpty()) {
            throw new Refused("\"" + step.label() + "\" is not recorded: " + String.join("; ", wrong)
                    + ". Fill in the form again; nothing was changed.");
        }
        return new Particulars(given, choices);
    }

    private static Optional<String> check(Particular particular, String text, boolean required) {
        String what = "\"" + particular.id() + "\" (" + particular.label() + ")";
        if (text.isEmpty()) {
            return required ? Optional.of(what + " is missing") : Optional.empty();
        }
        if (text.length() > LONGEST) {
            return Optional.of(what + " is longer than " + LONGEST + " characters");
        }
        return switch (particular.type()) {
            case LONG ->
                text.matches("[1-9]\\d{0,3}")
                        ? Optional.empty()
                        : Optional.of(what + " is \"" + text + "\", expected a number from 1 to 9999");
            case DATE ->
                text.matches("\\d{4}-\\d\\d-\\d\\d")
                        ? Optional.empty()
                        : Optional.of(what + " is \"" + text + "\", expected a day such as 2026-01-17");
            case STRING -> Optional.empty();
        };
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Date day) {
            return LocalDate.ofInstant(Instant.ofEpochMilli(day.getTime()), ZoneId.systemDefault())
                    .toString();
        }
        return value.toString().strip();
    }

    public Optional<String> of(Particular particular) {
        return Optional.ofNullable(given.get(particular.id()));
    }

    public Optional<Integer> number(Particular particular) {
        return of(particular).map(Integer::valueOf);
    }

    /** The parts of a field that takes several, separated by semicolons. */
    public List<String> list(Particular particular) {
        return of(particular).stream()
                .flatMap(text -> Arrays.stream(text.split(";", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Reads what {@link #json} wrote; choices are whatever is no {@link Particular}. */
    public static Particulars parse(@Nullable String json) {
        Map<String, String> given = new TreeMap<>();
        Map<String, String> choices = new TreeMap<>();
        if (json != null) {
            try {
                MAPPER.readTree(json)
                        .fields()
                        .forEachRemaining(field -> (Particular.isOne(field.getKey()) ? given : choices)
                                .put(field.getKey(), field.getValue().asText()));
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException(broken);
            }
        }
        return new Particulars(given, choices);
    }

    /** All of it as one JSON object, keys in order; {@code null} if there is nothing. */
    @Nullable
    public String json() {
        Map<String, String> all = new TreeMap<>(given);
        all.putAll(choices);
        try {
            return all.isEmpty() ? null : MAPPER.writeValueAsString(all);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
