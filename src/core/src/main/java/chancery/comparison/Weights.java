package chancery.comparison;

import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.casefile.YamlFile;
import chancery.casefile.YamlMap;
import chancery.comparison.alignment.StepCosts;
import chancery.office.Act;
import chancery.office.Words;
import chancery.path.EvidenceStatus;
import chancery.path.Step;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which difference is told first. Data, in the file of the costs under {@code weight}; what they mean stands there
 * ({@code comparison/costs.yaml} of the class path).
 *
 * @param acts from 0 to {@value StepCosts#MOST}; an act that is missing weighs nothing
 * @param kinds likewise
 * @param unattested what is taken off where no mark attests a step that the difference speaks of
 */
public record Weights(Map<Act, Integer> acts, Map<Difference.Kind, Integer> kinds, int unattested) {
    public Weights {
        acts = Map.copyOf(acts);
        kinds = Map.copyOf(kinds);
    }

    /** The weights that the program brings along. */
    public static Weights standard() {
        return of(StepCosts.standardFile()).orElseThrow();
    }

    /**
     * The weights of a file of costs, or the standard ones if it has none.
     *
     * @throws InvalidInput if it cannot be read, or names what is no act, no kind or no weight
     */
    public static Weights read(Path file) {
        return of(YamlFile.read(file).root()).orElseGet(Weights::standard);
    }

    private static Optional<Weights> of(YamlMap file) {
        return file.map("weight").map(weight -> {
            Map<Act, Integer> acts = table(weight, "act", Act.class, Act::word);
            Map<Difference.Kind, Integer> kinds = table(weight, "kind", Difference.Kind.class, Words::key);
            int unattested = weight.optional("unattested", StepCosts::number).orElse(0);
            weight.done();
            return new Weights(acts, kinds, unattested);
        });
    }

    private static <E extends Enum<E>> Map<E, Integer> table(
            YamlMap weight, String key, Class<E> type, Function<E, String> word) {
        Map<E, Integer> table = new EnumMap<>(type);
        weight.map(key).ifPresent(listed -> {
            List<E> known = Arrays.asList(type.getEnumConstants());
            for (String name : listed.keys()) {
                E one = known.stream()
                        .filter(constant -> word.apply(constant).equals(name))
                        .findFirst()
                        .orElseThrow(() -> listed.invalid(
                                listed.line(name),
                                "\"weight\" names the " + key + " \"" + name + "\"",
                                Suggestion.expected(
                                        name, known.stream().map(word).toList())));
                table.put(one, listed.text(name, StepCosts::number));
            }
            listed.done();
        });
        return table;
    }

    /** What a difference weighs; may be less than nothing. */
    int of(Difference difference) {
        List<Step> steps = Stream.concat(difference.left().stream(), difference.right().stream())
                .toList();
        int act = steps.stream()
                .mapToInt(step -> acts.getOrDefault(step.act(), 0))
                .max()
                .orElse(0);
        boolean attested = steps.stream()
                .anyMatch(step ->
                        step.status() == EvidenceStatus.EVIDENCED || step.status() == EvidenceStatus.CONTRADICTED);
        return act + kinds.getOrDefault(difference.kind(), 0) - (attested ? 0 : unattested);
    }
}
