package chancery.reading.frus;

import chancery.document.Form;
import chancery.reading.found.Passage;
import chancery.reading.particular.EnglishDates;
import chancery.reading.routing.AgentNames;
import chancery.reading.routing.RoutingWords;
import chancery.reading.routing.RoutingWords.Heading;
import chancery.reading.routing.RoutingWords.Tells;
import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the heading of a FRUS document says: {@code 91. Telegram From the Acting Secretary of State to the Embassy in the
 * Republic of China}.
 *
 * @param heading how it calls the paper; {@code null} if the words are not known
 * @param title the heading without its number
 * @param from who sent it
 * @param to to whom
 * @param author who wrote it, where it is from nobody to nobody
 * @param body the standing body that met, where one is named
 * @param draft whether it is called a draft
 */
public record FrusHeading(
        @Nullable Heading heading,
        String title,
        List<String> from,
        List<String> to,
        List<String> author,
        @Nullable String body,
        boolean draft) {
    private static final Pattern SALUTATION = Pattern.compile("^(?:My )?Dear ", Pattern.CASE_INSENSITIVE);

    private static final Tokens LETTER = Tokens.of("Letter");

    /** Before the name of a person, not of an office. */
    private static final List<String> PERSONAL = List.of("mr", "m", "mrs", "messrs", "lord", "count", "baron", "sir");

    /** What the Department and its posts wrote to each other by pouch begins so, behind its number. */
    private static final Pattern BY_POUCH = Pattern.compile("^(?:No\\. ?[\\d–-]+\\S* )?Sir: ");

    /** Behind these a "to" belongs to the title of an office. */
    private static final List<String> ASSISTANTS =
            List.of("assistant", "adviser", "representative", "counsel", "officer");

    /** Behind these it belongs to where somebody is posted. */
    private static final List<String> POSTED = List.of("delegation", "mission", "ambassador", "minister");

    /**
     * Reads a heading.
     *
     * @param note the source note, which in older volumes says what the paper is: {@code 795.00/3–2754: Telegram}
     * @param opening how the text begins: a salutation is that of a letter, where nothing else says what the paper is
     * @param labels what stands beside the dateline, which may say it too: {@code [Telegram]}
     */
    static FrusHeading read(
            Passage head, @Nullable Passage note, String opening, List<Passage> labels, RoutingWords words) {
        Tokens tokens = Tokens.of(head.text());
        int start = number(tokens);
        String title = tokens.between(start, tokens.size());
        Hit<Heading> called = words.headings().at(tokens, start, tokens.size());
        if (called == null) {
            called = words.headings().within(tokens, start, Math.min(tokens.size(), start + 6));
        }
        int at = called == null ? start : called.end();
        Heading heading = called == null ? ofNote(note, words) : called.value();
        if (heading == null) {
            heading = ofLabels(labels, words);
        }
        if (heading == null && SALUTATION.matcher(opening).find()) {
            heading = letter(words);
        }
        int from = find(tokens, at, "from");
        List<String> senders = List.of();
        List<String> addressees = List.of();
        List<String> author = List.of();
        if (from < 0 && called == null && addressee(tokens, start) > 0) {
            // the older volumes: The Ambassador in Ruritania (Fox) to the Secretary of State
            int to = addressee(tokens, start);
            senders = agents(tokens, start, to);
            addressees = agents(tokens, to + 1, afterAddressee(tokens, to + 1));
        } else if (from >= 0) {
            int to = addressee(tokens, from + 1);
            senders = agents(tokens, from + 1, to < 0 ? tokens.size() : to);
            addressees = to < 0 ? List.of() : agents(tokens, to + 1, afterAddressee(tokens, to + 1));
        } else {
            int by = find(tokens, start, "by");
            int of = find(tokens, at, "of");
            if (by >= 0) {
                int to = addressee(tokens, by + 1);
                author = agents(tokens, by + 1, to < 0 ? tokens.size() : to);
                if (tokens.is(at, "to") && isMemorandum(called)) {
                    // Memorandum to the National Security Council by the Executive Secretary (Brown)
                    senders = author;
                    author = List.of();
                    addressees = agents(tokens, at + 1, by);
                } else if (to >= 0 && tokens.is(by - 1, "memorandum")) {
                    // the older volumes: Memorandum by the Counselor (Brown) to the Under Secretary
                    senders = author;
                    author = List.of();
                    addressees = agents(tokens, to + 1, afterAddressee(tokens, to + 1));
                }
            } else if (tokens.is(at, "for") && isMemorandum(called)) {
                int discussion = find(tokens, at, "discussion");
                addressees = agents(tokens, at + 1, discussion < 0 ? afterAddressee(tokens, at + 1) : discussion - 1);
            } else if (of == at && of >= 0 && called != null && called.value().tells() == Tells.DRAFT) {
                author = agents(tokens, of + 1, tokens.size());
            } else if (find(tokens, at, "prepared") >= 0 && find(tokens, at, "in") >= 0) {
                author = agents(tokens, find(tokens, at, "in") + 1, tokens.size());
            }
        }
        if (heading == null && BY_POUCH.matcher(opening).find()) {
            heading = byPouch(senders, addressees, words);
        }
        if (heading == null && called == null && !senders.isEmpty() && !addressees.isEmpty()) {
            // Mr. Fox to Mr. Gray: whatever it is, it went from one to the other
            boolean personal = PERSONAL.contains(tokens.folded(start));
            heading = personal ? letter(words) : new Heading("other", Form.PAPER, Tells.DISPATCH, false);
        } else if (heading != null && find(tokens, start, "airgram") >= 0) {
            // it is worded like a telegram and carried like a despatch or an instruction
            heading = heading.of(isPost(senders, words) ? Form.DESPATCH : Form.INSTRUCTION);
        }
        return new FrusHeading(
                heading, title, senders, addressees, author, body(tokens, at), tokens.is(start, "draft"));
    }

    private static @Nullable Heading letter(RoutingWords words) {
        return Optional.ofNullable(words.headings().at(LETTER, 0, LETTER.size()))
                .map(Hit::value)
                .orElse(null);
    }

    /** What a label beside the dateline says the paper is. */
    private static @Nullable Heading ofLabels(List<Passage> labels, RoutingWords words) {
        for (Passage label : labels) {
            Tokens tokens = Tokens.of(label.text());
            Hit<Heading> said = words.headings().at(tokens, tokens.is(0, "[") ? 1 : 0, tokens.size());
            if (said != null) {
                return said.value();
            }
        }
        return null;
    }

    private static boolean isMemorandum(@Nullable Hit<Heading> called) {
        return called != null && called.value().tells() == Tells.SUBMIT;
    }

    /** What a source note says the paper is, behind its file number and a colon. */
    private static @Nullable Heading ofNote(@Nullable Passage note, RoutingWords words) {
        if (note == null) {
            return null;
        }
        Tokens tokens = Tokens.of(note.text());
        for (int at = 1; at < Math.min(tokens.size(), 12); at++) {
            Hit<Heading> said = tokens.is(at - 1, ":") ? words.headings().at(tokens, at, tokens.size()) : null;
            if (said != null) {
                return said.value();
            }
        }
        return null;
    }

    /** An instruction to a post, or a despatch of one; {@code null} between others. */
    private static @Nullable Heading byPouch(List<String> from, List<String> to, RoutingWords words) {
        Tokens called = Tokens.of(isPost(to, words) ? "Instruction" : "Despatch");
        return isPost(to, words) == isPost(from, words)
                ? null
                : Optional.ofNullable(words.headings().at(called, 0, called.size()))
                        .map(Hit::value)
                        .orElse(null);
    }

    private static boolean isPost(List<String> agents, RoutingWords words) {
        return agents.stream().map(Tokens::of).anyMatch(agent -> words.atHome().at(agent, 0, agent.size()) != null);
    }

    /** Whether the document is the editor's own text. */
    public boolean isEditorial() {
        return heading != null && heading.kind().equals("none");
    }

    /** Behind the number of the document: {@code 91.}, or {@code No. 91}. */
    private static int number(Tokens tokens) {
        if (tokens.is(0, "no")
                && tokens.is(1, ".")
                && tokens.size() > 3
                && Character.isDigit(tokens.at(2).charAt(0))) {
            return tokens.is(3, ".") ? 4 : 3;
        }
        boolean numbered = tokens.size() > 1 && Character.isDigit(tokens.at(0).charAt(0)) && tokens.is(1, ".");
        return numbered ? 2 : 0;
    }

    private static int find(Tokens tokens, int from, String word) {
        for (int at = from; at < tokens.size(); at++) {
            if (tokens.is(at, word)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * The "to" that leads to the addressee, and not into a title such as Special Assistant to the President; nor to where
     * somebody is posted, as in Mission to the United Nations, where another one follows.
     */
    private static int addressee(Tokens tokens, int from) {
        int first = -1;
        int posting = -1;
        for (int at = from + 1; at < tokens.size(); at++) {
            if (tokens.is(at, "to")) {
                if (tokens.is(at - 1, ")") || tokens.is(at - 1, ",") && tokens.is(at - 2, ")")) {
                    return at;
                }
                if (posting < 0 && first < 0 && POSTED.contains(tokens.folded(at - 1))) {
                    posting = at;
                } else if (first < 0 && !ASSISTANTS.contains(tokens.folded(at - 1))) {
                    first = at;
                }
            }
        }
        return first < 0 ? posting : first;
    }

    /** Where the addressee ends: before a place or a day, or before what the edition adds, as {@code [Extract.]}. */
    private static int afterAddressee(Tokens tokens, int from) {
        for (int at = from + 1; at < tokens.size(); at++) {
            boolean closes = tokens.is(at, "[") && AgentNames.isCapital(tokens, at + 1)
                    || tokens.is(at, "—")
                    || tokens.is(at, ",")
                            && (tokens.is(at + 1, "at")
                                    || tokens.is(at + 1, "undated")
                                    || EnglishDates.day(tokens, at + 1).isPresent()
                                    || isPlaceAndDay(tokens, at + 1));
            if (closes) {
                return at;
            }
        }
        return tokens.size();
    }

    /** {@code Washington, June 7, 1970}, which some volumes print in the heading. */
    private static boolean isPlaceAndDay(Tokens tokens, int from) {
        int at = from;
        while (at < tokens.size() && AgentNames.isCapital(tokens, at) && !EnglishDates.isMonth(tokens, at)) {
            at++;
        }
        return at > from
                && at - from <= 2
                && tokens.is(at, ",")
                && (tokens.is(at + 1, "undated")
                        || EnglishDates.day(tokens, at + 1).isPresent());
    }

    /** Agents of a heading: parted where a name in parentheses ends, or by "and the". */
    private static List<String> agents(Tokens tokens, int from, int to) {
        List<String> agents = new ArrayList<>();
        int start = from;
        boolean enumerates = enumerates(tokens, from, to);
        for (int at = from; at <= to; at++) {
            boolean parted = at == to
                    || enumerates && tokens.is(at, ",") && isOffice(tokens, at + 1)
                    || (tokens.is(at, ",") || tokens.is(at, "and")) && at > start && tokens.is(at - 1, ")")
                    || tokens.is(at, "and") && tokens.is(at + 1, "the") && isOffice(tokens, at + 2);
            if (parted) {
                add(tokens, start, at, agents);
                start = at + 1;
            }
        }
        return List.copyOf(agents);
    }

    /** {@code Secretary of State A, Attorney General B, and the Director (C)}. */
    private static boolean enumerates(Tokens tokens, int from, int to) {
        for (int at = from; at + 2 < to; at++) {
            if (tokens.is(at, ",") && tokens.is(at + 1, "and") && tokens.is(at + 2, "the")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOffice(Tokens tokens, int at) {
        return tokens.is(at, "embassy")
                || tokens.is(at, "attorney")
                || tokens.is(at, "director")
                || tokens.is(at, "chairman")
                || tokens.is(at, "consulate")
                || tokens.is(at, "legation")
                || tokens.is(at, "secretary")
                || tokens.is(at, "president")
                || tokens.is(at, "mission");
    }

    private static void add(Tokens tokens, int from, int to, List<String> agents) {
        int start = from;
        while (start < to && (tokens.is(start, "the") || tokens.is(start, "and") || tokens.is(start, ","))) {
            start++;
        }
        int end = to;
        while (end > start && (tokens.is(end - 1, ",") || tokens.is(end - 1, "."))) {
            end--;
        }
        if (end > start) {
            agents.add(person(tokens.between(start, end).replace("( ", "(").replace(" )", ")")));
        }
    }

    /** A person without the office told behind the name: {@code John Goodyear, Special Assistant to …}. */
    private static String person(String agent) {
        int comma = agent.indexOf(", ");
        boolean office = agent.indexOf('(') >= 0 || comma < 0 || agent.startsWith(", Jr", comma);
        int of = agent.indexOf(" of the Office ");
        if (of > 0 && agent.indexOf('(') < 0) {
            return agent.substring(0, agent.charAt(of - 1) == ',' ? of - 1 : of);
        }
        return office || agent.substring(0, comma).contains(" of ") || !agent.contains(" to the ")
                ? agent
                : agent.substring(0, comma);
    }

    /** The standing body whose meeting it was. */
    private static @Nullable String body(Tokens tokens, int from) {
        for (int at = from; at < tokens.size(); at++) {
            if (tokens.is(at, "meeting") || tokens.is(at, "meetings")) {
                if (tokens.is(at - 1, "cabinet")) {
                    return "Cabinet";
                }
                if (tokens.is(at + 1, "of") && tokens.is(at + 2, "the")) {
                    int end = at + 3;
                    while (end < tokens.size() && !tokens.is(end, ",") && !EnglishDates.isMonth(tokens, end)) {
                        end++;
                    }
                    return tokens.between(at + 3, end);
                }
            }
        }
        return null;
    }

    /** Its kind in a word of the edition. */
    public String kind() {
        return Optional.ofNullable(heading).map(Heading::kind).orElse("other");
    }

    boolean isTelegram() {
        return kind().equals("telegram");
    }

    /** Whether a word calls a paper of this kind: {@code cable} one that is a telegram. */
    boolean isCalled(Tokens tokens, int at) {
        String word = tokens.folded(at);
        return switch (kind()) {
            case "telegram" -> word.equals("telegram") || word.equals("message") || word.equals("cable");
            case "memcon", "minutes" -> word.equals("memorandum") || word.equals("minutes");
            case "other" -> word.equals("paper") || word.equals("note") || word.equals("statement");
            default -> word.equals(kind());
        };
    }

    /** Whether it went to many that the heading does not name one by one. */
    boolean isCircular() {
        return to.stream().anyMatch(many -> many.startsWith("Certain") || many.matches("(?s).*\\b[Aa]ll .*"));
    }

    /** Who the paper is from: its sender, or else its author. */
    List<String> sender() {
        return from.isEmpty() ? author : from;
    }

    boolean isSender(List<String> by) {
        return !by.isEmpty() && sender().stream().anyMatch(name -> name.contains(surname(by.get(0))));
    }

    private static String surname(String name) {
        String bare = name.replaceAll(" ?\\[.*\\]$", "");
        return bare.substring(bare.lastIndexOf(' ') + 1);
    }
}
