package chancery.cli.book;

import chancery.audit.VerifyDatabase;
import chancery.casefile.InvalidInput;
import chancery.cli.shared.DataOptions;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.Progress;
import chancery.cli.shared.Streams;
import chancery.ledger.CheckpointFolder;
import chancery.ledger.Finding;
import chancery.ledger.Verification;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit verify}: whether the ledger is what was written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes the ledger from the rows it speaks of, and compares it with the checkpoints.",
            "Exit code 0: sound; 1: something was found; 2: sound, but a checkpoint was refused."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int PRINTED = 100;

    @Mixin
    private final CheckpointOptions checkpoints = new CheckpointOptions();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the key to verify checkpoints with (default: ledger-key.pub in the data folder)")
    private @Nullable Path key;

    @Option(names = "--json", description = "one line of JSON, with up to " + Verification.KEPT + " findings")
    private boolean json;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        PrintWriter out = streams.out();
        PrintWriter talk = streams.err();
        Path folder = checkpoints.folder(data);
        if (!folder.equals(new CheckpointOptions().folder(data)) && !Files.isDirectory(folder)) {
            throw InvalidInput.at(
                    folder.toString(), 0, "there is no folder here", "name that of the checkpoints with --checkpoints");
        }
        data.demand();
        Path verifierKey = key == null ? data.folder().resolve("ledger-key.pub") : key;
        Progress progress = new Progress(talk, "entries");
        Verification verification = new VerifyDatabase(data.source(), Books.ALL)
                .verify(new CheckpointFolder(folder), verifierKey, progress);
        progress.end();
        if (json) {
            out.println(line(verification));
        } else {
            print(verification, out);
        }
        verification.refused().forEach(refused -> talk.println("Refused: " + refused.file() + ": " + refused.reason()));
        if (!verification.sound()) {
            return ExitCode.NO;
        }
        return verification.refused().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private static void print(Verification verification, PrintWriter out) {
        verification.findings().stream().limit(PRINTED).forEach(finding -> out.println(told(finding)));
        long found = verification.counts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (verification.findings().size() > PRINTED) {
            out.println("… only the first " + PRINTED + " findings are printed.");
        }
        String entries = "The ledger of " + verification.size() + " entries";
        String compared = verification.checkpoints() == 0
                ? "; no checkpoint was compared, so a cut tail or a chain recomputed as a whole would not show"
                : ", compared with " + verification.checkpoints()
                        + (verification.checkpoints() == 1 ? " checkpoint" : " checkpoints");
        out.println(
                verification.sound()
                        ? entries + " is sound" + compared + "."
                        : entries + " is not sound: " + found + " found (" + counts(verification) + ")" + compared
                                + ".");
    }

    private static String told(Finding finding) {
        String place = finding.entry() == Long.MAX_VALUE ? "no number" : Long.toString(finding.entry());
        return place + "  " + finding.kind().word() + "  " + finding.sentence();
    }

    private static String counts(Verification verification) {
        List<String> counts = new ArrayList<>();
        for (Finding.Kind kind : Finding.Kind.values()) {
            Long count = verification.counts().get(kind);
            if (count != null) {
                counts.add(count + " " + kind.word());
            }
        }
        return String.join(", ", counts);
    }

    private static String line(Verification verification) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("ledger", verification.ledgerId());
        object.put("size", verification.size());
        object.put("sound", verification.sound());
        object.put("checkpoints", verification.checkpoints());
        ObjectNode counts = object.putObject("counts");
        for (Finding.Kind kind : Finding.Kind.values()) {
            Long count = verification.counts().get(kind);
            if (count != null) {
                counts.put(kind.word(), count);
            }
        }
        ArrayNode findings = object.putArray("findings");
        verification
                .findings()
                .forEach(finding -> findings.addObject()
                        .put("kind", finding.kind().word())
                        .put("entry", finding.entry())
                        .put("other", finding.other())
                        .put("column", finding.column())
                        .put("found", finding.found())
                        .put("expected", finding.expected())
                        .put("sentence", finding.sentence()));
        ArrayNode refused = object.putArray("refused");
        verification
                .refused()
                .forEach(refusal -> refused.addObject()
                        .put("file", refusal.file().toString())
                        .put("reason", refusal.reason()));
        return object.toString();
    }
}
