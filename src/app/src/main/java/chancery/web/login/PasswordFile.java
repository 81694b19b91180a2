package chancery.web.login;

import chancery.casefile.InvalidInput;
import chancery.ledger.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Keeps the administrator's password in the data folder, readable by the owner alone where the system can say so. */
public final class PasswordFile {
    /** Without letters and digits that are taken for each other: 0 O, 1 l I. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    private final Path file;
    private final RandomGenerator random;

    /** The file in a folder; where there is none, a password is drawn and written. */
    public PasswordFile(Path folder, RandomGenerator random) {
        this.file = folder.resolve("admin-password");
        this.random = random;
    }

    /**
     * The password; generated when there is none yet.
     *
     * @throws InvalidInput if the file is there but holds none
     */
    public String password() {
        try {
            return Files.exists(file) ? read() : generate();
        } catch (IOException broken) {
            throw new UncheckedIOException("The password file " + file + " can be neither read nor written", broken);
        }
    }

    private String read() throws IOException {
        String kept = Files.readString(file).strip();
        if (kept.isEmpty()) {
            throw InvalidInput.at(
                    file.toString(), 0, "there is no password in it", "write one, or delete the file to get a new one");
        }
        return kept;
    }

    private String generate() throws IOException {
        StringBuilder password = new StringBuilder();
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> password.append(ALPHABET.charAt(index)));
        new AtomicFile(file).writePrivate(password + System.lineSeparator());
        return password.toString();
    }
}
