package chancery.reading.form;

import chancery.document.MarkKind;
import chancery.reading.form.FormOfWords.Zone;
import chancery.reading.form.FormPattern.Span;
import chancery.reading.found.Unread;
import chancery.reading.text.Tokens;
import chancery.reading.zone.ZoneKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the zones of a page gave, and before it what the forms of words of one procedure gave: its own, which know more.
 * They are asked only if one of them names an office of the procedure.
 */
public final class Together {
    private static final Set<MarkKind> WRITTEN_LATER = EnumSet.of(
            MarkKind.STAMP, MarkKind.RECEIPT_STAMP, MarkKind.ANNOTATION, MarkKind.DISPOSITION, MarkKind.SEEN);
    private static final Set<ZoneKind> RUNNING =
            EnumSet.of(ZoneKind.BODY, ZoneKind.OTHER, ZoneKind.SUBJECT, ZoneKind.SALUTATION);

    private Together() {}

    /** Reads a text by the zones of its page and by the procedure of whose own forms most name an office. */
    public static FindForms.Found of(Tokens tokens, List<MarksFile> procedures, ReadZones.Page page) {
        record Own(FindForms.Found found, long offices) {}
        Optional<FindForms.Found> own = procedures.stream()
                .filter(file -> !file.isOfLanguage())
                .map(file -> FindForms.in(tokens, file))
                .map(found -> new Own(found, offices(found)))
                .filter(found -> found.offices() > 0)
                .reduce((best, next) -> better(next.found(), best.found()) ? next : best)
                .map(Own::found);
        return own.map(found -> joined(found, page)).orElseGet(() -> alone(page));
    }

    private static boolean better(FindForms.Found one, FindForms.Found other) {
        return offices(one) > offices(other) || offices(one) == offices(other) && one.attesting() > other.attesting();
    }

    private static long offices(FindForms.Found found) {
        return found.forms().stream()
                .filter(form -> form.form().readings().stream().anyMatch(sense -> sense.office() != null))
                .count();
    }

    private static FindForms.Found alone(ReadZones.Page page) {
        List<Span> running = page.zones().stream()
                .filter(zone -> RUNNING.contains(zone.kind()))
                .flatMap(zone -> zone.spans().stream())
                .map(span -> new Span(span.from(), span.to()))
                .toList();
        return new FindForms.Found(page.forms(), running, page.unread(), page.naming());
    }

    private static FindForms.Found joined(FindForms.Found own, ReadZones.Page page) {
        List<FoundForm> more = page.forms().stream()
                .filter(form -> own.forms().stream()
                        .noneMatch(other -> says(other, form) && !(isGuess(other) && knowsMore(form, other))))
                .toList();
        List<FoundForm> forms = new ArrayList<>(own.forms().stream()
                .filter(form -> form.form().zone() != Zone.LINE || !isInBracket(form, page))
                .filter(form -> !isGuess(form) || page.forms().stream().noneMatch(other -> knowsMore(other, form)))
                .toList());
        forms.addAll(more);
        forms.sort(Comparator.comparingInt(FoundForm::from));
        List<Unread> unread = own.unread().stream()
                .filter(sentence -> more.stream().noneMatch(form -> within(form, sentence)))
                .toList();
        return new FindForms.Found(forms, own.running(), unread, own.naming());
    }

    /** Whether a form of the procedure says what a zone says: the same kind of mark there, or a bracket around it. */
    private static boolean says(FoundForm own, FoundForm form) {
        int shared = Math.min(own.to(), form.to()) - Math.max(own.from(), form.from());
        if (shared <= 0) {
            return false;
        }
        boolean around = own.form().zone() == Zone.STAMP || own.form().zone() == Zone.HAND;
        boolean passed = own.form().passes() != null && form.form().zone() == Zone.SENTENCE;
        boolean most = 2 * shared >= Math.min(own.to() - own.from(), form.to() - form.from());
        boolean covers = own.form().zone() == Zone.LINE
                && own.form().kind() != null
                && own.from() <= form.from()
                && form.to() <= own.to();
        return around || passed || covers || most && sameKind(own, form);
    }

    /** Whether a line stands in what the page shows to be a stamp or a note. */
    private static boolean isInBracket(FoundForm form, ReadZones.Page page) {
        return page.zones().stream()
                .filter(zone -> zone.kind() == ZoneKind.STAMP || zone.kind() == ZoneKind.NOTE)
                .anyMatch(zone -> zone.closed()
                        && zone.spans().size() == 1
                        && zone.from() < form.from()
                        && form.to() <= zone.to()
                        && form.tokens().is(zone.from(), "["));
    }

    /** Whether a form reads whatever stands in a bracket. */
    private static boolean isGuess(FoundForm form) {
        return form.form().words().isEmpty() && form.form().act().isEmpty();
    }

    private static boolean knowsMore(FoundForm form, FoundForm guess) {
        return form.form().act().isPresent() && form.from() < guess.to() && guess.from() < form.to();
    }

    private static boolean sameKind(FoundForm own, FoundForm form) {
        MarkKind one = own.form().kind();
        MarkKind other = form.form().kind();
        boolean sameAct = own.form().act().isPresent()
                && own.form().act().equals(form.form().act());
        return one != null
                && (one == other
                        || sameAct
                        || other != null && WRITTEN_LATER.contains(one) && WRITTEN_LATER.contains(other)
                        || one != MarkKind.CLAUSE && other == MarkKind.HEADING);
    }

    private static boolean within(FoundForm form, Unread sentence) {
        int start = form.tokens().start(form.from());
        return sentence.place().from() <= start && start < sentence.place().to();
    }
}
