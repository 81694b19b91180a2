package chancery.reading.review;

import chancery.document.Certainty;
import chancery.office.Words;
import chancery.reading.found.ReadDocument;
import java.util.stream.Collectors;

/** What was found, zone by zone, as a table, and below it what looks like a mark and gave none. */
final class ZoneTable {
    private final ReadDocument document;
    private final StringBuilder page;

    ZoneTable(ReadDocument document, StringBuilder page) {
        this.document = document;
        this.page = page;
    }

    void write() {
        ZoneTally tally = new ZoneTally();
        tally.add(document);
        if (tally.rows().isEmpty()) {
            return;
        }
        page.append(
                        "<h2 id=\"found\">What was found</h2>\n<div class=\"table\" role=\"region\" aria-labelledby=\"found\" tabindex=\"0\">\n<table>\n<thead><tr><th scope=\"col\">Zone</th>")
                .append("<th scope=\"col\">Zones</th>");
        for (Certainty certainty : Certainty.values()) {
            page.append("<th scope=\"col\">").append(Words.of(certainty)).append("</th>");
        }
        page.append("<th scope=\"col\">no act</th><th scope=\"col\">no mark</th></tr></thead>\n<tbody>\n");
        tally.rows().forEach(this::row);
        page.append(
                        "</tbody>\n</table>\n</div>\n<p class=\"none\">Marks that attest an act, by how sure they are; marks that attest ")
                .append("none; zones without a mark.</p>\n");
        missed();
    }

    private void row(String zone, ZoneTally.Row row) {
        page.append("<tr><th scope=\"row\">").append(Html.escape(zone)).append("</th>");
        cell(row.zones());
        for (Certainty certainty : Certainty.values()) {
            cell(row.attesting(certainty));
        }
        cell(row.descriptive());
        cell(row.without());
        page.append("</tr>\n");
    }

    private void cell(int count) {
        page.append("<td>").append(count == 0 ? "·" : String.valueOf(count)).append("</td>");
    }

    private void missed() {
        if (document.zones().isEmpty()) {
            return;
        }
        page.append("<h2 id=\"missed\">What looks like a mark and gave none</h2>\n");
        if (ZoneTally.missed(document).isEmpty()) {
            page.append("<p class=\"none\">Nothing does.</p>\n");
            return;
        }
        page.append("<ul>\n");
        for (ZoneTally.Missed missed : ZoneTally.missed(document)) {
            page.append("<li><a href=\"#zone-")
                    .append(missed.number())
                    .append("\">")
                    .append(Html.escape(missed.zone().kind()))
                    .append("</a> <bdi>")
                    .append(Html.escape(missed.zone().places().stream()
                            .map(place -> Entry.words(document, place))
                            .collect(Collectors.joining(" / "))))
                    .append("</bdi> – ")
                    .append(missed.because())
                    .append("</li>\n");
        }
        page.append("</ul>\n");
    }
}
