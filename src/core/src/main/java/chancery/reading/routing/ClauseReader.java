package chancery.reading.routing;

import static chancery.reading.routing.FunctionWords.ADVERBS;
import static chancery.reading.routing.FunctionWords.MODAL;
import static chancery.reading.routing.FunctionWords.PASSIVE;
import static chancery.reading.routing.FunctionWords.PERFECT;
import static chancery.reading.routing.FunctionWords.PREPOSITIONS;
import static chancery.reading.routing.FunctionWords.PRESUMED;
import static chancery.reading.routing.FunctionWords.PRONOUNS;

import chancery.office.Act;
import chancery.reading.particular.EnglishDates;
import chancery.reading.particular.EnglishDates.Day;
import chancery.reading.routing.AgentNames.Found;
import chancery.reading.routing.NounPhrases.NounPhrase;
import chancery.reading.routing.RoutingWords.Noun;
import chancery.reading.routing.RoutingWords.Verb;
import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of a sentence: who or what is its subject, which verbs are told of it, and what follows them. */
final class ClauseReader {
    private final RoutingWords words;
    private final AgentNames names;
    private final Tokens tokens;
    private final NounPhrases nouns;

    /** What was told so far. */
    final List<Clause> clauses = new ArrayList<>();

    /** Why a verb told nothing of the paper; {@code null} if none did. */
    @Nullable
    String aside;

    /** The names that the sentence named last, whom a pronoun means. */
    List<String> lastNames = List.of();

    /** The day that the sentence names before its verb, and the last that it named at all. */
    private @Nullable Day leadingDay;

    private @Nullable Day lastDay;

    ClauseReader(RoutingWords words, AgentNames names, Tokens tokens, NounPhrases nouns) {
        this.words = words;
        this.names = names;
        this.tokens = tokens;
        this.nouns = nouns;
    }

    /** What a clause is told of, or who does it. */
    private record Subject(Noun about, List<String> agents) {
        static final Subject PAPER = new Subject(Noun.THIS, List.of());
    }

    /**
     * Verbs that share what follows them.
     *
     * @param starts the first token of each
     * @param end the token behind the last
     */
    private record VerbGroup(List<Verb> verbs, List<Integer> starts, int end) {}

    /** Reads the clauses between two tokens. */
    void read(int from, int to) {
        Subject subject = Subject.PAPER;
        boolean presumed = false;
        boolean modal = false;
        boolean passive = false;
        boolean negated = false;
        int at = from;
        while (at < to) {
            String word = tokens.folded(at);
            Hit<Verb> verb = words.verbs().at(tokens, at, to);
            if (verb != null && !nouns.isAdjective(at, verb.end(), to)) {
                boolean active = !passive && !subject.agents().isEmpty();
                if (modal) {
                    aside = "tells what was to be done";
                    at = verb.end();
                } else {
                    at = verbs(at, to, subject, active, presumed, negated, passive);
                }
                passive = false;
                negated = false;
                continue;
            }
            if (word.equals(";") || word.equals("but")) {
                subject = Subject.PAPER;
                presumed = false;
                modal = false;
                passive = false;
                negated = false;
                at++;
            } else if (word.equals("which")) {
                negated = false;
                at++;
            } else if (word.equals("(")) {
                at = parenthesis(at, to);
            } else if (word.equals("who") || word.equals("whom")) {
                subject = new Subject(
                        Noun.THIS, lastNames.isEmpty() ? List.of() : List.of(lastNames.get(lastNames.size() - 1)));
                passive = false;
                modal = false;
                at++;
            } else if (PRONOUNS.contains(word)) {
                subject = lastNames.isEmpty()
                        ? new Subject(Noun.OTHER, List.of())
                        : new Subject(Noun.THIS, List.of(lastNames.get(lastNames.size() - 1)));
                passive = false;
                at++;
            } else if (PASSIVE.contains(word)) {
                passive = true;
                at++;
            } else if (word.equals("not") || word.equals("never") || word.equals("no")) {
                negated = true;
                at++;
            } else if (PRESUMED.contains(word)) {
                presumed = true;
                at++;
            } else if (MODAL.contains(word)) {
                modal = true;
                at++;
            } else if (word.equals("indicating")
                    || word.equals("and")
                    || word.equals(",")
                    || ADVERBS.contains(word)
                    || PERFECT.contains(word)) {
                at = endorsement(at, to);
            } else if (leadsIn(at, to) > 0) {
                at = leadsIn(at, to);
            } else {
                NounPhrase phrase = nouns.at(at, to);
                if (phrase != null) {
                    subject = new Subject(phrase.about(), List.of());
                    passive = false;
                    at = phrase.end();
                    continue;
                }
                Found found = names.list(tokens, at, to, true);
                if (found != null) {
                    subject = new Subject(Noun.THIS, found.names());
                    lastNames = found.names();
                    passive = false;
                    at = found.end();
                } else {
                    at++;
                }
            }
        }
    }

