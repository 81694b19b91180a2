package chancery.reading;

import chancery.office.Act;
import chancery.reading.AgentNames.Found;
import chancery.reading.EnglishDates.Day;
import chancery.reading.EnglishDates.Time;
import chancery.reading.Phrases.Hit;
import chancery.reading.RoutingWords.Noun;
import chancery.reading.RoutingWords.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the words of a routing sentence together: verbs that share what follows them ({@code Drafted, approved, and signed
 * by A}), enumerations ({@code cleared with B, C, and in draft with D}), relative clauses ({@code who signed for E}),
 * active and passive voice, and what introduces an account of a mark ({@code A notation indicates that it was seen by
 * F}). It knows English function words; what the acts, nouns, offices and manners are called is data ({@link
 * RoutingWords}). Each token is looked at a bounded number of times.
 */
final class RoutingGrammar {
    private static final Set<String> PASSIVE = Set.of("was", "were", "been", "is", "are", "be", "being");
    private static final Set<String> PERFECT = Set.of("has", "have", "had");
    private static final Set<String> ADVERBS = Set.of(
            "also",
            "later",
            "then",
            "personally",
            "originally",
            "apparently",
            "probably",
            "presumably",
            "possibly",
            "subsequently",
            "jointly",
            "both",
            "evidently",
            "orally",
            "twice",
            "again",
            "initially");
    private static final Set<String> PRESUMED =
            Set.of("apparently", "probably", "presumably", "possibly", "evidently", "perhaps");
    private static final Set<String> MODAL = Set.of(
            "planned",
            "intended",
            "would",
            "should",
            "could",
            "hoped",
            "wished",
            "asking",
            "requesting",
            "wanted",
            "wants",
            "proposing",
            "suggested",
            "suggesting",
            "recommended",
            "recommending",
            "if",
            "whether",
            "will",
            "can",
            "may",
            "might",
            "urging",
            "asked",
            "desired");
    private static final Set<String> DEFINITE = Set.of("the", "this", "these", "that", "its", "it", "those");
    private static final Set<String> REPORTS = Set.of(
            "indicates",
            "indicate",
            "indicating",
            "states",
            "state",
            "stating",
            "reads",
            "read",
            "says",
            "shows",
            "reading",
            "stated",
            "indicated",
            "which");
    private static final Set<String> COVERS =
            Set.of("note", "memorandum", "letter", "letters", "memoranda", "notes", "chit", "slip", "despatch", "memo");
    private static final Set<String> PREPOSITIONS =
            Set.of("on", "to", "from", "of", "in", "by", "with", "at", "for", "via", "during", "between", "after");
    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "i", "we", "you");
    private static final int NEAR = 7;

    private final RoutingWords words;
    private final AgentNames names;

    RoutingGrammar(RoutingWords words) {
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
    record Told(
            List<Clause> clauses,
            List<Denial> denials,
            @Nullable String aside) {}

    /**
     * What a sentence says did not happen or is not known.
     *
     * @param says in a short phrase
     */
    record Denial(String says, int from, int end) {}

    /** Whether a stretch of text has a verb that names an act. */
    boolean namesAct(Tokens tokens, int from, int to) {
        return words.verbs().within(tokens, from, to) != null;
    }

    /** Reads one sentence. */
    Told read(Tokens tokens, int from, int to) {
        List<Denial> denials = new ArrayList<>();
        Hit<String> negative = words.negatives().within(tokens, from, to);
        Sentence sentence = new Sentence(tokens);
        if (negative != null && sentence.firstNoun(from, to) != Noun.OTHER) {
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

    /** A noun phrase. */
    private record NounPhrase(Noun about, int end) {}

    /** One sentence while it is read. */
    private final class Sentence {
        private final Tokens tokens;
        private final List<Clause> clauses = new ArrayList<>();
        private @Nullable String aside;
        private List<String> lastNames = List.of();

        /** The day that the sentence names before its verb, and the last that it named at all. */
        private @Nullable Day leadingDay;

        private @Nullable Day lastDay;

        Sentence(Tokens tokens) {
            this.tokens = tokens;
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
            Noun first = elliptic ? null : firstNoun(from, report);
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
                if (clause && (REPORTS.contains(tokens.folded(at)) || noun(at, to) == Noun.NOTE)) {
                    return at;
                }
                if (clause && tokens.is(at + 1, "that") && nounWithin(at - 5, at) == Noun.NOTE) {
                    return at;
                }
                if (REPORTS.contains(tokens.folded(at))
                        && firstNoun(from, at) == Noun.NOTE
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
                Noun noun = noun(at, tokens.size());
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
            return firstNoun(from, to) == Noun.OTHER;
        }

        /** What the first noun of a stretch says; a paper behind "a" is another one. */
        private @Nullable Noun firstNoun(int from, int to) {
            for (int at = from; at < to; at++) {
                Noun noun = noun(at, to);
                if (noun != null) {
                    boolean indefinite = noun == Noun.THIS && !definiteBefore(at, from);
                    return indefinite ? Noun.OTHER : noun;
                }
            }
            return null;
        }

        private boolean definiteBefore(int noun, int from) {
            if (tokens.is(noun, "it") || tokens.is(noun - 1, "source")) {
                return true;
            }
            for (int at = noun - 1; at >= Math.max(from, noun - 4); at--) {
                if (DEFINITE.contains(tokens.folded(at))) {
                    return !tokens.is(noun + 1, "of") && !AgentNames.isPossessive(tokens, noun - 1);
                }
                if (words.nouns().at(tokens, at, noun) != null) {
                    return false;
                }
            }
            return false;
        }

        private @Nullable Noun noun(int at, int to) {
            Hit<Noun> hit = words.nouns().at(tokens, at, to);
            return hit == null ? null : hit.value();
        }

        private @Nullable Noun nounWithin(int from, int to) {
            for (int at = to; at >= Math.max(0, from); at--) {
                Noun noun = noun(at, tokens.size());
                if (noun != null) {
                    return noun;
                }
            }
            return null;
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
                if (verb != null && !isAdjective(at, verb.end(), to)) {
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
                    NounPhrase phrase = nounPhrase(at, to);
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

        /** A participle before a noun: {@code the revised draft}, {@code a signed original}. */
        private boolean isAdjective(int at, int end, int to) {
            boolean before = at > 0
                    && (DEFINITE.contains(tokens.folded(at - 1)) && !tokens.is(at - 1, "it")
                            || tokens.is(at - 1, "a")
                            || tokens.is(at - 1, "an")
                            || AgentNames.isPossessive(tokens, at - 1) && !AgentNames.isCapital(tokens, at));
            return before && !tokens.is(end, "by") && end < to && !tokens.is(end, ",");
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
                Act act = endorsed(next);
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

        private @Nullable Act endorsed(int at) {
            return switch (tokens.folded(at)) {
                case "approval" -> Act.APPROVE;
                case "concurrence", "concurrences", "clearance" -> Act.CLEAR;
                default -> null;
            };
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
            Particulars read = new Particulars(last, next, to);
            if (last.subjectReceives()) {
                read.arguments.get(0).to.addAll(subject.agents());
            } else if (!active && !subject.agents().isEmpty() && read.object == Noun.COPY) {
                read.arguments.get(0).to.addAll(subject.agents());
            }
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
                for (Arguments argument : read.arguments) {
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

        /** The noun phrase that begins at a token; {@code null} if none does. */
        private @Nullable NounPhrase nounPhrase(int at, int to) {
            Hit<Noun> here = words.nouns().at(tokens, at, to);
            if (here != null && (here.value() == Noun.COPY || tokens.is(at, "it"))) {
                return new NounPhrase(here.value(), here.value() == Noun.COPY ? afterOf(here.end(), to) : here.end());
            }
            String first = tokens.folded(at);
            boolean definite = DEFINITE.contains(first);
            boolean indefinite = first.equals("a")
                    || first.equals("an")
                    || first.equals("another")
                    || first.equals("separate")
                    || first.equals("his")
                    || first.equals("her")
                    || first.equals("their")
                    || AgentNames.isPossessive(tokens, at);
            if (!definite && !indefinite && here == null) {
                return null;
            }
            boolean other = indefinite;
            boolean possessive = false;
            for (int next = at; next < Math.min(to, at + NEAR); next++) {
                if (next > at
                        && (words.verbs().at(tokens, next, to) != null && !isAdjective(next, next + 1, to)
                                || PASSIVE.contains(tokens.folded(next))
                                || tokens.is(next, ","))) {
                    return null;
                }
                possessive |= AgentNames.isPossessive(tokens, next);
                Hit<Noun> hit = words.nouns().at(tokens, next, to);
                if (hit != null) {
                    if (hit.value() == Noun.OTHER) {
                        other = true;
                        continue;
                    }
                    if (hit.value() != Noun.THIS) {
                        return new NounPhrase(
                                hit.value(), hit.value() == Noun.COPY ? afterOf(hit.end(), to) : hit.end());
                    }
                    Hit<Noun> longer = words.nouns().at(tokens, hit.end(), to);
                    int end = longer == null ? hit.end() : longer.end();
                    if (longer != null && longer.value() == Noun.NOTE) {
                        return new NounPhrase(Noun.NOTE, end);
                    }
                    boolean identified = tokens.is(end, "of") && end + 1 < to && EnglishDates.isMonth(tokens, end + 1);
                    boolean ofOther = other || identified;
                    return new NounPhrase(ofOther && !(possessive && isOwnForm(hit)) ? Noun.OTHER : Noun.THIS, end);
                }
            }
            return null;
        }

        /** Behind {@code of this memorandum and its enclosure}, which says only what it is a copy of. */
        private int afterOf(int at, int to) {
            if (!tokens.is(at, "of")) {
                return at;
            }
            NounPhrase of = nounPhrase(at + 1, to);
            int end = of == null ? at : of.end();
            return tokens.is(end, "and") && tokens.is(end + 1, "its") ? Math.min(to, end + 3) : end;
        }

        private boolean isOwnForm(Hit<Noun> hit) {
            return tokens.is(hit.end() - 1, "message") || tokens.is(hit.end() - 1, "letter");
        }

        /** What follows verbs: who, for whom, where to, when, how. */
        private final class Particulars {
            private final List<Arguments> arguments = new ArrayList<>();
            private final Verb verb;
            private final int from;
            private final int to;
            private int end;
            private @Nullable Noun object;
            private @Nullable Act endorsed;
            private List<String> endorsedBy = List.of();
            private List<String> lastNames = List.of();

            Particulars(Verb verb, int from, int to) {
                this.verb = verb;
                this.from = from;
                this.to = to;
                arguments.add(new Arguments());
                int at = from;
                while (at < to) {
                    int next = one(at);
                    if (next < 0) {
                        break;
                    }
                    at = next;
                }
                end = Math.max(at, from);
            }

            private Arguments last() {
                return arguments.get(arguments.size() - 1);
            }

            /** One particular; the token behind it, or -1 where the clause ends. */
            private int one(int at) {
                String word = tokens.folded(at);
                if (word.equals(";")
                        || PASSIVE.contains(word)
                        || word.equals("not")
                        || word.equals("who")
                        || word.equals("whom")
                        || word.equals("which")
                        || word.equals("indicating")
                        || word.equals("but")
                        || word.equals("(") && words.verbs().at(tokens, at + 1, to) != null) {
                    return -1;
                }
                if (word.equals(",") || word.equals("and")) {
                    return joined(at);
                }
                if (words.verbs().at(tokens, at, to) != null && !isAdjective(at, at + 1, to)) {
                    return -1;
                }
                Hit<String> manner = words.qualifiers().at(tokens, at, to);
                if (manner != null) {
                    return qualify(manner, at);
                }
                Hit<String> speed = words.precedence().at(tokens, at, to);
                if (speed != null) {
                    boolean attention = !last().to.isEmpty()
                            && (tokens.is(speed.end(), "for")
                                    || speed.value().equals("eyes only") && names.one(tokens, speed.end(), to) > 0);
                    return attention
                            ? attention(tokens.is(speed.end(), "for") ? speed.end() + 1 : speed.end())
                            : speed.end();
                }
                Day day = EnglishDates.day(tokens, word.equals("on") ? at + 1 : at)
                        .orElse(null);
                if (day != null) {
                    return dated(day);
                }
                Time time = EnglishDates.time(tokens, word.equals("at") || word.equals("by") ? at + 1 : at)
                        .orElse(null);
                if (time != null) {
                    last().time = time;
                    return time.end();
                }
                if (word.equals("as")) {
                    return afterAs(at);
                }
                if (word.equals("with") || word.equals("under")) {
                    int covered = cover(at);
                    if (covered > 0) {
                        return covered;
                    }
                }
                if (word.equals("in")
                        && (tokens.is(at + 1, "telegram")
                                || tokens.is(at + 1, "telegrams")
                                || tokens.is(at + 1, "circular"))) {
                    return telegram(at);
                }
                if (word.equals("from") && last().group != null) {
                    return named(at, last().by);
                }
                if (verb.by().contains(word)) {
                    boolean asked = verb.act() == Act.CLEAR && word.equals("by") && last().with;
                    if (word.equals("by") && last().inOffice) {
                        // cleared in S/S by A: the office is only where he sits
                        last().by.clear();
                    }
                    int next = named(at, asked ? new ArrayList<>() : last().by);
                    if (next > 0) {
                        last().with |= word.equals("with");
                        last().inOffice = word.equals("in");
                        return next;
                    }
                }
                if (verb.through().contains(word)) {
                    int next = named(at, last().through);
                    if (next > 0) {
                        return next;
                    }
                }
                if (verb.to().contains(word)) {
                    int next = named(at, last().to);
                    if (next > 0) {
                        return next;
                    }
                }
                if (word.equals("for")) {
                    if (!last().to.isEmpty()) {
                        return attention(at + 1);
                    }
                    int next = named(at, last().onBehalfOf);
                    return next > 0 ? next : at + 1;
                }
                if (word.equals("between")) {
                    return between(at);
                }
                if (word.equals("of") || word.equals("dated")) {
                    Day written = EnglishDates.day(tokens, at + 1).orElse(null);
                    if (written != null) {
                        return dated(written);
                    }
                }
                if (object == null) {
                    NounPhrase phrase = nounPhrase(at, to);
                    if (phrase != null && last().by.isEmpty() && last().to.isEmpty()) {
                        object = phrase.about();
                        return phrase.end();
                    }
                    Act act = endorsed(at);
                    if (act != null) {
                        endorsed = act;
                        Found of = tokens.is(at + 1, "of") ? names.list(tokens, at + 2, to) : null;
                        endorsedBy = of == null ? List.of() : of.names();
                        return of == null ? at + 1 : of.end();
                    }
                }
                int relative = relativeDay(at);
                if (relative > 0) {
                    return relative;
                }
                return skip(at);
            }

            /** {@code that day}, {@code the same day}, {@code the following day}: told from the day of the paper. */
            private int relativeDay(int at) {
                int next = tokens.is(at, "the") ? at + 1 : at;
                if (!tokens.is(next + 1, "day")
                        && !tokens.is(next + 1, "evening")
                        && !tokens.is(next + 1, "afternoon")) {
                    return -1;
                }
                Integer later = switch (tokens.folded(next)) {
                    case "that", "same" -> Integer.valueOf(0);
                    case "following", "next" -> Integer.valueOf(1);
                    case "previous", "preceding" -> Integer.valueOf(-1);
                    default -> null;
                };
                if (later == null) {
                    return -1;
                }
                last().daysLater = later;
                return next + 2;
            }

            private int dated(Day day) {
                last().days.add(day);
                lastDay = day;
                return day.end();
            }

            /** {@code between January 29 and February 1}, {@code between 5:05 p.m. and 9:15 p.m.} */
            private int between(int at) {
                Day first = EnglishDates.day(tokens, at + 1).orElse(null);
                Day second = first == null || !tokens.is(first.end(), "and")
                        ? null
                        : EnglishDates.day(tokens, first.end() + 1).orElse(null);
                if (first != null && second != null) {
                    last().days.add(first);
                    last().interval = true;
                    return dated(second);
                }
                Time start = EnglishDates.time(tokens, at + 1).orElse(null);
                Time end = start == null || !tokens.is(start.end(), "and")
                        ? null
                        : EnglishDates.time(tokens, start.end() + 1).orElse(null);
                if (start != null && end != null) {
                    last().time = new Time(start.clock() + "/" + end.clock(), end.end());
                    return end.end();
                }
                return at + 1;
            }

            /** What is neither a particular nor the end of the clause is passed over, a prepositional phrase whole. */
            private int skip(int at) {
                if (tokens.is(at, "“")) {
                    int next = at + 1;
                    while (next < to && !tokens.is(next, "”")) {
                        next++;
                    }
                    return next + 1;
                }
                if (tokens.is(at, "(")) {
                    int next = at + 1;
                    while (next < to && !tokens.is(next, ")")) {
                        next++;
                    }
                    return next + 1;
                }
                if (MODAL.contains(tokens.folded(at))
                        || tokens.is(at, "stating")
                        || tokens.is(at, "that")
                        || tokens.is(at, "except")) {
                    return tokens.is(at, "except") ? afterExcept(at) : -1;
                }
                if (tokens.is(at, "at")
                        || tokens.is(at, "of")
                        || tokens.is(at, "to")
                        || tokens.is(at, "from")
                        || tokens.is(at, "in")
                        || tokens.is(at, "on")
                        || tokens.is(at, "by")) {
                    Found found = names.list(tokens, at + 1, to);
                    return found != null ? found.end() : at + 1;
                }
                return at + 1;
            }

            private int afterExcept(int at) {
                int next = at + 1;
                while (next < to && !tokens.is(next, ",") && !tokens.is(next, ";")) {
                    next++;
                }
                return next;
            }

            /** Behind a comma or "and": another particular of the same verb, or the end of the clause. */
            private int joined(int at) {
                int next = at;
                while (next < to
                        && (tokens.is(next, ",") || tokens.is(next, "and") || ADVERBS.contains(tokens.folded(next)))) {
                    next++;
                }
                if (next >= to) {
                    return to;
                }
                String word = tokens.folded(next);
                boolean same = verb.by().contains(word)
                        || verb.to().contains(word)
                        || verb.through().contains(word)
                        || word.equals("on")
                                && EnglishDates.day(tokens, next + 1).isPresent()
                        || EnglishDates.day(tokens, next).isPresent()
                        || word.equals("at")
                                && EnglishDates.time(tokens, next + 1).isPresent()
                        || words.qualifiers().at(tokens, next, to) != null
                        || words.precedence().at(tokens, next, to) != null
                        || word.equals("except")
                        || word.equals("dated")
                                && EnglishDates.day(tokens, next + 1).isPresent();
                NounPhrase more = same ? null : nounPhrase(next, to);
                if (more != null
                        && object != null
                        && (tokens.is(next, "its") || tokens.is(next, "their"))
                        && words.verbs().at(tokens, more.end(), to) == null) {
                    return more.end();
                }
                if (tokens.is(next, "its") && object != null) {
                    return next + 2;
                }
                if (!same && !last().days.isEmpty() && Character.isDigit(word.charAt(0)) && word.length() <= 2) {
                    Day before = last().days.get(last().days.size() - 1);
                    last().days.add(new Day(before.month(), Integer.parseInt(word), before.year(), next + 1));
                    return next + 1;
                }
                return same ? next : -1;
            }

            private int qualify(Hit<String> manner, int at) {
                boolean leads = verb.by().contains(tokens.folded(Math.min(manner.end(), tokens.size() - 1)));
                if (verb.act() == Act.DRAFT && manner.value().startsWith("with ")) {
                    int next = leads ? named(manner.end(), new ArrayList<>()) : -1;
                    return next > 0 ? next : manner.end();
                }
                last().ofLastVerb = last().by.isEmpty() && last().to.isEmpty();
                if (leads && !last().by.isEmpty()) {
                    arguments.add(new Arguments());
                }
                last().qualifier = manner.value();
                return manner.end();
            }

            private int named(int at, List<String> into) {
                // a parenthesis that a scan made of a letter
                int next = tokens.is(at + 1, "(") && !closes(at + 2) ? at + 2 : at + 1;
                Hit<String> speed = words.precedence().at(tokens, next, to);
                while (speed != null) {
                    next = speed.end();
                    speed = words.precedence().at(tokens, next, to);
                }
                next = afterOwner(next);
                Found found = names.list(tokens, next, to);
                if (found == null) {
                    return -1;
                }
                into.addAll(found.names());
                lastNames = found.names();
                return found.end();
            }

            private boolean closes(int at) {
                for (int next = at; next < Math.min(to, at + NEAR); next++) {
                    if (tokens.is(next, ")")) {
                        return true;
                    }
                }
                return false;
            }

            /** Behind {@code the President's personal secretary,}: the name that follows. */
            private int afterOwner(int at) {
                int next = tokens.is(at, "the") ? at + 1 : at;
                while (next < to && AgentNames.isCapital(tokens, next) && !AgentNames.isPossessive(tokens, next)) {
                    next++;
                }
                if (next >= to || !AgentNames.isPossessive(tokens, next)) {
                    return at;
                }
                next++;
                while (next < to && Character.isLowerCase(tokens.at(next).charAt(0))) {
                    next++;
                }
                return tokens.is(next, ",") ? next + 1 : at;
            }

            /** {@code to Paris for the Secretary}: to whose attention. */
            private int attention(int at) {
                Found found = names.list(tokens, at, to);
                if (found == null) {
                    return at;
                }
                int last = last().to.size() - 1;
                if (last().to.get(last).indexOf('(') < 0) {
                    last().to.set(last, last().to.get(last) + " (" + String.join(", ", found.names()) + ")");
                }
                return found.end();
            }

            /** {@code as telegram 382 to New York}: what the paper was called, which is no destination. */
            private int afterAs(int at) {
                int next = at + 1;
                if (tokens.is(at + 2, "enclosure") || tokens.is(at + 2, "attachment")) {
                    last().covered = true;
                    while (next < Math.min(to, at + NEAR + 1)) {
                        if (COVERS.contains(tokens.folded(next))) {
                            return next + 1;
                        }
                        next++;
                    }
                    return at + 3;
                }
                while (next < to
                        && !tokens.is(next, ",")
                        && !tokens.is(next, ";")
                        && !tokens.is(next, "and")
                        && !tokens.is(next, "by")
                        && !tokens.is(next, "on")
                        && !tokens.is(next, "for")
                        && !tokens.is(next, "which")) {
                    next++;
                }
                return next;
            }

            /** {@code with a covering note of January 20 from B}: who sent it on, and when. */
            private int cover(int at) {
                int next = at + 1;
                int noun = -1;
                while (next < Math.min(to, at + 6)) {
                    if (COVERS.contains(tokens.folded(next))) {
                        noun = next;
                        break;
                    }
                    next++;
                }
                if (noun < 0 || tokens.folded(from - 1).equals("filed") && !tokens.is(noun - 1, "covering")) {
                    return -1;
                }
                last().covered = true;
                next = noun + 1;
                while (next < to) {
                    String word = tokens.folded(next);
                    Day day = EnglishDates.day(tokens, next).orElse(null);
                    if (day != null) {
                        last().days.add(day);
                        next = day.end();
                    } else if (word.equals("from") || word.equals("by")) {
                        Found found = names.list(tokens, next + 1, to);
                        if (found == null) {
                            return next + 1;
                        }
                        last().by.addAll(found.names());
                        lastNames = found.names();
                        next = found.end();
                    } else if (word.equals("to") && names.one(tokens, next + 1, to) > 0) {
                        Found found = names.list(tokens, next + 1, to);
                        if (found != null) {
                            last().to.addAll(found.names());
                            next = found.end();
                        }
                    } else if (word.equals("of")
                            || word.equals("dated")
                            || word.equals("the")
                            || word.equals("date")
                            || word.equals("that")) {
                        if (word.equals("date") && last().days.isEmpty() && lastDay != null) {
                            last().days.add(lastDay);
                        }
                        next++;
                    } else if (word.equals("and") && !last().days.isEmpty() && isSmallNumber(next + 1)) {
                        next = joined(next);
                    } else {
                        return next;
                    }
                }
                return next;
            }

            private boolean isSmallNumber(int at) {
                return at < to
                        && Character.isDigit(tokens.at(at).charAt(0))
                        && tokens.at(at).length() <= 2;
            }

            /** {@code in telegram 222043Z from CNO to Chief MAAG}: the telegram that carried it. */
            private int telegram(int at) {
                int next = at + 1;
                while (next < to && !tokens.is(next, "from") && !tokens.is(next, "to") && !tokens.is(next, ".")) {
                    String word = tokens.at(next);
                    if (last().group == null && Character.isDigit(word.charAt(0))) {
                        last().group = word;
                    }
                    if (tokens.is(next, ";")
                            || tokens.is(next, ",")
                                    && !Character.isDigit(tokens.at(Math.min(next + 1, tokens.size() - 1))
                                            .charAt(0))
                                    && !tokens.is(next + 1, "and")) {
                        return next;
                    }
                    next++;
                }
                if (last().group == null) {
                    last().group = "";
                }
                return next;
            }
        }
    }

    /** What follows a verb, while it is read. */
    private static final class Arguments {
        private final List<String> by = new ArrayList<>();
        private final List<String> onBehalfOf = new ArrayList<>();
        private final List<String> to = new ArrayList<>();
        private final List<String> through = new ArrayList<>();
        private final List<Day> days = new ArrayList<>();
        private @Nullable Time time;
        private @Nullable String qualifier;
        private @Nullable String group;
        private boolean covered;
        private boolean interval;
        private @Nullable Integer daysLater;

        /** Whether the qualifier stands right behind the verb, and so belongs to the last of several. */
        private boolean ofLastVerb;

        /** Whether "in" said where it was done. */
        private boolean inOffice;

        /** Whether "with" said who did it, so that "by" says only who asked. */
        private boolean with;
    }
}
