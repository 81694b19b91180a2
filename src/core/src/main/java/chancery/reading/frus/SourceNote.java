package chancery.reading.frus;

import chancery.reading.routing.AgentNames;
import chancery.reading.routing.RoutingWords;
import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source note cut into its parts: {@code Source: <archival reference>. <Classification>; <caption>; <caption>.
 * <sentences>}.
 *
 * @param reference where the paper lies, as printed; {@code null} if the note does not say
 * @param classification the classification mark; {@code null} if there is none
 * @param captions what stands beside it
 * @param marking the tokens of classification and captions, first and behind the last; equal if there are none
 * @param sentences the sentences behind them, first token and the one behind the last
 */
public record SourceNote(
        Tokens tokens,
        @Nullable String reference,
        @Nullable String classification,
        List<String> captions,
        Span marking,
        List<Span> sentences) {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "dr", "gen", "col", "adm", "amb", "messrs", "jan", "feb", "mar", "apr", "aug", "sept", "sep",
            "oct", "nov", "dec", "no", "nos", "vol", "vols", "pp", "p", "pt", "st", "jr", "sr", "capt", "lt", "letr",
            "tel", "dept", "rev", "hon", "ref", "co", "govt", "sen", "rep", "art", "ff", "cf", "viz", "etc", "ed",
            "eds");

    /** Words that may begin a sentence behind {@code p.m.} */
    private static final Set<String> BEGIN = Set.of(
            "the",
            "a",
            "an",
            "this",
            "these",
            "see",
            "for",
            "no",
            "according",
            "also",
            "copies",
            "in",
            "on",
            "another",
            "text",
            "it");

    /** A run of tokens. */
    record Span(int from, int to) {}

    /** Cuts a source note. */
    static SourceNote read(String text, RoutingWords words) {
        Tokens tokens = Tokens.of(text);
        int start = tokens.is(0, "source") && tokens.is(1, ":") ? 2 : 0;
        Span marking = marking(tokens, start, words);
        int end = marking == null ? endOfReference(tokens, start, words) : marking.from();
        int referenceEnd = end;
        while (referenceEnd > start && (tokens.is(referenceEnd - 1, ".") || tokens.is(referenceEnd - 1, ","))) {
            referenceEnd--;
        }
        String reference = start == 0 && marking == null && words.verbs().at(tokens, 0, tokens.size()) != null
                ? null
                : tokens.between(start, referenceEnd);
        Span marked = marking == null ? new Span(end, end) : marking;
        List<String> captions = new ArrayList<>();
        List<Span> sentences = new ArrayList<>();
        String classification = marking == null ? null : marks(tokens, marking, words, captions, sentences);
        int from = reference == null ? 0 : marked.to();
        sentences.addAll(sentences(tokens, from, tokens.size(), words));
        return new SourceNote(
                tokens,
                reference == null || reference.isEmpty() ? null : reference,
                classification,
                List.copyOf(captions),
                marked,
                List.copyOf(sentences));
    }

    /** The first classification that begins a sentence, with all that stands beside it. */
    private static @Nullable Span marking(Tokens tokens, int start, RoutingWords words) {
        for (int at = start + 1; at < tokens.size(); at++) {
            boolean begins =
                    tokens.is(at - 1, ".") || tokens.is(at - 1, ",") && at > start + 3 || tokens.is(at - 1, ")");
            if (begins && AgentNames.isCapital(tokens, at)) {
                Hit<String> hit = words.classifications().at(tokens, at, tokens.size());
                Hit<String> caption = hit == null ? personal(tokens, at, words) : hit;
                if (caption != null && endsMark(tokens, caption.end())) {
                    int end = caption.end();
                    while (end < tokens.size() && !endsSentence(tokens, end, words)) {
                        end++;
                    }
                    return new Span(at, Math.min(end + 1, tokens.size()));
                }
            }
        }
        return null;
    }

    /** {@code Personal and Confidential}: a caption with the classification in it. */
    private static @Nullable Hit<String> personal(Tokens tokens, int at, RoutingWords words) {
        return tokens.is(at, "personal") && tokens.is(at + 1, "and")
                ? words.classifications().at(tokens, at + 2, tokens.size())
                : null;
    }

    private static boolean endsMark(Tokens tokens, int at) {
        return at >= tokens.size()
                || tokens.is(at, ".")
                || tokens.is(at, ";")
                || tokens.is(at, ",")
                || tokens.is(at, "(");
    }

    /** Reads classification and captions; what else stands there is a sentence. */
    private static @Nullable String marks(
            Tokens tokens, Span marking, RoutingWords words, List<String> captions, List<Span> sentences) {
        String classification = null;
        int from = marking.from();
        for (int at = marking.from(); at <= marking.to(); at++) {
            if (at == marking.to() || tokens.is(at, ";") || tokens.is(at, ".")) {
                Hit<String> hit = words.classifications().at(tokens, from, at);
                Hit<String> personal = personal(tokens, from, words);
                if (hit != null && hit.end() == at && classification == null) {
                    classification = hit.value();
                } else if (classification == null && personal != null) {
                    captions.add("Personal");
                    classification = personal.value();
                } else if (words.verbs().within(tokens, from, at) != null) {
                    sentences.add(new Span(from, at));
                } else if (at > from) {
                    captions.add(tidied(tokens.between(from, at)));
                }
                from = at + 1;
            }
        }
        return classification;
    }

    /** As printed, a small letter at the beginning raised. */
    private static String tidied(String caption) {
        return caption.substring(0, 1).toUpperCase(Locale.ROOT) + caption.substring(1);
    }

    /** Where a reference without classification ends. */
    private static int endOfReference(Tokens tokens, int start, RoutingWords words) {
        for (int at = start; at < tokens.size(); at++) {
            boolean lot = tokens.is(at + 1, "lot");
            if (endsSentence(tokens, at, words) && !lot) {
                return at + 1;
            }
        }
        return tokens.size();
    }

    /** Cuts a stretch into sentences. */
    static List<Span> sentences(Tokens tokens, int from, int to, RoutingWords words) {
        List<Span> sentences = new ArrayList<>();
        int start = from;
        for (int at = from; at < to; at++) {
            boolean parenthesis = tokens.is(start, "(") && tokens.is(at, ")") && AgentNames.isCapital(tokens, at + 1);
            if (parenthesis || endsSentence(tokens, at, words)) {
                int end = at + 1;
                while (end < to && (tokens.is(end, "”") || tokens.is(end, "\"") || tokens.is(end, ")"))) {
                    end++;
                }
                sentences.add(new Span(start, end));
                start = end;
                at = end - 1;
            }
        }
        if (start < to) {
            sentences.add(new Span(start, to));
        }
        return sentences;
    }

    /** Whether a sentence ends with this token. */
    private static boolean endsSentence(Tokens tokens, int at, RoutingWords words) {
        if (at + 1 >= tokens.size()) {
            return true;
        }
        String word = tokens.folded(at);
        boolean capital = AgentNames.isCapital(tokens, at + 1)
                || tokens.is(at + 1, "“")
                || tokens.is(at + 1, "(")
                || tokens.is(at + 1, "”");
        if (word.equals(".")) {
            return capital
                    && (at == 0 || !ABBREVIATIONS.contains(tokens.folded(at - 1)) || follows(tokens, at + 1, words));
        }
        if (word.equals(")")) {
            return capital && follows(tokens, at + 1, words) && !tokens.is(at + 1, "also");
        }
        if (word.equals("?") || word.equals("!")) {
            return capital;
        }
        if (word.equals("a.m.") || word.equals("p.m.")) {
            return capital && !tokens.is(at + 1, "washington") && !tokens.is(at + 1, "(");
        }
        return word.endsWith(".") && word.length() > 2 && capital && follows(tokens, at + 1, words);
    }

    private static boolean follows(Tokens tokens, int at, RoutingWords words) {
        return BEGIN.contains(tokens.folded(at)) || words.verbs().at(tokens, at, tokens.size()) != null;
    }
}
