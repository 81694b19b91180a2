package chancery.reading;

import chancery.casefile.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What people try to have read though it is neither TEI nor plain text in UTF-8. It is told by how the file begins, not
 * by its name, and refused with what it is and what to do: else it would be read as a paper without any mark.
 */
final class OtherFormat {
    private static final int LOOK = 8_192;

    private static final String AS_TEXT = "save its text as plain text in UTF-8";
    private static final String TRANSCRIBE = "transcribe what it shows as plain text in UTF-8";
    private static final String AS_UTF_8 = "save it as UTF-8, for example with: iconv -f %s -t UTF-8";
    private static final String TAKE_TEXT = "take the text out of it, and save that as plain text in UTF-8";
    private static final String AS_TEI = "name a TEI file, or save the text of the paper as plain text in UTF-8";

    /** What a file begins with, as one character for each byte. */
    private record Signature(String begin, String what, String todo) {}

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("%PDF-", "a PDF", "take its text out, for example with pdftotext, and name that"),
            new Signature("{\\rtf", "an RTF file", AS_TEXT),
            new Signature("\u00d0\u00cf\u0011\u00e0", "an old Word or Office file", AS_TEXT),
            new Signature("\u001f\u008b", "compressed with gzip", "unpack it first, with gunzip"),
            new Signature("BZh", "compressed with bzip2", "unpack it first, with bunzip2"),
            new Signature("\u00fd7zXZ", "compressed with xz", "unpack it first, with unxz"),
            new Signature("\u00ff\u00d8\u00ff", "a JPEG image", TRANSCRIBE),
            new Signature("\u0089PNG", "a PNG image", TRANSCRIBE),
            new Signature("GIF8", "a GIF image", TRANSCRIBE),
            new Signature("II*\0", "a TIFF image", TRANSCRIBE),
            new Signature("MM\0*", "a TIFF image", TRANSCRIBE),
            new Signature("\0\0\0\fjP", "a JPEG 2000 image", TRANSCRIBE),
            new Signature("AT&TFORM", "a DjVu image", "take its text out, for example with djvutxt, and name that"));

    /** What a root element belongs to, by its name without prefix, in small letters. */
    private static final Map<String, Signature> ROOTS = Map.of(
            "pcgts", new Signature("", "PAGE XML", TAKE_TEXT),
            "alto", new Signature("", "ALTO XML", TAKE_TEXT),
            "ead", new Signature("", "EAD, which describes holdings and not papers", AS_TEI),
            "mets", new Signature("", "METS, which points to other files", "name the TEI or text that it points to"),
            "html", new Signature("", "HTML", AS_TEXT),
            "svg", new Signature("", "an SVG image", TRANSCRIBE));

    /** The first element of an XML or HTML file, behind comments, instructions and a document type. */
    private static final Pattern ROOT = Pattern.compile(
            "\\A(?>\\s+|<\\?.*?\\?>|<!--.*?-->|<![^\\[>]*(?:\\[.*?\\][^>]*)?>)*+<(?:[\\w.-]{1,100}:)?(?<name>[A-Za-z][\\w.-]{0,100})",
            Pattern.DOTALL);

    private static final Pattern JSON = Pattern.compile("\\A\\s*(?:\\{\\s*[\"}]|\\[\\s*[\\{\\]])");

    private OtherFormat() {}

    /**
     * Refuses a file that is of such a format.
     *
     * @throws InvalidInput saying of which; also if there is no such file, or it cannot be read
     */
    static void refuse(Path file) {
        byte[] bytes = beginning(file);
        Signature found = of(bytes);
        if (found != null) {
            throw InvalidInput.at(file.toString(), 0, "the file is " + found.what(), found.todo());
        }
    }

    private static byte[] beginning(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LOOK);
        } catch (NoSuchFileException missing) {
            throw InvalidInput.at(file.toString(), 0, "there is no such file", "check the name");
        } catch (IOException broken) {
            throw InvalidInput.at(
                    file.toString(), 0, "the file cannot be read (" + broken.getMessage() + ")", "check the file");
        }
    }

    private static @Nullable Signature of(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Signature signature : SIGNATURES) {
            if (raw.startsWith(signature.begin())) {
                return signature;
            }
        }
        if (raw.startsWith("PK\u0003\u0004")) {
            return packed(raw);
        }
        if (raw.startsWith("RIFF") && raw.startsWith("WEBP", 8)) {
            return new Signature("", "a WebP image", TRANSCRIBE);
        }
        String text = raw.replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .replace("\0", "");
        Matcher root = ROOT.matcher(text);
        if (root.find()) {
            return ROOTS.get(root.group("name").toLowerCase(Locale.ROOT));
        }
        if (text.stripLeading().startsWith("<")) {
            return null;
        }
        return isUtf16(bytes, raw)
                ? new Signature("", "text in UTF-16", AS_UTF_8.formatted("UTF-16"))
                : ofText(bytes, text);
    }

    private static Signature packed(String raw) {
        if (raw.contains("vnd.oasis.opendocument")) {
            return new Signature("", "an OpenDocument file (ODT)", AS_TEXT);
        }
        return raw.contains("[Content_Types].xml") || raw.contains("word/")
                ? new Signature("", "a Word file (DOCX)", AS_TEXT)
                : new Signature("", "a ZIP archive", "unpack it first, with unzip");
    }

    /** With a byte order mark, or with every second byte that of plain Latin or Cyrillic letters. */
    private static boolean isUtf16(byte[] bytes, String raw) {
        if (raw.startsWith("\u00fe\u00ff") || raw.startsWith("\u00ff\u00fe")) {
            return true;
        }
        int pairs = bytes.length / 2;
        return pairs > 0
                && (high(bytes, 0, pairs) && !high(bytes, 1, pairs) || high(bytes, 1, pairs) && !high(bytes, 0, pairs));
    }

    private static boolean high(byte[] bytes, int from, int pairs) {
        long high = IntStream.range(0, pairs)
                .filter(pair -> bytes[2 * pair + from] == 0 || bytes[2 * pair + from] == 4)
                .count();
        return high * 10 >= pairs * 9L;
    }

    private static @Nullable Signature ofText(byte[] bytes, String text) {
        if (JSON.matcher(text).find()) {
            return text.contains("iiif.io/api")
                    ? new Signature("", "a IIIF manifest, which points to images", TRANSCRIBE)
                    : new Signature("", "JSON", AS_TEI);
        }
        String charset = isUtf8(bytes) ? null : cyrillic(bytes);
        return charset == null
                ? null
                : new Signature("", "not UTF-8 but, as it seems, Russian in " + charset, AS_UTF_8.formatted(charset));
    }

    /** Whether it may be UTF-8; a character that the end of the look cuts in two counts as one. */
    private static boolean isUtf8(byte[] bytes) {
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), false)
                .isError();
    }

    /** The one-byte encoding whose small letters are the more frequent; {@code null} if hardly any text is Cyrillic. */
    private static @Nullable String cyrillic(byte[] bytes) {
        long upper = count(bytes, b -> b >= 0xc0 && b < 0xe0);
        long lower = count(bytes, b -> b >= 0xe0);
        long dos = count(bytes, b -> b >= 0x80 && b < 0xb0);
        long latin = count(bytes, b -> b < 0x80 && Character.isLetter(b));
        if (upper + lower + dos < latin) {
            return null;
        }
        return dos > upper + lower ? "CP866" : lower > upper ? "WINDOWS-1251" : "KOI8-R";
    }

    private static long count(byte[] bytes, IntPredicate of) {
        return IntStream.range(0, bytes.length)
                .map(at -> bytes[at] & 0xff)
                .filter(of)
                .count();
    }
}
