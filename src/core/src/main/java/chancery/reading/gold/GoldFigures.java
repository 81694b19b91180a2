package chancery.reading.gold;

import chancery.document.Mark;
import chancery.reading.gold.GoldPaper.GoldMark;
import chancery.reading.gold.GoldScore.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many marks were annotated, how many read, and how many of them are the same at each level. */
public record GoldFigures(int annotated, int read, Map<Level, Integer> same) {
    /** Nothing annotated, nothing read. */
    static final GoldFigures NONE = new GoldFigures(0, 0, Map.of());

    public GoldFigures {
        same = Map.copyOf(same);
    }

    static GoldFigures of(GoldPaper paper, List<GoldMark> gold, List<Mark> read) {
        Map<Level, Integer> same = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            same.put(level, GoldScore.pairs(gold, read, (one, other) -> level.matches(one, other, paper.text())));
        }
        return new GoldFigures(gold.size(), read.size(), same);
    }

    GoldFigures plus(GoldFigures more) {
        Map<Level, Integer> sum = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            sum.put(level, same(level) + more.same(level));
        }
        return new GoldFigures(annotated + more.annotated, read + more.read, sum);
    }

    private int same(Level level) {
        return same.getOrDefault(level, 0);
    }

    /** The share of annotated marks that were read; 0 if none are annotated. */
    public double recall(Level level) {
        return annotated == 0 ? 0 : (double) same(level) / annotated;
    }

    /** The share of read marks that are right; 0 if none were read. */
    public double precision(Level level) {
        return read == 0 ? 0 : (double) same(level) / read;
    }

    /** In one line: recall and precision at each level. */
    public String told() {
        return annotated + " annotated, " + read + " read; "
                + Stream.of(Level.values())
                        .map(level -> level.told()
                                + String.format(Locale.ROOT, " %.3f %.3f", recall(level), precision(level)))
                        .collect(Collectors.joining(", "));
    }
}
