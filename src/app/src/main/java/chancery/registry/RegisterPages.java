package chancery.registry;

import chancery.audit.ActBook;
import chancery.ledger.LedgerEntry;
import chancery.ledger.LedgerEntry.RecordedAct;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.register.Claim;
import chancery.register.Copy;
import chancery.register.Counter;
import chancery.register.Gap;
import chancery.register.NumberSeries;
import chancery.register.Origin;
import chancery.register.Period;
import chancery.register.Refused;
import chancery.register.RegisterEntry;
import chancery.register.Registration;
import chancery.register.SeriesId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Registers as pages of HTML that stand alone: all of them, one journal (A4), or the card of one number (A6). All text
 * goes in escaped.
 */
public final class RegisterPages {
    /** Where the pages lie that link to each other. */
    public static final String PATH = "/chancery/registers";

    private static final String STYLE = resource("/web/register.css");

    private final Registers registers;
    private final CopyBook copies;
    private final ActBook acts;
    private final @Nullable Served served;

    /**
     * What a page has around it that is read on the server, and one on paper has not.
     *
     * @param navigation the ways to other pages, as HTML
     * @param paths where the page of an instance lies, but for its id at the end; {@code null} where it is not open to
     *     the reader
     */
    public record Served(String navigation, @Nullable String paths) {}

