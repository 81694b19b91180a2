package chancery.reading.frus;

import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.office.Act;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.routing.Clause;
import chancery.reading.routing.RoutingWords;
import chancery.reading.routing.RoutingWords.Noun;
import chancery.reading.text.Tokens;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The acts that the clauses of a note tell, with what they leave to the heading. */
final class NoteActs {
    private static final String WASHINGTON = "Washington";

    /** What a superior is asked for. */
    private static final Set<String> UPWARD =
            Set.of("for approval", "for signature", "for decision", "for consideration");

    private final RoutingWords words;
    private final FrusHeading heading;
    private final Dateline dateline;
    private final Findings findings;
    private final Ranks ranks;

    NoteActs(RoutingWords words, FrusHeading heading, Dateline dateline, Findings findings) {
        this.words = words;
        this.heading = heading;
        this.dateline = dateline;
        this.findings = findings;
        this.ranks = new Ranks(words);
    }

    /** One act that a note tells, with what it leaves to the heading. */
    void add(Clause clause, Tokens tokens, Passage passage) {
        boolean copies = clause.about() == Noun.COPY;
        if (copies && clause.act() == Act.COPY && clause.by().isEmpty() && isTelegramItself(tokens)) {
            found(Act.REPEAT, heading.sender(), clause.to(), clause, tokens, passage);
            return;
        }
        switch (clause.act()) {
            case DISPATCH -> sent(clause, tokens, passage);
            case REPEAT, POUCH -> {
                if (!clause.to().isEmpty()) {
                    found(clause.act(), or(clause.by(), heading.sender()), clause.to(), clause, tokens, passage);
                }
            }
            case RECEIVE -> received(clause, tokens, passage);
            case FORWARD -> {
                if (isOfHeading(clause)) {
                    findings.ofHeading++;
                } else if (clause.group() != null) {
                    found(Act.FORWARD, clause.by(), clause.to(), clause, tokens, passage);
                } else if (!clause.through().isEmpty()) {
                    through(clause, tokens, passage);
                } else if (!clause.to().isEmpty()
                        && !clause.covered()
                        && clause.by().isEmpty()
                        && !copies
                        && isOutgoing()) {
                    found(Act.REPEAT, heading.sender(), clause.to(), clause, tokens, passage);
                } else if (!clause.to().isEmpty()) {
                    boolean filed =
                            tokens.folded(clause.from()).endsWith("filed") || tokens.is(clause.from() + 1, "filed");
                    if (isUpward(clause) && !copies) {
                        found(Act.SUBMIT, clause.by(), clause.to(), clause, tokens, passage);
                    } else if (!filed || clause.covered() && !clause.by().isEmpty()) {
                        found(copies ? Act.COPY : Act.FORWARD, clause.by(), clause.to(), clause, tokens, passage);
                    }
                }
            }
            case DRAFT,
                    CLEAR,
                    APPROVE,
                    SIGN,
                    INITIAL,
                    SEE,
                    AMEND,
                    TYPE,
                    REJECT,
                    REQUEST,
                    RETURN,
                    WITHDRAW,
                    DELIVER,
                    COPY,
                    SUBMIT,
                    FILE,
                    COMMENT,
                    CONSIDER -> {
                if (isTold(clause) && clause.act() == Act.DRAFT) {
                    found(Act.DRAFT, clause.by(), List.of(), clause, tokens, passage);
                    if (!clause.to().isEmpty()) {
                        found(Act.TYPE, clause.to(), List.of(), clause, tokens, passage);
                    }
                } else if (isTold(clause)) {
                    found(clause.act(), clause.by(), clause.to(), clause, tokens, passage);
                }
            }
            default -> found(clause.act(), clause.by(), clause.to(), clause, tokens, passage);
        }
    }

    /** {@code The source text is the copy sent to …}: the telegram as another post had it. */
    private boolean isTelegramItself(Tokens tokens) {
        if (!heading.isTelegram()) {
            return false;
        }
        for (int at = 0; at + 3 < tokens.size(); at++) {
            if (tokens.is(at, "source") && tokens.is(at + 1, "text") && tokens.is(at + 2, "is")) {
                return true;
            }
        }
        return false;
    }

    /** A telegram of the Department, which itself sends it to further posts. */
    private boolean isOutgoing() {
        return heading.isTelegram()
                && heading.from().stream()
                        .anyMatch(from -> from.contains("Department of State") || from.endsWith("Secretary of State"));
    }

    /** A verb with neither agent nor day nor destination says too little, but for a few. */
    private boolean isTold(Clause clause) {
        return !clause.by().isEmpty()
                || !clause.days().isEmpty()
                || !clause.to().isEmpty()
                || clause.act() == Act.AMEND
                || clause.act() == Act.WITHDRAW
                || clause.act() == Act.CLASSIFY && clause.presumed();
    }

