package chancery.web.page;

import static chancery.web.page.Html.escape;
import static chancery.web.page.Html.link;
import static chancery.web.page.Html.scroller;

import chancery.audit.BarePathBook;
import chancery.audit.VouchedRows;
import chancery.ledger.LedgerEntry;
import chancery.ledger.LedgerEntry.RecordedAct;
import chancery.office.Agent;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.Trial;
import chancery.procedure.drawing.DrawPath;
import chancery.register.RegisterEntry;
import chancery.registry.RegisterPages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The papers of no procedure as pages: all of them, or one with its drawing, its grounds and what vouches for it. */
public final class PaperPages {
    /** Where the pages lie. */
    public static final String PATH = "/chancery/papers";

    /** How many papers stand on one page of the list. */
    public static final int MOST = 50;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHOWN_OF_HASH = 16;

    private final String navigation;

    /** @param navigation the ways to other pages, as HTML */
    public PaperPages(String navigation) {
        this.navigation = navigation;
    }

    /** The address of the page of a paper. */
    public static String addressOf(String recordId) {
        return PATH + "/" + recordId;
    }

    // ---- all papers ----

    /**
     * A page of the list.
     *
     * @param number from 1
     * @param count how many papers there are in all
     */
    public String list(List<BarePathBook.Entry> papers, int number, int count) {
        StringBuilder page = new StringBuilder("<h1>Papers of no procedure here</h1>\n")
                .append(
                        "<p class=\"lead\">No procedure here is that of these papers. Their marks attest acts, which are"
                                + " told in the order that is known; nothing is inferred, and no engine runs them.</p>\n<section>\n");
        if (papers.isEmpty()) {
            page.append(
                    "<p>There is none: of each case that was run, a procedure describes what its marks show.</p>\n");
            return html("Papers of no procedure", page.append("</section>\n"));
        }
        int first = (number - 1) * MOST + 1;
        page.append(
                count <= MOST
                        ? "<p>" + counted(count, "paper") + ".</p>\n"
                        : "<p>" + first + " to " + (first + papers.size() - 1) + " of " + count
                                + " papers, by case.</p>\n");
        StringBuilder table = head("Case", "Title", "Acts", "Recorded at (UTC)");
        papers.forEach(paper -> table.append(row(
                link(addressOf(paper.recordId()), paper.caseId()),
                escape(paper.title()),
                Integer.toString(paper.acts()),
                moment(paper.recordedAt()))));
        page.append(scroller("Papers of no procedure", table.append("</tbody></table>")))
                .append(turning(number, count))
                .append("</section>\n");
        return html("Papers of no procedure", page);
    }

    private static String turning(int number, int count) {
        int last = pages(count);
        if (last == 1) {
            return "";
        }
        return "<nav class=\"turning\" aria-label=\"Pages of the list\">"
                + (number > 1 ? link(PATH + "?page=" + (number - 1), "earlier") : "")
                + " <span>page " + number + " of " + last + "</span> "
                + (number < last ? link(PATH + "?page=" + (number + 1), "later") : "") + "</nav>\n";
    }

    /** How many pages so many papers fill; one, if there is none. */
    public static int pages(int count) {
        return Math.max(1, (count + MOST - 1) / MOST);
    }

    // ---- one paper ----

    /**
     * What a page of a paper tells.
     *
     * @param acts its ledger entries in the book of acts
     * @param rows of the bare path and of these entries, whether the ledger vouches for them
     */
    public record Paper(
            BarePathBook.Entry record,
            Path path,
            List<LedgerEntry> acts,
            List<VouchedRows.Row> rows,
            List<RegisterEntry> numbers) {
        private boolean isSuperseded() {
            return acts.stream().anyMatch(entry -> entry.event() == LedgerEntry.Event.SUPERSEDED);
        }

        private boolean isVouchedFor() {
            long told = acts.stream().filter(entry -> entry.act() != null).count();
            return told == path.steps().size()
                    && rows.size() == acts.size() + 1
                    && rows.stream().allMatch(VouchedRows.Row::holds);
        }
    }

    /** The page of a paper. */
    public String paper(Paper paper) {
        Path path = paper.path();
        StringBuilder page = new StringBuilder("<p class=\"faint\">")
                .append(link(PATH, "all papers of no procedure"))
                .append("</p>\n<h1>")
                .append(escape(path.caseId()))
                .append("</h1>\n<p class=\"lead\">")
                .append(escape(path.title()))
                .append("</p>\n");
        if (paper.isSuperseded()) {
            page.append("<p class=\"warning\"><strong>Superseded.</strong> The case was run or recorded anew.</p>\n");
        }
        page.append("<p>")
                .append(counted(path.steps().size(), "act"))
                .append(" evidenced by its marks; ")
                .append(escape(path.notChosen()))
                .append(", so nothing is inferred.</p>\n");
        conflicts(page, path);
        drawing(page, path);
        steps(page, path);
        choice(page, path);
        numbers(page, paper.numbers());
        ledger(page, paper);
        return html(path.caseId() + ", a paper of no procedure", page);
    }

