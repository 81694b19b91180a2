package chancery.reading.form;

import chancery.document.MarkKind;
import chancery.document.date.MonthNames;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.reading.form.FormPattern.Match;
import chancery.reading.found.Unread;
import chancery.reading.particular.DayFinder;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final ZoneText words;
    private final List<FoundForm> found = new ArrayList<>();
    private List<Zone> zones = List.of();

    private ReadZones(Tokens tokens, Vocabulary vocabulary, Regions regions) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.regions = regions;
        this.cues = vocabulary.cues();
        this.days = new DayFinder(tokens.text());
        this.words = new ZoneText(tokens, cues, days);
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
                        .filter(pattern -> pattern.mayBegin(tokens, begin))
                        .flatMap(pattern -> pattern
                                .over(tokens, begin, line.to(), end -> behindStops(end, line.to()) == line.to())
                                .at(begin)
                                .filter(match -> form.fits(
                                        new FoundForm(tokens, form, match.from(), match.end(), match.slots(), true)))
                                .stream())
                        .map(match -> ofWords(form, line, match)))
                .filter(form -> form.form().act().isEmpty() || !cues.within(Cue.NOBODY, tokens, line.from(), line.to()))
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
                        .on(plain.day().orElse(words.day(plain.reading())))
                        .to(
                                form.act().filter(Act.REPEAT::equals).isPresent()
                                        ? People.copies(ZoneText.behindLabel(plain.reading()))
                                        : List.of()));
    }

    // ---- zones

    private void zone(Zone zone) {
        switch (zone.kind()) {
            case LETTERHEAD -> add(zone, "letterhead", MarkKind.HEADING, null, words.said(zone));
            case HEADING ->
                add(
                        zone,
                        "heading",
                        MarkKind.HEADING,
                        null,
                        words.said(zone).on(words.day(words.text(zone))).to(People.addressedIn(words.text(zone))));
            case ADDRESSEE ->
                add(
                        zone,
                        "addressee",
                        MarkKind.HEADING,
                        null,
                        words.said(zone).to(People.addressees(words.texts(zone))));
            case SENDER ->
                add(
                        zone,
                        "sender",
                        MarkKind.HEADING,
                        Act.SUBMIT,
                        words.said(zone).by(List.of(ZoneText.behindLabel(words.text(zone)))));
            case SECRECY -> secrecy(zone);
            case REGISTRATION -> number(zone);
            case DATELINE -> dateline(zone);
            case STAMP -> found.add(new ReadStamp(words).of(zone));
            case ENCLOSURE -> add(zone, "enclosure", MarkKind.CLAUSE, Act.ENCLOSE, words.said(zone));
            case SIGNATURE -> signature(zone);
            case INITIALS ->
                add(
                        zone,
                        "initials",
                        MarkKind.INITIALS,
                        Act.INITIAL,
                        words.said(zone).by(words.signer(words.text(zone))).on(words.day(words.text(zone))));
            case AUTHENTICATION ->
                add(
                        zone,
                        "authentication",
                        MarkKind.AUTHENTICATION,
                        Act.AUTHENTICATE,
                        words.said(zone).by(words.signer(words.text(zone))));
            case DISTRIBUTION -> found.add(new ReadLists(words).distribution(zone));
            case TYPIST ->
                add(
                        zone,
                        "typist",
                        MarkKind.TYPIST_MARK,
                        Act.TYPE,
                        words.said(zone).on(words.day(words.text(zone))));
            case VISA -> found.addAll(new ReadLists(words).visas(zone));
            case ANNEX -> add(zone, "annex", MarkKind.PROTOCOL_ITEM, null, words.said(zone));
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
            String day =
                    line.day() != null ? line.day().toString() : beside == null ? null : words.day(words.text(beside));
            boolean ofTelegram = day == null && underCipherHeader(zone);
            add(
                    zone,
                    FormOfWords.ofPage(
                            "number",
                            ofTelegram ? MarkKind.CIPHER_HEADER : MarkKind.REGISTRY_NUMBER,
                            Act.REGISTER,
                            ofTelegram ? Direction.INCOMING : line.direction(),
                            because(zone)),
                    words.said(zone).numbered(line.number()).on(day));
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
        boolean place =
                Character.isLetter(words.text(zone).charAt(0)) && MonthNames.month(tokens.folded(zone.from())) == 0;
        if (number == null || place && linesBetween(number, zone) == 0) {
            add(zone, "dateline", MarkKind.HEADING, null, words.said(zone).on(words.day(words.text(zone))));
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

    private void signature(Zone zone) {
        String text = String.join(" ", words.texts(zone));
        String behind = text.replaceFirst("(?s).*?\\s(?:for|за|für)\\s+(?=\\p{Lu})", "");
        boolean forAnother = !behind.equals(text);
        Zone day = beside(zone, ZoneKind.DATELINE);
        Said said = words.said(zone)
                .by(words.signer(
                        forAnother
                                ? text.substring(0, text.length() - behind.length())
                                        .replaceFirst("\\s(?:for|за|für)\\s+$", "")
                                : text))
                .onBehalfOf(forAnother ? List.of(behind.strip()) : List.of())
                .on(words.day(text) != null ? words.day(text) : day == null ? null : words.day(words.text(day)));
        add(zone, "signature", MarkKind.SIGNATURE, Act.SIGN, said);
    }

    private void add(Zone zone, String id, MarkKind kind, @Nullable Act act, Said said) {
        add(zone, FormOfWords.ofPage(id, kind, act, null, zone.byPlace() ? zone.because() : null), said);
    }

    private void add(Zone zone, FormOfWords form, Said said) {
        found.add(words.mark(zone, form, said));
    }
}
