package chancery.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of an Ed25519 key, in the text form of <a href="https://c2sp.org/signed-note">C2SP signed notes</a>:
 * name, key hash and key, separated by {@code +}.
 *
 * @param key the 32 bytes of the public key
 */
public record VerifierKey(String name, byte[] key) {
    /** The byte that means Ed25519 in keys and key hashes. */
    static final byte ED25519 = 1;

    /** What comes before the key in an X.509 SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** @throws IllegalArgumentException if it is not the text of such a key */
    public static VerifierKey read(String text) {
        String[] parts = text.strip().split("\\+", 3); // the base64 at the end may have a + of its own
        if (parts.length == 3) {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length == 33 && typed[0] == ED25519) {
                VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, 33));
                if (key.hash().equals(parts[1])) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException(
                "not an Ed25519 verifier key of the form name+hash+key: \"" + text.strip() + "\"");
    }

    /**
     * The key that a file holds.
     *
     * @throws BrokenKey if it holds none
     */
    static VerifierKey of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BrokenKey(
                    file,
                    "there is no verifier key here",
                    "name with --key the file with the one that the checkpoints were signed for");
        }
        try {
            return read(Files.readString(file));
        } catch (IllegalArgumentException broken) {
            throw new BrokenKey(
                    file, String.valueOf(broken.getMessage()), "put back the key that belongs to the checkpoints");
        }
    }

    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    public String text() {
        return name + "+" + hash() + "+" + Base64.getEncoder().encodeToString(typed(key));
    }

    /** The key hash in hexadecimal. */
    public String hash() {
        return HexFormat.of().formatHex(id());
    }

    /** The key hash: the first four bytes of the SHA-256 of name, line end, type and key. */
    byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(typed(key));
            return Arrays.copyOf(digest.digest(), 4);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static byte[] typed(byte[] key) {
        byte[] typed = new byte[key.length + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }

    /**
     * The text of a note that this key has signed.
     *
     * @throws IllegalArgumentException saying why it is not one
     */
    public String open(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("not a signed note: no signature stands after an empty line");
        }
        String text = note.substring(0, end + 1);
        String[] lines = note.substring(end + 2).split("\n");
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !parts[0].equals("—")) {
                throw new IllegalArgumentException("not a signed note: \"" + line + "\" is no line of a signature");
            }
            byte[] signature = Base64.getDecoder().decode(parts[2]);
            if (parts[1].equals(name) && signature.length == 68 && Arrays.equals(Arrays.copyOf(signature, 4), id())) {
                if (verifies(text, Arrays.copyOfRange(signature, 4, 68))) {
                    return text;
                }
                throw new IllegalArgumentException("the text is not the one that was signed");
            }
        }
        throw new IllegalArgumentException("not signed with the key " + name + "+" + hash() + ", but by \""
                + Arrays.stream(lines)
                        .map(line -> line.split(" ", -1)[1])
                        .reduce((one, two) -> one + ", " + two)
                        .orElse("")
                + "\" with another");
    }

    private boolean verifies(String text, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(X509, X509.length + key.length);
            System.arraycopy(key, 0, encoded, X509.length, key.length);
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException broken) {
            return false; // a key or a signature that is no point of the curve verifies nothing
        }
    }
}
