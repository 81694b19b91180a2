package chancery.reading.form;

import chancery.reading.particular.DayFinder;
import chancery.reading.text.Tokens;
import chancery.reading.zone.Zone;
import chancery.reading.zone.ZoneWords;
import chancery.reading.zone.ZoneWords.Cue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of zones, and the particulars in them: days, names, what stands behind a label.
 *
 * @param cues the words by which zones are told
 */
record ZoneText(Tokens tokens, ZoneWords cues, DayFinder days) {
    /** Without its days. */
    String withoutDay(String text) {
        String rest = text;
        List<DayFinder.Day> found = days.in(text);
        for (int at = found.size() - 1; at >= 0; at--) {
            rest = rest.substring(0, found.get(at).from())
                    + rest.substring(found.get(at).to());
        }
        return rest.strip();
    }

    /** Who signed: the name in a text, without what says signed and without what he is. */
    List<String> signer(String text) {
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

    /** What stands behind a label such as {@code From:}. */
    static String behindLabel(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? People.lead(text.replaceFirst("^(?:FROM|From|VON|Von|aus|Von:)\\s+", ""))
                : text.substring(colon + 1).strip();
    }

    /** The first day whose year is known; {@code null} if there is none. */
    @Nullable
    String day(String text) {
        return days.in(text).stream()
                .map(DayFinder.Day::day)
                .filter(day -> day.getYear() >= 1000)
                .findFirst()
                .map(LocalDate::toString)
                .orElse(null);
    }

    /** Its lines. */
    List<String> texts(Zone zone) {
        return zone.spans().stream()
                .map(span -> tokens.between(span.from(), span.to()))
                .toList();
    }

    /** Its lines, one below the other. */
    String text(Zone zone) {
        return String.join("\n", texts(zone));
    }

    /** Its words, where those of another column stand between its lines. */
    Said said(Zone zone) {
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

    /** The mark of a zone. */
    FoundForm mark(Zone zone, FormOfWords form, Said said) {
        return new FoundForm(tokens, form, zone.from(), zone.to(), Map.of(), zone.closed(), said);
    }
}
