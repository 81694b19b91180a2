package chancery.reading.form;

import chancery.document.Place;
import chancery.reading.form.FormOfWords.Zone;
import chancery.reading.form.FormPattern.Span;
import chancery.reading.found.Unread;
import chancery.reading.particular.PrintedDate;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds forms of words in a transcription: first its brackets, then the lines that forms cover from end to end, and the
 * rest, which is running text, sentence by sentence. Every part of a line is tried once, every sentence once with every
 * form, so that the time grows with the text and not faster.
 */
public final class FindForms {
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_BLOCK = 240;
    private static final int LONGEST_SENTENCE = 400;
    private static final int WRAPPED_LINE = 50;

    private final Tokens tokens;
    private final MarksFile marks;
    private final BitSet bracketed = new BitSet();
    private final BitSet understood = new BitSet();
    private final List<FoundForm> found = new ArrayList<>();
    private final Set<String> above = new HashSet<>();
    private final List<Span> running = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private int naming;

    private FindForms(Tokens tokens, MarksFile marks) {
        this.tokens = tokens;
        this.marks = marks;
    }

    /**
     * What was found.
     *
     * @param forms in order of the text
     * @param running the running text, line by line
     * @param naming how many sentences and lines name an act
     */
    public record Found(List<FoundForm> forms, List<Span> running, List<Unread> unread, int naming) {
        public Found {
            forms = List.copyOf(forms);
            running = List.copyOf(running);
            unread = List.copyOf(unread);
        }

        /** How many marks that attest an act. */
        public long attesting() {
            return forms.stream().filter(form -> form.form().act().isPresent()).count();
        }
    }

    /** Finds the forms of a file in a text. */
    public static Found in(Tokens tokens, MarksFile marks) {
        FindForms search = new FindForms(tokens, marks);
        List<Bracket> brackets = Bracket.in(tokens, marks);
        brackets.forEach(bracket -> search.bracketed.set(bracket.from(), bracket.to()));
        brackets.forEach(search::bracket);
        search.lines();
        search.sentences();
        search.found.sort(Comparator.comparingInt(FoundForm::from));
        search.unread.sort(Comparator.comparingInt(sentence -> sentence.place().from()));
        return new Found(search.found, search.running, search.unread, search.naming);
    }

    // ---- brackets

    private void bracket(Bracket bracket) {
        if (bracket.inner() >= bracket.innerEnd()) {
            return;
        }
        Zone zone = bracket.stamp() ? Zone.STAMP : Zone.HAND;
        Optional<FoundForm> whole = marks.in(zone).stream()
                .flatMap(form -> FormSearch.within(tokens, form, bracket.inner(), bracket.innerEnd(), true).stream()
                        .map(match -> new FoundForm(
                                tokens,
                                form,
                                bracket.inner(),
                                bracket.innerEnd(),
                                withDate(match.slots(), bracket),
                                bracket.closed())))
                .findFirst();
        whole.ifPresent(form -> {
            found.add(form);
            if (!form.form().words().isEmpty()) {
                understood.set(bracket.inner(), bracket.innerEnd());
            }
        });
        if (bracket.stamp()) {
            stampLines(bracket, whole.map(form -> form.slots().values()).orElse(List.of()));
        }
        note(bracket.inner(), bracket.innerEnd(), whole.stream().toList());
    }

    /** The lines of a stamp that are marks by themselves; not those that the stamp as a whole was read by. */
    private void stampLines(Bracket bracket, Collection<Span> read) {
        int at = bracket.inner();
        while (at < bracket.innerEnd()) {
            int line = at;
            at = endOfLine(line, bracket.innerEnd());
            if (read.stream().noneMatch(slot -> slot.from() <= line && line < slot.to())) {
                cover(marks.in(Zone.STAMP_LINE), line, at);
            }
        }
    }

    /** A stamp or note is dated by the date that stands anywhere in it. */
    private Map<String, Span> withDate(Map<String, Span> slots, Bracket bracket) {
        Map<String, Span> dated = new HashMap<>(slots);
        IntStream.range(bracket.inner(), bracket.innerEnd())
                .mapToObj(at -> PrintedDate.at(tokens, at, bracket.innerEnd()).map(date -> new Span(at, date.end())))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(date -> dated.putIfAbsent("date", date));
        return dated;
    }

