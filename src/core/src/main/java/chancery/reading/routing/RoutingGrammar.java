package chancery.reading.routing;

import static chancery.reading.routing.FunctionWords.ADVERBS;
import static chancery.reading.routing.FunctionWords.MODAL;
import static chancery.reading.routing.FunctionWords.NEAR;
import static chancery.reading.routing.FunctionWords.PASSIVE;
import static chancery.reading.routing.FunctionWords.PERFECT;
import static chancery.reading.routing.FunctionWords.PREPOSITIONS;
import static chancery.reading.routing.FunctionWords.PRESUMED;
import static chancery.reading.routing.FunctionWords.PRONOUNS;
import static chancery.reading.routing.FunctionWords.REPORTS;

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

/**
 * Puts the words of a routing sentence together: verbs that share what follows them ({@code Drafted, approved, and signed
 * by A}), enumerations ({@code cleared with B, C, and in draft with D}), relative clauses ({@code who signed for E}),
 * active and passive voice, and what introduces an account of a mark ({@code A notation indicates that it was seen by
 * F}). It knows English function words; what the acts, nouns, offices and manners are called is data ({@link
 * RoutingWords}). Each token is looked at a bounded number of times.
 */
public final class RoutingGrammar {
    private final RoutingWords words;
    private final AgentNames names;

    public RoutingGrammar(RoutingWords words) {
        this.words = words;
        this.names = new AgentNames(words);
    }

    /**
     * What a sentence says.
     *
     * @param clauses the acts that it tells of the paper
     * @param denials what it says did not happen or is not known
     * @param aside why it speaks of something else; {@code null} if it does not
     */
    public record Told(
            List<Clause> clauses,
            List<Denial> denials,
            @Nullable String aside) {}

    /**
     * What a sentence says did not happen or is not known.
     *
     * @param says in a short phrase
     */
    public record Denial(String says, int from, int end) {}

    /** Whether a stretch of text has a verb that names an act. */
    public boolean namesAct(Tokens tokens, int from, int to) {
        return words.verbs().within(tokens, from, to) != null;
    }

    /** Reads one sentence. */
    public Told read(Tokens tokens, int from, int to) {
        List<Denial> denials = new ArrayList<>();
        Hit<String> negative = words.negatives().within(tokens, from, to);
        Sentence sentence = new Sentence(tokens);
        if (negative != null && sentence.nouns.first(from, to) != Noun.OTHER) {
            denials.add(new Denial(negative.value(), from, to));
        }
        Hit<String> aside = words.asides().within(tokens, from, Math.min(to, from + 12));
        if (aside != null) {
            return new Told(List.of(), List.copyOf(denials), aside.value());
        }
        sentence.read(from, to);
        sentence.abstention(from, to, denials);
        return new Told(List.copyOf(sentence.clauses), List.copyOf(denials), sentence.aside);
    }

    /** What a clause is told of, or who does it. */
    private record Subject(Noun about, List<String> agents) {
        static final Subject PAPER = new Subject(Noun.THIS, List.of());
    }

    /** One sentence while it is read. */
    private final class Sentence {
        private final Tokens tokens;
        private final NounPhrases nouns;
        private final List<Clause> clauses = new ArrayList<>();
        private @Nullable String aside;
        private List<String> lastNames = List.of();

        /** The day that the sentence names before its verb, and the last that it named at all. */
        private @Nullable Day leadingDay;

        private @Nullable Day lastDay;

        Sentence(Tokens tokens) {
            this.tokens = tokens;
            this.nouns = new NounPhrases(words, tokens);
        }

        /** {@code A and B abstained}. */
        private void abstention(int from, int to, List<Denial> denials) {
            for (int at = from; at < to; at++) {
                if (tokens.is(at, "abstained")) {
                    Found found = names.list(tokens, from, at, true);
                    String who = found == null ? "" : ": " + String.join("; ", found.names());
                    denials.add(new Denial("abstained" + who, from, to));
                    return;
                }
            }
        }

