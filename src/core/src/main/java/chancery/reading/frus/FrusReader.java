package chancery.reading.frus;

import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.office.Act;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.found.Unread;
import chancery.reading.frus.FrusDocument.Note;
import chancery.reading.frus.FrusDocument.TeiDate;
import chancery.reading.frus.SourceNote.Span;
import chancery.reading.particular.Clocks;
import chancery.reading.particular.EnglishDates;
import chancery.reading.particular.EnglishDates.Day;
import chancery.reading.routing.AgentNames;
import chancery.reading.routing.Clause;
import chancery.reading.routing.RoutingGrammar;
import chancery.reading.routing.RoutingGrammar.Denial;
import chancery.reading.routing.RoutingGrammar.Told;
import chancery.reading.routing.RoutingWords;
import chancery.reading.routing.RoutingWords.Noun;
import chancery.reading.routing.RoutingWords.Tells;
import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes acts of a FRUS document: of its heading and dateline, its printed signature, its source note, and, where the
 * source note holds only a file number, of its first footnotes. What a heading or a verb proves is said in the
 * {@code marks.yaml} of the procedure; who is meant where the note leaves it out is taken from the heading.
 */
public final class FrusReader {
    /** Of acts on one day, the order in which they come. */
    private static final List<Act> ORDER = List.of(
            Act.CONSIDER,
            Act.REQUEST,
            Act.ASSIGN,
            Act.DRAFT,
            Act.TYPE,
            Act.AMEND,
            Act.CLEAR,
            Act.REJECT,
            Act.APPROVE,
            Act.SIGN,
            Act.INITIAL,
            Act.SUBMIT,
            Act.DISPATCH,
            Act.REPEAT,
            Act.POUCH,
            Act.RECEIVE,
            Act.FORWARD,
            Act.COPY,
            Act.DELIVER,
            Act.SEE);

    private static final String WASHINGTON = "Washington";

    private final RoutingWords words;
    private final RoutingGrammar grammar;
    private final Clocks clocks;

    public FrusReader(RoutingWords words) {
        this.words = words;
        this.grammar = new RoutingGrammar(words);
        this.clocks = new Clocks(words.clocks());
    }

    /** What a document tells, before a case file is made of it. */
    public record Account(
            FrusHeading heading,
            @Nullable SourceNote note,
            List<FoundAct> acts,
            List<Negative> negatives,
            List<Unread> unread,
            List<Unread> setAside,
            int sentences,
            @Nullable ZoneId zone) {}

    /**
     * What a document says did not happen or is not known.
     *
     * @param says in a short phrase
     */
    public record Negative(String says, String reading, Place place) {}

    /** Reads a document. */
    public Account read(FrusDocument document) {
        return new Reading(document).account();
    }

    /** One document while it is read. */
    private final class Reading {
        private final FrusDocument document;
        private final FrusHeading heading;
        private final @Nullable Note sourceNote;
        private final @Nullable SourceNote note;
        private final List<Tokens> printed;
        private final @Nullable LocalDate day;
        private final @Nullable String time;
        private final @Nullable ZoneId zone;
        private final List<FoundAct> acts = new ArrayList<>();
        private final List<Negative> negatives = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();
        private final List<Unread> setAside = new ArrayList<>();
        private int sentences;

        Reading(FrusDocument document) {
            this.document = document;
            sourceNote =
                    document.notes().stream().filter(Note::source).findFirst().orElse(null);
            heading = FrusHeading.read(document.head(), sourceNote == null ? null : sourceNote.passage(), words);
            note = sourceNote == null
                    ? null
                    : SourceNote.read(sourceNote.passage().text(), words);
            printed = printed();
            day = day();
            time = time();
            String line = document.dateline() == null ? "" : document.dateline().text();
            zone = clocks.zoneOf(line).orElse(null);
        }

        Account account() {
            if (!heading.isEditorial()) {
                sourceNote();
                footnotes();
                headingAndDateline();
                signature();
                acts.sort(Comparator.comparingInt(Reading::rank));
            }
            return new Account(
                    heading,
                    note,
                    List.copyOf(acts),
                    List.copyOf(negatives),
                    List.copyOf(unread),
                    List.copyOf(setAside),
                    sentences,
                    zone);
        }

        private static int rank(FoundAct act) {
            int rank = ORDER.indexOf(act.act());
            return rank < 0 ? ORDER.size() : rank;
        }

        // ---- heading, dateline

