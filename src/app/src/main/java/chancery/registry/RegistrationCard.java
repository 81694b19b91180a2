package chancery.registry;

import static chancery.registry.RegisterHtml.direction;
import static chancery.registry.RegisterHtml.escape;

import chancery.audit.ActBook;
import chancery.ledger.LedgerEntry;
import chancery.ledger.LedgerEntry.RecordedAct;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.register.Copy;
import chancery.register.Counter;
import chancery.register.Origin;
import chancery.register.RegisterEntry;
import chancery.register.Registration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The registration card of an entry: from and to whom, what became of it, and what vouches for it. */
final class RegistrationCard {
    private final CopyBook copies;
    private final ActBook acts;
    private final RegisterHtml html;

    RegistrationCard(CopyBook copies, ActBook acts, RegisterHtml html) {
        this.copies = copies;
        this.acts = acts;
        this.html = html;
    }

    /** @param all the entries of the number, this one among them */
    String card(Counter counter, RegisterEntry entry, List<RegisterEntry> all) {
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
            fieldOf(card, "Document", html.linkToPath(entry, entry.matter()));
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
                lines.add(copy.name() + ": " + copy.recipient() + ", " + copy.fateInWords());
            }
        }
        copies.contradictions(caseId).stream()
                .filter(found -> found.startsWith(registration.document() + ":"))
                .map(found -> "contradicted: " + found)
                .forEach(lines::add);
        return lines;
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
}
