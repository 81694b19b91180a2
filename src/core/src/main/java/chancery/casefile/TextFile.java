package chancery.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of text read whole, within a bound; what is wrong with it is said by file and line. */
public final class TextFile {
    private static final int BLOCK = 8_192;

    private TextFile() {}

    /**
     * The bytes of a file.
     *
     * @param most how many there may be
     * @param smaller what to do with a larger one
     * @throws InvalidInput if it is missing, too large or cannot be read
     */
    public static byte[] bytes(Path path, int most, String smaller) {
        String name = path.toString();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw InvalidInput.at(name, 0, "the file is larger than " + most + " bytes", smaller);
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw InvalidInput.at(name, 0, "there is no such file", "check the name");
        } catch (IOException broken) {
            throw InvalidInput.at(name, 0, "the file cannot be read (" + broken.getMessage() + ")", "check the file");
        }
    }

    /**
     * The text that bytes hold.
     *
     * @param name how messages call the file
     * @throws InvalidInput at the first line that is not UTF-8
     */
    public static String text(String name, byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw InvalidInput.at(
                    name,
                    lineAt(text, text.length()),
                    "the file is not UTF-8 from this line on",
                    "save it as UTF-8" + looksLike(bytes));
        }
        // lines of old Macintosh files end in a carriage return alone
        return text.indexOf('\r') < 0 ? text : text.replaceAll("\r(?!\n)", "\n");
    }

    /**
     * A guess at the encoding of a Russian text, with what to do. In running text small letters outnumber capitals, and
     * the two encodings have them in each other's place.
     */
    private static String looksLike(byte[] bytes) {
        int letters = 0;
        int upperHalf = 0;
        int lowerHalf = 0;
        for (byte each : bytes) {
            int code = each & 0xff;
            letters += code >= 0x80 || Character.isLetter(code) ? 1 : 0;
            lowerHalf += code >= 0xc0 && code < 0xe0 ? 1 : 0;
            upperHalf += code >= 0xe0 ? 1 : 0;
        }
        if ((lowerHalf + upperHalf) * 2 < letters) {
            return "";
        }
        String encoding = upperHalf >= lowerHalf ? "WINDOWS-1251" : "KOI8-R";
        return "; it looks like " + encoding + ": iconv -f " + encoding + " -t UTF-8";
    }

    /**
     * The first line, from 1, of a file of any size that is not text in UTF-8; 0 if there is none.
     *
     * @throws IOException if the file cannot be read
     */
    public static int lineNotUtf8(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.allocate(BLOCK);
        CharBuffer out = CharBuffer.allocate(BLOCK);
        int line = 1;
        try (ReadableByteChannel file = Files.newByteChannel(path)) {
            boolean end = false;
            while (!end) {
                end = file.read(in) < 0;
                CoderResult result = decoder.decode(in.flip(), out, end);
                String text = out.flip().toString();
                int bad = firstNoCharacter(text);
                line = line + lineAt(text, bad < 0 ? text.length() : bad) - 1;
                if (result.isError() || bad >= 0) {
                    return line;
                }
                in.compact();
                out.clear();
            }
            return 0;
        }
    }

    /** Where a code stands that is no character in any text, though its bytes are well-formed; -1 if nowhere. */
    private static int firstNoCharacter(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= '\ufffe') {
                return at;
            }
        }
        return -1;
    }

    /** The line, from 1, in which a position of a text stands. */
    public static int lineAt(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
