package chancery.cli;

import chancery.bench.ReadingBenchmark;
import chancery.casefile.CaseFile;
import chancery.cli.shared.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.FileSystemUtils;
import org.yaml.snakeyaml.Yaml;

/**
 * The summary of case files read from volumes, by one thread and by two, against the same files merely parsed, by one. In
 * this package, since what it measures is not public.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class SummaryBenchmark {
    private final List<Path> files = new ArrayList<>();
    private Path folder;

    /** The documents of the volumes, again and again under new ids, until there are as many as are asked for. */
    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("summary");
        List<String> read = new ArrayList<>();
        for (Path volume : ReadingBenchmark.volumes(System.getProperty("shared", ""))) {
            ReadingBenchmark.source().read(volume, document -> read.add(CaseFile.write(document.dossier())));
        }
        for (int i = 0; i < Integer.getInteger("cases"); i++) {
            String text = read.get(i % read.size()).replaceFirst("case: .*", "case: case-" + i);
            files.add(Files.writeString(folder.resolve("case-" + i + ".yaml"), text));
        }
    }

    @TearDown
    public void clearAway() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Benchmark
    public int bareYaml() throws IOException {
        int parsed = 0;
        for (Path file : files) {
            try (Reader in = Files.newBufferedReader(file)) {
                parsed += new Yaml().compose(in).getEndMark().getLine();
            }
        }
        return parsed;
    }

    @Benchmark
    public String summaryByOne() {
        return summary(1);
    }

    @Benchmark
    public String summaryByTwo() {
        return summary(2);
    }

    private String summary(int threads) {
        StringWriter out = new StringWriter();
        PrintWriter err = new PrintWriter(out, true);
        int code = Main.run(
                new String[] {"path", folder.toString(), "--summary", "--threads", String.valueOf(threads)}, err, err);
        if (code != ExitCode.DONE) {
            throw new IllegalStateException(out.toString());
        }
        return out.toString();
    }
}