    /** A day or a name behind a preposition, which is no subject: {@code on April 21}, {@code to Prime Minister A}. */
    private int leadsIn(int at, int to) {
        if (!PREPOSITIONS.contains(tokens.folded(at))) {
            return -1;
        }
        Day day = EnglishDates.day(tokens, at + 1).orElse(null);
        if (day != null) {
            leadingDay = tokens.is(at, "on") ? day : leadingDay;
            return day.end();
        }
        Found found = names.list(tokens, at + 1, to);
        return found == null ? -1 : found.end();
    }

    /** What stands in parentheses counts if it tells an act, and not where something lies. */
    private int parenthesis(int at, int to) {
        int end = at + 1;
        int depth = 1;
        while (end < to && depth > 0) {
            depth += tokens.is(end, "(") ? 1 : tokens.is(end, ")") ? -1 : 0;
            end++;
        }
        if (words.verbs().at(tokens, at + 1, end - 1) != null) {
            read(at + 1, end - 1);
        }
        return end;
    }

    /** {@code indicating his approval}, {@code and concurred}: what an initial or a signature meant. */
    private int endorsement(int at, int to) {
        if (!tokens.is(at, "indicating") || clauses.isEmpty()) {
            return at + 1;
        }
        Clause last = clauses.get(clauses.size() - 1);
        for (int next = at + 1; next < Math.min(to, at + 5); next++) {
            Act act = Particulars.endorsed(tokens, next);
            if (act != null) {
                add(act, last.about(), last.by(), last.presumed(), last.from(), next + 1);
                return next + 1;
            }
            if (tokens.is(next, "seen") || tokens.is(next, "saw") || tokens.is(next, "read")) {
                add(Act.SEE, last.about(), last.by(), last.presumed(), last.from(), next + 1);
                return next + 1;
            }
        }
        return at + 1;
    }

    void add(Act act, Noun about, List<String> by, boolean presumed, int from, int end) {
        clauses.add(new Clause(
                act, about, by, List.of(), List.of(), List.of(), List.of(), null, null, null, false, null, presumed,
                from, end));
    }

