package chancery.cli.shared;

import chancery.procedure.Holdings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where diagrams and case files are read from. */
public final class HoldingsOptions {
    @Option(
            names = "--bpmn",
            paramLabel = "FOLDER",
            description = "diagrams and decision tables (default: ./bpmn where it exists, else those built in)")
    private @Nullable Path bpmn;

    @Option(
            names = "--processes",
            paramLabel = "FOLDER",
            description = "procedures and case files (default: ./processes where it exists, else those built in)")
    private @Nullable Path processes;

    /** The procedures and cases that the options name. */
    public Holdings open() {
        Path here = Path.of("bpmn");
        Path casesHere = Path.of("processes");
        if (bpmn == null && processes == null && !(Files.isDirectory(here) && Files.isDirectory(casesHere))) {
            return Holdings.onClassPath();
        }
        return Holdings.in(bpmn == null ? here : bpmn, processes == null ? casesHere : processes);
    }
}
