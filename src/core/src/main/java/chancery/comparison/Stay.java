package chancery.comparison;

import chancery.comparison.DayCount.Span;
import chancery.office.OfficeId;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A paper's stay at an office: steps of one office that follow each other directly. It begins with the first of them and
 * ends with the first step at another office that follows directly. Where none follows, nobody knows when it ended: it
 * lasted until the last step of its own at least.
 *
 * @param steps in order of the path
 * @param bounds the steps whose days tell how long it lasted: those that begin it and those that end it
 * @param days how long it lasted, as far as these tell
 */
public record Stay(OfficeId office, String officeName, List<Step> steps, List<Step> bounds, DayCount days) {
    public Stay {
        steps = List.copyOf(steps);
        bounds = List.copyOf(bounds);
    }

    /** The stays of a path, in order of their first steps. */
    public static List<Stay> of(Path path) {
        List<Step> taken = path.taken().toList();
        Map<StepKey, List<Step>> stays = new LinkedHashMap<>();
        for (Step step : taken) {
            List<Step> stay = new ArrayList<>(List.of(step));
            for (StepKey earlier : step.after()) {
                List<Step> before = stays.get(earlier);
                if (before != null && before != stay && before.get(0).office().equals(step.office())) {
                    before.addAll(stay);
                    stay.forEach(moved -> stays.put(moved.key(), before));
                    stay = before;
                }
            }
            stays.put(step.key(), stay);
        }
        Map<StepKey, Integer> places = new HashMap<>();
        Map<StepKey, List<Step>> after = new HashMap<>();
        for (Step step : taken) {
            places.put(step.key(), places.size());
            step.after()
                    .forEach(key -> after.computeIfAbsent(key, unseen -> new ArrayList<>())
                            .add(step));
        }
        Set<StepKey> told = new HashSet<>();
        List<Stay> found = new ArrayList<>();
        for (Step step : taken) {
            if (!told.contains(step.key())) {
                List<Step> stay = stays.getOrDefault(step.key(), List.of());
                stay.sort(Comparator.comparing(each -> places.getOrDefault(each.key(), 0)));
                stay.forEach(each -> told.add(each.key()));
                found.add(of(stay, after));
            }
        }
        return found;
    }

    private static Stay of(List<Step> stay, Map<StepKey, List<Step>> after) {
        Set<StepKey> keys = new HashSet<>();
        stay.forEach(step -> keys.add(step.key()));
        List<Step> begin = stay.stream()
                .filter(step -> step.after().stream().noneMatch(keys::contains))
                .toList();
        List<Step> end = stay.stream()
                .filter(step -> after.getOrDefault(step.key(), List.of()).stream()
                        .noneMatch(later -> keys.contains(later.key())))
                .toList();
        List<Step> onward = stay.stream()
                .flatMap(step -> after.getOrDefault(step.key(), List.of()).stream())
                .filter(later -> !keys.contains(later.key()))
                .toList();
        // two explanations may order possible steps in a circle, which begins and ends nowhere
        List<Step> first = begin.isEmpty() ? stay : begin;
        List<Step> last = !onward.isEmpty() ? onward : end.isEmpty() ? stay : end;
        Span to = onward.isEmpty() ? Span.since(last) : Span.first(last);
        return new Stay(
                stay.get(0).office(),
                stay.get(0).officeName(),
                stay,
                Stream.concat(first.stream(), last.stream()).distinct().toList(),
                DayCount.between(Span.first(first), to));
    }
}
