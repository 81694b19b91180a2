package chancery.reading.review;

import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.document.Reading;
import chancery.office.Agent;
import chancery.office.Words;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.ReadZone;
import chancery.reading.found.Unread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a document as one HTML page, for people to check: the text with its marks and the unread sentences
 * in place, and beside it a list of them. The page needs no other file and holds no script; whatever comes from the
 * source goes in escaped; the same document gives the same bytes.
 */
public final class ReviewPage {
    private static final String STYLE = style();

    /** How much of a zone the list shows, in characters. */
    private static final int SHOWN = 80;

    private final ReadDocument document;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Passage, List<Entry>> shown = new HashMap<>();
    private final StringBuilder page = new StringBuilder();

    private ReviewPage(ReadDocument document) {
        this.document = document;
    }

    /** The page. */
    public static String html(ReadDocument document) {
        return new ReviewPage(document).write();
    }

    /** How a mark or a sentence is told apart from others, to the eye without colour too. */
    private enum Look {
        CERTAIN("certain", ""),
        PRESUMED("presumed", "?"),
        DESCRIPTIVE("descriptive", ""),
        UNREAD("unread", "");

        private final String word;
        private final String sign;

        Look(String word, String sign) {
            this.word = word;
            this.sign = sign;
        }

        private static Look of(Mark mark) {
            if (mark.preferred().attests().isEmpty()) {
                return DESCRIPTIVE;
            }
            return mark.preferred().certainty() == Certainty.CERTAIN ? CERTAIN : PRESUMED;
        }
    }

    /**
     * A mark, or an unread sentence, with its number.
     *
     * @param key its number in ids and links: {@code 3}, or {@code u1} for an unread sentence
     * @param place {@code null} if it has none in the passages
     */
    private record Entry(
            String key, Look look, String name, @Nullable Place place) {
        String label() {
            return key.toUpperCase(Locale.ROOT) + look.sign;
        }
    }

    private String write() {
        List<Mark> marks = document.dossier().marks();
        for (int at = 0; at < marks.size(); at++) {
            Mark mark = marks.get(at);
            Look look = Look.of(mark);
            add(String.valueOf(at + 1), look, "Mark " + (at + 1) + ", " + name(mark) + ", " + look.word, mark.place());
        }
        for (int at = 0; at < document.unread().size(); at++) {
            add(
                    "u" + (at + 1),
                    Look.UNREAD,
                    "Unread sentence " + (at + 1),
                    document.unread().get(at).place());
        }
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escape(document.dossier().title()))
                .append(" – review</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        header();
        page.append("<div class=\"desk\">\n<main aria-labelledby=\"text\">\n<h2 id=\"text\">Text</h2>\n");
        if (document.passages().isEmpty()) {
            page.append("<p class=\"none\">No text was read.</p>\n");
        }
        document.passages().forEach(this::passage);
        page.append("</main>\n<aside aria-labelledby=\"marks\">\n");
        marks(marks);
        unread();
        setAside();
        negative();
        zones();
        page.append("</aside>\n</div>\n</body>\n</html>\n");
        return page.toString();
    }

    /** Files it under the passage in which it stands, if there is one. */
    private void add(String key, Look look, String name, @Nullable Place place) {
        Passage passage = place == null ? null : passage(place);
        Entry entry = new Entry(key, look, name, passage == null ? null : place);
        entries.add(entry);
        if (passage != null) {
            shown.computeIfAbsent(passage, found -> new ArrayList<>()).add(entry);
        }
    }

    private @Nullable Passage passage(Place place) {
        return document.passages().stream()
                .filter(passage -> Objects.equals(passage.element(), place.element())
                        && place.to() <= passage.text().length())
                .findFirst()
                .orElse(null);
    }

    private static String name(Mark mark) {
        return mark.preferred()
                .attests()
                .map(attestation -> attestation.act().word())
                .orElseGet(() -> Words.of(mark.kind()));
    }

    // ---- above

    private void header() {
        page.append("<header>\n<p class=\"skip\"><a href=\"#marks\">Skip to the marks</a></p>\n<h1 dir=\"auto\">")
                .append(escape(document.dossier().title()))
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
    }

