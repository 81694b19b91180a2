package chancery.reading.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What every part of the page needs to write itself. */
final class Html {
    private Html() {}

    /** Text as text: markup is escaped, and what HTML has no way to write is shown as a replacement character. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\r' -> escaped.append("&#13;"); // else it would be lost, and places behind it would move
                case '\n', '\t' -> escaped.append((char) c);
                default -> {
                    boolean unwritable = Character.isISOControl(c)
                            || Character.getType(c) == Character.SURROGATE
                            || isNoncharacter(c);
                    escaped.appendCodePoint(unwritable ? 0xFFFD : c);
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    }

    /** A file that goes into the page as it is. */
    static String file(String name) {
        try (InputStream file = Html.class.getResourceAsStream("/web/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its file /web/" + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** By what a policy knows a script or a style of the page: {@code 'sha256-…'}. */
    static String fingerprint(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
