package chancery.reading.review;

import chancery.document.Attestation;
import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.document.Reading;
import chancery.office.Agent;
import chancery.office.Words;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.ReadZone;
import chancery.reading.found.Unread;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lists beside the text: marks, what was not understood, what was set aside, zones. */
final class ReviewLists {
    /** How much of a zone the list shows, in characters. */
    private static final int SHOWN = 80;

    private final ReadDocument document;
    private final List<Entry> entries;
    private final StringBuilder page;

    ReviewLists(ReadDocument document, List<Entry> entries, StringBuilder page) {
        this.document = document;
        this.entries = entries;
        this.page = page;
    }

    void write() {
        marks(document.dossier().marks());
        unread();
        setAside();
        negative();
        zones();
    }

    private void marks(List<Mark> marks) {
        page.append("<h2 id=\"marks\" tabindex=\"-1\">Marks (")
                .append(marks.size())
                .append(")</h2>\n");
        if (marks.isEmpty()) {
            page.append("<p class=\"none\">No mark was read.</p>\n");
        }
        page.append("<ol id=\"mark-list\"")
                .append(marks.isEmpty() ? " hidden" : "")
                .append(">\n");
        for (int at = 0; at < marks.size(); at++) {
            Mark mark = marks.get(at);
            begin(entries.get(at), Entry.name(mark), mark.reading());
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
            if (!Entry.name(mark).equals(Words.of(mark.kind()))) {
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
                .append(Html.escape(name))
                .append("</strong> <span class=\"")
                .append(entry.look().word)
                .append("\">")
                .append(entry.look().word)
                .append("</span>");
        if (entry.place() == null) {
            page.append(" <em>not shown here</em>");
        }
        page.append("</p>\n<blockquote dir=\"auto\">")
                .append(Html.escape(words))
                .append("</blockquote>\n");
    }

    private void competing(Reading reading) {
        page.append("<div class=\"competing\">\n<p>")
                .append(reading.preferred() ? "Preferred reading " : "Competing reading ")
                .append("<bdi>")
                .append(Html.escape(reading.id().value()))
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
                        : attestation.agents().stream().map(ReviewLists::told).collect(Collectors.joining("; ")));
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
                    .append(Html.escape(value))
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
            page.append("<li><bdi>").append(Html.escape(sentence.sentence())).append("</bdi>");
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
        for (int at = 0; at < document.zones().size(); at++) {
            ReadZone zone = document.zones().get(at);
            String words = zone.places().stream()
                    .map(place -> Entry.words(document, place))
                    .collect(Collectors.joining(" / "));
            page.append("<li id=\"zone-")
                    .append(at + 1)
                    .append("\" tabindex=\"-1\"><a class=\"number\" href=\"#at-z")
                    .append(at + 1)
                    .append("\" title=\"To its place in the text\">Z")
                    .append(at + 1)
                    .append("</a> <strong>")
                    .append(Html.escape(zone.kind()))
                    .append("</strong> <bdi>")
                    .append(Html.escape(words.length() > SHOWN ? words.substring(0, SHOWN) + " …" : words))
                    .append("</bdi>");
            detail("Because", zone.because());
            page.append("</li>\n");
        }
        page.append("</ol>\n");
    }

    private void negative() {
        if (document.negative().isEmpty()) {
            return;
        }
        page.append("<h2 id=\"negative\">Said not to have happened, or not to be known</h2>\n<ul>\n");
        document.negative()
                .forEach(phrase ->
                        page.append("<li><bdi>").append(Html.escape(phrase)).append("</bdi></li>\n"));
        page.append("</ul>\n");
    }
}
