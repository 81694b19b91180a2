package chancery.reading.form;

import chancery.reading.form.FormPattern.Match;
import chancery.reading.form.FormPattern.Span;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for a form of words in a stretch of a text. */
final class FormSearch {
    private FormSearch() {}

    /**
     * Where a form is found in a stretch, its further wordings there too; once if it is read as a whole. Where several of
     * its wordings are found across each other, the first counts.
     */
    static List<Match> within(Tokens tokens, FormOfWords form, int from, int to, boolean whole) {
        Map<String, Span> slots = new HashMap<>();
        for (FormPattern with : form.with()) {
            Optional<Match> match = with.over(tokens, from, to, end -> true).next(from);
            if (match.isEmpty()) {
                return List.of();
            }
            slots.putAll(match.get().slots());
        }
        if (form.words().isEmpty()) {
            return List.of(new Match(from, to, slots));
        }
        List<Match> matches = new ArrayList<>();
        for (FormPattern words : form.words()) {
            FormPattern.Scan scan = words.over(tokens, from, to, end -> true);
            int at = from;
            Optional<Match> match = scan.next(at);
            while (match.isPresent()) {
                Match hit = match.get();
                Map<String, Span> all = new HashMap<>(slots);
                all.putAll(hit.slots());
                boolean fits = form.fits(new FoundForm(tokens, form, hit.from(), hit.end(), all, true));
                boolean taken =
                        matches.stream().anyMatch(other -> other.from() < hit.end() && hit.from() < other.end());
                if (fits && !taken) {
                    matches.add(new Match(hit.from(), hit.end(), all));
                }
                if (fits && whole) {
                    return matches;
                }
                match = scan.next(hit.end());
            }
        }
        return matches;
    }
}