    // ---- lines

    private void lines() {
        List<FormOfWords> forms = marks.in(Zone.LINE);
        int at = bracketed.nextClearBit(0);
        Span last = new Span(0, 0);
        while (at < tokens.size()) {
            int end = endOfLine(at, tokens.size());
            int covered = goesOn(last, at) || end - at > LONGEST_LINE ? at : cover(forms, at, endOfBlock(at));
            if (covered == at) {
                last = new Span(at, end);
                running.add(last);
                covered = end;
            }
            at = bracketed.nextClearBit(covered);
        }
    }

    /** Whether a line goes on with the sentence of the line above, which was broken because it was full. */
    private boolean goesOn(Span above, int at) {
        return above.to() == at
                && above.to() > above.from()
                && !tokens.afterBlankLine(at)
                && tokens.end(above.to() - 1) - tokens.start(above.from()) >= WRAPPED_LINE
                && !".!?:".contains(tokens.at(above.to() - 1));
    }

    private int endOfLine(int from, int limit) {
        int end = from + 1;
        while (end < limit && !tokens.beginsLine(end) && bracketed.get(end) == bracketed.get(from)) {
            end++;
        }
        return end;
    }

    private int endOfBlock(int from) {
        int bracket = bracketed.nextSetBit(from);
        int limit = Math.min(tokens.size(), from + LONGEST_BLOCK);
        return bracket < 0 ? limit : Math.min(bracket, limit);
    }

    /** Covers a line, and what forms of several lines take with it, by forms; the token behind them, or none found. */
    private int cover(List<FormOfWords> forms, int from, int limit) {
        Cover cover = new Cover(forms, from, limit);
        List<FoundForm> chain = new ArrayList<>();
        int at = from;
        Optional<FoundForm> next = cover.at(from, null);
        while (next.isPresent()) {
            FoundForm form = next.get();
            chain.add(form);
            at = cover.behindSeparators(form.to());
            next = cover.isEnd(at) ? Optional.empty() : cover.at(at, form.form());
        }
        if (chain.isEmpty()) {
            return from;
        }
        found.addAll(chain);
        chain.forEach(form -> above.add(form.form().id()));
        understood.set(from, at);
        if (!bracketed.get(from)) {
            note(from, at, chain);
        }
        return at;
    }

    /** The forms that follow each other from the beginning of a line to the end of one. */
    private final class Cover {
        private final List<FormOfWords> forms;
        private final int from;
        private final int limit;
        private final Map<Map.Entry<Integer, String>, Optional<FoundForm>> known = new HashMap<>();

        Cover(List<FormOfWords> forms, int from, int limit) {
            this.forms = forms;
            this.from = from;
            this.limit = limit;
        }

        boolean isEnd(int at) {
            return at >= limit || at > from && tokens.beginsLine(at);
        }

        int behindSeparators(int from) {
            int at = from;
            while (!isEnd(at) && ",;.:-–—()/*".contains(tokens.at(at))) {
                at++;
            }
            return at;
        }

        /** The longest form at a token behind which the line is covered too; of equally long ones the first. */
        Optional<FoundForm> at(int at, @Nullable FormOfWords previous) {
            Map.Entry<Integer, String> key = Map.entry(at, previous == null ? "" : previous.id());
            Optional<FoundForm> answer = known.get(key);
            if (answer == null) {
                answer = forms.stream()
                        .filter(form -> mayStand(form, previous))
                        .flatMap(form -> form.words().stream().flatMap(words -> fill(form, words, at).stream()))
                        .reduce((best, next) -> next.to() > best.to() ? next : best);
                known.put(key, answer);
            }
            return answer;
        }

        private boolean mayStand(FormOfWords form, @Nullable FormOfWords previous) {
            return (form.follows().isEmpty()
                            || previous != null && form.follows().contains(previous.id()))
                    && (form.below().isEmpty() || form.below().stream().anyMatch(above::contains));
        }

