package chancery.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * The text of a ledger entry, canonical JSON (RFC 8785): {@code {"book":…,"entry":n,"previous":…,"recordedAt":…,
 * "row":{…}}}. {@code previous} is the hash of entry <em>n</em> − 1, for the first entry that of the ledger's id. An
 * entry's hash is the SHA-256 of its text in UTF-8, in lower-case hexadecimal.
 */
public final class EntryText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EntryText() {}

    public static String of(long entry, Instant recordedAt, Book book, Map<String, Object> row, String previous) {
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

    /** What a text says, read back. */
    record Said(long entry, String previous, String book, ObjectNode json) {
        /** What it says of a column of the row, {@code recorded_at} included; {@code null} where the row has NULL. */
        @Nullable
        String column(String name) {
            JsonNode value = name.equals("recorded_at")
                    ? json.get("recordedAt")
                    : json.get("row").get(name);
            return value == null ? null : value.asText();
        }

        /** The same for what is said of the same row, whatever the number and the entry before it. */
        String print() {
            return EntryText.hash(canonical(json.deepCopy().put("entry", 0).put("previous", "")));
        }
    }

    /** What a text says; empty if it is not the text of an entry. */
    static Optional<Said> read(String text) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
        return json instanceof ObjectNode object
                        && object.path("entry").isIntegralNumber()
                        && object.path("previous").isTextual()
                        && object.path("book").isTextual()
                        && object.path("recordedAt").isTextual()
                        && object.path("row").isObject()
                ? Optional.of(new Said(
                        object.get("entry").asLong(),
                        object.get("previous").asText(),
                        object.get("book").asText(),
                        object))
                : Optional.empty();
    }

    /** {@link Said#print} of the entry that would speak of a row. */
    static String print(Book book, Instant recordedAt, Map<String, Object> row) {
        return hash(of(0, recordedAt, book, row, ""));
    }

    static String canonical(ObjectNode json) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(json)).getEncodedString();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** SHA-256 in lower-case hexadecimal. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
