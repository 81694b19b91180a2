package chancery.reading.routing;

import static chancery.reading.routing.FunctionWords.COVERS;

import chancery.office.Act;
import chancery.reading.particular.EnglishDates;
import chancery.reading.particular.EnglishDates.Day;
import chancery.reading.routing.AgentNames.Found;
import chancery.reading.routing.RoutingWords.Noun;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a covering note proves though no verb says it: that its writer sent the paper on. {@code A covering memorandum from
 * A to B, May 3, is not printed}; {@code Attached to a note of May 3 from A to B}.
 */
final class CoveringNote {
    private static final Set<String> COVERING = Set.of("covering", "cover", "transmittal", "transmitting");

    private final Tokens tokens;
    private final AgentNames names;
    private final int to;
    private final List<String> by = new ArrayList<>();
    private final List<String> addressees = new ArrayList<>();
    private final List<Day> days = new ArrayList<>();

    private CoveringNote(Tokens tokens, AgentNames names, int to) {
        this.tokens = tokens;
        this.names = names;
        this.to = to;
    }

    /** The sending on that a sentence names, if both who did it and to whom are said. */
    static Optional<Clause> in(Tokens tokens, int from, int to, AgentNames names) {
        for (int at = from; at < to; at++) {
            int noun = isAttachedTo(tokens, at) ? attachedTo(tokens, at, to) : covering(tokens, at);
            if (noun > 0) {
                return Optional.ofNullable(new CoveringNote(tokens, names, to).read(from, noun));
            }
        }
        return Optional.empty();
    }

    /** Whether a stretch names a covering note. */
    static boolean begins(Tokens tokens, int from, int to) {
        for (int at = from; at < to; at++) {
            if (covering(tokens, at) > 0) {
                return true;
            }
        }
        return isAttachedTo(tokens, from);
    }

    private static int covering(Tokens tokens, int at) {
        boolean covers = COVERING.contains(tokens.folded(at)) && at + 1 < tokens.size();
        return covers && COVERS.contains(tokens.folded(at + 1)) ? at + 1 : -1;
    }

    /** Only at the beginning of a sentence, where the paper itself is meant. */
    private static boolean isAttachedTo(Tokens tokens, int at) {
        boolean begins = at == 0 || tokens.is(at - 1, ".") || tokens.is(at - 1, ";");
        boolean attached = tokens.is(at, "attached") && tokens.is(at + 1, "to")
                || tokens.is(at, "enclosed") && (tokens.is(at + 1, "with") || tokens.is(at + 1, "in"));
        return begins && attached && (tokens.is(at + 2, "a") || tokens.is(at + 2, "an"));
    }

    private static int attachedTo(Tokens tokens, int at, int to) {
        for (int next = at + 3; next < Math.min(to, at + FunctionWords.NEAR); next++) {
            if (COVERS.contains(tokens.folded(next))) {
                return next;
            }
        }
        return -1;
    }

    private @Nullable Clause read(int from, int noun) {
        for (int at = Math.max(from, noun - FunctionWords.NEAR); at < noun; at++) {
            EnglishDates.day(tokens, at).ifPresent(days::add);
        }
        int at = noun + 1;
        while (at < to && !tokens.is(at, ":") && !tokens.is(at, "“") && !tokens.is(at, ";")) {
            Day day = EnglishDates.day(tokens, at).orElse(null);
            if (day != null) {
                if (days.isEmpty()) {
                    days.add(day);
                }
                at = day.end();
            } else if (tokens.is(at, "from") || tokens.is(at, "by")) {
                at = named(at, by);
            } else if (tokens.is(at, "to") || tokens.is(at, "for")) {
                at = named(at, addressees);
            } else if (tokens.is(at, "which") || FunctionWords.PASSIVE.contains(tokens.folded(at))) {
                break;
            } else {
                at++;
            }
        }
        if (by.isEmpty() && (tokens.is(from, "in") || tokens.is(from, "under"))) {
            subject(at);
        }
        return by.isEmpty() || addressees.isEmpty()
                ? null
                : new Clause(
                        Act.FORWARD,
                        Noun.THIS,
                        by,
                        List.of(),
                        addressees,
                        List.of(),
                        days.subList(0, Math.min(1, days.size())),
                        null,
                        null,
                        null,
                        true,
                        null,
                        false,
                        from,
                        Math.max(at, noun + 1));
    }

    /** {@code In a covering memorandum to A, B noted}: who is told of behind the last comma. */
    private void subject(int behind) {
        if (addressees.size() > 1) {
            // In a covering memorandum to A, B and C urged: only the first is whom it went to
            by.addAll(addressees.subList(1, addressees.size()));
            addressees.subList(1, addressees.size()).clear();
            return;
        }
        for (int at = Math.min(behind, to) - 1; at > 0; at--) {
            if (tokens.is(at, ",")) {
                Found found = names.list(tokens, at + 1, to, true);
                if (found != null && !addressees.isEmpty()) {
                    by.addAll(found.names());
                    addressees.removeAll(found.names());
                }
                return;
            }
        }
    }

    private int named(int at, List<String> into) {
        Found found = into.isEmpty() ? names.list(tokens, at + 1, to) : null;
        int end = at + 1;
        while (found != null) {
            into.addAll(persons(found.names(), tokens.between(end, found.end())));
            end = found.end();
            // several are parted by semicolons where their offices are told
            found = tokens.is(end, ";") ? names.list(tokens, tokens.is(end + 1, "and") ? end + 2 : end + 1, to) : null;
        }
        return end;
    }

    /** Of {@code A, Executive Secretary of the Board,} only the person. */
    private static List<String> persons(List<String> names, String printed) {
        boolean title = names.size() == 2
                && names.get(1).matches("\\p{Lu}\\S*(?: \\p{Lu}\\S*)* (?:of|at|for|to) .*")
                && names.get(0).indexOf(" of ") < 0
                && printed.startsWith(names.get(0) + ", " + names.get(1));
        return title ? names.subList(0, 1) : names;
    }
}
