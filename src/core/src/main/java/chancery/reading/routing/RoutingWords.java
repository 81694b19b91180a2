package chancery.reading.routing;

import chancery.casefile.InvalidInput;
import chancery.casefile.YamlMap;
import chancery.document.Form;
import chancery.office.Act;
import chancery.office.OfficeId;
import chancery.office.Words;
import chancery.reading.text.Phrases;
import chancery.reading.text.Tokens;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words in which an edition tells the routing of a paper: those of a file of {@code processes/words} that {@link
 * RoutingGrammar} puts together.
 *
 * @param verbs the verbs that name an act
 * @param nouns what a noun says that a sentence is about
 * @param offices the words that begin the name of an office, in lower case
 * @param plurals beginnings in the plural, and what each name behind them has in the singular
 * @param qualifiers manners of an act
 * @param fillers words before a name that are no part of it
 * @param groups of what destinations consist that are not named one by one
 * @param traces things on the paper that prove an act of the one whose they are
 * @param remarks what a note in the margin says that is no mere comment, as it begins
 * @param precedence how fast, and to whose eyes, a telegram goes
 * @param classifications classification marks, as they are written
 * @param negatives what did not happen or is not known
 * @param asides why a sentence that begins so speaks of something else
 * @param headings how headings call a paper
 * @param roles to which office of the procedure an act is laid, the first that fits
 * @param ranks who stands above whom, from 0
 * @param abroad words in the name of an agent of another government
 * @param atHome how names of the own government begin all the same
 * @param shown what an act shows when the same agent signed
 * @param clocks the zone of a place, by its name
 * @param text how the text of a paper speaks of the paper itself
 * @param examples sentences and what they must give
 */
