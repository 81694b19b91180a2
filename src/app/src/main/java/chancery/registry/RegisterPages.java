package chancery.registry;

import static chancery.registry.RegisterHtml.anchor;
import static chancery.registry.RegisterHtml.direction;
import static chancery.registry.RegisterHtml.escape;
import static chancery.registry.RegisterHtml.head;
import static chancery.registry.RegisterHtml.row;

import chancery.audit.ActBook;
import chancery.office.Direction;
import chancery.register.Claim;
import chancery.register.Counter;
import chancery.register.Gap;
import chancery.register.NumberSeries;
import chancery.register.Origin;
import chancery.register.Period;
import chancery.register.Refused;
import chancery.register.RegisterEntry;
import chancery.register.SeriesId;
import chancery.registry.RegisterPages.Served;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Registers as pages of HTML that stand alone: all of them, one journal (A4), or the card of one number (A6). All text
 * goes in escaped.
 */
public final class RegisterPages {
    /** Where the pages lie that link to each other. */
    public static final String PATH = "/chancery/registers";

    private final Registers registers;
    private final RegisterHtml html;
    private final RegistrationCard cards;

    /**
     * What a page has around it that is read on the server, and one on paper has not.
     *
     * @param navigation the ways to other pages, as HTML
     * @param pathOf where the path of an instance lies, or of a paper of no procedure; none if it is not open to the reader
     */
    public record Served(String navigation, Function<String, Optional<String>> pathOf) {}

    /** @param served {@code null} for pages that stand alone, without a link */
    public RegisterPages(Registers registers, CopyBook copies, ActBook acts, @Nullable Served served) {
        this.registers = registers;
        this.html = new RegisterHtml(served);
        this.cards = new RegistrationCard(copies, acts, html);
    }

    // ---- all registers ----

    /** All series, what is entered without one, and the numbers that several documents claim. */
    public String overview() {
        StringBuilder page = new StringBuilder("<h1>Registers</h1>\n");
        List<Counter> counters = registers.counters().all();
        if (counters.isEmpty()) {
            page.append("<p>No series is open. A procedure declares its series in its procedure.yaml.</p>\n");
        } else {
            page.append(head("Series", "Office", "Direction", "Next number", "Journals", "Gaps"));
            counters.forEach(counter -> page.append(row(
                    escape(counter.series().id().value()),
                    escape(counter.series().office().value()),
                    counter.series().direction().word(),
                    counter.closed()
                            ? "closed for " + counter.period()
                            : escape(counter.series().text(counter.next())) + " <small>" + counter.period()
                                    + "</small>",
                    registers.gaps().periods(counter.series().id()).stream()
                            .map(period -> html.link(
                                    period.text(), counter.series().id().value(), period.text()))
                            .collect(Collectors.joining(" ")),
                    gaps(registers.gaps().of(counter.series().id())))));
            page.append("</tbody></table>\n");
        }
        List<RegisterEntry> loose = registers.entries().stream()
                .filter(entry -> entry.series() == null)
                .toList();
        if (!loose.isEmpty()) {
            List<NumberSeries> known = counters.stream().map(Counter::series).toList();
            page.append("<h2>Numbers of no series of their office</h2>\n");
            page.append("<p>Their office has no series, known and valid then, that writes numbers so.</p>\n");
            page.append("<div class=\"loose\">\n");
            page.append(head("Number", "Date", "Office", "Direction", "Form", "Subject", "Document"));
            loose.forEach(entry -> page.append(row(
                    html.linkToPath(entry, entry.number()),
                    escape(entry.registration().date()),
                    escape(entry.office().value()),
                    direction(entry.direction()),
                    escape(entry.formInWords(known).orElse("")),
                    escape(entry.registration().title()),
                    html.linkToPath(entry, entry.matter()))));
            page.append("</tbody></table>\n</div>\n");
        }
        List<Claim> claims = registers.claims();
        if (!claims.isEmpty()) {
            page.append("<h2>Numbers that several documents claim</h2>\n<ul>\n");
            claims.forEach(claim -> page.append("<li><strong>")
                    .append(linkToCard(claim.entries().get(0)))
                    .append("</strong>, ")
                    .append(escape(claim.entries().get(0).office().value()))
                    .append(", ")
                    .append(claim.entries().get(0).period())
                    .append(": ")
                    .append(linkedClaimants(claim))
                    .append("</li>\n"));
            page.append("</ul>\n");
        }
        return html.page("Registers", "overview", page);
    }

    private static String gaps(List<Gap> gaps) {
        long open = gaps.stream().filter(gap -> gap.review() == null).count();
        return gaps.isEmpty() ? "none" : open == 0 ? "all reviewed" : open + " to review";
    }

    // ---- a journal ----