        void read(int from, int to) {
            if (tokens.is(from, "(")) {
                aside = "says where something lies";
                return;
            }
            traces(from, to);
            int cut = accordingTo(from, to);
            if (tokens.is(from, "according")) {
                int comma = commaBeforeClause(from, to);
                if (otherPaper(from, comma)) {
                    account(comma + 1, to);
                } else {
                    clauses(comma + 1, to);
                }
                return;
            }
            int report = report(from, cut);
            if (report < 0) {
                clauses(from, cut);
                return;
            }
            int rest = afterReport(report, cut);
            boolean elliptic = words.verbs().at(tokens, from, report) != null;
            Noun first = elliptic ? null : nouns.first(from, report);
            boolean quoted = tokens.is(report + 1, ":") || tokens.is(rest - 1, "“");
            if (first == Noun.NOTE || introducesMark(from, report) && quoted && !elliptic && first == Noun.THIS) {
                clauses(from, semicolon(from, report));
                int before = clauses.size();
                lastNames = hand(from, report + 1);
                clauses(rest, cut);
                if (quoted && words.verbs().at(tokens, rest, cut) != null && clauses.size() > before) {
                    writtenBy(before, hand(from, report + 1));
                }
            } else if (first == Noun.OTHER) {
                account(rest, cut);
            } else {
                clauses(from, report);
                if (!quoted || introducesMark(from, report) && !elliptic) {
                    account(rest, cut);
                }
            }
        }

        /** A notation that says only "approved" is told of the one who wrote it. */
        private void writtenBy(int clause, List<String> writer) {
            Clause told = clauses.get(clause);
            if (told.by().isEmpty() && !writer.isEmpty()) {
                clauses.set(clause, told.by(writer));
            }
        }

        /** What stands before a semicolon is told, not reported. */
        private int semicolon(int from, int to) {
            for (int at = to - 1; at > from; at--) {
                if (tokens.is(at, ";")) {
                    return at;
                }
            }
            return from;
        }

        /** What proves an act of the one whose it is: initials, revisions in a hand. */
        private void traces(int from, int to) {
            for (int at = from; at < to; at++) {
                Hit<Act> trace = words.traces().at(tokens, at, to);
                if (trace == null) {
                    continue;
                }
                List<String> owners = owners(from, at);
                if (owners.isEmpty()) {
                    owners = hand(trace.end(), to);
                }
                boolean asked = trace.value() != Act.REQUEST || atOwners(from, at);
                if (!owners.isEmpty() && asked) {
                    lastNames = owners;
                    add(trace.value(), Noun.THIS, owners, false, at, trace.end());
                }
            }
        }

        /** {@code Allen’s and Jernegan’s initials}, {@code his marginal notations}. */
        private List<String> owners(int from, int thing) {
            List<String> owners = new ArrayList<>();
            int at = thing - 1;
            if (tokens.is(at, "his") && !clauses.isEmpty()) {
                return clauses.get(clauses.size() - 1).by();
            }
            while (at >= from) {
                if (tokens.is(at, "'") || tokens.is(at, "and") || tokens.is(at, "handwritten")) {
                    at--;
                } else if (AgentNames.isPossessive(tokens, at)) {
                    int start = at;
                    while (start > from && AgentNames.isCapital(tokens, start - 1)) {
                        start--;
                    }
                    int name = tokens.is(start, "the") && start < at ? start + 1 : start;
                    owners.add(0, tokens.between(name, at) + (name < at ? " " : "") + unowned(tokens.at(at)));
                    at = start - 1;
                } else {
                    break;
                }
            }
            return owners;
        }

        /** Whether "at" leads to the owners before a token: {@code at Rankin’s request}. */
        private boolean atOwners(int from, int thing) {
            for (int at = thing - 1; at >= Math.max(from, thing - NEAR); at--) {
                if (tokens.is(at, "at")) {
                    return true;
                }
            }
            return false;
        }

