package chancery.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The text of a ledger entry, canonical JSON (RFC 8785): {@code {"book":…,"entry":n,"previous":…,"recordedAt":…,
 * "row":{…}}}. {@code previous} is the hash of entry <em>n</em> − 1, for the first entry that of the ledger's id. An
 * entry's hash is the SHA-256 of its text in UTF-8, in lower-case hexadecimal.
 */
final class EntryText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EntryText() {}

    static String of(long entry, Instant recordedAt, Book book, Map<String, Object> row, String previous) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("book", book.name());
        json.put("entry", entry);
        json.put("previous", previous);
        json.put("recordedAt", recordedAt.toString());
        ObjectNode values = json.putObject("row");
        row.forEach((column, value) -> {
            if (value instanceof Long number) {
                values.put(column, number);
            } else if (value instanceof Boolean flag) {
                values.put(column, flag);
            } else {
                values.put(column, value.toString());
            }
        });
        return canonical(json);
    }

    private static String canonical(ObjectNode json) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(json)).getEncodedString();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** SHA-256 in lower-case hexadecimal. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
