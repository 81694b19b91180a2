package chancery.bench;

import chancery.comparison.alignment.AlignMany;
import chancery.comparison.alignment.AlignPaths;
import chancery.comparison.alignment.ClusterDocuments;
import chancery.comparison.alignment.DistanceMatrix;
import chancery.comparison.alignment.OrderedPath;
import chancery.comparison.alignment.StepCosts;
import chancery.path.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How the multiple alignment grows with the documents and with their steps; the distances and the tree are ready. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class CollationBenchmark {
    @Param({"50", "100", "200", "400"})
    private int documents;

    @Param({"15", "35", "70"})
    private int steps;

    private List<OrderedPath> ordered;
    private List<ClusterDocuments.Merge> tree;

    @Setup
    public void make() {
        List<Path> paths = ComparisonBenchmark.paths(documents, steps * 2 / 7, steps * 12 / 7);
        ordered = paths.stream().map(OrderedPath::of).toList();
        tree = ClusterDocuments.merges(
                DistanceMatrix.of(new AlignPaths(ordered, StepCosts.standard()), documents, 2, done -> {}));
    }

    @Benchmark
    public List<int[]> columns() {
        return AlignMany.columns(ordered, tree, StepCosts.standard());
    }

    @Benchmark
    public DistanceMatrix distances() {
        return DistanceMatrix.of(new AlignPaths(ordered, StepCosts.standard()), documents, 2, done -> {});
    }
}
