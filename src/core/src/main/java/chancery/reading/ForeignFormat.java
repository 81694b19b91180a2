package chancery.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formats that people have and that are not read yet: what each is called, how its files begin, and what to do with
 * one. Told by content, since names lie. Signatures as in the formats' own standards.
 */
enum ForeignFormat {
    PDF("a PDF", "save its text as UTF-8, for example with pdftotext, and read that", "%PDF-"),
    ZIP(
            "a packed file, such as DOCX, ODT, XLSX or a ZIP",
            "save a document as plain text in UTF-8, or unpack the archive, and read that",
            "PK\u0003\u0004"),
    OLD_WORD(
            "a document of Word before 2007",
            "save it as plain text in UTF-8, and read that",
            "\u00d0\u00cf\u0011\u00e0"),
    RTF("RTF", "save it as plain text in UTF-8, and read that", "{\\rtf"),
    GZIP("a file packed with gzip", "unpack it with gunzip, and read that", "\u001f\u008b"),
    PICTURE(
            "a picture",
            "recognise its text first (Transkribus, eScriptorium or Tesseract do), and save that as plain text",
            "\u0089PNG",
            "\u00ff\u00d8\u00ff",
            "GIF8",
            "II*\u0000",
            "MM\u0000*",
            "\u0000\u0000\u0000\fjP"),
    UTF_16(
            "text in UTF-16",
            "save it as UTF-8, for example with iconv -f UTF-16 -t UTF-8",
            "\u00fe\u00ff",
            "\u00ff\u00fe"),
    IIIF_OR_JSON(
            "JSON, perhaps a IIIF manifest",
            "save the text of its annotations as plain text, a file for each paper; case files are YAML",
            "{\"",
            "[{"),
    PAGE("PAGE XML", "export the page as plain text from Transkribus or eScriptorium, and read that", "<PcGts"),
    ALTO("ALTO XML", "export the page as plain text from the program that recognised it, and read that", "<alto"),
    EAD("an EAD finding aid", "read the papers that it lists, not the list", "<ead"),
    METS("a METS file, which lists the files of a digitised work", "read the files that it lists", "<mets"),
    HTML(
            "a web page",
            "save its text as plain text in UTF-8, and read that",
            "<html",
            "<!DOCTYPE html",
            "<!doctype html");

    /** The outermost tag, behind declaration, comments and processing instructions; its prefix does not matter. */
    private static final Pattern ROOT = Pattern.compile(
            "(?s)(?:<\\?.*?\\?>|<!--.*?-->|\\s)*<(?:[A-Za-z][\\w.-]*:)?([A-Za-z][\\w.-]*)(?=[\\s/>]).*");

    private final String called;
    private final String todo;
    private final String[] beginnings;

    ForeignFormat(String called, String todo, String... beginnings) {
        this.called = called;
        this.todo = todo;
        this.beginnings = beginnings;
    }

    /** What a file is, as in "this is a PDF". */
    String called() {
        return called;
    }

    /** What to do to have its text read. */
    String todo() {
        return todo;
    }

    /** The format of which a file begins so, if it is one of these. */
    static Optional<ForeignFormat> of(byte[] beginning) {
        String bytes = new String(beginning, StandardCharsets.ISO_8859_1);
        String text = bytes.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
        Matcher root = ROOT.matcher(text);
        String begins = root.matches() ? "<" + root.group(1) : text.replaceFirst("^([{\\[])\\s+", "$1");
        for (ForeignFormat format : values()) {
            if (Arrays.stream(format.beginnings)
                    .anyMatch(known -> known.startsWith("<") && root.matches()
                            ? begins.equals(known)
                            : bytes.startsWith(known) || begins.startsWith(known))) {
                return Optional.of(format);
            }
        }
        // XML says itself how its letters are written, so that it may be in UTF-16
        boolean xml = bytes.replaceAll("[\\x00\u00fe\u00ff]", "").strip().startsWith("<");
        return isUtf16(bytes) && !xml ? Optional.of(UTF_16) : Optional.empty();
    }

    /** By its mark, or because nearly every second byte is one that no other text has, as in Latin and in Cyrillic. */
    private static boolean isUtf16(String bytes) {
        return bytes.startsWith("\u00fe\u00ff")
                || bytes.startsWith("\u00ff\u00fe")
                || (bytes.length() > 8 && bytes.chars().filter(c -> c < '\t').count() * 5 > bytes.length() * 2);
    }
}