        private static String unowned(String word) {
            return word.endsWith("’s") || word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        }

        /** {@code in Secretary Dulles’ handwriting}, {@code by the Secretary}. */
        private List<String> hand(int from, int to) {
            for (int at = from; at < Math.min(to, from + 14); at++) {
                if (tokens.is(at, "suggested") || tokens.is(at, "proposed") || tokens.is(at, ";")) {
                    return List.of();
                }
                if (tokens.is(at, "by")) {
                    Found found = names.list(tokens, at + 1, to);
                    return found == null ? List.of() : found.names();
                }
                if (tokens.is(at, "handwriting") || tokens.is(at, "hand")) {
                    return owners(from, at);
                }
            }
            return List.of();
        }

        /** An account that another paper gives: only what it says of this paper counts. */
        private void account(int from, int to) {
            int before = clauses.size();
            clauses(from, to);
            if (clauses.size() == before && words.verbs().within(tokens, from, to) != null && aside == null) {
                aside = "tells of other papers";
            }
        }

        /** Where the sentence stops telling and names its authority: {@code , according to a note}. */
        private int accordingTo(int from, int to) {
            for (int at = from + 1; at + 1 < to; at++) {
                if (tokens.is(at, "according") && tokens.is(at + 1, "to")) {
                    return tokens.is(at - 1, ",") ? at - 1 : at;
                }
            }
            return to;
        }

        private int commaBeforeClause(int from, int to) {
            for (int at = from; at + 1 < to; at++) {
                if (tokens.is(at, ",")
                        && !EnglishDates.isMonth(tokens, at + 1)
                        && !Character.isDigit(tokens.at(at + 1).charAt(0))) {
                    return at;
                }
            }
            return from;
        }

        /** The verb or noun that introduces what a mark or another paper says; -1 if the sentence reports nothing. */
        private int report(int from, int to) {
            for (int at = from + 1; at + 1 < to; at++) {
                boolean clause = tokens.is(at + 1, "that")
                        || tokens.is(at + 1, ":")
                        || tokens.is(at + 1, "it")
                        || tokens.is(at + 1, "as") && tokens.is(at + 2, "follows")
                        || tokens.is(at + 1, ",") && tokens.is(at + 2, "“")
                        || tokens.is(at + 1, "“");
                if (clause && (REPORTS.contains(tokens.folded(at)) || nouns.noun(at, to) == Noun.NOTE)) {
                    return at;
                }
                if (clause && tokens.is(at + 1, "that") && nouns.lastWithin(at - 5, at) == Noun.NOTE) {
                    return at;
                }
                if (REPORTS.contains(tokens.folded(at))
                        && nouns.first(from, at) == Noun.NOTE
                        && !tokens.is(at, "which")
                        && !tokens.is(at, "read")) {
                    return at;
                }
            }
            return -1;
        }

        private int afterReport(int report, int to) {
            int at = report + 1;
            while (at < to
                    && (tokens.is(at, "that")
                            || tokens.is(at, ":")
                            || tokens.is(at, "as")
                            || tokens.is(at, "follows")
                            || tokens.is(at, "“")
                            || tokens.is(at, ","))) {
                at++;
            }
            return at;
        }

        private boolean introducesMark(int from, int report) {
            for (int at = report; at > from; at--) {
                Noun noun = nouns.noun(at, tokens.size());
                if (noun == Noun.NOTE) {
                    return true;
                }
                if (noun != null) {
                    return false;
                }
            }
            return false;
        }

        /** Whether what gives the account is another paper. */
        private boolean otherPaper(int from, int to) {
            return nouns.first(from, to) == Noun.OTHER;
        }

