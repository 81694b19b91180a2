package chancery.bench;

import chancery.casefile.Dossier;
import chancery.path.Path;
import chancery.procedure.Holdings;
import chancery.procedure.explanation.ExplainMarks;
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

/** How long the path of the first document takes, procedure and dossier already read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PathBenchmark {
    private ExplainMarks explain;
    private Dossier dossier;

    @Setup
    public void read() {
        Holdings holdings = Holdings.onClassPath();
        dossier = holdings.dossier("su-1955-83M");
        explain = new ExplainMarks(holdings.procedureOf(dossier));
    }

    @Benchmark
    public Path path() {
        return explain.explain(dossier, Dossier.PREFERRED).path();
    }
}
