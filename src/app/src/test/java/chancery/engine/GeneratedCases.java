package chancery.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Case files like the first document's, as many as are wanted. */
public final class GeneratedCases {
    private GeneratedCases() {}

    /** Writes case files {@code generated-1.yaml} and so on, marked as constructed. */
    public static void write(Path folder, int count) {
        try {
            String model = Files.readString(Path.of("processes/soviet-cc/cases/su-1955-83M.yaml"))
                    .replaceFirst("(?s)\nexpect:.*", "\n")
                    .replace("simulate: true", "constructed: true");
            for (int i = 1; i <= count; i++) {
                String id = "generated-" + i;
                Files.writeString(folder.resolve(id + ".yaml"), model.replace("case: su-1955-83M", "case: " + id));
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