public record RoutingWords(
        Phrases<Verb> verbs,
        Phrases<Noun> nouns,
        Set<String> offices,
        Phrases<String> plurals,
        Phrases<String> qualifiers,
        Phrases<String> fillers,
        Phrases<String> groups,
        Phrases<Act> traces,
        Phrases<Act> remarks,
        Phrases<String> precedence,
        Phrases<String> classifications,
        Phrases<String> negatives,
        Phrases<String> asides,
        Phrases<Heading> headings,
        List<Role> roles,
        List<Shown> shown,
        Phrases<Integer> ranks,
        Phrases<String> abroad,
        Phrases<String> atHome,
        Map<String, ZoneId> clocks,
        TextWords text,
        List<RoutingExample> examples) {

    /**
     * How a heading calls a paper.
     *
     * @param kind its kind in a word of the edition; {@code none} for what is no paper but the editor's own text
     * @param signaturePresumed whether a printed name may be a mere formula
     */
    public record Heading(String kind, Form form, Tells tells, boolean signaturePresumed) {
        /** The same of a paper of another form. */
        public Heading of(Form other) {
            return new Heading(kind, other, tells, signaturePresumed);
        }
    }

    /**
     * To which office of the procedure an act is laid.
     *
     * @param forms of papers of which forms; of all if none is listed
     * @param from how the name of the sender begins, or of the one who received
     * @param to how that of the addressee does; {@code null} if it may be anyone
     */
    public record Role(
            OfficeId office,
            Set<Act> acts,
            Set<Form> forms,
            Phrases<String> from,
            @Nullable Phrases<String> to) {
        public boolean fits(Form form, Act act, List<Tokens> senders, List<Tokens> addressees) {
            return acts.contains(act)
                    && (forms.isEmpty() || forms.contains(form))
                    && begins(from, senders)
                    && (to == null || begins(to, addressees));
        }

        private static boolean begins(Phrases<String> beginnings, List<Tokens> names) {
            for (Tokens name : names) {
                if (beginnings.at(name, 0, name.size()) != null) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * What an act shows of the procedure's choices when the same agent also signed.
     *
     * @param forAnother whether he signed for another, or in his own name
     */
    public record Shown(Act act, boolean forAnother, Map<String, String> shows) {}

    /** What heading and dateline say happened. */
    public enum Tells {
        /** It went from one to another. */
        DISPATCH,
        /** It was laid before a superior or a colleague; downward that is a dispatch. */
        SUBMIT,
        /** Something was discussed. */
        CONSIDER,
        /** Its author wrote it. */
        DRAFT,
        NOTHING
    }

    /**
     * A verb that names an act.
     *
     * @param by the words behind which stands who did it
     * @param onBehalfOf behind which stands for whom
     * @param to behind which stands where it went
     * @param subjectReceives whether the one of whom it is told is the one to whom it went
     * @param through behind which stands by way of whom
     */
    record Verb(
            Act act,
            Set<String> by,
            Set<String> onBehalfOf,
            Set<String> to,
            Set<String> through,
            boolean subjectReceives) {}

    /** What a sentence is about. */
    public enum Noun {
        /** The paper itself. */
        THIS,
        /** A copy of it. */
        COPY,
        /** A mark on it. */
        NOTE,
        /** Another paper, whose acts are not acts of this one. */
        OTHER
    }

    /** Reads the words of a file. */
    public static RoutingWords read(YamlMap root) {
        Phrases<Verb> verbs = new Phrases<>();
        List<RoutingExample> examples = new ArrayList<>();
        root.list("verbs", map -> {
            Verb verb = new Verb(
                    act(map),
                    map.has("by") ? Set.copyOf(map.texts("by")) : Set.of("by"),
                    map.has("for") ? Set.copyOf(map.texts("for")) : Set.of("for"),
                    Set.copyOf(map.texts("to")),
                    Set.copyOf(map.texts("through")),
                    map.oneOf("subject", List.of("by", "to")).orElse("by").equals("to"));
            verbs.add(map, "words", verb);
            examples.addAll(map.list("examples", example -> RoutingExample.read(example, verb)));
            map.done();
            return verb;
        });
        Phrases<Noun> nouns = new Phrases<>();
        root.map("nouns").ifPresent(map -> {
            for (Noun noun : Noun.values()) {
                nouns.add(map, noun.name().toLowerCase(Locale.ROOT), noun);
            }
            map.done();
        });
        Set<String> offices = new HashSet<>();
        root.texts("offices").forEach(word -> offices.add(word.toLowerCase(Locale.ROOT)));
        Map<String, ZoneId> clocks = new LinkedHashMap<>();
        root.map("clocks")
                .ifPresent(map -> map.allTexts().forEach((place, zone) -> clocks.put(place, zone(map, place, zone))));
        return new RoutingWords(
                verbs,
                nouns,
                Set.copyOf(offices),
                plurals(root),
                same(root, "qualifiers"),
                same(root, "fillers"),
                same(root, "groups"),
                acts(root, "traces"),
                acts(root, "remarks"),
                same(root, "precedence"),
                same(root, "classifications"),
                told(root, "negatives", "says"),
                told(root, "asides", "because"),
                headings(root),
                roles(root),
                shown(root),
                ranks(root),
                same(root, "abroad"),
                same(root, "at-home"),
                clocks,
                TextWords.read(root),
                List.copyOf(examples));
    }

    /**
     * Tries the examples.
     *
     * @throws InvalidInput at the first that gives something else
     */
    public void tryExamples(String file) {
        RoutingGrammar grammar = new RoutingGrammar(this);
        for (RoutingExample example : examples) {
            Tokens tokens = Tokens.of(example.text());
            List<Clause> clauses = grammar.read(tokens, 0, tokens.size()).clauses();
            if (clauses.stream().noneMatch(example::isGivenBy)) {
                throw InvalidInput.at(
                        file,
                        example.line(),
                        "the example \"" + example.text() + "\" gives "
                                + (clauses.isEmpty()
                                        ? "nothing"
                                        : clauses.get(0).told()),
                        "correct the words of \"" + example.act().word() + "\" or the example");
            }
        }
    }

    private static List<Role> roles(YamlMap root) {
        return root.list("roles", map -> {
            Role role = new Role(
                    map.text("office", OfficeId::new),
                    map.texts("acts").stream()
                            .map(word -> Act.of(word)
                                    .orElseThrow(() -> map.invalid(
                                            map.line("acts"),
                                            "\"" + word + "\" is no act",
                                            "expected acts of the vocabulary")))
                            .collect(Collectors.toUnmodifiableSet()),
                    Set.copyOf(map.texts("forms", RoutingWords::form)),
                    same(map, "from"),
                    map.has("to") ? same(map, "to") : null);
            map.done();
            return role;
        });
    }

    private static Phrases<String> plurals(YamlMap root) {
        Phrases<String> plurals = new Phrases<>();
        root.map("plurals")
                .ifPresent(map -> map.keys()
                        .forEach(plural -> plurals.add(
                                plural,
                                map.optional(plural)
                                        .map(singular -> singular + " ")
                                        .orElse(""))));
        return plurals;
    }

    private static Phrases<Integer> ranks(YamlMap root) {
        Phrases<Integer> ranks = new Phrases<>();
        int[] rank = {0};
        root.list("ranks", map -> {
            ranks.add(map, "agents", rank[0]);
            map.done();
            return rank[0]++;
        });
        return ranks;
    }

    private static List<Shown> shown(YamlMap root) {
        return root.list("shows", map -> {
            Shown shown = new Shown(
                    act(map),
                    map.oneOf("signed", List.of("for another", "in his own name"))
                            .orElse("for another")
                            .equals("for another"),
                    map.map("shows").map(YamlMap::allTexts).orElse(Map.of()));
            map.done();
            return shown;
        });
    }

    private static Phrases<Act> acts(YamlMap root, String key) {
        Phrases<Act> traces = new Phrases<>();
        root.list(key, map -> {
            Act act = act(map);
            traces.add(map, "words", act);
            map.done();
            return act;
        });
        return traces;
    }

    private static Act act(YamlMap map) {
        return map.oneOf("act", Arrays.stream(Act.values()).map(Act::word).toList())
                .flatMap(Act::of)
                .orElseThrow(() -> map.invalid(map.line(), "\"act\" is missing", "name the act that the words tell"));
    }

    private static Form form(String word) {
        return Form.of(word)
                .orElseThrow(() -> new IllegalArgumentException("\"" + word
                        + "\" is no documentary form; expected one of: " + String.join(", ", Form.words())));
    }

    private static Phrases<Heading> headings(YamlMap root) {
        Phrases<Heading> headings = new Phrases<>();
        root.list("headings", map -> {
            Heading heading = new Heading(
                    map.text("kind"),
                    map.text("form", RoutingWords::form),
                    map.oneOf(
                                    "tells",
                                    Arrays.stream(Tells.values()).map(Words::of).toList())
                            .map(word -> Tells.valueOf(word.toUpperCase(Locale.ROOT)))
                            .orElse(Tells.NOTHING),
                    map.oneOf("signature", List.of("stated", "presumed"))
                            .orElse("stated")
                            .equals("presumed"));
            headings.add(map, "words", heading);
            map.done();
            return heading;
        });
        return headings;
    }

    private static ZoneId zone(YamlMap map, String place, String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw map.invalid(
                    map.line(place),
                    "\"" + zone + "\" is no zone of the tz database",
                    "write for example Europe/London");
        }
    }

    /** Phrases that stand for themselves. */
    private static Phrases<String> same(YamlMap map, String key) {
        Phrases<String> phrases = new Phrases<>();
        map.texts(key, word -> {
            phrases.add(word, word);
            return word;
        });
        return phrases;
    }

    private static Phrases<String> told(YamlMap root, String key, String says) {
        Phrases<String> phrases = new Phrases<>();
        root.list(key, map -> {
            String said = map.text(says);
            phrases.add(map, "words", said);
            map.done();
            return said;
        });
        return phrases;
    }
}