    private void fact(String term, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            page.append("<div><dt>")
                    .append(term)
                    .append("</dt><dd dir=\"auto\">")
                    .append(escape(value))
                    .append("</dd></div>\n");
        }
    }

    // ---- the text

    private void passage(Passage passage) {
        page.append("<section class=\"passage\">\n<h3>").append(escape(passage.title()));
        if (passage.element() != null) {
            page.append(" <code>").append(escape(passage.element())).append("</code>");
        }
        page.append("</h3>\n<p dir=\"auto\">");
        if (passage.text().isEmpty()) {
            page.append("<span class=\"none\">(no words)</span>");
        }
        // a passage that stands here twice has its marks the first time
        List<Entry> here = Objects.requireNonNullElse(shown.remove(passage), List.of());
        List<Place> places = here.stream()
                .map(entry -> Objects.requireNonNull(entry.place()))
                .toList();
        Set<Entry> begun = new HashSet<>();
        for (Segment segment : Segment.cut(passage.text(), places)) {
            for (int at = 0; at < here.size(); at++) {
                if (places.get(at).from() < segment.to() && begun.add(here.get(at))) {
                    number(here.get(at));
                }
            }
            segment.covering()
                    .forEach(at -> page.append("<mark class=\"")
                            .append(here.get(at).look().word)
                            .append("\" data-mark=\"")
                            .append(here.get(at).key())
                            .append("\">"));
            page.append(escape(passage.text().substring(segment.from(), segment.to())));
            page.append("</mark>".repeat(segment.covering().size()));
        }
        here.stream().filter(begun::add).forEach(this::number);
        page.append("</p>\n</section>\n");
    }

    private void number(Entry entry) {
        page.append("<a class=\"number ")
                .append(entry.look().word)
                .append("\" id=\"at-")
                .append(entry.key())
                .append("\" href=\"#mark-")
                .append(entry.key())
                .append("\" title=\"")
                .append(escape(entry.name()))
                .append("\">")
                .append(entry.label())
                .append("</a>");
    }

    // ---- the lists

    private void marks(List<Mark> marks) {
        page.append("<h2 id=\"marks\" tabindex=\"-1\">Marks (")
                .append(marks.size())
                .append(")</h2>\n");
        if (marks.isEmpty()) {
            page.append("<p class=\"none\">No mark was read.</p>\n");
            return;
        }
        page.append("<ol>\n");
        for (int at = 0; at < marks.size(); at++) {
            Mark mark = marks.get(at);
            begin(entries.get(at), name(mark), mark.reading());
            if (mark.isDisputed()) {
                detail("Date", mark.dated().orElse(null));
                mark.readings().forEach(this::competing);
            } else {
                mark.preferred().attests().ifPresent(this::attested);
                detail("Date", mark.dated().orElse(null));
                certainty(mark.preferred());
            }
            if (mark.copies() != null && !mark.copies().distribution().isEmpty()) {
                detail(
                        mark.kind() == MarkKind.HEADING ? "To" : "Copies to",
                        mark.copies().distribution().stream()
                                .map(to -> to.to() + (to.copies() == 1 ? "" : " (" + to.copies() + ")"))
                                .collect(Collectors.joining("; ")));
            }
            if (!name(mark).equals(Words.of(mark.kind()))) {
                detail("Kind", Words.of(mark.kind()));
            }
            page.append("</li>\n");
        }
        page.append("</ol>\n");
    }

    private void begin(Entry entry, String name, String words) {
        page.append("<li id=\"mark-").append(entry.key()).append("\" tabindex=\"-1\">\n<p class=\"name\">");
        if (entry.place() == null) {
            page.append("<span class=\"number\">").append(entry.label()).append("</span>");
        } else {
            page.append("<a class=\"number ")
                    .append(entry.look().word)
                    .append("\" href=\"#at-")
                    .append(entry.key())
                    .append("\" title=\"To its place in the text\">")
                    .append(entry.label())
                    .append("</a>");
        }
        page.append(" <strong>")
                .append(escape(name))
                .append("</strong> <span class=\"")
                .append(entry.look().word)
                .append("\">")
                .append(entry.look().word)
                .append("</span>");
        if (entry.place() == null) {
            page.append(" <em>not shown here</em>");
        }
        page.append("</p>\n<blockquote dir=\"auto\">").append(escape(words)).append("</blockquote>\n");
    }

    private void competing(Reading reading) {
        page.append("<div class=\"competing\">\n<p>")
                .append(reading.preferred() ? "Preferred reading " : "Competing reading ")
                .append("<bdi>")
                .append(escape(reading.id().value()))
                .append("</bdi></p>\n");
        detail("Held by", reading.holder());
        detail(
                "Act",
                reading.attests().map(attestation -> attestation.act().word()).orElse("none"));
        reading.attests().ifPresent(this::attested);
        certainty(reading);
        page.append("</div>\n");
    }

    private void attested(Attestation attestation) {
        detail(
                "Agents",
                attestation.agents().isEmpty()
                        ? null
                        : attestation.agents().stream().map(ReviewPage::told).collect(Collectors.joining("; ")));
        detail(
                "Office",
                attestation.office() == null ? null : attestation.office().value());
        detail(
                "Number",
                attestation.number() == null ? null : attestation.number().text());
    }

    private static String told(Agent agent) {
        return agent.name()
                + (agent.position() == null ? "" : " (" + agent.position() + ")")
                + (agent.onBehalfOf() == null ? "" : " for " + agent.onBehalfOf());
    }

    private void certainty(Reading reading) {
        detail("Certainty", Words.of(reading.certainty()));
        detail("Because", reading.because());
    }

    private void detail(String term, @Nullable String value) {
        if (value != null) {
            page.append("<p class=\"detail\"><span>")
                    .append(term)
                    .append("</span> <bdi>")
                    .append(escape(value))
                    .append("</bdi></p>\n");
        }
    }

    private void unread() {
        List<Unread> sentences = document.unread();
        page.append("<h2 id=\"unread\">Unread sentences (")
                .append(sentences.size())
                .append(" of ")
                .append(document.sentences())
                .append(" that name an act)</h2>\n");
        if (sentences.isEmpty()) {
            page.append("<p class=\"none\">No sentence that names an act was left unread.</p>\n");
            return;
        }
        page.append("<ol>\n");
        for (int at = 0; at < sentences.size(); at++) {
            Unread sentence = sentences.get(at);
            begin(entries.get(document.dossier().marks().size() + at), "not understood", sentence.sentence());
            detail("Because", sentence.because());
            page.append("</li>\n");
        }
        page.append("</ol>\n");
    }

    /** Sentences that were understood to speak of something else, so that people can say otherwise. */
    private void setAside() {
        if (document.setAside().isEmpty()) {
            return;
        }
        page.append("<h2 id=\"aside\">Set aside (")
                .append(document.setAside().size())
                .append(")</h2>\n<ul>\n");
        for (Unread sentence : document.setAside()) {
            page.append("<li><bdi>").append(escape(sentence.sentence())).append("</bdi>");
            detail("Because", sentence.because());
            page.append("</li>\n");
        }
        page.append("</ul>\n");
    }

    /** Into what the page was divided, each stretch with what told it. */
    private void zones() {
        if (document.zones().isEmpty()) {
            return;
        }
        page.append("<h2 id=\"zones\">Zones (")
                .append(document.zones().size())
                .append(")</h2>\n<ol class=\"zones\">\n");
        for (ReadZone zone : document.zones()) {
            String words = zone.places().stream().map(this::words).collect(Collectors.joining(" / "));
            page.append("<li><strong>")
                    .append(escape(zone.kind()))
                    .append("</strong> <bdi>")
                    .append(escape(words.length() > SHOWN ? words.substring(0, SHOWN) + " …" : words))
                    .append("</bdi>");
            detail("Because", zone.because());
            page.append("</li>\n");
        }
        page.append("</ol>\n");
    }

    private String words(Place place) {
        Passage passage = passage(place);
        return passage == null
                ? ""
                : passage.text().substring(place.from(), place.to()).replaceAll("\\s+", " ");
    }

    private void negative() {
        if (document.negative().isEmpty()) {
            return;
        }
        page.append("<h2 id=\"negative\">Said not to have happened, or not to be known</h2>\n<ul>\n");
        document.negative()
                .forEach(phrase ->
                        page.append("<li><bdi>").append(escape(phrase)).append("</bdi></li>\n"));
        page.append("</ul>\n");
    }

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
                case '\n', '\r', '\t' -> escaped.append((char) c);
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

    private static String style() {
        try (InputStream file = ReviewPage.class.getResourceAsStream("/web/review.css")) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its file /web/review.css");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
