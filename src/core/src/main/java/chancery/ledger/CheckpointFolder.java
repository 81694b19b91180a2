package chancery.ledger;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where checkpoints lie, one a file; sorted by name they are sorted by size and time. */
public record CheckpointFolder(Path folder) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What is in it. */
    public record Contents(List<Checkpoint> checkpoints, List<Refusal> refused) {}

    /** A file that is no checkpoint of the ledger, and why. */
    public record Refusal(Path file, String reason) {}

    /**
     * All checkpoints of a ledger.
     *
     * @param key with which they must be signed
     */
    Contents read(String origin, VerifierKey key) throws IOException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (Path file : files()) {
            try {
                Checkpoint checkpoint = Checkpoint.read(key.open(Files.readString(file)));
                if (!checkpoint.origin().equals(origin)) {
                    throw new IllegalArgumentException(
                            "a checkpoint of another ledger, " + checkpoint.origin() + "; this one is " + origin);
                }
                checkpoints.add(checkpoint);
            } catch (IllegalArgumentException broken) {
                refused.add(new Refusal(file, String.valueOf(broken.getMessage())));
            } catch (CharacterCodingException broken) {
                refused.add(new Refusal(file, "not a signed note: it is not text in UTF-8"));
            }
        }
        return new Contents(checkpoints, refused);
    }

    /** The newest checkpoint of a ledger that is signed with a key. */
    public Optional<Checkpoint> newest(String origin, VerifierKey key) throws IOException {
        List<Checkpoint> all = read(origin, key).checkpoints();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    boolean isEmpty() throws IOException {
        return files().isEmpty();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /** Adds a checkpoint and returns its file. */
    public Path add(Checkpoint checkpoint, SigningKey key) throws IOException {
        Path file = folder.resolve(
                String.format(Locale.ROOT, "%012d-%s.txt", checkpoint.size(), TIME.format(checkpoint.time())));
        new AtomicFile(file).write(key.sign(checkpoint.text()));
        return file;
    }
}
