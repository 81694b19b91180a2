package chancery.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks, or those whose class begins with {@code -Donly}, and sets ours against a bare one. */
public final class BenchmarkRun {
    private BenchmarkRun() {}

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        String only = System.getProperty("only", "");
        String shared = System.getProperty("shared", "");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("chancery\\.\\w+\\." + only + "\\w*Benchmark\\.")
                        .jvmArgsAppend("-Dcases=" + EngineBenchmark.CASES, "-Dshared=" + shared)
                        .shouldFailOnError(true)
                        .build())
                .run();
        System.out.println();
        ratio(results, "bareEngine", "chancery", "s", EngineBenchmark.CASES + " cases, one transaction a case");
        ratio(results, "bareParser", "reading", "ms", "volumes read");
        ratio(results, "bareEditDistance", "oneThread", "s", "all distances of 1,000 documents");
        ratio(results, "oneThread", "twoThreads", "s", "the same by two threads");
        ratio(results, "bareYaml", "summaryByOne", "s", EngineBenchmark.CASES + " case files, their summary");
        ratio(results, "summaryByOne", "summaryByTwo", "s", "the same by two threads");
        score(results, "path").ifPresent(time -> System.out.printf(Locale.ROOT, "one path, warm: %.3f ms%n", time));
        if (score(results, "reading").isPresent() && !shared.isEmpty()) {
            LargeVolume.run(ReadingBenchmark.volumes(shared).get(0));
        }
    }

    private static void ratio(Collection<RunResult> results, String bare, String ours, String unit, String what) {
        score(results, bare)
                .ifPresent(base -> score(results, ours)
                        .ifPresent(own -> System.out.printf(
                                Locale.ROOT,
                                "%s: %s %.2f %s, %s %.2f %s, ratio %.2f%n",
                                what,
                                bare,
                                base,
                                unit,
                                ours,
                                own,
                                unit,
                                own / base)));
    }

    private static Optional<Double> score(Collection<RunResult> results, String name) {
        return results.stream()
                .map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(name))
                .findFirst()
                .map(Result::getScore);
    }
}
