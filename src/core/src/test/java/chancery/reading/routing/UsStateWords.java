package chancery.reading.routing;

import chancery.casefile.YamlFile;
import java.nio.file.Path;

/** The words of the Department's source notes, as the project has them. */
public final class UsStateWords {
    public static final RoutingWords WORDS = RoutingWords.read(
            YamlFile.read(Path.of("processes/words/frus-source-notes.yaml")).root());

    private UsStateWords() {}
}