        private @Nullable LocalDate day() {
            for (Tokens tokens : printed) {
                for (int at = 0; at < tokens.size(); at++) {
                    Optional<Day> found = EnglishDates.day(tokens, at);
                    if (found.isPresent() && found.get().year() != null) {
                        return found.get().near(LocalDate.EPOCH);
                    }
                }
            }
            String first = document.from();
            if (first != null) {
                return first(new TeiDate(first, null, null)).orElse(null);
            }
            return document.dates().stream()
                    .map(Reading::first)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
        }

        /** Where a day is printed: the dateline, or else the heading of a conversation. */
        private List<Tokens> printed() {
            Tokens head = Tokens.of(document.head().text());
            Passage dateline = document.dateline();
            return dateline == null ? List.of(head) : List.of(Tokens.of(dateline.text()), head);
        }

        private @Nullable String time() {
            for (Tokens tokens : printed) {
                for (int at = 0; at < tokens.size(); at++) {
                    Optional<EnglishDates.Time> found = EnglishDates.time(tokens, at);
                    if (found.isPresent()) {
                        return found.get().clock();
                    }
                }
            }
            return null;
        }

        private static Optional<LocalDate> first(TeiDate date) {
            String first = date.when() == null ? date.from() : date.when();
            if (first == null || first.length() < 10) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.parse(first.substring(0, 10)));
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        }

        private void headingAndDateline() {
            Tells tells = heading.heading() == null
                    ? Tells.NOTHING
                    : heading.heading().tells();
            boolean notSent = denies("not sent");
            if (heading.draft() && !heading.from().isEmpty()) {
                tells = Tells.DRAFT;
            }
            boolean undated = denies("no date of transmission");
            switch (tells) {
                case DISPATCH -> {
                    if (!notSent && !heading.from().isEmpty()) {
                        heading(Act.DISPATCH, heading.from(), heading.to(), day, time);
                    }
                }
                case SUBMIT -> {
                    if (!notSent && !heading.from().isEmpty() && !heading.to().isEmpty()) {
                        heading(
                                isDownwardOrAbroad() ? Act.DISPATCH : Act.SUBMIT,
                                heading.from(),
                                heading.to(),
                                undated ? null : day,
                                undated ? null : time);
                    }
                }
                case CONSIDER -> {
                    List<String> body = heading.body() == null ? List.of() : List.of(heading.body());
                    heading(Act.CONSIDER, body, List.of(), day, time);
                    if (!heading.author().isEmpty() && tellsNot(Act.DRAFT)) {
                        heading(Act.DRAFT, heading.author(), List.of(), day, null);
                    }
                }
                case DRAFT -> {
                    datedDraft();
                    if (tellsNot(Act.DRAFT) && (day != null || !heading.author().isEmpty())) {
                        heading(
                                Act.DRAFT,
                                heading.from().isEmpty() || notSent ? heading.author() : List.of(),
                                List.of(),
                                day,
                                null);
                    }
                }
                case NOTHING -> {}
            }
        }

        /** A draft by the author of the heading is of the day of the heading. */
        private void datedDraft() {
            for (int at = 0; at < acts.size(); at++) {
                FoundAct act = acts.get(at);
                if (act.act() == Act.DRAFT && act.date() == null && day != null && isSender(act.by())) {
                    acts.set(at, act.on(day.toString()));
                }
            }
        }

        private boolean tellsNot(Act act) {
            return acts.stream().noneMatch(found -> found.act() == act);
        }

        private void heading(Act act, List<String> by, List<String> to, @Nullable LocalDate on, @Nullable String at) {
            Passage passage =
                    document.dateline() == null || act == Act.CONSIDER ? document.head() : document.dateline();
            acts.add(new FoundAct(
                    act,
                    by,
                    List.of(),
                    to,
                    on == null ? null : on.toString(),
                    at,
                    false,
                    null,
                    false,
                    MarkKind.HEADING,
                    passage.text(),
                    new Place(passage.element(), 0, passage.text().length()),
                    null));
        }

        /** A memorandum goes down to a subordinate, or to another government. */
        private boolean isDownwardOrAbroad() {
            Tokens from = Tokens.of(heading.from().get(0));
            Tokens to = Tokens.of(heading.to().get(0));
            return rankOf(from) < rankOf(to) || isAbroad(to) || isAbroad(from);
        }

        private boolean isAbroad(Tokens agent) {
            return words.abroad().within(agent, 0, agent.size()) != null
                    && words.atHome().at(agent, 0, agent.size()) == null;
        }

        private int rankOf(Tokens agent) {
            Hit<Integer> rank = words.ranks().at(agent, 0, agent.size());
            boolean assistant = rank != null && AgentNames.isPossessive(agent, rank.end() - 1);
            return rank == null || assistant ? Integer.MAX_VALUE : rank.value();
        }

        // ---- signature