        private Optional<FoundForm> fill(FormOfWords form, FormPattern words, int at) {
            if (!words.mayBegin(tokens, at)) {
                return Optional.empty();
            }
            int end = words.slots().contains("text") ? Math.min(limit, endOfLine(at, limit)) : limit;
            return words.over(tokens, at, end, to -> leads(form, to))
                    .at(at)
                    .map(match -> new FoundForm(tokens, form, at, match.end(), match.slots(), true))
                    .filter(form::fits);
        }

        private boolean leads(FormOfWords form, int to) {
            int next = behindSeparators(to);
            return isEnd(next) || at(next, form).isPresent();
        }
    }

    // ---- sentences

    private void sentences() {
        int at = 0;
        while (at < running.size()) {
            int next = at + 1;
            while (next < running.size()
                    && running.get(next).from() == running.get(next - 1).to()
                    && !tokens.afterBlankLine(running.get(next).from())) {
                next++;
            }
            paragraph(running.get(at).from(), running.get(next - 1).to());
            at = next;
        }
    }

    private void paragraph(int from, int to) {
        int at = from;
        while (at < to) {
            int end = at + 1;
            while (end < to && end - at < LONGEST_SENTENCE && !endsBefore(end)) {
                end++;
            }
            sentence(at, end);
            at = end;
        }
    }

    /**
     * Whether a sentence ends with the token before: a stop that belongs to no abbreviation, and neither a small letter nor
     * a figure behind it, unless a line begins there.
     */
    private boolean endsBefore(int at) {
        String stop = tokens.at(at - 1);
        boolean abbreviated = stop.equals(".")
                && at >= 2
                && (Names.TITLES.contains(tokens.folded(at - 2))
                        || tokens.at(at - 2).length() == 1);
        int next = tokens.at(at).codePointAt(0);
        return ".!?".contains(stop)
                && !abbreviated
                && !Character.isLowerCase(next)
                && (!Character.isDigit(next) || tokens.beginsLine(at));
    }

    private void sentence(int from, int to) {
        List<FoundForm> candidates = marks.in(Zone.SENTENCE).stream()
                .flatMap(form -> FormSearch.within(tokens, form, from, to, false).stream()
                        .map(match -> new FoundForm(tokens, form, match.from(), match.end(), match.slots(), true)))
                .toList();
        List<FoundForm> kept = candidates.stream()
                .filter(form -> candidates.stream().noneMatch(other -> yields(form, other)))
                .toList();
        found.addAll(kept);
        kept.forEach(form -> understood.set(form.from(), form.to()));
        note(from, to, kept);
    }

    /**
     * Whether a form gives way to another that was found across it: to a longer one of the same act and document, or to
     * a longer one that says the words attest nothing; of equally long ones to the first.
     */
    private boolean yields(FoundForm form, FoundForm other) {
        boolean apart = form.to() <= other.from() || other.to() <= form.from();
        boolean rivals = other.form().passes() != null
                || form.form().act().equals(other.form().act())
                        && Objects.equals(form.form().about(), other.form().about());
        int longer = (other.to() - other.from()) - (form.to() - form.from());
        boolean first = marks.forms().indexOf(other.form()) < marks.forms().indexOf(form.form());
        return !form.equals(other) && !apart && rivals && (longer > 0 || longer == 0 && first);
    }

    // ---- both

    /** Counts a stretch that names an act, and lists it where a word that does was not understood. */
    private void note(int from, int to, List<FoundForm> here) {
        int[] acts = IntStream.range(from, to)
                .filter(at -> marks.actWords().has(tokens.folded(at)))
                .toArray();
        boolean attests = here.stream().anyMatch(form -> form.form().act().isPresent());
        if (acts.length > 0 || attests) {
            naming++;
        }
        List<String> missed = IntStream.of(acts)
                .filter(at -> !understood.get(at))
                .mapToObj(tokens::at)
                .distinct()
                .toList();
        if (!missed.isEmpty()) {
            unread.add(new Unread(
                    tokens.between(from, to).replaceAll("\\s+", " "),
                    new Place(null, tokens.start(from), tokens.end(to - 1)),
                    "not understood: " + String.join(", ", missed)));
        }
    }
}
