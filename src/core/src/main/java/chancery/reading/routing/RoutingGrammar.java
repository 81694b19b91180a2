package chancery.reading.routing;

import chancery.office.Act;
import chancery.reading.routing.AgentNames.Found;
import chancery.reading.routing.RoutingWords.Noun;
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

    /** Whether a sentence begins with a mark on the paper, or a covering note of it. */
    public boolean isOfMark(Tokens tokens, int from, int to) {
        int near = Math.min(to, from + FunctionWords.NEAR);
        Noun first = new NounPhrases(words, tokens).first(from, near);
        return first == Noun.NOTE || CoveringNote.begins(tokens, from, near);
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
        sentence.remark(from, to);
        sentence.cover(from, to);
        sentence.abstention(from, to, denials);
        return new Told(List.copyOf(sentence.reader.clauses), List.copyOf(denials), sentence.reader.aside);
    }

    /** One sentence while it is read. */
    private final class Sentence {
        private final Tokens tokens;
        private final NounPhrases nouns;
        private final ReportedSpeech reported;
        private final Owners owners;
        private final ClauseReader reader;

        Sentence(Tokens tokens) {
            this.tokens = tokens;
            this.nouns = new NounPhrases(words, tokens);
            this.reported = new ReportedSpeech(tokens, nouns);
            this.owners = new Owners(tokens, names);
            this.reader = new ClauseReader(words, names, tokens, nouns);
        }

        /** What is quoted of a marginal note: {@code “I agree”} approves, anything else comments. */
        private void remark(int from, int to) {
            int quote = from;
            while (quote < to && !tokens.is(quote, "“")) {
                quote++;
            }
            boolean ofOther = tokens.is(from, "according") || CoveringNote.begins(tokens, from, quote);
            for (int at = from; at + 1 < quote; at++) {
                ofOther |= AgentNames.isPossessive(tokens, at) && nouns.noun(at + 1, quote) == Noun.THIS;
            }
            boolean ofMark = nouns.first(from, quote) == Noun.NOTE || nouns.lastWithin(from, quote - 1) == Noun.NOTE;
            List<String> writer = owners.writer(from, quote);
            if (quote + 1 >= to || ofOther || !ofMark && writer.isEmpty()) {
                return;
            }
            List<String> hand = writer.isEmpty() ? owners.hand(from, quote, reader.clauses) : writer;
            Hit<Act> remark = words.remarks().at(tokens, quote + 1, to);
            if (remark != null) {
                endorsed(remark, hand.isEmpty() ? owners.initials(remark.end(), to) : hand, from);
            } else if (reader.clauses.stream().allMatch(clause -> clause.act() == Act.APPROVE && !writer.isEmpty())
                    && !hand.isEmpty()
                    && !words.offices().contains(tokens.folded(quote + 1))) {
                reader.add(Act.COMMENT, Noun.THIS, hand, false, from, quote);
            }
        }

        /** A remark that is no mere comment, unless the quotation itself says whose act it is. */
        private void endorsed(Hit<Act> remark, List<String> by, int from) {
            reader.clauses.removeIf(clause -> clause.act() == Act.COMMENT
                    || clause.act() == remark.value()
                            && (clause.by().isEmpty() || clause.by().equals(by)));
            if (reader.clauses.stream().noneMatch(clause -> clause.act() == remark.value())) {
                reader.add(remark.value(), Noun.THIS, by, false, from, remark.end());
            }
        }

        /** A covering note, where no verb says that the paper was sent on. */
        private void cover(int from, int to) {
            if (reader.clauses.stream().noneMatch(clause -> clause.covered() || clause.act() == Act.FORWARD)) {
                CoveringNote.in(tokens, from, to, names).ifPresent(forward -> {
                    if (CoveringNote.begins(tokens, from, Math.min(to, from + FunctionWords.NEAR))) {
                        // what the note itself says belongs to the sending on
                        reader.clauses.clear();
                    }
                    reader.clauses.add(forward);
                });
            }
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
                reader.aside = "says where something lies";
                return;
            }
            traces(from, to);
            int cut = reported.accordingTo(from, to);
            if (tokens.is(from, "according")) {
                int comma = reported.commaBeforeClause(from, to);
                if (nouns.first(from, comma) == Noun.OTHER) {
                    account(comma + 1, to);
                } else {
                    reader.read(comma + 1, to);
                }
                return;
            }
            int report = reported.report(from, cut);
            if (report < 0) {
                reader.read(from, cut);
                return;
            }
            int rest = reported.afterReport(report, cut);
            boolean elliptic = words.verbs().at(tokens, from, report) != null;
            Noun first = elliptic ? null : nouns.first(from, report);
            boolean quoted = tokens.is(report + 1, ":") || tokens.is(rest - 1, "“");
            if (first == Noun.NOTE
                    || reported.introducesMark(from, report) && quoted && !elliptic && first == Noun.THIS) {
                reader.read(from, reported.semicolon(from, report));
                int before = reader.clauses.size();
                reader.lastNames = owners.hand(from, report + 1, reader.clauses);
                reader.read(rest, cut);
                if (quoted && words.verbs().at(tokens, rest, cut) != null && reader.clauses.size() > before) {
                    writtenBy(before, owners.hand(from, report + 1, reader.clauses));
                }
            } else if (first == Noun.OTHER) {
                account(rest, cut);
            } else {
                reader.read(from, report);
                if (!quoted || reported.introducesMark(from, report) && !elliptic) {
                    account(rest, cut);
                }
            }
        }

        /** A notation that says only "approved" is told of the one who wrote it. */
        private void writtenBy(int clause, List<String> writer) {
            Clause told = reader.clauses.get(clause);
            if (told.by().isEmpty() && !writer.isEmpty()) {
                reader.clauses.set(clause, told.by(writer));
            }
        }

        /** What proves an act of the one whose it is: initials, revisions in a hand. */
        private void traces(int from, int to) {
            for (int at = from; at < to; at++) {
                Hit<Act> trace = words.traces().at(tokens, at, to);
                if (trace == null) {
                    continue;
                }
                List<String> whose = owners.before(from, at, reader.clauses);
                if (whose.isEmpty()) {
                    whose = owners.hand(trace.end(), to, reader.clauses);
                }
                boolean asked = trace.value() != Act.REQUEST || owners.isAtOwners(from, at);
                if (!whose.isEmpty() && asked) {
                    reader.lastNames = whose;
                    reader.add(trace.value(), Noun.THIS, whose, false, at, trace.end());
                }
            }
        }

        /** An account that another paper gives: only what it says of this paper counts. */
        private void account(int from, int to) {
            int before = reader.clauses.size();
            reader.read(from, to);
            if (reader.clauses.size() == before
                    && words.verbs().within(tokens, from, to) != null
                    && reader.aside == null) {
                reader.aside = "tells of other papers";
            }
        }
    }
}
