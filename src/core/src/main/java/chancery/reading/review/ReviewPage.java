package chancery.reading.review;

import chancery.reading.correction.Corrections;
import chancery.reading.found.ReadDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a document as one HTML page, for people to check and to correct: the text with its marks and the unread
 * sentences in place, and beside it a list of them. The page needs no other file; its one script keeps what is said of
 * the marks and saves it as a file of corrections. A policy lets no other script run. Whatever comes from the source goes
 * in escaped; the same document gives the same bytes.
 */
public final class ReviewPage {
    private static final String STYLE = "\n" + Html.file("review.css");
    private static final String SCRIPT = "\n" + Html.file("review-text.js") + Html.file("review.js");
    private static final String EDITOR = Html.file("review-editor.html");
    private static final String POLICY =
            "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
                    + Html.fingerprint(STYLE) + "; script-src " + Html.fingerprint(SCRIPT);

    private final ReadDocument document;
    private final @Nullable Corrections corrections;
    private final @Nullable String language;
    private final StringBuilder page = new StringBuilder();

    private ReviewPage(ReadDocument document, @Nullable Corrections corrections, @Nullable String language) {
        this.document = document;
        this.corrections = corrections;
        this.language = language;
    }

    /** The page of what was read. */
    public static String html(ReadDocument document) {
        return html(document, null, null);
    }

    /**
     * The page of what was read, with what was said of it before.
     *
     * @param document as the reader reads it, its zones as corrected; the corrections of marks are not applied
     * @param language of its text, where it is known
     */
    public static String html(ReadDocument document, @Nullable Corrections corrections, @Nullable String language) {
        return new ReviewPage(document, corrections, language).write();
    }

    private String write() {
        List<Entry> entries = Entry.of(document);
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Html.escape(document.dossier().title()))
                .append(" – review</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        header();
        page.append("<div class=\"desk\">\n<main aria-labelledby=\"text\">\n<h2 id=\"text\">Text</h2>\n");
        new MarkedText(document, entries, page).write();
        page.append("</main>\n<aside id=\"lists\" aria-labelledby=\"marks\" tabindex=\"0\">\n");
        new ZoneTable(document, page).write();
        new ReviewLists(document, entries, page).write();
        page.append("</aside>\n</div>\n")
                .append(EDITOR)
                .append("<script type=\"application/json\" id=\"read\">")
                .append(ReviewData.json(document, corrections, language))
                .append("</script>\n<script>")
                .append(SCRIPT)
                .append("</script>\n</body>\n</html>\n");
        return page.toString();
    }

    private void header() {
        page.append("<header>\n<p class=\"skip\"><a href=\"#marks\">Skip to the marks</a></p>\n<h1 dir=\"auto\">")
                .append(Html.escape(document.dossier().title()))
                .append("</h1>\n<dl class=\"facts\">\n");
        fact("Source", document.source());
        fact("Id", document.id());
        fact("Kind", document.kind());
        fact("Classification", document.classification());
        fact("Captions", document.captions().isEmpty() ? null : String.join("; ", document.captions()));
        fact("Reference", document.archivalReference());
        fact("Case", document.dossier().id().value());
        fact("Procedure", document.dossier().procedure());
        page.append("</dl>\n<p class=\"key\">Key: ");
        for (Look look : Look.values()) {
            page.append("<span class=\"")
                    .append(look.word)
                    .append("\">")
                    .append(look.word)
                    .append("</span> ");
        }
        page.append("· a number leads from the text to the list and back.</p>\n</header>\n");
        bar();
    }

    private void fact(String term, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            page.append("<div><dt>")
                    .append(term)
                    .append("</dt><dd dir=\"auto\">")
                    .append(Html.escape(value))
                    .append("</dd></div>\n");
        }
    }

    /** Shown by the script, without which nothing of it works. */
    private void bar() {
        page.append("<div id=\"bar\" role=\"region\" aria-label=\"Corrections\" hidden>\n")
                .append("<label>Corrected by <input id=\"by\" autocomplete=\"name\"></label>\n")
                .append("<button type=\"button\" id=\"add\">Add a mark (n)</button>\n")
                .append("<button type=\"button\" id=\"undo\">Undo (Ctrl+Z)</button>\n")
                .append("<button type=\"button\" id=\"save\">Save (Ctrl+S)</button>\n<span id=\"count\"></span>\n")
                .append("<label><input type=\"checkbox\" id=\"letters\" checked> letter keys</label>\n")
                .append(
                        "<details><summary>Keys</summary><p>j, k: next, previous mark · on a mark a: accept, c: correct, ")
                .append(
                        "r: reject, f: make a form of words · n: add a mark, of the words selected in the text if some ")
                .append(
                        "are · Ctrl+Z: undo · Ctrl+S: save</p></details>\n<span id=\"status\" role=\"status\"></span>\n</div>\n");
    }
}
