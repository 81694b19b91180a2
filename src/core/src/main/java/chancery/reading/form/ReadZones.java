package chancery.reading.form;

import chancery.document.Copies.Recipient;
import chancery.document.MarkKind;
import chancery.document.date.MonthNames;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.reading.form.FormPattern.Match;
import chancery.reading.found.Unread;
import chancery.reading.particular.DayFinder;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import chancery.reading.zone.DivideIntoZones;
import chancery.reading.zone.NumberLine;
import chancery.reading.zone.Regions;
import chancery.reading.zone.SecrecyLine;
import chancery.reading.zone.Zone;
import chancery.reading.zone.Zone.Span;
import chancery.reading.zone.ZoneKind;
import chancery.reading.zone.ZoneWords;
import chancery.reading.zone.ZoneWords.Cue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a page zone by zone, each by what may stand there. */
public final class ReadZones {
    private static final int LONGEST_LINE = 24;
    private static final Set<String> OPENING = Set.of("(", "[", "/", "-", "–", "*");

    private final Tokens tokens;
    private final Vocabulary vocabulary;
    private final Regions regions;
    private final ZoneWords cues;
    private final DayFinder days;
    private final List<FoundForm> found = new ArrayList<>();
    private List<Zone> zones = List.of();

    private ReadZones(Tokens tokens, Vocabulary vocabulary, Regions regions) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.regions = regions;
        this.cues = vocabulary.cues();
        this.days = new DayFinder(tokens.text());
    }

    /**
     * What a page gave.
     *
     * @param zones in order
     * @param forms the marks, in order
     * @param naming how many sentences of the text name an act
     */
    public record Page(List<Zone> zones, List<FoundForm> forms, List<Unread> unread, int naming) {
        public Page {
            zones = List.copyOf(zones);
            forms = List.copyOf(forms);
            unread = List.copyOf(unread);
        }
    }

    /**
     * Reads a page.
     *
     * @param regions what its source says of its lines
     */
    public static Page of(Tokens tokens, Vocabulary vocabulary, Regions regions) {
        return new ReadZones(tokens, vocabulary, regions).read();
    }

    private Page read() {
        Map<Integer, MarkKind> lines = new HashMap<>();
        Notes notes = new Notes(tokens, vocabulary, days);
        Span above = new Span(0, 0);
        for (Span line : DivideIntoZones.lines(tokens, cues)) {
            boolean ofStamp = !lines.containsKey(above.from())
                    && above.to() == line.from()
                    && !tokens.afterBlankLine(line.from())
                    && cues.begins(Cue.RECEIVED, tokens, above.from(), above.to());
            above = line;
            line(line).filter(form -> !ofStamp).ifPresent(form -> {
                found.add(form);
                if (form.form().kind() != null) {
                    lines.put(line.from(), form.form().kind());
                }
            });
        }
        zones = DivideIntoZones.of(tokens, cues, days, regions, lines, line -> notes.isNote(line.from(), line.to()));
        for (Zone zone : zones) {
            if (!lines.containsKey(zone.from())) {
                zone(zone);
            }
        }
        Sentences sentences = new Sentences(tokens, vocabulary, days);
        sentences.read(zones);
        found.addAll(sentences.found());
        found.sort(Comparator.comparingInt(FoundForm::from));
        return new Page(zones, found, sentences.unread(), sentences.naming());
    }

    // ---- lines that a form of words covers from end to end

    private Optional<FoundForm> line(Span line) {
        int from = line.from();
        while (from + 1 < line.to() && OPENING.contains(tokens.at(from))) {
            from++;
        }
        int begin = from;
        if (line.to() - begin > LONGEST_LINE) {
            return Optional.empty();
        }
        return vocabulary.in(FormOfWords.Zone.LINE).stream()
                .flatMap(form -> form.words().stream()
                        .filter(words -> words.mayBegin(tokens, begin))
                        .flatMap(words -> words
                                .over(tokens, begin, line.to(), end -> behindStops(end, line.to()) == line.to())
                                .at(begin)
                                .filter(match -> form.fits(
                                        new FoundForm(tokens, form, match.from(), match.end(), match.slots(), true)))
                                .stream())
                        .map(match -> ofWords(form, line, match)))
                .findFirst();
    }

    private int behindStops(int from, int to) {
        int at = from;
        while (at < to && ",;.:!)]/✓_".contains(tokens.at(at))) {
            at++;
        }
        return at;
    }

    private FoundForm ofWords(FormOfWords form, Span line, Match match) {
        FoundForm plain = new FoundForm(tokens, form, line.from(), line.to(), match.slots(), true);
        return new FoundForm(
                tokens,
                form,
                line.from(),
                line.to(),
                match.slots(),
                true,
                Said.NOTHING
                        .on(plain.day().orElse(day(plain.reading())))
                        .to(
                                form.act().filter(Act.REPEAT::equals).isPresent()
                                        ? People.copies(behindLabel(plain.reading()))
                                        : List.of()));
    }

    // ---- zones

    private void zone(Zone zone) {
        switch (zone.kind()) {
            case LETTERHEAD -> add(zone, "letterhead", MarkKind.HEADING, null, said(zone));
            case HEADING ->
                add(
                        zone,
                        "heading",
                        MarkKind.HEADING,
                        null,
                        said(zone).on(day(text(zone))).to(People.addressedIn(text(zone))));
            case ADDRESSEE ->
                add(zone, "addressee", MarkKind.HEADING, null, said(zone).to(People.addressees(texts(zone))));
            case SENDER ->
                add(zone, "sender", MarkKind.HEADING, Act.SUBMIT, said(zone).by(List.of(behindLabel(text(zone)))));
            case SECRECY -> secrecy(zone);
            case REGISTRATION -> number(zone);
            case DATELINE -> dateline(zone);
            case STAMP -> stamp(zone);
            case ENCLOSURE -> add(zone, "enclosure", MarkKind.CLAUSE, Act.ENCLOSE, said(zone));
            case SIGNATURE -> signature(zone);
            case INITIALS ->
                add(
                        zone,
                        "initials",
                        MarkKind.INITIALS,
                        Act.INITIAL,
                        said(zone).by(signer(text(zone))).on(day(text(zone))));
            case AUTHENTICATION ->
                add(
                        zone,
                        "authentication",
                        MarkKind.AUTHENTICATION,
                        Act.AUTHENTICATE,
                        said(zone).by(signer(text(zone))));
            case DISTRIBUTION -> distribution(zone);
            case TYPIST ->
                add(zone, "typist", MarkKind.TYPIST_MARK, Act.TYPE, said(zone).on(day(text(zone))));
            case VISA -> visas(zone);
            case ANNEX -> add(zone, "annex", MarkKind.PROTOCOL_ITEM, null, said(zone));
            case NOTE -> found.addAll(new Notes(tokens, vocabulary, days).in(zone));
            case SUBJECT, SALUTATION, BODY, CLOSING, ARCHIVE, OTHER -> {}
        }
    }

    private void secrecy(Zone zone) {
        for (SecrecyLine.Item item : SecrecyLine.items(tokens, zone.from(), zone.to(), cues)) {
            String id = item.kind() == MarkKind.HEADING ? "state" : chancery.office.Words.key(item.kind());
            found.add(new FoundForm(
                    tokens,
                    FormOfWords.ofPage(
                            id, item.kind(), item.kind() == MarkKind.CIPHER_HEADER ? Act.ENCIPHER : null, null, null),
                    item.from(),
                    item.to(),
                    Map.of(),
                    true,
                    Said.NOTHING.copies(item.copy(), null)));
        }
    }

    private void number(Zone zone) {
        NumberLine.in(tokens, zone.from(), zone.to(), cues, days).ifPresent(line -> {
            Zone beside = beside(zone, ZoneKind.DATELINE);
            String day = line.day() != null ? day(line.day()) : beside == null ? null : day(text(beside));
            boolean ofTelegram = day == null && underCipherHeader(zone);
            add(
                    zone,
                    "number",
                    FormOfWords.ofPage(
                            "number",
                            ofTelegram ? MarkKind.CIPHER_HEADER : MarkKind.REGISTRY_NUMBER,
                            Act.REGISTER,
                            ofTelegram ? Direction.INCOMING : line.direction(),
                            because(zone)),
                    said(zone).numbered(line.number()).on(day));
        });
    }

    /** Whether the header of a ciphered telegram stands on the line above. */
    private boolean underCipherHeader(Zone zone) {
        return found.stream()
                .filter(form -> form.form().kind() == MarkKind.CIPHER_HEADER && form.to() == zone.from())
                .anyMatch(form -> !tokens.afterBlankLine(zone.from()));
    }

    private @Nullable String because(Zone zone) {
        return zone.kind() == ZoneKind.REGISTRATION ? "it stands where the sender's number stands" : zone.because();
    }

    /** A day beside a number belongs to the number, one beside a signature to the signature. */
    private void dateline(Zone zone) {
        Zone number = beside(zone, ZoneKind.REGISTRATION);
        boolean place = Character.isLetter(text(zone).charAt(0)) && MonthNames.month(tokens.folded(zone.from())) == 0;
        if (number == null || place && linesBetween(number, zone) == 0) {
            add(zone, "dateline", MarkKind.HEADING, null, said(zone).on(day(text(zone))));
        }
    }

    /** The zone of that kind on the same line, or on the one directly above or below. */
    private @Nullable Zone beside(Zone zone, ZoneKind kind) {
        return zones.stream()
                .filter(other -> other.kind() == kind && other != zone)
                .filter(other -> linesBetween(other, zone) <= 1)
                .min(Comparator.comparingInt(other -> linesBetween(other, zone)))
                .orElse(null);
    }

    private int linesBetween(Zone one, Zone other) {
        Zone first = one.from() < other.from() ? one : other;
        Zone second = first == one ? other : one;
        if (second.from() < first.to()) {
            return 0;
        }
        return (int) tokens.text()
                .substring(tokens.end(first.to() - 1), tokens.start(second.from()))
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    private void stamp(Zone zone) {
        String text = text(zone);
        boolean received = cues.within(Cue.RECEIVED, tokens, zone.from(), zone.to());
        boolean sent = !received && cues.within(Cue.SENT, tokens, zone.from(), zone.to());
        Optional<String> number = stampNumber(zone);
        boolean incoming = cues.within(Cue.INCOMING, tokens, zone.from(), zone.to()) || number.isPresent();
        boolean office = cues.within(Cue.OFFICE, tokens, zone.from(), zone.to());
        String day = day(text);
        FormOfWords form;
        if (sent) {
            form = FormOfWords.ofPage("sent-stamp", MarkKind.STAMP, Act.DISPATCH, null, null);
        } else if (incoming && number.isPresent()) {
            form = FormOfWords.ofPage("receipt-stamp", MarkKind.RECEIPT_STAMP, Act.REGISTER, Direction.INCOMING, null);
        } else if (received || office && day != null) {
            form = FormOfWords.ofPage("receipt-stamp", MarkKind.RECEIPT_STAMP, Act.RECEIVE, null, null);
        } else {
            form = FormOfWords.ofPage("stamp", MarkKind.STAMP, null, null, "what the stamp attests is not known");
        }
        List<String> offices = texts(zone).stream()
                .flatMap(line -> line.lines())
                .map(this::upToDay)
                .filter(line -> {
                    Tokens words = Tokens.of(line);
                    return cues.within(Cue.OFFICE, words, 0, words.size());
                })
                .toList();
        add(
                zone,
                form.id(),
                form,
                said(zone)
                        .numbered(sent ? null : number.orElse(null))
                        .on(day)
                        .by(offices.isEmpty() ? List.of() : List.of(String.join(" ", offices))));
    }

    private String upToDay(String line) {
        List<DayFinder.Day> found = days.in(line);
        String office = found.isEmpty() ? line : line.substring(0, found.get(0).from());
        return office.replaceAll("[|,;:\\s]+$", "").replaceAll("^[|\\s]+", "").strip();
    }

    /** The number of a stamp: behind its sign or the word for incoming, or alone on a line. */
    private Optional<String> stampNumber(Zone zone) {
        int from = zone.from();
        Optional<String> alone = Optional.empty();
        for (int at = from; at < zone.to(); at++) {
            int sign = Math.max(
                    cues.at(Cue.INCOMING, tokens, at, zone.to()), PrintedNumber.afterSign(tokens, at, zone.to()));
            if (sign > at && sign < zone.to()) {
                int figure = PrintedNumber.afterSign(tokens, sign, zone.to());
                Optional<String> number = line(figure, zone.to());
                if (number.isPresent()) {
                    return number;
                }
            }
            if (tokens.beginsLine(at) && alone.isEmpty()) {
                alone = line(at, zone.to());
            }
        }
        return alone;
    }

    private Optional<String> line(int from, int limit) {
        int end = from;
        while (end < limit && (end == from || !tokens.beginsLine(end))) {
            end++;
        }
        while (end > from && ".,;".contains(tokens.at(end - 1))) {
            end--;
        }
        return from >= end ? Optional.empty() : numberUpToDay(from, end);
    }

    private Optional<String> numberUpToDay(int from, int end) {
        return NumberLine.in(tokens, from, end, cues, days).map(NumberLine::number);
    }

    private void signature(Zone zone) {
        String text = String.join(" ", texts(zone));
        String behind = text.replaceFirst("(?s).*?\\s(?:for|за|für)\\s+(?=\\p{Lu})", "");
        boolean forAnother = !behind.equals(text);
        Zone day = beside(zone, ZoneKind.DATELINE);
        Said said = said(zone)
                .by(signer(
                        forAnother
                                ? text.substring(0, text.length() - behind.length())
                                        .replaceFirst("\\s(?:for|за|für)\\s+$", "")
                                : text))
                .onBehalfOf(forAnother ? List.of(behind.strip()) : List.of())
                .on(day(text) != null ? day(text) : day == null ? null : day(text(day)));
        add(zone, "signature", MarkKind.SIGNATURE, Act.SIGN, said);
    }

    /** A list of agreements: each line that bears a day of its own is one, otherwise the whole. */
    private void visas(Zone zone) {
        List<Span> lines = zone.spans();
        List<Span> dated = lines.stream()
                .filter(line -> lines.size() > 1 && day(tokens.between(line.from(), line.to())) != null)
                .toList();
        if (dated.size() < lines.size() - 1 || dated.isEmpty()) {
            List<String> names = People.copies(behindLabel(String.join("\n", texts(zone)))).stream()
                    .map(Recipient::to)
                    .toList();
            add(zone, "visa", MarkKind.VISA, Act.CLEAR, said(zone).by(names).on(day(text(zone))));
            return;
        }
        for (Span line : dated) {
            String text = tokens.between(line.from(), line.to());
            Zone one = new Zone(
                    zone.kind(), List.of(line), zone.closed(), zone.document(), zone.byPlace(), zone.because());
            add(
                    one,
                    "visa",
                    MarkKind.VISA,
                    Act.CLEAR,
                    said(one).by(signer(withoutDay(text))).on(day(text)));
        }
    }

    private void distribution(Zone zone) {
        String text = String.join("\n", texts(zone));
        int at = zone.from();
        int sign = PrintedNumber.afterSign(tokens, at, zone.to());
        Integer stated = PrintedNumber.count(tokens, sign, zone.to()).orElse(null);
        int cue = cues.at(Cue.DISTRIBUTION, tokens, stated == null ? at : sign + 1, zone.to());
        if (stated == null && cue < zone.to() && cue > at && !tokens.beginsLine(cue)) {
            stated = statedBehind(cue, zone.to());
        }
        String list = text.contains(":") && text.indexOf(':') < 60
                ? text.substring(text.indexOf(':') + 1)
                : text.contains("\n") ? text.substring(text.indexOf('\n') + 1) : behindCue(cue, zone);
        String day = day(text);
        add(
                zone,
                "distribution",
                FormOfWords.ofPage(
                        "distribution",
                        MarkKind.DISTRIBUTION_LIST,
                        Act.COPY,
                        null,
                        "the list says for whom the copies were made; that each was sent, it does not say"),
                said(zone)
                        .to(People.copies(withoutDay(list)))
                        .copies(null, stated)
                        .on(day));
    }

    private @Nullable Integer statedBehind(int cue, int to) {
        Optional<Integer> count = PrintedNumber.count(tokens, cue, to);
        return count.isPresent() && cues.begins(Cue.COPY, tokens, cue + 1, to) ? count.get() : null;
    }

    private String behindCue(int cue, Zone zone) {
        return cue >= zone.to() ? "" : tokens.between(cue, zone.to());
    }

    // ---- particulars

    private String withoutDay(String text) {
        String rest = text;
        List<DayFinder.Day> found = days.in(text);
        for (int at = found.size() - 1; at >= 0; at--) {
            rest = rest.substring(0, found.get(at).from())
                    + rest.substring(found.get(at).to());
        }
        return rest.strip();
    }

    private List<String> signer(String text) {
        String rest = withoutDay(text)
                .replaceAll("\\[[^\\]]*\\]", " ")
                .replaceAll("(?<=[\\p{L}.])\\s+m\\.?[/.]?\\s?p\\.?.*$", "")
                .replaceAll("\\s+", " ");
        Tokens words = Tokens.of(rest);
        String name = rest;
        int comma = name.indexOf(',');
        if (comma > 0 && name.startsWith("/")) {
            name = name.substring(0, comma);
        }
        for (int at = 0; at < words.size(); at++) {
            for (Cue cue : List.of(Cue.SIGNED, Cue.INITIALED, Cue.AUTHENTICATION)) {
                int behind = cues.at(cue, words, at, words.size());
                if (behind > at && behind < words.size()) {
                    name = words.between(behind, words.size());
                    at = behind;
                }
            }
        }
        String plain = People.plain(name.replaceAll("^[:)\\]/ ]+", ""));
        if (People.isFullName(plain)) {
            return List.of(plain);
        }
        Optional<String> last = People.signer(plain.replaceAll(",.*", ""));
        return plain.isEmpty() ? List.of() : List.of(last.orElse(plain));
    }

    private static String behindLabel(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? People.lead(text.replaceFirst("^(?:FROM|From|VON|Von|aus|Von:)\\s+", ""))
                : text.substring(colon + 1).strip();
    }

    private @Nullable String day(String text) {
        return days.in(text).stream()
                .map(DayFinder.Day::day)
                .filter(day -> day.getYear() >= 1000)
                .findFirst()
                .map(ReadZones::day)
                .orElse(null);
    }

    private static String day(LocalDate day) {
        return day.toString();
    }

    private List<String> texts(Zone zone) {
        return zone.spans().stream()
                .map(span -> tokens.between(span.from(), span.to()))
                .toList();
    }

    private String text(Zone zone) {
        return String.join("\n", texts(zone));
    }

    private Said said(Zone zone) {
        boolean broken = false;
        for (int at = 1; at < zone.spans().size(); at++) {
            broken |= zone.spans().get(at).from() > zone.spans().get(at - 1).to();
        }
        return broken
                ? Said.NOTHING.read(texts(zone).stream()
                        .map(line -> line.replaceAll("\\s+", " "))
                        .collect(Collectors.joining(" … ")))
                : Said.NOTHING;
    }

    private void add(Zone zone, String id, MarkKind kind, @Nullable Act act, Said said) {
        add(zone, id, FormOfWords.ofPage(id, kind, act, null, zone.byPlace() ? zone.because() : null), said);
    }

    private void add(Zone zone, String id, FormOfWords form, Said said) {
        found.add(new FoundForm(tokens, form, zone.from(), zone.to(), Map.of(), zone.closed(), said));
    }
}
