package chancery.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * How long the ledger was at a time, and the hash of its last entry. Signed and kept elsewhere it shows what the
 * ledger by itself cannot: that its end was cut off, or that it was written anew as a whole.
 *
 * <p>The text is that of a <a href="https://c2sp.org/tlog-checkpoint">C2SP checkpoint</a>: origin, size, hash in base64,
 * and as an extension the time, a line each. The hash is the head of a chain, not the root of a tree.
 *
 * @param origin {@code chancery/} and the id of the ledger
 * @param hash in hexadecimal, as the ledger has it
 */
public record Checkpoint(String origin, long size, String hash, Instant time) {
    public String text() {
        String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash));
        return origin + "\n" + size + "\n" + base64 + "\n" + time + "\n";
    }

    /** @throws IllegalArgumentException if it is not the text of a checkpoint */
    public static Checkpoint read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 4 || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(
                    "not a checkpoint: expected are four lines, origin, size, hash and time");
        }
        try {
            byte[] hash = Base64.getDecoder().decode(lines.get(2));
            return new Checkpoint(
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    HexFormat.of().formatHex(hash),
                    Instant.parse(lines.get(3)));
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException("not a checkpoint: \"" + lines.get(3) + "\" is no time", broken);
        }
    }
}
