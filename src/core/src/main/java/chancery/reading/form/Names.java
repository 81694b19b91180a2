package chancery.reading.form;

import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Enumerations of persons and offices, as printed: {@code Cdes. A, B, and C}. */
public final class Names {
    /** What stands before a name and is no part of it. */
    static final Set<String> TITLES = Set.of(
            "cde",
            "cdes",
            "com",
            "comrade",
            "comrades",
            "mr",
            "mrs",
            "dr",
            "gen",
            "т",
            "тт",
            "тов",
            "товарищ",
            "товарищу",
            "товарищам",
            "товарищи",
            "товарищей");

    private static final int MAX_WORDS = 6;

    private Names() {}

    /** One name: its tokens without title. */
    private record Name(int from, int end) {}

    /** Where an enumeration that begins with a token may end, its whole first. */
    static int[] ends(Tokens tokens, int from, int limit) {
        List<Name> names = enumerated(tokens, from, limit);
        return IntStream.iterate(names.size() - 1, at -> at >= 0, at -> at - 1)
                .map(at -> names.get(at).end())
                .toArray();
    }

    /** The names of an enumeration, without titles. */
    static List<String> in(Tokens tokens, FormPattern.Span span) {
        return texts(tokens, enumerated(tokens, span.from(), span.to()));
    }

    /** The token behind a name with initials; the same token if none begins there. */
    static int endOfSigner(Tokens tokens, int from, int limit) {
        int surname = from;
        while (surname < limit && isInitials(tokens.at(surname))) {
            surname++;
        }
        boolean named = surname > from && surname < limit && isSurname(tokens.at(surname));
        return named ? surname + 1 : from;
    }

    /** Whether a word begins with a capital letter. */
    static boolean isCapitalised(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    private static boolean isInitials(String word) {
        return word.endsWith(".") && word.length() <= 6 && isCapitalised(word);
    }

    private static boolean isSurname(String word) {
        return word.length() > 1 && isCapitalised(word) && !word.endsWith(".");
    }

    private static List<String> texts(Tokens tokens, List<Name> names) {
        return names.stream()
                .map(name -> tokens.between(name.from(), name.end()).replaceAll("\\s+", " "))
                .toList();
    }

    private static List<Name> enumerated(Tokens tokens, int from, int limit) {
        List<Name> names = new ArrayList<>();
        int at = from;
        while (at < limit) {
            int begin = afterTitle(tokens, at, limit);
            int end = endOfName(tokens, begin, limit);
            if (end == begin) {
                return names;
            }
            names.add(new Name(begin, end));
            at = afterSeparator(tokens, end, limit);
            if (at == end) {
                return names;
            }
        }
        return names;
    }

    private static int afterTitle(Tokens tokens, int from, int limit) {
        int at = from;
        while (at < limit && TITLES.contains(tokens.folded(at).replace(".", ""))) {
            at++;
            if (at < limit && tokens.is(at, ".")) {
                at++;
            }
        }
        return at;
    }

    private static int afterSeparator(Tokens tokens, int from, int limit) {
        int at = from;
        if (at < limit && (tokens.is(at, ",") || tokens.is(at, ";"))) {
            at++;
        }
        if (at < limit && (tokens.is(at, "and") || tokens.is(at, "и") || tokens.is(at, "&"))) {
            at++;
        }
        return at;
    }

    /** Whether a token goes on with a word whose beginning an editor restored: {@code [[Sid]]orov}. */
    private static boolean isGlued(Tokens tokens, int at, int from) {
        return at > from && tokens.is(at - 1, "]") && tokens.start(at) == tokens.end(at - 1);
    }

    /** Capitalised words of one line, editorial brackets around or within them; or {@code file}, {@code addressee}. */
    private static int endOfName(Tokens tokens, int from, int limit) {
        int at = from;
        int words = 0;
        int open = 0;
        while (at < limit && words < MAX_WORDS && (at == from || !tokens.beginsLine(at))) {
            String token = tokens.at(at);
            if (token.equals("[")) {
                open++;
            } else if (token.equals("]") && open > 0) {
                open--;
            } else if (open > 0 || isCapitalised(token) || isGlued(tokens, at, from)) {
                words++;
            } else {
                break;
            }
            at++;
        }
        return words == 0 || open > 0 ? from : at;
    }
}