    /** @param served {@code null} for pages that stand alone, without a link */
    public RegisterPages(Registers registers, CopyBook copies, ActBook acts, @Nullable Served served) {
        this.registers = registers;
        this.copies = copies;
        this.acts = acts;
        this.served = served;
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
                            .map(period ->
                                    link(period.text(), counter.series().id().value(), period.text()))
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
                    linkToPath(entry, entry.number()),
                    escape(entry.registration().date()),
                    escape(entry.office().value()),
                    direction(entry.direction()),
                    escape(entry.formInWords(known).orElse("")),
                    escape(entry.registration().title()),
                    linkToPath(entry, entry.matter()))));
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
        return page("Registers", "overview", page);
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
            return page(id + ", " + period, "journal", page);
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
                    entry.registration().caseId() == null ? "" : linkToPath(entry, entry.matter()),
                    entry.status().word()
                            + (entry.origin() == Origin.OBSERVED ? ", observed" : "")
                            + (claim == null ? "" : "<br><em>claimed by " + escape(claim) + "</em>"),
                    Long.toString(entry.entry())));
        }
        gaps.forEach(gap -> page.append(gap(gap)));
        page.append("</tbody></table>\n");
        return page(id + ", " + period, "journal", page);
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
                .filter(address -> served != null)
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
        if (served != null) {
            page.append("<p class=\"back\">")
                    .append(link("journal of " + period, series.value(), period.text()))
                    .append("</p>\n");
        }
        entries.forEach(entry -> page.append(card(counter, entry, entries)));
        return page(entries.get(0).number() + ", " + series + ", " + period, "card", page);
    }

    private String card(Counter counter, RegisterEntry entry, List<RegisterEntry> all) {
        Registration registration = entry.registration();
        boolean outgoing = counter.series().direction() == Direction.OUTGOING;
        String office = entry.office().value();
        StringBuilder card = new StringBuilder("<article>\n<header><p>")
                .append(escape(office))
                .append(" · ")
                .append(direction(entry.direction()))
                .append("</p><p class=\"status\">")
                .append(entry.status().word())
                .append(entry.origin() == Origin.OBSERVED ? ", observed" : "")
                .append("</p></header>\n<h1>")
                .append(escape(entry.number()))
                .append("</h1>\n<dl>\n");
        field(card, "Date", registration.date());
        field(card, "From", outgoing ? office : registration.correspondent());
        field(card, "To", outgoing ? registration.correspondent() : office);
        field(card, "Subject", registration.title());
        if (registration.caseId() != null) {
            fieldOf(card, "Document", linkToPath(entry, entry.matter()));
        }
        field(card, "Series", counter.series().id() + ", " + entry.period());
        field(card, "By", registration.agent());
        field(card, "Remark", entry.reason());
        if (all.size() > 1) {
            field(
                    card,
                    "Claimed",
                    "also by "
                            + all.stream()
                                    .filter(other -> other != entry)
                                    .map(RegisterEntry::matter)
                                    .distinct()
                                    .collect(Collectors.joining("; ")));
        }
        card.append("</dl>\n");
        if (registration.caseId() != null) {
            list(card, "Dispositions", dispositions(registration));
            list(card, "Copies", copies(registration));
        }
        return card.append("<footer>ledger entry ")
                .append(entry.entry())
                .append(" · ")
                .append(entry.hash(), 0, Math.min(16, entry.hash().length()))
                .append(" · ")
                .append(entry.recordedAt().truncatedTo(ChronoUnit.SECONDS))
                .append("</footer>\n</article>\n")
                .toString();
    }

    private List<String> dispositions(Registration registration) {
        String instance = registration.instanceId();
        if (instance == null) {
            return List.of();
        }
        return acts.ofInstance(instance).stream()
                .flatMap(entry -> disposition(entry).stream())
                .toList();
    }

    private static List<String> disposition(LedgerEntry entry) {
        RecordedAct act = entry.act();
        if (act == null || !act.act().equals(Act.ROUTE.word())) {
            return List.of();
        }
        String date = act.date();
        String who = act.agent() == null ? act.office() : act.agent();
        return List.of((date == null
                        ? LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC)
                                .toString()
                        : date) + ", " + who + (act.marks().isEmpty() ? "" : " (mark " + act.marks() + ")"));
    }

    private List<String> copies(Registration registration) {
        List<String> lines = new ArrayList<>();
        String caseId = String.valueOf(registration.caseId());
        for (Copy copy : copies.of(caseId)) {
            if (copy.document().equals(registration.document())) {
                lines.add(copy.name() + ": " + copy.recipient() + ", " + fate(copy));
            }
        }
        copies.contradictions(caseId).stream()
                .filter(found -> found.startsWith(registration.document() + ":"))
                .map(found -> "contradicted: " + found)
                .forEach(lines::add);
        return lines;
    }

    /** What became of a copy, in words. */
    public static String fate(Copy copy) {
        Copy.Fate fate = copy.fate();
        if (fate == null) {
            return copy.dueBack() == null ? "out" : "due back " + copy.dueBack();
        }
        return fate.event().word() + " " + LocalDate.ofInstant(fate.recordedAt(), ZoneOffset.UTC)
                + (fate.actReference() == null ? "" : ", " + fate.actReference());
    }

    private static void field(StringBuilder card, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            fieldOf(card, name, escape(text));
        }
    }

    /** @param content as HTML */
    private static void fieldOf(StringBuilder card, String name, String content) {
        card.append("<div><dt>")
                .append(name)
                .append("</dt><dd>")
                .append(content)
                .append("</dd></div>\n");
    }

    private static void list(StringBuilder card, String title, List<String> items) {
        if (!items.isEmpty()) {
            card.append("<section><h2>").append(title).append("</h2>\n<ul>\n");
            items.forEach(item -> card.append("<li>").append(escape(item)).append("</li>\n"));
            card.append("</ul></section>\n");
        }
    }

    // ---- pieces ----

    private static String claimants(Claim claim) {
        return claim.entries().stream().map(RegisterEntry::matter).distinct().collect(Collectors.joining("; "));
    }

    private String linkedClaimants(Claim claim) {
        Map<String, String> links = new LinkedHashMap<>();
        claim.entries().forEach(entry -> links.putIfAbsent(entry.matter(), linkToPath(entry, entry.matter())));
        return String.join("; ", links.values());
    }

    private static String key(RegisterEntry entry) {
        return Long.toString(entry.entry());
    }

    private static String direction(@Nullable Direction direction) {
        return direction == null ? "" : direction.word();
    }

    /** A link to a page; its parts are ids and numbers, which need no escaping in an address. */
    private String link(String text, String... parts) {
        return served == null ? escape(text) : anchor(PATH + "/" + String.join("/", parts), text);
    }

    /** A link to the path of the case that an entry registers, where it has an instance that the reader may see. */
    private String linkToPath(RegisterEntry entry, String text) {
        String instance = entry.registration().instanceId();
        return served == null || served.paths() == null || instance == null
                ? escape(text)
                : anchor(served.paths() + instance, text);
    }

    private static String anchor(String address, String text) {
        return "<a href=\"" + escape(address) + "\">" + escape(text) + "</a>";
    }

    /** Where the card of an entry lies; none if no series is known of it. */
    public static Optional<String> addressOfCard(RegisterEntry entry) {
        return entry.series() == null || entry.value() == null
                ? Optional.empty()
                : Optional.of(PATH + "/" + entry.series() + "/" + entry.period() + "/" + entry.value());
    }

    private static String head(String... columns) {
        StringBuilder head = new StringBuilder("<table><thead><tr>");
        for (String column : columns) {
            head.append("<th scope=\"col\">").append(column).append("</th>");
        }
        return head.append("</tr></thead><tbody>\n").toString();
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String cell : cells) {
            row.append("<td>").append(cell).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private String page(String title, String kind, CharSequence body) {
        String back = served == null || kind.equals("overview")
                ? ""
                : "<p class=\"back\">" + anchor(PATH, "all registers") + "</p>\n";
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape(title)
                + "</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n" + STYLE
                + (kind.equals("card") ? "@page { size: 148mm 105mm; margin: 6mm; }\n" : "")
                + "</style>\n"
                + (served == null
                        ? "</head>\n<body class=\"" + kind + "\">\n"
                        : "<link rel=\"stylesheet\" href=\"/chancery/pages/navigation.css\">\n</head>\n<body class=\""
                                + kind + " served\">\n" + served.navigation())
                + "<main>\n" + back + body
                + "</main>\n</body>\n</html>\n";
    }

    private static String escape(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream file = RegisterPages.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