    /** Verbs that share what follows them, and what follows them. */
    private int verbs(
            int at, int to, Subject subject, boolean active, boolean presumed, boolean negated, boolean passive) {
        VerbGroup group = group(at, to);
        Verb last = group.verbs().get(group.verbs().size() - 1);
        Particulars read = new Particulars(words, tokens, names, nouns, lastDay, last, group.end(), to);
        if (last.subjectReceives()) {
            read.arguments.get(0).to.addAll(subject.agents());
        } else if (!active && !subject.agents().isEmpty() && read.object == Noun.COPY) {
            read.arguments.get(0).to.addAll(subject.agents());
        }
        Day before = lastDay;
        lastDay = read.lastDay();
        boolean mark = subject.about() == Noun.NOTE && !passive;
        Noun about = read.object != null ? read.object : active ? Noun.THIS : subject.about();
        boolean person = passive && !subject.agents().isEmpty() && read.object == null && !last.subjectReceives();
        boolean moves = active && last.act() == Act.RETURN && read.object == null;
        if (negated) {
            aside = "says what did not happen";
            return read.end;
        }
        if (person || moves) {
            aside = "speaks of a person";
            return read.end;
        }
        if (about == Noun.OTHER || about == Noun.NOTE && !(mark && read.object == Noun.THIS)) {
            aside = "speaks of another paper";
            return read.end;
        }
        for (int verb = 0; verb < group.verbs().size(); verb++) {
            Verb told = group.verbs().get(verb);
            for (Arguments argument : read.arguments) {
                boolean carried = argument.group != null;
                Act act = about == Noun.COPY && isSending(told.act()) && !carried ? Act.COPY : told.act();
                boolean qualified =
                        !argument.ofLastVerb || verb == group.verbs().size() - 1;
                clauses.add(new Clause(
                        act,
                        about,
                        told.subjectReceives()
                                ? argument.by
                                : agents(told, active ? subject.agents() : List.of(), argument.by),
                        told.act() == Act.SIGN || told.act() == Act.INITIAL || told.act() == Act.APPROVE
                                ? argument.onBehalfOf
                                : List.of(),
                        told.to().isEmpty() && !argument.covered && !told.subjectReceives() ? List.of() : argument.to,
                        argument.through,
                        days(argument, before),
                        argument.time,
                        qualified ? argument.qualifier : null,
                        argument.group,
                        argument.covered,
                        argument.daysLater,
                        presumed || PRESUMED.contains(tokens.folded(Math.max(0, at - 1))),
                        group.starts().get(verb),
                        read.end));
            }
        }
        if (read.endorsed != null) {
            List<String> own = active ? subject.agents() : read.arguments.get(0).by;
            add(read.endorsed, Noun.THIS, read.endorsedBy.isEmpty() ? own : read.endorsedBy, presumed, at, read.end);
        }
        if (!read.lastNames().isEmpty()) {
            lastNames = read.lastNames();
        } else if (active) {
            lastNames = subject.agents();
        }
        return read.end;
    }

    /** The days that a clause names; of a clock time alone, the day that the sentence named last. */
    private List<Day> days(Arguments argument, @Nullable Day before) {
        if (!argument.days.isEmpty()) {
            return argument.days;
        }
        Day meant = leadingDay == null && argument.time != null ? before : leadingDay;
        return meant == null ? List.of() : List.of(meant);
    }

    /** {@code drafted, approved, and signed}. */
    private VerbGroup group(int at, int to) {
        List<Verb> verbs = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int end = at;
        for (int next = at; next >= 0; next = coordinated(end, to)) {
            Hit<Verb> verb = words.verbs().at(tokens, next, to);
            if (verb == null) {
                break;
            }
            verbs.add(verb.value());
            starts.add(next);
            end = verb.end();
        }
        return new VerbGroup(verbs, starts, end);
    }

    /** The next verb of {@code drafted, approved, and signed}; -1 if something else follows. */
    private int coordinated(int at, int to) {
        int next = at;
        boolean joined = false;
        while (next < to && (tokens.is(next, ",") || tokens.is(next, "and") || ADVERBS.contains(tokens.folded(next)))) {
            joined |= tokens.is(next, ",") || tokens.is(next, "and");
            next++;
        }
        return joined && words.verbs().at(tokens, next, to) != null ? next : -1;
    }

    /** Who did it: of a discussion all who took part, of a clearance the one who gave it. */
    private static List<String> agents(Verb verb, List<String> subject, List<String> named) {
        if (named.isEmpty() || subject.isEmpty()) {
            return named.isEmpty() ? subject : named;
        }
        if (verb.act() == Act.CLEAR) {
            return named;
        }
        List<String> all = new ArrayList<>(subject);
        all.addAll(named);
        return all;
    }

    private static boolean isSending(Act act) {
        return switch (act) {
            case DISPATCH, FORWARD, REPEAT, DELIVER, COPY, SUBMIT -> true;
            default -> false;
        };
    }
}
