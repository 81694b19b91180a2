package chancery.bench;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all benchmarks and sets ours against the bare engine. */
public final class BenchmarkRun {
    private BenchmarkRun() {}

    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("chancery\\.bench\\..*")
                        .jvmArgsAppend("-Dcases=" + EngineBenchmark.CASES)
                        .shouldFailOnError(true)
                        .build())
                .run();
        double bare = score(results, "bareEngine");
        double ours = score(results, "chancery");
        System.out.printf(
                Locale.ROOT,
                "%n%d cases, one transaction a case: bare engine %.2f s, Chancery with ledger %.2f s, ratio %.2f (at most 1.6)%n",
                EngineBenchmark.CASES,
                bare,
                ours,
                ours / bare);
        System.out.printf(Locale.ROOT, "one path, warm: %.3f ms%n", score(results, "path"));
    }

    private static double score(Collection<RunResult> results, String name) {
        return results.stream()
                .map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(name))
                .findFirst()
                .orElseThrow()
                .getScore();
    }
}
