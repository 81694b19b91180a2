package chancery.reading;

import chancery.reading.source.SourceFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The formats that people have and that are not read yet: what each is called, how its files begin, and what to do with
 * one. Told by content, since names lie. Signatures as in the formats' own standards.
 */
enum ForeignFormat {
    OLD_WORD(
            "a document of Word before 2007, or an encrypted one",
            "save it as DOCX or plain text without a password, and read that",
            "\u00d0\u00cf\u0011\u00e0"),
    RTF("RTF", "save it as DOCX, ODT or plain text, and read that", "{\\rtf"),
    GZIP("a file packed with gzip", "unpack it with gunzip, and read that", "\u001f\u008b"),
    PICTURE(
            "a picture",
            "recognise its text first: Transkribus and eScriptorium write PAGE or ALTO XML, Tesseract writes ALTO; read that",
            "\u0089PNG",
            "\u00ff\u00d8\u00ff",
            "GIF8",
            "II*\u0000",
            "MM\u0000*",
            "\u0000\u0000\u0000\fjP"),
    HTML(
            "a web page",
            "save its text as plain text in UTF-8, and read that",
            "<html",
            "<!DOCTYPE html",
            "<!doctype html");

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
        String begins = SourceFormat.root(beginning)
                .map(root -> "<" + root)
                .orElse(bytes.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading());
        return Arrays.stream(values())
                .filter(format -> Arrays.stream(format.beginnings)
                        .anyMatch(known -> known.matches("<\\w+")
                                ? begins.equals(known)
                                : bytes.startsWith(known) || begins.startsWith(known)))
                .findFirst();
    }
}
