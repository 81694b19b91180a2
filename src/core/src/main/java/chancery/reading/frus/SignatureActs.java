package chancery.reading.frus;

import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.office.Act;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.frus.FrusDocument.Note;
import chancery.reading.routing.RoutingWords;
import chancery.reading.text.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The acts that the printed signature proves. */
final class SignatureActs {
    /** Initials that the editor completes: {@code A[dam] B. C[ole]}. */
    private static final Pattern EXPANDED = Pattern.compile("(?=.*\\[)(?:\\p{Lu}(?:\\[\\p{Ll}+])?\\.? ?){2,4}");

    /** A name in brackets behind an office: {@code Counselor (Brown)}. */
    private static final Pattern SURNAME = Pattern.compile("\\((?:[^()]*\\s)?(\\p{L}[^()\\s]+)\\)$");

    /** The full stop that volumes of the nineteenth century print behind a name; not that of an initial or of Jr. */
    private static final Pattern FULL_STOP = Pattern.compile("(\\p{L}{4,}|\\p{L}*[aeiouAEIOU]\\p{L}{1,2})\\.$");

    private static final Pattern FOR = Pattern.compile("For the (\\p{Lu}.*):");

    private final RoutingWords words;
    private final FrusDocument document;
    private final FrusHeading heading;
    private final Findings findings;

    SignatureActs(RoutingWords words, FrusDocument document, FrusHeading heading, Findings findings) {
        this.words = words;
        this.document = document;
        this.heading = heading;
        this.findings = findings;
    }

    void read() {
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
            notSigned |=
                    text.startsWith("initialed for") || text.startsWith("signed for") || text.contains(" signed for ");
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
        if (EXPANDED.matcher(first.text()).matches()) {
            String letters = first.text().replaceAll("\\[[^\\]]*]|[^\\p{Lu}]", "");
            String name = first.text().replaceAll("[\\[\\]]", "");
            signed(Act.INITIAL, letters + " [" + name + "]", first, false, false, null);
            return;
        }
        if (isInitials(first.text())
                || lines.size() > 1 && isShort(first.text(), lines.get(1).text())) {
            String below = lines.size() > 1 ? bare(lines.get(1).text()) : "";
            String full = !below.isEmpty() && (!isInitials(first.text()) || begins(first.text(), below))
                    ? " [" + below + "]"
                    : alias(first.text());
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
        if (findings.acts.stream()
                .anyMatch(act -> act.act() == Act.SIGN
                        || act.act() == Act.INITIAL && !act.onBehalfOf().isEmpty())) {
            return;
        }
        boolean mayBeFormula = heading.heading() != null && heading.heading().signaturePresumed();
        for (Passage line : lines) {
            boolean formula =
                    mayBeFormula && (heading.isTelegram() || line.text().indexOf(' ') < 0);
            boolean approvedByAnother = formula
                    && findings.acts.stream()
                            .anyMatch(
                                    act -> act.act() == Act.APPROVE && !act.by().isEmpty());
            String because = formula
                    ? "a printed name on a telegram may be a formula"
                    : typed ? "the name is typed or stamped on a copy" : null;
            signed(Act.SIGN, bare(line.text()), line, formula || typed, approvedByAnother, because);
            onBehalf();
            if (formula) {
                return;
            }
        }
    }

    /** Whom initials stand for where the heading names one sender whose surname begins with the last of them. */
    private String alias(String initials) {
        String last = initials.replaceAll("[^\\p{L}]", "");
        List<String> surnames = heading.sender().stream()
                .map(SURNAME::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(surname -> last.length() > 1 && surname.charAt(0) == last.charAt(last.length() - 1))
                .toList();
        return surnames.size() == 1 ? " [" + surnames.get(0) + "]" : "";
    }

    /** Whether the words of a name begin with initials. */
    private static boolean begins(String initials, String name) {
        String letters = initials.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
        String firsts = Arrays.stream(name.split("[ .-]+"))
                .map(word -> word.substring(0, Math.min(1, word.length())))
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
        return firsts.startsWith(letters) || letters.length() == 1 && firsts.contains(letters);
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
        findings.acts.add(new FoundAct(
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

    /** {@code For the Secretary of State:} above the signature. */
    private void onBehalf() {
        List<Passage> text = document.edges();
        Matcher last =
                FOR.matcher(text.isEmpty() ? "" : text.get(text.size() - 1).text());
        if (last.matches()) {
            int sign = findings.acts.size() - 1;
            findings.acts.set(sign, findings.acts.get(sign).onBehalfOf(List.of(last.group(1))));
        }
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
        return FULL_STOP.matcher(name.substring(0, end)).replaceFirst("$1");
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
                    || word.equals("colonel")
                    || word.equals("unsigned")) {
                return false;
            }
        }
        return true;
    }
}