        private void signature() {
            if (document.signed().isEmpty()) {
                return;
            }
            boolean notSigned = false;
            List<Note> onSigned = document.notes().stream()
                    .filter(found -> found.on().equals("signed"))
                    .toList();
            boolean typed = false;
            for (Note found : onSigned) {
                String text = found.passage().text().toLowerCase(Locale.ROOT);
                typed |= text.contains("typed")
                        || text.contains("stamped")
                        || text.contains("signature appears")
                        || text.contains("carbon");
                notSigned |= text.startsWith("initialed for")
                        || text.startsWith("signed for")
                        || text.contains(" signed for ");
            }
            if (notSigned) {
                return;
            }
            List<Passage> lines = document.signed().stream()
                    .filter(line -> isInitials(line.text()) || isName(line.text()))
                    .toList();
            if (lines.isEmpty()) {
                return;
            }
            Passage first = lines.get(0);
            if (isInitials(first.text())
                    || lines.size() > 1 && isShort(first.text(), lines.get(1).text())) {
                String full = lines.size() > 1 ? " [" + bare(lines.get(1).text()) + "]" : "";
                String written = bare(first.text()) + stop(first.text());
                boolean initials = isInitials(first.text()) || first.text().matches("\\p{Lu}\\.? .*");
                boolean odd = written.length() <= 2 && Character.isLowerCase(written.charAt(0));
                signed(
                        initials ? Act.INITIAL : Act.SIGN,
                        written + full,
                        first,
                        odd,
                        odd,
                        odd ? "a letter alone is hardly a signature" : null);
                return;
            }
            if (acts.stream()
                    .anyMatch(act -> act.act() == Act.SIGN
                            || act.act() == Act.INITIAL && !act.onBehalfOf().isEmpty())) {
                return;
            }
            boolean mayBeFormula =
                    heading.heading() != null && heading.heading().signaturePresumed();
            for (Passage line : lines) {
                boolean formula = mayBeFormula
                        && (heading.kind().equals("telegram") || line.text().indexOf(' ') < 0);
                boolean approvedByAnother = formula
                        && acts.stream()
                                .anyMatch(act ->
                                        act.act() == Act.APPROVE && !act.by().isEmpty());
                String because = formula
                        ? "a printed name on a telegram may be a formula"
                        : typed ? "the name is typed or stamped on a copy" : null;
                signed(Act.SIGN, bare(line.text()), line, formula || typed, approvedByAnother, because);
                if (formula) {
                    return;
                }
            }
        }

        /** A first name or initials above the typed name: {@code Foster / John Foster Dulles}. */
        private static boolean isShort(String first, String full) {
            for (String word : bare(first).split("[ .]+")) {
                boolean begins = false;
                for (String whole : full.split("[ .]+")) {
                    begins |= whole.startsWith(word);
                }
                if (!begins) {
                    return false;
                }
            }
            return first.length() < full.length();
        }

        private void signed(
                Act act, String by, Passage line, boolean presumed, boolean ambiguous, @Nullable String because) {
            acts.add(new FoundAct(
                    act,
                    List.of(by),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    presumed,
                    null,
                    ambiguous,
                    act == Act.SIGN ? MarkKind.SIGNATURE : MarkKind.INITIALS,
                    line.text(),
                    new Place(line.element(), 0, line.text().length()),
                    because));
        }

        private static String stop(String initials) {
            return initials.endsWith(".") || initials.indexOf('.') < 0 ? "" : ".";
        }

        /** A name without the footnote figures and stops that scans leave behind it. */
        private static String bare(String name) {
            int end = name.length();
            while (end > 0 && (Character.isDigit(name.charAt(end - 1)) || " ,;".indexOf(name.charAt(end - 1)) >= 0)) {
                end--;
            }
            return name.substring(0, end);
        }

        /** Capitals, each with or without a full stop, four at the most; or a letter alone. */
        private static boolean isInitials(String text) {
            String letters = text.replaceAll("[^\\p{L}]", "");
            return !letters.isEmpty()
                    && letters.length() <= 4
                    && (letters.equals(letters.toUpperCase(Locale.ROOT)) || letters.length() == 1)
                    && text.length() <= 8;
        }

        /** A line that is a name, and not a title under it. */
        private boolean isName(String text) {
            if (text.isEmpty()
                    || !Character.isLetter(text.codePointAt(0))
                    || text.length() > 60
                    || text.toLowerCase(Locale.ROOT).startsWith("for the")) {
                return false;
            }
            Tokens tokens = Tokens.of(text);
            for (int at = 0; at < tokens.size(); at++) {
                String word = tokens.folded(at);
                if (words.offices().contains(word)
                        || word.equals("usa")
                        || word.equals("usn")
                        || word.equals("colonel")) {
                    return false;
                }
            }
            return true;
        }