    private void sent(Clause clause, Tokens tokens, Passage passage) {
        if (!clause.through().isEmpty()) {
            if (clause.to().isEmpty()) {
                through(clause, tokens, passage);
            } else {
                found(Act.FORWARD, clause.by(), clause.to(), clause, tokens, passage);
            }
            return;
        }
        if (isOfHeading(clause)) {
            findings.ofHeading++;
            findings.manner = clause.qualifier();
            return;
        }
        if (clause.to().isEmpty() && !(clause.covered() && !clause.by().isEmpty())) {
            return;
        }
        if (heading.isSender(clause.by())) {
            findings.ofHeading++;
            return;
        }
        if (heading.isCircular()) {
            findings.ofHeading++;
            boolean named = clause.to().stream().allMatch(to -> Character.isUpperCase(to.charAt(0)));
            boolean goesOn = tokens.is(clause.from() - 1, "and");
            if (named && !goesOn && clause.by().isEmpty()) {
                findings.addressees = clause.to();
            }
            return;
        }
        boolean telegram = heading.isTelegram();
        if (telegram && "by pouch".equals(clause.qualifier()) && clause.by().isEmpty()) {
            found(Act.POUCH, heading.sender(), clause.to(), clause, tokens, passage);
        } else if (isUpward(clause)) {
            found(Act.SUBMIT, clause.by(), clause.to(), clause, tokens, passage);
        } else if (telegram && !clause.covered() && clause.by().isEmpty() && !isPerson(clause.to())) {
            found(Act.REPEAT, or(clause.by(), heading.sender()), clause.to(), clause, tokens, passage);
        } else if (heading.to().isEmpty()
                && clause.by().isEmpty()
                && !heading.author().isEmpty()) {
            found(Act.DISPATCH, heading.author(), clause.to(), clause.asPresumed(), tokens, passage);
        } else if (heading.kind().equals("paper")) {
            found(Act.SUBMIT, clause.by(), clause.to(), clause, tokens, passage);
        } else {
            found(Act.FORWARD, clause.by(), clause.to(), clause, tokens, passage);
        }
    }

    /** {@code Sent for action.}, {@code Transmitted in two sections.}: how it went is told, not where to. */
    private static boolean isOfHeading(Clause clause) {
        return clause.about() == Noun.THIS
                && clause.by().isEmpty()
                && clause.to().isEmpty()
                && clause.through().isEmpty()
                && clause.days().isEmpty()
                && clause.group() == null
                && !clause.covered();
    }

    /** Sent for approval to one who stands above the sender. */
    private boolean isUpward(Clause clause) {
        String manner = clause.qualifier();
        return manner != null
                && UPWARD.contains(manner)
                && ranks.isAbove(
                        clause.to().get(0),
                        clause.by().isEmpty() ? "" : clause.by().get(0));
    }

    private static boolean isPerson(List<String> to) {
        return to.size() == 1 && (to.get(0).contains("Secretary") || to.get(0).contains("President"));
    }

    /** Sent through somebody: he passed it on, presumably. */
    private void through(Clause clause, Tokens tokens, Passage passage) {
        Clause presumed = new Clause(
                Act.FORWARD,
                clause.about(),
                clause.through(),
                List.of(),
                heading.to(),
                List.of(),
                clause.days(),
                clause.time(),
                null,
                null,
                false,
                null,
                true,
                clause.from(),
                clause.end());
        found(Act.FORWARD, clause.through(), heading.to(), presumed, tokens, passage);
    }

    private void received(Clause clause, Tokens tokens, Passage passage) {
        if (clause.about() == Noun.COPY && clause.by().isEmpty()) {
            return;
        }
        if (clause.covered() && !clause.by().isEmpty()) {
            found(Act.FORWARD, clause.by(), clause.to(), clause, tokens, passage);
            return;
        }
        if (clause.days().isEmpty() && clause.time() == null && clause.by().isEmpty()) {
            return;
        }
        boolean place = clause.by().stream().allMatch(words.clocks()::containsKey);
        List<String> by = place ? heading.to() : clause.by();
        if (!clause.days().isEmpty() || clause.time() == null) {
            found(Act.RECEIVE, by, List.of(), clause, tokens, passage);
            return;
        }
        Receipt receipt =
                Receipt.at(clause.time().clock(), dateline, words.clocks().get(WASHINGTON));
        findings.acts.add(new FoundAct(
                Act.RECEIVE,
                by,
                List.of(),
                List.of(),
                receipt.date(),
                clause.time().clock(),
                false,
                null,
                receipt.ambiguous(),
                MarkKind.SOURCE_NOTE,
                tokens.between(clause.from(), clause.end()),
                place(clause, tokens, passage),
                receipt.because()));
    }

    private void found(Act act, List<String> by, List<String> to, Clause clause, Tokens tokens, Passage passage) {
        List<String> dates = dateline.dates(clause);
        for (String date : dates.isEmpty() ? Collections.<@Nullable String>singletonList(null) : dates) {
            findings.addOnce(new FoundAct(
                    act,
                    by,
                    clause.onBehalfOf(),
                    to,
                    date,
                    clause.time() == null ? null : clause.time().clock(),
                    clause.presumed(),
                    clause.qualifier(),
                    false,
                    MarkKind.SOURCE_NOTE,
                    tokens.between(clause.from(), clause.end()),
                    place(clause, tokens, passage),
                    clause.presumed() ? "the note presumes it" : null));
        }
    }

    private static Place place(Clause clause, Tokens tokens, Passage passage) {
        return new Place(passage.element(), tokens.start(clause.from()), tokens.end(clause.end() - 1));
    }

    private static List<String> or(List<String> named, List<String> heading) {
        return named.isEmpty() ? heading : named;
    }
}