        /** Reads the clauses between two tokens. */
        private void clauses(int from, int to) {
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
                clauses(at + 1, end - 1);
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

        private void add(Act act, Noun about, List<String> by, boolean presumed, int from, int end) {
            clauses.add(new Clause(
                    act, about, by, List.of(), List.of(), List.of(), List.of(), null, null, null, false, false, null,
                    presumed, from, end));
        }

        /** Verbs that share what follows them, and what follows them. */
        private int verbs(
                int at, int to, Subject subject, boolean active, boolean presumed, boolean negated, boolean passive) {
            List<Verb> group = new ArrayList<>();
            List<Integer> starts = new ArrayList<>();
            int next = at;
            while (true) {
                Hit<Verb> verb = words.verbs().at(tokens, next, to);
                if (verb == null) {
                    break;
                }
                group.add(verb.value());
                starts.add(next);
                next = verb.end();
                int coordinated = coordinated(next, to);
                if (coordinated < 0) {
                    break;
                }
                next = coordinated;
            }
            Verb last = group.get(group.size() - 1);
            Particulars read = new Particulars(words, tokens, names, nouns, lastDay, last, next, to);
            if (last.subjectReceives()) {
                read.arguments.get(0).to.addAll(subject.agents());
            } else if (!active && !subject.agents().isEmpty() && read.object == Noun.COPY) {
                read.arguments.get(0).to.addAll(subject.agents());
            }
            lastDay = read.lastDay;
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
            for (int verb = 0; verb < group.size(); verb++) {
                Verb told = group.get(verb);
                for (Particulars.Arguments argument : read.arguments) {
                    boolean carried = argument.group != null;
                    Act act = about == Noun.COPY && isSending(told.act()) && !carried ? Act.COPY : told.act();
                    boolean qualified = !argument.ofLastVerb || verb == group.size() - 1;
                    clauses.add(new Clause(
                            act,
                            about,
                            told.subjectReceives()
                                    ? argument.by
                                    : agents(told, active ? subject.agents() : List.of(), argument.by),
                            told.act() == Act.SIGN || told.act() == Act.INITIAL || told.act() == Act.APPROVE
                                    ? argument.onBehalfOf
                                    : List.of(),
                            told.to().isEmpty() && !argument.covered && !told.subjectReceives()
                                    ? List.of()
                                    : argument.to,
                            argument.through,
                            argument.days.isEmpty() && leadingDay != null ? List.of(leadingDay) : argument.days,
                            argument.time,
                            qualified ? argument.qualifier : null,
                            argument.group,
                            argument.covered,
                            argument.interval,
                            argument.daysLater,
                            presumed || PRESUMED.contains(tokens.folded(Math.max(0, at - 1))),
                            starts.get(verb),
                            read.end));
                }
            }
            if (read.endorsed != null) {
                List<String> own = active ? subject.agents() : List.of();
                add(
                        read.endorsed,
                        Noun.THIS,
                        read.endorsedBy.isEmpty() ? own : read.endorsedBy,
                        presumed,
                        at,
                        read.end);
            }
            if (!read.lastNames.isEmpty()) {
                lastNames = read.lastNames;
            } else if (active) {
                lastNames = subject.agents();
            }
            return read.end;
        }

        /** Who did it: of a discussion all who took part, of a clearance the one who gave it. */
        private List<String> agents(Verb verb, List<String> subject, List<String> named) {
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

        private boolean isSending(Act act) {
            return switch (act) {
                case DISPATCH, FORWARD, REPEAT, DELIVER, COPY, SUBMIT -> true;
                default -> false;
            };
        }

        /** The next verb of {@code drafted, approved, and signed}; -1 if something else follows. */
        private int coordinated(int at, int to) {
            int next = at;
            boolean joined = false;
            while (next < to
                    && (tokens.is(next, ",") || tokens.is(next, "and") || ADVERBS.contains(tokens.folded(next)))) {
                joined |= tokens.is(next, ",") || tokens.is(next, "and");
                next++;
            }
            return joined && words.verbs().at(tokens, next, to) != null ? next : -1;
        }
    }
}
