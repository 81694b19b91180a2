package chancery.bench;

import chancery.procedure.Holdings;
import chancery.reading.ReadSource;
import chancery.reading.form.MarksFile;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
 * All volumes of the shared corpora: a bare pass of the parser over their bytes, and the same bytes read into acts and
 * case files.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadingBenchmark {
    private final WstxInputFactory factory = new WstxInputFactory();
    private List<Path> volumes;
    private ReadSource source;

    /** The volumes of a folder of corpora; without one the small volume of the tests. */
    public static List<Path> volumes(String shared) throws IOException {
        if (shared.isEmpty()) {
            return List.of(Path.of("src/core/src/test/resources/reading/volume.xml"));
        }
        try (Stream<Path> files = Files.list(Path.of(shared, "corpora"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    /** A reader with the wordings of the house. */
    public static ReadSource source() {
        return new ReadSource(
                Holdings.onClassPath().wordings().stream().map(MarksFile::read).toList(), false);
    }

    @Setup
    public void open() throws IOException {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        volumes = volumes(System.getProperty("shared", ""));
        source = source();
    }

    @Benchmark
    public int bareParser() throws IOException, XMLStreamException {
        int events = 0;
        for (Path volume : volumes) {
            try (InputStream in = Files.newInputStream(volume)) {
                XMLStreamReader xml = factory.createXMLStreamReader(in);
                while (xml.hasNext()) {
                    xml.next();
                    events++;
                }
            }
        }
        return events;
    }

    @Benchmark
    public int reading() {
        int[] marks = {0};
        for (Path volume : volumes) {
            source.read(
                    volume, document -> marks[0] += document.dossier().marks().size());
        }
        return marks[0];
    }
}
