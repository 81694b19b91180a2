package chancery.reading.form;

import chancery.document.Copies.Recipient;
import chancery.document.MarkKind;
import chancery.office.Act;
import chancery.reading.form.FormPattern.Match;
import chancery.reading.particular.DayFinder;
import chancery.reading.text.Tokens;
import chancery.reading.zone.Zone;
import chancery.reading.zone.Zone.Span;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was written on a paper later: by the forms of words for handwriting; one that addresses somebody and says
 * more is a disposition; any other a remark.
 */
final class Notes {
    private static final int LABEL = 10;

    /** An item of a list of orders. */
    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,2}[.)]\\s");

    private final Tokens tokens;
    private final Vocabulary vocabulary;
    private final DayFinder days;

    Notes(Tokens tokens, Vocabulary vocabulary, DayFinder days) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.days = days;
    }

    /** The marks of a zone: one, or two where a gap parts one note from another. */
    List<FoundForm> in(Zone zone) {
        List<FoundForm> found = new ArrayList<>();
        int begin = 0;
        for (int at = 1; at <= zone.spans().size(); at++) {
            boolean ends = at == zone.spans().size()
                    || zone.spans().get(at).from() != zone.spans().get(at - 1).to();
            if (ends) {
                in(
                        zone,
                        zone.spans().get(begin).from(),
                        zone.spans().get(at - 1).to(),
                        found);
                begin = at;
            }
        }
        return found;
    }

    /** The notes of a stretch that no other zone interrupts. */
    private void in(Zone zone, int begin, int end, List<FoundForm> found) {
        int from = begin;
        for (int at = from + 1; at <= end; at++) {
            if (at == end || parts(at) && form(at, end).isPresent() || beginsBehindDay(from, at)) {
                found.add(note(zone, from, at));
                from = at;
            }
        }
    }

    /** Whether a line begins a note of its own, since the line above ends in the day of another. */
    private boolean beginsBehindDay(int from, int at) {
        if (!tokens.beginsLine(at)) {
            return false;
        }
        int end = at + 1;
        while (end < tokens.size() && !tokens.beginsLine(end)) {
            end++;
        }
        if (People.isName(tokens.between(at, end))) {
            return false;
        }
        String above = tokens.between(from, at).strip();
        DayFinder.Day last = lastDay(above);
        return last != null && above.length() - last.to() <= 1;
    }

    private boolean parts(int at) {
        return tokens.start(at) - tokens.end(at - 1) >= 3 && !tokens.beginsLine(at);
    }

    /** Whether a line is worded as notes are. */
    boolean isNote(int from, int to) {
        return form(from, to).isPresent();
    }

    private record Hit(FormOfWords form, Match match) {}

    private Optional<Hit> form(int from, int to) {
        return vocabulary.in(FormOfWords.Zone.HAND).stream()
                .flatMap(form ->
                        FormSearch.within(tokens, form, from, to, true).stream().map(match -> new Hit(form, match)))
                .findFirst();
    }

    private FoundForm note(Zone zone, int from, int to) {
        Optional<Hit> hit = form(from, to);
        int inner = behindLabel(from, to);
        String text = tokens.between(inner, to).replaceAll("[\\])]+$", "");
        DayFinder.Day last = lastDay(text);
        Said said = said(zone, from, to);
        String rest = text;
        if (last != null) {
            rest = (text.substring(0, last.from()) + " "
                            + text.substring(last.to()).replaceFirst("^\\s*г\\.", ""))
                    .strip();
            said = said.on(last.day().getYear() < 1000 ? null : last.day().toString());
        }
        Optional<String> signer =
                People.signer(rest.replaceAll("[.,;\\s]+$", "").replaceAll("(?<=\\b\\p{Lu})$", "."));
        if (signer.isPresent()) {
            said = said.by(List.of(signer.get()));
        }
        boolean ordered = vocabulary.cues().within(Cue.ORDER, tokens, from, Math.min(inner, to));
        if (hit.isPresent() && !(ordered && hit.get().form().kind() == MarkKind.ANNOTATION)) {
            return new FoundForm(tokens, hit.get().form(), from, to, slots(hit.get()), zone.closed(), said);
        }
        People.Addressed addressed = People.addressed(text);
        ordered |= isImperative(text)
                || isImperative(addressed.rest())
                || NUMBERED.matcher(text).find();
        boolean signedAll = addressed.rest().isEmpty();
        if (ordered || !signedAll && isOrder(addressed)) {
            List<Recipient> to1 = addressed.names().stream()
                    .map(name -> new Recipient(People.plain(name), 1))
                    .toList();
            return new FoundForm(
                    tokens,
                    FormOfWords.ofPage("disposition", MarkKind.DISPOSITION, Act.ROUTE, null, null),
                    from,
                    to,
                    Map.of(),
                    zone.closed(),
                    said.to(to1));
        }
        return new FoundForm(
                tokens,
                signer.isPresent()
                        ? FormOfWords.ofPage(
                                "remark", MarkKind.ANNOTATION, Act.COMMENT, null, "it is signed and orders nothing")
                        : FormOfWords.ofPage(
                                "remark",
                                MarkKind.ANNOTATION,
                                null,
                                null,
                                "what it attests is not known, nor who wrote it"),
                from,
                to,
                Map.of(),
                zone.closed(),
                said);
    }

    /** Whether a text begins with what bids somebody do something. */
    private boolean isImperative(String text) {
        Tokens note = Tokens.of(text.replaceFirst("^[\\s.,:;!–—-]+", ""));
        return vocabulary.cues().begins(Cue.IMPERATIVE, note, 0, note.size());
    }

    /** Whether somebody is addressed: by a title, or by a name that a stop, a colon or an exclamation mark sets apart. */
    private static boolean isOrder(People.Addressed addressed) {
        boolean told = addressed.rest().matches("(?s)\\p{Ll}.*");
        return !addressed.names().isEmpty()
                && (addressed.titled() && !told
                        || addressed.rest().matches("(?s)[.:!–—-].*\\p{L}.*")
                                && addressed.names().stream().allMatch(name -> name.length() > 2));
    }

    /** Its slots but the date, which the whole note gives. */
    private static Map<String, FormPattern.Span> slots(Hit hit) {
        Map<String, FormPattern.Span> slots = new HashMap<>(hit.match().slots());
        slots.remove("date");
        return slots;
    }

    private Said said(Zone zone, int from, int to) {
        List<Span> inside = zone.spans().stream()
                .filter(span -> span.from() >= from && span.to() <= to)
                .toList();
        boolean broken = false;
        for (int at = 1; at < inside.size(); at++) {
            broken |= inside.get(at).from() > inside.get(at - 1).to();
        }
        return broken
                ? Said.NOTHING.read(inside.stream()
                        .map(span -> tokens.between(span.from(), span.to()).replaceAll("\\s+", " "))
                        .reduce((one, other) -> one + " … " + other)
                        .orElse(""))
                : Said.NOTHING;
    }

    /** Behind {@code [Resolution:]} and the like. */
    private int behindLabel(int from, int to) {
        for (int at = from; at < Math.min(to, from + LABEL); at++) {
            boolean ends = tokens.is(at, "]") || tokens.is(at, ":") && tokens.is(from, "[");
            if (ends && at + 1 < to) {
                return tokens.is(at + 1, "]") && at + 2 < to ? at + 2 : at + 1;
            }
        }
        return tokens.is(from, "[") && from + 1 < to ? from + 1 : from;
    }

    private DayFinder.@Nullable Day lastDay(String text) {
        List<DayFinder.Day> found = days.in(text);
        return found.isEmpty() ? null : found.get(found.size() - 1);
    }
}
