package chancery.reading.form;

import chancery.document.MarkKind;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.reading.particular.DayFinder;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import chancery.reading.zone.NumberLine;
import chancery.reading.zone.Zone;
import chancery.reading.zone.ZoneWords;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.List;
import java.util.Optional;

/** Reads a stamp: what it says was done, by which office, under which number, when. */
final class ReadStamp {
    private final ZoneText words;
    private final Tokens tokens;
    private final ZoneWords cues;
    private final DayFinder days;

    ReadStamp(ZoneText words) {
        this.words = words;
        this.tokens = words.tokens();
        this.cues = words.cues();
        this.days = words.days();
    }

    /** The mark of a stamp. */
    FoundForm of(Zone zone) {
        String text = words.text(zone);
        boolean received = cues.within(Cue.RECEIVED, tokens, zone.from(), zone.to());
        boolean sent = !received && cues.within(Cue.SENT, tokens, zone.from(), zone.to());
        Optional<String> number = stampNumber(zone);
        boolean incoming = cues.within(Cue.INCOMING, tokens, zone.from(), zone.to()) || number.isPresent();
        boolean ofOffice = cues.within(Cue.OFFICE, tokens, zone.from(), zone.to());
        String day = words.day(text);
        FormOfWords form;
        if (sent) {
            form = FormOfWords.ofPage("sent-stamp", MarkKind.STAMP, Act.DISPATCH, null, null);
        } else if (incoming && number.isPresent()) {
            form = FormOfWords.ofPage("receipt-stamp", MarkKind.RECEIPT_STAMP, Act.REGISTER, Direction.INCOMING, null);
        } else if (received || ofOffice && day != null) {
            form = FormOfWords.ofPage("receipt-stamp", MarkKind.RECEIPT_STAMP, Act.RECEIVE, null, null);
        } else {
            form = FormOfWords.ofPage("stamp", MarkKind.STAMP, null, null, "what the stamp attests is not known");
        }
        List<String> offices = words.texts(zone).stream()
                .flatMap(line -> line.lines())
                .map(this::upToDay)
                .filter(line -> {
                    Tokens office = Tokens.of(line);
                    return cues.within(Cue.OFFICE, office, 0, office.size());
                })
                .toList();
        return words.mark(
                zone,
                form,
                words.said(zone)
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
}
