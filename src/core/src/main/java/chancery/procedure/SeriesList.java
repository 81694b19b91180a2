package chancery.procedure;

import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.casefile.YamlMap;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.office.Words;
import chancery.procedure.diagram.CallTree;
import chancery.procedure.diagram.ProcedureStep;
import chancery.register.NumberSeries;
import chancery.register.Reset;
import chancery.register.SeriesId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the number series of a procedure, and checks that what its diagram draws from is among them. */
final class SeriesList {
    private SeriesList() {}

    /** A series, and the line on which it stands. */
    private record Located(NumberSeries series, int line) {}

    /**
     * Reads the list {@code series}.
     *
     * @throws InvalidInput at a series of an unknown office, one that stands there twice, or one that overlaps another
     */
    static List<NumberSeries> read(YamlMap root, Set<OfficeId> offices) {
        List<Located> read = new ArrayList<>();
        for (Located located : root.list("series", map -> new Located(series(map, offices), map.line()))) {
            for (Located earlier : read) {
                refuseClash(root, earlier, located);
            }
            read.add(located);
        }
        return read.stream().map(Located::series).toList();
    }

    private static void refuseClash(YamlMap root, Located earlier, Located later) {
        NumberSeries series = later.series();
        if (earlier.series().id().equals(series.id())) {
            throw root.invalid(
                    later.line(),
                    "series \"" + series.id() + "\" stands already on line " + earlier.line(),
                    "give one of the two another id");
        }
        if (earlier.series().overlaps(series)) {
            throw root.invalid(
                    later.line(),
                    "series \"" + series.id() + "\" overlaps series \""
                            + earlier.series().id() + "\" of line " + earlier.line()
                            + ": one written number could belong to both",
                    "give it another prefix or suffix, or days of validity that do not meet");
        }
    }

    private static NumberSeries series(YamlMap map, Set<OfficeId> offices) {
        SeriesId id = map.text("id", SeriesId::new);
        OfficeId office = new OfficeId(map.text("office"));
        if (!offices.contains(office)) {
            throw map.invalid(
                    map.line("office"),
                    "series \"" + id + "\" lies with office \"" + office + "\", which is not listed",
                    Suggestion.expected(
                            office.value(),
                            offices.stream().map(OfficeId::value).toList()));
        }
        Direction direction = constant(map, "direction", Direction.class);
        Reset reset = constant(map, "reset", Reset.class);
        try {
            NumberSeries series = new NumberSeries(
                    id,
                    office,
                    direction,
                    map.optional("prefix").orElse(""),
                    map.optional("suffix").orElse(""),
                    reset,
                    map.number("first").orElse(1),
                    map.optional("from", ProcedureFile::day).orElse(null),
                    map.optional("until", ProcedureFile::day).orElse(null),
                    map.flag("complete"),
                    map.text("source"));
            map.done();
            return series;
        } catch (IllegalArgumentException refused) {
            throw map.invalid(map.line(), "series \"" + id + "\": " + refused.getMessage(), "write it otherwise");
        }
    }

    private static <E extends Enum<E>> E constant(YamlMap map, String key, Class<E> type) {
        map.text(key);
        String word = map.oneOf(
                        key,
                        Arrays.stream(type.getEnumConstants()).map(Words::of).toList())
                .orElseThrow();
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    /**
     * Refuses a step that draws from a series which is not listed, or which belongs to another office or direction.
     *
     * @param calls the diagrams
     */
    static void check(List<NumberSeries> series, Collection<ProcedureStep> steps, CallTree calls) {
        for (ProcedureStep step : steps) {
            SeriesId wanted = step.series();
            if (wanted == null) {
                continue;
            }
            NumberSeries found = series.stream()
                    .filter(known -> known.id().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> calls.refused(
                            step.id().value(),
                            "\"" + step.id() + "\" draws from series \"" + wanted
                                    + "\", which procedure.yaml does not list",
                            Suggestion.expected(
                                    wanted.value(),
                                    series.stream()
                                            .map(known -> known.id().value())
                                            .toList())));
            if (!found.office().equals(step.office()) || found.direction() != step.direction()) {
                Direction direction = step.direction();
                throw calls.refused(
                        step.id().value(),
                        "\"" + step.id() + "\" registers "
                                + (direction == null ? "in no direction" : direction.word()) + " at " + step.office()
                                + ", but series \"" + wanted + "\" is "
                                + found.direction().word() + " at " + found.office(),
                        "draw from a series of the step's own office and direction");
            }
        }
    }
}
