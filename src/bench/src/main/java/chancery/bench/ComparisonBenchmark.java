package chancery.bench;

import chancery.comparison.RandomPaths;
import chancery.comparison.alignment.AlignPaths;
import chancery.comparison.alignment.DistanceMatrix;
import chancery.comparison.alignment.OrderedPath;
import chancery.comparison.alignment.StepCosts;
import chancery.path.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All distances of 1,000 totally ordered paths of 10 to 60 steps, by one thread and by two, against a bare edit distance of
 * plain number sequences as long. In this package, since what it measures is not public.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ComparisonBenchmark {
    private static final int DOCUMENTS = 1_000;

    private List<OrderedPath> ordered;
    private List<int[]> sequences;

    @Setup
    public void make() {
        List<Path> paths = paths(DOCUMENTS, 10, 60);
        ordered = paths.stream().map(OrderedPath::of).toList();
        sequences = paths.stream()
                .map(path -> path.steps().stream()
                        .mapToInt(step -> step.act().ordinal())
                        .toArray())
                .toList();
    }

    /** Made-up paths; same numbers, same paths. */
    static List<Path> paths(int count, int shortest, int longest) {
        Random random = new Random(1955);
        List<Path> paths = new ArrayList<>();
        for (int path = 0; path < count; path++) {
            paths.add(RandomPaths.total("p" + path, shortest + random.nextInt(longest - shortest + 1), random));
        }
        return paths;
    }

    @Benchmark
    public DistanceMatrix oneThread() {
        return DistanceMatrix.of(new AlignPaths(ordered, StepCosts.standard()), DOCUMENTS, 1, done -> {});
    }

    @Benchmark
    public DistanceMatrix twoThreads() {
        return DistanceMatrix.of(new AlignPaths(ordered, StepCosts.standard()), DOCUMENTS, 2, done -> {});
    }

    @Benchmark
    public long bareEditDistance() {
        long sum = 0;
        for (int one = 0; one < DOCUMENTS; one++) {
            for (int other = 0; other < one; other++) {
                sum += levenshtein(sequences.get(one), sequences.get(other));
            }
        }
        return sum;
    }

    private static int levenshtein(int[] one, int[] other) {
        int[] above = new int[other.length + 1];
        for (int j = 0; j <= other.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length; i++) {
            int[] row = new int[other.length + 1];
            row[0] = i;
            for (int j = 1; j <= other.length; j++) {
                int met = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.min(met, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length];
    }
}
