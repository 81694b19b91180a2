package chancery.reading.form;

import chancery.document.Place;
import chancery.document.date.MonthNames;
import chancery.office.Act;
import chancery.reading.found.Unread;
import chancery.reading.particular.DayFinder;
import chancery.reading.particular.PrintedDate;
import chancery.reading.text.Tokens;
import chancery.reading.zone.Zone;
import chancery.reading.zone.Zone.Span;
import chancery.reading.zone.ZoneKind;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the text of a page sentence by sentence, and lists those that name an act and gave none. */
final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "cde", "cdes", "mr", "mrs", "dr", "no", "nr", "nos", "т", "тт", "тов", "г", "гг", "ст", "п", "пп", "стр",
            "им", "д", "м", "bzw", "ggf", "vgl", "abs", "hr", "frh", "gf", "st", "etc", "re", "messrs", "hon", "gen",
            "col", "с");

    /** So many words before an act may deny it. */
    private static final int NEAR = 5;

    /** A sentence of more words is read in pieces. */
    private static final int LONGEST = 400;

    private static final Set<Act> ERRANDS = EnumSet.of(Act.ENCLOSE, Act.FORWARD);

    private final Tokens tokens;
    private final Vocabulary vocabulary;
    private final DayFinder days;
    private final List<FoundForm> found = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private int naming;

    Sentences(Tokens tokens, Vocabulary vocabulary, DayFinder days) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.days = days;
    }

    List<FoundForm> found() {
        return found;
    }

    List<Unread> unread() {
        return unread;
    }

    int naming() {
        return naming;
    }

    void read(List<Zone> zones) {
        for (Zone zone : zones) {
            if (zone.kind() == ZoneKind.BODY) {
                List<Span> spans = zone.spans();
                int from = 0;
                for (int at = 1; at <= spans.size(); at++) {
                    if (at == spans.size()
                            || spans.get(at).from() > spans.get(at - 1).to()) {
                        paragraph(spans.get(from).from(), spans.get(at - 1).to());
                        from = at;
                    }
                }
            }
        }
    }

    private void paragraph(int from, int to) {
        int begin = from;
        for (int at = from + 1; at <= to; at++) {
            if (at == to || endsBefore(at) || at - begin == LONGEST) {
                sentence(begin, at);
                begin = at;
            }
        }
    }

    private boolean endsBefore(int at) {
        String stop = tokens.at(at - 1);
        if (!".!?".contains(stop)) {
            return false;
        }
        boolean abbreviated = stop.equals(".")
                && at >= 2
                && (ABBREVIATIONS.contains(tokens.folded(at - 2))
                        || tokens.at(at - 2).length() == 1
                                && Character.isLetter(tokens.at(at - 2).charAt(0)));
        boolean numbered = at >= 2 && Character.isDigit(tokens.at(at - 2).charAt(0)) && tokens.beginsLine(at - 2);
        boolean ofDay = at >= 2
                && at < tokens.size()
                && PrintedDate.digits(tokens.at(at - 2), 2) > 0
                && MonthNames.month(tokens.folded(at)) > 0;
        return !abbreviated && !numbered && !ofDay;
    }

    private void sentence(int from, int to) {
        List<FoundForm> hits = told(from, to).stream()
                .filter(form -> !isDenied(form, from, to))
                .toList();
        List<FoundForm> kept = hits.stream()
                .filter(form -> hits.stream().noneMatch(other -> yields(form, other)))
                .sorted(Comparator.comparingInt(FoundForm::from))
                .toList();
        found.addAll(kept);
        List<String> naming = IntStream.range(from, to)
                .filter(at -> vocabulary.namesAct(tokens.folded(at)))
                .filter(at -> kept.stream().noneMatch(form -> form.from() <= at && at < form.to()))
                .mapToObj(tokens::at)
                .distinct()
                .toList();
        if (!kept.isEmpty() || !naming.isEmpty()) {
            this.naming++;
        }
        if (kept.isEmpty() && !naming.isEmpty()) {
            unread.add(new Unread(
                    tokens.between(from, to).replaceAll("\\s+", " "),
                    new Place(null, tokens.start(from), tokens.end(to - 1)),
                    "not understood: " + String.join(", ", naming)));
        }
    }

    /**
     * Whether a sentence denies, asks or puts off what a form found in it says was done: by a word shortly before what names
     * the act, by nobody directly behind it, or as a question. A request is one in any case.
     */
    private boolean isDenied(FoundForm form, int from, int to) {
        Optional<Act> act = form.form().act();
        if (act.isEmpty() || act.get() == Act.REQUEST || form.form().passes() != null) {
            return false;
        }
        int named = IntStream.range(form.from(), form.to())
                .filter(at -> vocabulary.namesAct(tokens.folded(at)))
                .findFirst()
                .orElse(form.from());
        boolean before = IntStream.range(Math.max(from, Math.min(form.from(), named) - NEAR), named)
                .anyMatch(at -> vocabulary.cues().begins(Cue.DENIAL, tokens, at, to));
        boolean behind = vocabulary.cues().within(Cue.NOBODY, tokens, named + 1, Math.min(to, named + NEAR));
        return before || behind || tokens.is(to - 1, "?");
    }

    private List<FoundForm> told(int from, int to) {
        return vocabulary.in(FormOfWords.Zone.SENTENCE).stream()
                .flatMap(form -> FormSearch.within(tokens, form, from, to, false).stream()
                        .map(match -> {
                            String words = tokens.between(match.from(), match.end());
                            String day = days.in(words).stream()
                                    .map(DayFinder.Day::day)
                                    .filter(one -> one.getYear() >= 1000)
                                    .findFirst()
                                    .map(String::valueOf)
                                    .orElse(null);
                            return new FoundForm(
                                    tokens, form, match.from(), match.end(), match.slots(), true, Said.NOTHING.on(day));
                        }))
                .toList();
    }

    /** Sending on and enclosing are one errand, whatever its words. */
    private static boolean sameErrand(FoundForm form, FoundForm other) {
        return form.form().act().filter(ERRANDS::contains).isPresent()
                && other.form().act().filter(ERRANDS::contains).isPresent();
    }

    /** Whether a form gives way to another across it: to one that passes, or to a longer or earlier one of the same act. */
    private boolean yields(FoundForm form, FoundForm other) {
        boolean apart = form.to() <= other.from() || other.to() <= form.from();
        if (form == other || apart) {
            return false;
        }
        if (other.form().passes() != null) {
            return form.form().passes() == null || form.to() - form.from() < other.to() - other.from();
        }
        int shared = Math.min(form.to(), other.to()) - Math.max(form.from(), other.from());
        int longer = (other.to() - other.from()) - (form.to() - form.from());
        boolean first = vocabulary.order().compare(other.form(), form.form()) < 0;
        boolean rivals = sameErrand(form, other)
                || form.form().act().equals(other.form().act())
                || 2 * shared >= Math.max(form.to() - form.from(), other.to() - other.from());
        return form.form().passes() == null && rivals && (longer > 0 || longer == 0 && first);
    }
}
