package chancery.reading.form;

import chancery.document.Copies.Recipient;
import chancery.document.MarkKind;
import chancery.office.Act;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import chancery.reading.zone.Zone;
import chancery.reading.zone.Zone.Span;
import chancery.reading.zone.ZoneWords;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads lists: of those who agreed, and of those who got a copy. */
final class ReadLists {
    private static final FormOfWords VISA = FormOfWords.ofPage("visa", MarkKind.VISA, Act.CLEAR, null, null);

    private final ZoneText words;
    private final Tokens tokens;
    private final ZoneWords cues;

    ReadLists(ZoneText words) {
        this.words = words;
        this.tokens = words.tokens();
        this.cues = words.cues();
    }

    /** A list of agreements: each line that bears a day of its own is one, otherwise the whole. */
    List<FoundForm> visas(Zone zone) {
        List<Span> lines = zone.spans();
        List<Span> dated = lines.stream()
                .filter(line -> lines.size() > 1 && words.day(tokens.between(line.from(), line.to())) != null)
                .toList();
        if (dated.size() < lines.size() - 1 || dated.isEmpty()) {
            List<String> names = People.copies(ZoneText.behindLabel(String.join("\n", words.texts(zone)))).stream()
                    .map(Recipient::to)
                    .toList();
            return List.of(words.mark(zone, VISA, words.said(zone).by(names).on(words.day(words.text(zone)))));
        }
        List<FoundForm> found = new ArrayList<>();
        for (Span line : dated) {
            String text = tokens.between(line.from(), line.to());
            Zone one = new Zone(
                    zone.kind(), List.of(line), zone.closed(), zone.document(), zone.byPlace(), zone.because());
            found.add(words.mark(
                    one,
                    VISA,
                    words.said(one).by(words.signer(words.withoutDay(text))).on(words.day(text))));
        }
        return found;
    }

    /** A list of recipients. */
    FoundForm distribution(Zone zone) {
        String text = String.join("\n", words.texts(zone));
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
        String day = words.day(text);
        return words.mark(
                zone,
                FormOfWords.ofPage(
                        "distribution",
                        MarkKind.DISTRIBUTION_LIST,
                        Act.COPY,
                        null,
                        "the list says for whom the copies were made; that each was sent, it does not say"),
                words.said(zone)
                        .to(People.copies(words.withoutDay(list)))
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
}