        // ---- notes

        private void sourceNote() {
            if (note == null || sourceNote == null) {
                return;
            }
            for (Span sentence : note.sentences()) {
                sentence(note.tokens(), sentence, sourceNote.passage());
            }
        }

        /** Where the source note holds only a file number, drafting and clearing stand in the first footnotes. */
        private void footnotes() {
            boolean bareNote = note == null
                    || note.classification() == null && note.sentences().isEmpty();
            for (Note footnote : document.notes()) {
                boolean ofSignature = footnote.on().equals("signed");
                if (footnote.source() || !ofSignature && !bareNote) {
                    continue;
                }
                Tokens tokens = Tokens.of(footnote.passage().text());
                for (Span sentence : SourceNote.sentences(tokens, 0, tokens.size(), words)) {
                    if (words.verbs().at(tokens, sentence.from(), sentence.to()) != null
                            || speaksOfThis(tokens, sentence)) {
                        sentence(tokens, sentence, footnote.passage());
                    } else if (!ofSignature) {
                        break;
                    }
                }
            }
        }

        /** {@code This telegram was …}. */
        private boolean speaksOfThis(Tokens tokens, Span sentence) {
            return tokens.is(sentence.from(), "this")
                    && words.nouns().at(tokens, sentence.from() + 1, sentence.to()) != null
                    && grammar.namesAct(tokens, sentence.from(), sentence.to());
        }

        private void sentence(Tokens tokens, Span sentence, Passage passage) {
            boolean names = grammar.namesAct(tokens, sentence.from(), sentence.to());
            Told told = grammar.read(tokens, sentence.from(), sentence.to());
            for (Denial denial : told.denials()) {
                if (!denies(denial.says())) {
                    negatives.add(new Negative(
                            denial.says(),
                            tokens.between(denial.from(), denial.end()),
                            new Place(passage.element(), tokens.start(denial.from()), tokens.end(denial.end() - 1))));
                }
            }
            int before = acts.size();
            for (Clause clause : told.clauses()) {
                act(clause, tokens, passage);
            }
            if (!names) {
                return;
            }
            sentences++;
            if (acts.size() == before && told.denials().isEmpty()) {
                Place place =
                        new Place(passage.element(), tokens.start(sentence.from()), tokens.end(sentence.to() - 1));
                String words = tokens.between(sentence.from(), sentence.to());
                if (told.aside() == null) {
                    unread.add(new Unread(words, place, "no act of this paper was made out"));
                } else {
                    setAside.add(new Unread(words, place, told.aside()));
                }
            }
        }

        private boolean denies(String what) {
            return negatives.stream().anyMatch(negative -> negative.says().equals(what));
        }

