package chancery.reading.zone;

import chancery.office.Direction;
import chancery.reading.particular.DayFinder;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import chancery.reading.zone.ZoneWords.Cue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that numbers a paper: {@code № 417/сканд}, {@code Исх. № 77 от 30 марта 1957 г.}, {@code Gesch.-Z.: Z 14 –
 * 0217/8}, {@code J 3310/114/16}.
 *
 * @param number as written, without its sign
 * @param announced whether a word or a sign says that it is a number
 */
public record NumberLine(
        String number, Direction direction, @Nullable LocalDate day, boolean announced) {
    private static final Pattern SIGN =
            Pattern.compile("^(?:№№?|[Nn] ?[ºo°r]\\.?|No\\.|Nr\\.|nr\\.|no\\.|#|Nos\\.)\\s*");
    private static final Pattern CLOCK =
            Pattern.compile("(?i),?\\s*(?:\\d{1,2}(?:[:.]\\d{2})? ?[ap]\\.? ?m\\.?|noon|midnight)\\s*$");
    private static final Pattern NUMBER = Pattern.compile(
            "[\\p{L}\\d][\\p{L}\\d./\\-–]*(?: ?\\(\\d{2,4}\\) ?[\\p{L}\\d./\\-–]+)?(?: ?[/–-] ?[\\p{L}\\d./()\\-–]+| [\\p{L}\\d./()\\-–]{1,18}){0,7}\\.?");
    private static final Pattern REGISTRY = Pattern.compile("\\p{Lu}{1,3} ?\\d+/\\d+/\\d+(?:/\\p{L}+)?");
    private static final Pattern WORD = Pattern.compile("(?<![/\\d\\p{L}-])\\p{L}{5,}");
    private static final Pattern BETWEEN = Pattern.compile(
            "^(?:(?:от|of|from|vom|dated|de|den|du|ex)(?![\\p{L}])|[,.;:–-]|\\s)+|(?:(?<!\\p{L})(?:от|of|from|vom|dated|den|du|le)(?!\\p{L})|[,;:–-]|\\s)+$");
    /** The day, hour and minute of a military message. */
    private static final Pattern DATE_TIME = Pattern.compile("\\b\\d{6}Z\\b");

    private static final int FIGURES = 3;

    /** The number that some tokens of one line hold and nothing else but its date. */
    public static Optional<NumberLine> in(Tokens tokens, int from, int to, ZoneWords words, DayFinder days) {
        return in(tokens, from, to, words, days, FIGURES);
    }

    /**
     * The same where something else shows that it is a number, as a day above or below it does.
     *
     * @param figures how many figures it has at least if no word and no sign says that it is one
     */
    public static Optional<NumberLine> in(
            Tokens tokens, int from, int to, ZoneWords words, DayFinder days, int figures) {
        int at = from;
        boolean incoming = false;
        boolean announced = false;
        int title = words.at(Cue.TITLE, tokens, at, to);
        if (title > at && PrintedNumber.afterSign(tokens, title, to) > title) {
            at = title;
        }
        for (Cue cue : List.of(Cue.INCOMING, Cue.NUMBER)) {
            int behind = words.at(cue, tokens, at, to);
            if (behind > at) {
                incoming |= cue == Cue.INCOMING;
                announced = true;
                at = behind;
            }
        }
        while (at < to && (tokens.is(at, ":") || tokens.is(at, "."))) {
            at++;
        }
        String text = CLOCK.matcher(
                        tokens.between(at, to).replaceAll("\\s+", " ").replaceAll("^\\[|\\]$", ""))
                .replaceFirst("");
        List<DayFinder.Day> found =
                days.in(text).stream().filter(DayFinder.Day::stated).toList();
        LocalDate day = found.isEmpty() ? null : found.get(0).day();
        String rest = text;
        if (!found.isEmpty()) {
            DayFinder.Day first = found.get(0);
            String before = BETWEEN.matcher(text.substring(0, first.from())).replaceAll("");
            String after = BETWEEN.matcher(text.substring(first.to())).replaceAll("");
            boolean place = before.matches("\\p{Lu}\\p{L}+(?:, (?:am|den|le|the \\p{L}+))?") && !after.isEmpty();
            if (!before.isEmpty() && !after.isEmpty() && !place) {
                return Optional.empty();
            }
            rest = before.isEmpty() || place ? after : before;
        }
        Matcher sign = SIGN.matcher(rest);
        boolean signed = sign.find();
        String number = signed ? rest.substring(sign.end()) : rest;
        number = number.replaceAll("(?<=\\p{L}{3}|\\d)\\.$", "").strip();
        boolean clock = number.matches("(?iu).*(?:\\d ?h\\.?|\\buhr\\b|\\bчас|\\bмин\\b|heures?|hours?).*")
                || DATE_TIME.matcher(number).find();
        boolean plausible = !clock
                && number.chars().anyMatch(Character::isDigit)
                && NUMBER.matcher(number).matches()
                && !WORD.matcher(number).find()
                && (announced
                        || signed
                        || number.chars().filter(Character::isDigit).count() >= figures);
        if (!plausible) {
            return Optional.empty();
        }
        Direction direction = incoming || REGISTRY.matcher(number).matches() ? Direction.INCOMING : Direction.OUTGOING;
        return Optional.of(new NumberLine(number, direction, day, announced || signed));
    }
}
