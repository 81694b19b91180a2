package chancery.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scorer of acts that lies beside the annotations of the volumes, outside the project. */
final class VolumeScorer {
    private VolumeScorer() {}

    /** The folder that is not part of the project; the test is skipped where nobody names it. */
    static Path shared() {
        String folder = System.getProperty("shared", "");
        assumeTrue(
                !folder.isEmpty(),
                "Skipped: the volumes and their annotations are not part of the project; name their folder with -Dshared=FOLDER");
        return Path.of(folder);
    }

    /** F1 of read acts, a JSON line for each document, at the three levels of the scorer. */
    static Levels score(Path gold, List<String> acts, Path folder) throws IOException, InterruptedException {
        assumeTrue(isOnPath("python3"), "Skipped: the scorer needs python3 on the path");
        Path read = Files.write(folder.resolve("acts.jsonl"), acts);
        Process scorer = new ProcessBuilder(
                        "python3",
                        shared().resolve("gold/score.py").toString(),
                        gold.toString(),
                        read.toString(),
                        "--json")
                .redirectErrorStream(true)
                .start();
        String told = new String(scorer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(scorer.waitFor()).as(told).isZero();
        JsonNode levels = new ObjectMapper().readTree(told).path("levels");
        return new Levels(f1(levels, "act"), f1(levels, "act,by"), f1(levels, "act,by,for,to,date"));
    }

    private static double f1(JsonNode levels, String level) {
        return levels.path(level).path("f1").asDouble();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** F1 of the acts, of the acts with their agents, and of the acts with all particulars. */
    record Levels(double acts, double withAgents, double all) {}
}