        /** One act that a note tells, with what it leaves to the heading. */
        private void act(Clause clause, Tokens tokens, Passage passage) {
            boolean copies = clause.about() == Noun.COPY;
            if (copies && clause.act() == Act.COPY && clause.by().isEmpty() && isTelegramItself(tokens)) {
                found(Act.REPEAT, sender(), clause.to(), clause, tokens, passage);
                return;
            }
            switch (clause.act()) {
                case DISPATCH -> sent(clause, tokens, passage);
                case REPEAT, POUCH -> {
                    if (!clause.to().isEmpty()) {
                        found(clause.act(), or(clause.by(), sender()), clause.to(), clause, tokens, passage);
                    }
                }
                case RECEIVE -> received(clause, tokens, passage);
                case FORWARD -> {
                    if (clause.group() != null) {
                        found(Act.FORWARD, clause.by(), clause.to(), clause, tokens, passage);
                    } else if (!clause.through().isEmpty()) {
                        through(clause, tokens, passage);
                    } else if (!clause.to().isEmpty()
                            && !clause.covered()
                            && clause.by().isEmpty()
                            && !copies
                            && isOutgoing()) {
                        found(Act.REPEAT, sender(), clause.to(), clause, tokens, passage);
                    } else if (!clause.to().isEmpty()) {
                        boolean filed =
                                tokens.folded(clause.from()).endsWith("filed") || tokens.is(clause.from() + 1, "filed");
                        if (!filed || clause.covered() && !clause.by().isEmpty()) {
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
            if (!heading.kind().equals("telegram")) {
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
            return heading.kind().equals("telegram")
                    && heading.from().stream()
                            .anyMatch(from ->
                                    from.contains("Department of State") || from.endsWith("Secretary of State"));
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
            if (clause.to().isEmpty() && !(clause.covered() && !clause.by().isEmpty())) {
                return;
            }
            if (isSender(clause.by())) {
                return;
            }
            boolean circular = heading.to().stream()
                    .anyMatch(to -> to.startsWith("Certain") || to.contains("All ") || to.startsWith("all "));
            if (circular) {
                return;
            }
            boolean telegram = heading.kind().equals("telegram");
            if (telegram && !clause.covered() && clause.by().isEmpty() && !isPerson(clause.to())) {
                found(Act.REPEAT, or(clause.by(), sender()), clause.to(), clause, tokens, passage);
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

        /** Who the paper is from: its sender, or else its author. */
        private List<String> sender() {
            return or(heading.from(), heading.author());
        }

        private boolean isSender(List<String> by) {
            return !by.isEmpty() && sender().stream().anyMatch(from -> from.contains(surname(by.get(0))));
        }

        private static String surname(String name) {
            String bare = name.replaceAll(" ?\\[.*\\]$", "");
            return bare.substring(bare.lastIndexOf(' ') + 1);
        }

        private static boolean isPerson(List<String> to) {
            return to.size() == 1
                    && (to.get(0).contains("Secretary") || to.get(0).contains("President"));
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
            String clock = clause.time().clock();
            String first = clock.indexOf('/') < 0 ? clock : clock.substring(0, clock.indexOf('/'));
            LocalDate sending = day;
            String date = null;
            boolean ambiguous = true;
            String because = "the note gives no day, and that of sending cannot be checked";
            if (sending != null && time != null && time.indexOf('/') < 0 && zone != null) {
                ZoneId washington = words.clocks().getOrDefault(WASHINGTON, zone);
                Clocks.Arrival arrival = Clocks.arrival(sending, time, zone, first, washington);
                ambiguous = !arrival.sameDay();
                date = arrival.sameDay() ? sending + "?" : null;
                because = (arrival.sameDay()
                                ? "no day is given; that of sending, which the clocks allow: "
                                : "no day is given, and the clocks do not allow that of sending: ")
                        + arrival.because();
            } else if (sending != null) {
                date = sending + "?";
                because = "no day is given; that of sending, whose clock is not known";
            }
            acts.add(new FoundAct(
                    Act.RECEIVE,
                    by,
                    List.of(),
                    List.of(),
                    date,
                    clock,
                    false,
                    null,
                    ambiguous,
                    MarkKind.SOURCE_NOTE,
                    tokens.between(clause.from(), clause.end()),
                    place(clause, tokens, passage),
                    because));
        }

        private void found(Act act, List<String> by, List<String> to, Clause clause, Tokens tokens, Passage passage) {
            List<String> dates = dates(clause);
            for (String date : dates.isEmpty() ? java.util.Collections.<@Nullable String>singletonList(null) : dates) {
                FoundAct found = new FoundAct(
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
                        clause.presumed() ? "the note presumes it" : null);
                boolean known = acts.stream()
                        .anyMatch(other -> other.act() == act
                                && other.by().equals(by)
                                && other.to().equals(to)
                                && java.util.Objects.equals(other.date(), found.date())
                                && other.onBehalfOf().equals(found.onBehalfOf()));
                if (!known) {
                    acts.add(found);
                }
            }
        }

        private static Place place(Clause clause, Tokens tokens, Passage passage) {
            return new Place(passage.element(), tokens.start(clause.from()), tokens.end(clause.end() - 1));
        }

        private List<String> dates(Clause clause) {
            String group = clause.group();
            if (group != null && group.length() >= 6 && group.endsWith("Z") && day != null) {
                return List.of(ofGroup(group, day).toString());
            }
            LocalDate near = day == null ? LocalDate.of(1955, 1, 1) : day;
            Integer later = clause.daysLater();
            if (later != null && day != null && clause.days().isEmpty()) {
                return List.of(day.plusDays(later).toString());
            }
            return clause.days().stream()
                    .map(each -> each.near(near).toString())
                    .toList();
        }

        /** A group such as {@code 222043Z} gives the day of the month. */
        private static LocalDate ofGroup(String group, LocalDate near) {
            try {
                int of = Integer.parseInt(group.substring(0, 2));
                LocalDate same = near.withDayOfMonth(of);
                return Math.abs(same.toEpochDay() - near.toEpochDay()) <= 15
                        ? same
                        : same.isAfter(near) ? same.minusMonths(1) : same.plusMonths(1);
            } catch (NumberFormatException | DateTimeException none) {
                return near;
            }
        }

        private static List<String> or(List<String> named, List<String> heading) {
            return named.isEmpty() ? heading : named;
        }
    }
}
