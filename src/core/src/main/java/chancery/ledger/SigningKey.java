package chancery.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The Ed25519 key that signs checkpoints. It lies in the data folder, in {@code ledger-key} for the owner alone, and its
 * public half in {@code ledger-key.pub}.
 */
public final class SigningKey {
    /** What comes before the 32 bytes of the seed in a PKCS #8 key (RFC 8410). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final String PREFIX = "PRIVATE+KEY+";

    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    static Path publicHalf(Path folder) {
        return folder.resolve("ledger-key.pub");
    }

    /**
     * The key of a data folder, made if there is none yet.
     *
     * @param name what a new key is called
     * @throws BrokenKey if the file is there but holds none
     */
    public static SigningKey of(Path folder, String name) {
        Path file = folder.resolve("ledger-key");
        try {
            SigningKey key;
            if (Files.exists(file)) {
                key = read(file);
            } else {
                key = generate(name);
                new AtomicFile(file).writePrivate(key.text());
            }
            Path half = publicHalf(folder);
            String verifier = key.verifier.text() + "\n";
            if (!Files.exists(half) || !Files.readString(half).equals(verifier)) {
                new AtomicFile(half).write(verifier);
            }
            return key;
        } catch (IOException broken) {
            throw new UncheckedIOException("The key " + file + " can be neither read nor written", broken);
        }
    }

    public static SigningKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifierKey.of(name, pair.getPublic()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Both halves, since Java does not compute the public one from the private. */
    private String text() {
        byte[] encoded = key.getEncoded();
        byte[] seed = Arrays.copyOfRange(encoded, PKCS8.length, PKCS8.length + 32);
        return PREFIX + verifier.name() + "+" + verifier.hash() + "+"
                + Base64.getEncoder().encodeToString(VerifierKey.typed(seed)) + "\n" + verifier.text() + "\n";
    }

    private static SigningKey read(Path file) throws IOException {
        try {
            List<String> lines = Files.readString(file).lines().toList();
            VerifierKey verifier = VerifierKey.read(lines.get(1));
            String prefix = PREFIX + verifier.name() + "+" + verifier.hash() + "+";
            byte[] typed = Base64.getDecoder().decode(lines.get(0).substring(prefix.length()));
            byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + 32);
            System.arraycopy(typed, 1, encoded, PKCS8.length, 32);
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            SigningKey read = new SigningKey(key, verifier);
            String probe = "probe\n";
            verifier.open(read.sign(probe));
            return read;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | GeneralSecurityException broken) {
            throw new BrokenKey(
                    file,
                    "there is no key in it that signs",
                    "put back the one that was there; without it take the file away, and a new key is made that does"
                            + " not fit the checkpoints there are");
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The text with a line of signature, as a signed note. */
    public String sign(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = signer.sign();
            byte[] line = Arrays.copyOf(verifier.id(), 4 + signature.length);
            System.arraycopy(signature, 0, line, 4, signature.length);
            return text + "\n— " + verifier.name() + " " + Base64.getEncoder().encodeToString(line) + "\n";
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