    private static void conflicts(StringBuilder page, Path path) {
        if (path.contradictions().isEmpty()) {
            return;
        }
        page.append("<section aria-labelledby=\"conflicts\"><h2 id=\"conflicts\">What cannot all be true</h2>\n<ul>\n");
        path.contradictions()
                .forEach(told -> page.append("<li class=\"warning\"><strong>")
                        .append(escape(told.mark().value()))
                        .append("</strong>, “")
                        .append(escape(told.statement()))
                        .append("”: ")
                        .append(escape(told.reason()))
                        .append(".</li>\n"));
        page.append("</ul></section>\n");
    }

    private static void drawing(StringBuilder page, Path path) {
        if (path.steps().isEmpty()) {
            return;
        }
        page.append(
                        "<section aria-labelledby=\"drawing\"><h2 id=\"drawing\">Its acts, in the order that is known</h2>\n")
                .append(
                        "<p class=\"faint\">A line leads from what came before to what came after; what stands one above"
                                + " the other is not ordered.</p>\n")
                .append(scroller("Drawing of the path", DrawPath.svg(path)))
                .append("</section>\n");
    }

    private static void steps(StringBuilder page, Path path) {
        page.append(
                "<section aria-labelledby=\"steps\"><h2 id=\"steps\">Its acts and the marks that attest them</h2>\n");
        if (path.steps().isEmpty()) {
            page.append("<p>No mark of it attests an act.</p></section>\n");
            return;
        }
        Map<Object, Integer> places = new HashMap<>();
        path.steps().forEach(step -> places.put(step.key(), places.size() + 1));
        StringBuilder table =
                head("No", "Act", "Who", "Date", "Number", "Known to come after", "Status", "Attested by");
        path.steps()
                .forEach(step -> table.append(row(
                        "" + places.get(step.key()),
                        escape(step.label()) + "<br><small>" + escape(act(step)) + "</small>",
                        who(step),
                        "<span class=\"when\">" + escape(step.when()) + "</span>",
                        escape(step.number()),
                        step.after().stream()
                                .map(places::get)
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")),
                        escape(step.standing()) + "<br><small>" + escape(step.certainty()) + "</small>",
                        step.marks().stream()
                                        .map(mark -> "<code>" + escape(mark.value()) + "</code>")
                                        .collect(Collectors.joining(", "))
                                + "<br><small>" + escape(step.reason()) + "</small>")));
        page.append(scroller("Acts", table.append("</tbody></table>"))).append("</section>\n");
    }

    private static String act(Step step) {
        return step.act().word()
                + (step.direction() == null ? "" : " " + step.direction().word());
    }

    private static String who(Step step) {
        String office = step.office().equals(Path.OFFICE_NOT_STATED)
                ? "office not stated"
                : step.office().value();
        String agents = step.agents().stream().map(PaperPages::agent).collect(Collectors.joining("<br>"));
        return (agents.isEmpty() ? "" : agents + "<br>") + "<small>" + escape(office) + "</small>";
    }

    private static String agent(Agent agent) {
        return escape(agent.name())
                + (agent.position() == null ? "" : ", " + escape(agent.position()))
                + (agent.onBehalfOf() == null ? "" : ", for " + escape(agent.onBehalfOf()));
    }

    // ---- which procedure ----

    private static void choice(StringBuilder page, Path path) {
        page.append("<section aria-labelledby=\"choice\"><h2 id=\"choice\">Which procedure: none</h2>\n<p>")
                .append(escape(sentence(path.notChosen())))
                .append("</p>\n");
        List<Trial> ranked = path.tried().stream()
                .sorted(Comparator.comparing((Trial trial) -> trial.lacks() != null)
                        .thenComparing(trial -> -trial.explained())
                        .thenComparing(trial -> -trial.signs().size())
                        .thenComparing(Trial::procedure))
                .toList();
        List<Trial> near = ranked.stream()
                .filter(trial -> trial.lacks() == null || !trial.signs().isEmpty())
                .toList();
        List<Trial> far = ranked.stream().filter(trial -> !near.contains(trial)).toList();
        near.forEach(trial -> trial(page, trial, path.attesting()));
        if (!far.isEmpty()) {
            page.append("<details><summary>")
                    .append(counted(far.size(), "procedure"))
                    .append(" without a sign on the paper</summary>\n");
            far.forEach(trial -> trial(page, trial, path.attesting()));
            page.append("</details>\n");
        }
        page.append("</section>\n");
    }

