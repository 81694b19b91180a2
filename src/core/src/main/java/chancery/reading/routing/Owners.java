package chancery.reading.routing;

import static chancery.reading.routing.FunctionWords.NEAR;

import chancery.reading.routing.AgentNames.Found;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whose a thing is: by the possessives before it, or by what says whose hand wrote it. */
final class Owners {
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{2,4}|(?:\\p{Lu}(?:\\.|\\[\\p{Ll}+\\])? ?){1,4}");

    private static final Pattern DOTTED = Pattern.compile("(?:\\p{Lu}\\. ?){2,}");

    /** How many words say where on a page something is written. */
    private static final int MARGIN = 14;

    private final Tokens tokens;
    private final AgentNames names;

    Owners(Tokens tokens, AgentNames names) {
        this.tokens = tokens;
        this.names = names;
    }

    /**
     * {@code Allen’s and Jernegan’s initials}, {@code his marginal notations}.
     *
     * @param told what is told before, of which the last says whom "his" means
     */
    List<String> before(int from, int thing, List<Clause> told) {
        List<String> owners = new ArrayList<>();
        int at = thing - 1;
        if (tokens.is(at, "his") && !told.isEmpty()) {
            return told.get(told.size() - 1).by();
        }
        while (at >= from) {
            if (tokens.is(at, "'") || tokens.is(at, "and") || tokens.is(at, "handwritten")) {
                at--;
            } else if (AgentNames.isPossessive(tokens, at)) {
                int start = at;
                while (start > from && AgentNames.isCapital(tokens, start - 1)) {
                    start--;
                }
                int name = tokens.is(start, "the") && start < at ? start + 1 : start;
                owners.add(0, tokens.between(name, at) + (name < at ? " " : "") + unowned(tokens.at(at)));
                at = start - 1;
            } else {
                break;
            }
        }
        return owners;
    }

    /** Whether "at" leads to the owners before a token: {@code at Rankin’s request}. */
    boolean isAtOwners(int from, int thing) {
        for (int at = thing - 1; at >= Math.max(from, thing - NEAR); at--) {
            if (tokens.is(at, "at")) {
                return true;
            }
        }
        return false;
    }

    /** Who is told to have written what is quoted, where the sentence begins with him: {@code A wrote in the margin:}. */
    List<String> writer(int from, int quote) {
        int wrote = from + 1;
        while (wrote < quote && !tokens.is(wrote, "wrote")) {
            wrote++;
        }
        boolean near = wrote < quote && quote - wrote <= MARGIN;
        for (int at = wrote; near && at < quote; at++) {
            near = !tokens.is(at, "to") && !tokens.is(at, "a") && !tokens.is(at, "an");
        }
        Found found = near ? names.list(tokens, from, wrote, true) : null;
        return found == null ? List.of() : found.names();
    }

    /** The initials that end what is quoted: {@code “Noted. J.F.D.”}; none if anything else stands there. */
    List<String> initials(int from, int to) {
        int start = tokens.is(from, ".") || tokens.is(from, ",") ? from + 1 : from;
        int end = start;
        while (end < to && !tokens.is(end, "”")) {
            end++;
        }
        String written = start < end ? tokens.between(start, end) : "";
        if (!DOTTED.matcher(written).matches()) {
            written = written.replaceAll("[.,]$", "");
        }
        return INITIALS.matcher(written).matches() ? List.of(written) : List.of();
    }

    private static String unowned(String word) {
        return word.endsWith("’s") || word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    /** {@code in Secretary Dulles’ handwriting}, {@code by the Secretary}. */
    List<String> hand(int from, int to, List<Clause> told) {
        for (int at = from; at < Math.min(to, from + 14); at++) {
            if (tokens.is(at, "suggested") || tokens.is(at, "proposed") || tokens.is(at, ";")) {
                return List.of();
            }
            if (tokens.is(at, "by")) {
                Found found = names.list(tokens, at + 1, to);
                return found == null ? List.of() : found.names();
            }
            if (tokens.is(at, "handwriting") || tokens.is(at, "hand")) {
                return before(from, at, told);
            }
        }
        return List.of();
    }
}
