package chancery.comparison.alignment;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Figures that an independent tool worked out for public logs. */
final class Oracle {
    private Oracle() {}

    /** The folder that holds logs and figures; without one the test is skipped, saying so. */
    static Path folder() {
        String folder = System.getProperty("shared", "");
        assumeFalse(
                folder.isEmpty(),
                "Skipped: the logs and the oracle's figures are not part of the project; name their folder with -Dshared=FOLDER");
        return Path.of(folder);
    }

    /** The rows of a CSV file below its head; the fourth column may hold commas. */
    static List<String[]> rows(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader text = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8))) {
            text.readLine();
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                rows.add(line.split(",", 4));
            }
        }
        return rows;
    }
}