    private static void trial(StringBuilder page, Trial trial, int attesting) {
        page.append("<article class=\"trial\"><h3>")
                .append(escape(trial.procedure()))
                .append(" <small>")
                .append(escape(trial.procedureVersion()))
                .append("</small></h3>\n<dl><dt>For it</dt><dd>")
                .append(trial.signs().isEmpty() ? "no sign on the paper" : escape(String.join(", ", trial.signs())))
                .append("</dd>\n<dt>")
                .append(trial.lacks() == null ? "Explains" : "Against it")
                .append("</dt><dd>")
                .append(
                        trial.lacks() == null
                                ? trial.explained() + " of the " + counted(attesting, "mark") + " that attest an act"
                                : escape(trial.lacks()))
                .append("</dd></dl></article>\n");
    }

    // ---- registers and ledger ----

    private static void numbers(StringBuilder page, List<RegisterEntry> numbers) {
        if (!numbers.isEmpty()) {
            page.append("<section aria-labelledby=\"numbers\"><h2 id=\"numbers\">Numbers observed on it</h2>\n<ul>\n");
            numbers.forEach(number -> page.append("<li>")
                    .append(link(RegisterPages.PATH, number.number()))
                    .append(", ")
                    .append(escape(number.office().value()))
                    .append("</li>\n"));
            page.append("</ul></section>\n");
        }
    }

    private static void ledger(StringBuilder page, Paper paper) {
        BarePathBook.Entry record = paper.record();
        page.append("<section aria-labelledby=\"ledger\"><h2 id=\"ledger\">What the ledger holds of it</h2>\n")
                .append(
                        paper.isVouchedFor()
                                ? "<p class=\"sound\"><strong>Vouched for.</strong> Each entry agrees with its row and"
                                        + " follows on the entry before it; whether the ledger as a whole is sound says"
                                        + " <code>chancery audit verify</code>.</p>\n"
                                : "<p class=\"warning\"><strong>Not vouched for.</strong> Some of what is kept of this"
                                        + " paper was changed, taken away or put in after it was recorded; run"
                                        + " <code>chancery audit verify</code>.</p>\n")
                .append("<dl class=\"cited\"><dt>Cite as</dt><dd>")
                .append(escape(record.caseId() + ", " + paper.path().reading() + " reading, "
                        + paper.path().basis() + ", path " + record.pathHash()))
                .append("</dd>\n<dt>Case file</dt><dd>SHA-256 <code>")
                .append(escape(record.caseHash()))
                .append("</code></dd>\n<dt>Grounds</dt><dd><details><summary>as recorded</summary>")
                .append(escape(record.grounds()))
                .append("</details></dd></dl>\n");
        Map<Long, VouchedRows.Row> rows =
                paper.rows().stream().collect(Collectors.toMap(VouchedRows.Row::entry, row -> row));
        StringBuilder table = head("Entry", "What", "Recorded at (UTC)", "Hash", "Row and entry");
        table.append(entry(
                record.number(),
                "bare path, " + counted(record.acts(), "act") + ", no procedure",
                record.recordedAt(),
                rows.get(record.number())));
        paper.acts()
                .forEach(entry ->
                        table.append(entry(entry.number(), what(entry), entry.recordedAt(), rows.get(entry.number()))));
        page.append(scroller("Ledger entries", table.append("</tbody></table>")))
                .append("</section>\n");
    }

    private static String what(LedgerEntry entry) {
        RecordedAct act = entry.act();
        return act == null
                ? entry.event().word()
                : act.act()
                        + (act.direction() == null ? "" : " " + act.direction())
                        + (act.agent() == null ? "" : ", " + act.agent())
                        + (act.date() == null ? "" : ", " + act.date());
    }

    private static String entry(long number, String what, Instant recordedAt, VouchedRows.@Nullable Row row) {
        String hash = row == null
                ? ""
                : row.hash().substring(0, Math.min(SHOWN_OF_HASH, row.hash().length()));
        return row(
                Long.toString(number),
                escape(what),
                moment(recordedAt),
                "<code>" + escape(hash) + "</code>",
                row != null && row.holds() ? "agree" : "<strong class=\"overdue\">do not agree</strong>");
    }

    // ---- parts ----

    private static StringBuilder head(String... columns) {
        return new StringBuilder("<table><thead><tr>")
                .append(List.of(columns).stream()
                        .map(column -> "<th scope=\"col\">" + column + "</th>")
                        .collect(Collectors.joining()))
                .append("</tr></thead><tbody>\n");
    }

    private static String row(String... cells) {
        return "<tr>"
                + List.of(cells).stream().map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining())
                + "</tr>\n";
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }

    private String html(String title, CharSequence main) {
        return Html.page(title, "/chancery/pages/papers.css", navigation, main);
    }
}