    /**
     * The journal of a series in one period: its entries and gaps, by number.
     *
     * @throws Refused if there is no such series, or it holds nothing of that period
     */
    public String journal(SeriesId id, Period period) {
        Counter counter = registers.counters().of(id);
        demandPeriod(id, period);
        Map<String, String> claims = new HashMap<>();
        registers.claims().forEach(claim -> claim.entries().forEach(entry -> claims.put(key(entry), claimants(claim))));
        List<RegisterEntry> entries = registers.entries(id, period);
        List<Gap> gaps = new ArrayList<>(registers.gaps().of(id, period));
        StringBuilder page = new StringBuilder("<header><h1>")
                .append(escape(id.value()))
                .append(", ")
                .append(period)
                .append("</h1>\n<p>")
                .append(escape(counter.series().office().value()))
                .append(" · ")
                .append(counter.series().direction().word())
                .append(" · numbers like ")
                .append(escape(counter.series().text(counter.series().first())))
                .append(" · ")
                .append(escape(counter.series().source()))
                .append("</p></header>\n");
        if (entries.isEmpty() && gaps.isEmpty()) {
            page.append("<p>Nothing is entered yet.</p>\n");
            return html.page(id + ", " + period, "journal", page);
        }
        page.append(head(
                "Number",
                "Date",
                counter.series().direction() == Direction.OUTGOING ? "To" : "From",
                "Subject",
                "Document",
                "Status",
                "Ledger"));
        for (RegisterEntry entry : entries) {
            while (!gaps.isEmpty() && entry.value() != null && gaps.get(0).from() < entry.value()) {
                page.append(gap(gaps.remove(0)));
            }
            String claim = claims.get(key(entry));
            page.append(row(
                    "<strong>" + linkToCard(entry) + "</strong>",
                    escape(entry.registration().date()),
                    escape(entry.registration().correspondent()),
                    escape(entry.registration().title()),
                    entry.registration().caseId() == null ? "" : html.linkToPath(entry, entry.matter()),
                    entry.status().word()
                            + (entry.origin() == Origin.OBSERVED ? ", observed" : "")
                            + (claim == null ? "" : "<br><em>claimed by " + escape(claim) + "</em>"),
                    Long.toString(entry.entry())));
        }
        gaps.forEach(gap -> page.append(gap(gap)));
        page.append("</tbody></table>\n");
        return html.page(id + ", " + period, "journal", page);
    }

    private void demandPeriod(SeriesId id, Period period) {
        List<Period> periods = registers.gaps().periods(id);
        if (!periods.contains(period)) {
            throw new Refused("Series " + id + " holds nothing of " + period + "; it has "
                    + periods.stream().map(Period::text).collect(Collectors.joining(", ")) + "; choose one of these.");
        }
    }

    private static String gap(Gap gap) {
        Gap.Review review = gap.review();
        return "<tr class=\"gap\"><td>" + gap.numbers().replace('-', '–') + "</td><td colspan=\"6\">"
                + (review == null
                        ? "gap, not reviewed"
                        : "gap, reviewed by " + escape(review.by()) + " on "
                                + LocalDate.ofInstant(review.recordedAt(), ZoneOffset.UTC) + ": "
                                + escape(review.why()))
                + "</td></tr>\n";
    }

    private String linkToCard(RegisterEntry entry) {
        return addressOfCard(entry)
                .filter(address -> html.isServed())
                .map(address -> anchor(address, entry.number()))
                .orElseGet(() -> escape(entry.number()));
    }

    // ---- a card ----

    /**
     * The registration card of a number; several cards if several documents claim it.
     *
     * @throws Refused if there is no such series, or nothing is entered under the number
     */
    public String card(SeriesId series, Period period, long number) {
        Counter counter = registers.counters().of(series);
        List<RegisterEntry> entries = registers.entries(series, period, number);
        if (entries.isEmpty()) {
            throw new Refused("Nothing is entered under " + counter.series().text(number) + " of series " + series
                    + ", " + period + "; look into its journal for what is.");
        }
        StringBuilder page = new StringBuilder();
        if (html.isServed()) {
            page.append("<p class=\"back\">")
                    .append(html.link("journal of " + period, series.value(), period.text()))
                    .append("</p>\n");
        }
        entries.forEach(entry -> page.append(cards.card(counter, entry, entries)));
        return html.page(entries.get(0).number() + ", " + series + ", " + period, "card", page);
    }

    private static String claimants(Claim claim) {
        return claim.entries().stream().map(RegisterEntry::matter).distinct().collect(Collectors.joining("; "));
    }

    private String linkedClaimants(Claim claim) {
        Map<String, String> links = new LinkedHashMap<>();
        claim.entries().forEach(entry -> links.putIfAbsent(entry.matter(), html.linkToPath(entry, entry.matter())));
        return String.join("; ", links.values());
    }

    private static String key(RegisterEntry entry) {
        return Long.toString(entry.entry());
    }

    /** Where the card of an entry lies; none if no series is known of it. */
    public static Optional<String> addressOfCard(RegisterEntry entry) {
        return entry.series() == null || entry.value() == null
                ? Optional.empty()
                : Optional.of(PATH + "/" + entry.series() + "/" + entry.period() + "/" + entry.value());
    }
}
