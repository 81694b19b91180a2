package chancery.office;

import chancery.office.Institution.Tenure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An authority file of institutions, in the sense of ISAAR(CPF): the names by which each, its offices and its posts are
 * written, and who held the posts. It tells to which institution an agent belongs, and by what.
 *
 * <p>The name with most words decides, so "Secretary of State for Foreign Affairs" is no "Secretary of State"; of names
 * as long the one that stands first does, so a "Special Assistant to the Secretary of State" is the Department's. Where
 * two institutions remain, nothing is known.
 */
public final class Authority {
    private final List<Institution> institutions;
    private final List<Name> names;
    private final Map<String, List<Held>> byRef = new HashMap<>();

    /** @param institutions with distinct ids */
    public Authority(List<Institution> institutions) {
        this.institutions = List.copyOf(institutions);
        this.names = institutions.stream()
                .flatMap(institution -> institution.names().stream().map(name -> Name.of(institution, name)))
                .toList();
        institutions.forEach(institution -> institution
                .tenures()
                .forEach(tenure -> tenure.refs()
                        .forEach(ref -> byRef.computeIfAbsent(bare(ref), unseen -> new ArrayList<>())
                                .add(new Held(institution, tenure)))));
    }

    /** The id of the institution to which somebody belongs, and what tells it: the name or post that was recognised. */
    public record Affiliation(String institution, String ground) {}

    /** @param clue its longest word, in small letters, which a text must hold to hold the name */
    private record Name(Institution institution, String clue, Pattern pattern, int words) {
        static Name of(Institution institution, String text) {
            List<String> words = List.of(text.split(" "));
            String pattern = String.join(
                    "\\s+",
                    words.stream()
                            .map(word -> word.equals("*") ? "\\S+(?:\\s+\\S+){0,3}?" : Pattern.quote(word))
                            .toList());
            List<String> literal =
                    words.stream().filter(word -> !word.equals("*")).toList();
            String clue = literal.stream()
                    .max(Comparator.comparingInt(String::length))
                    .orElseThrow();
            return new Name(
                    institution,
                    clue.toLowerCase(Locale.ROOT),
                    Pattern.compile(
                            "(?<![\\p{L}\\d])" + pattern + "(?![\\p{L}\\d])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                    literal.size());
        }
    }

    private record Held(Institution institution, Tenure tenure) {
        Hit hit() {
            return new Hit(institution, tenure.person() + ", " + tenure.post(), 1, 0);
        }
    }

    private record Hit(Institution institution, String ground, int words, int at) {}

    /** The institution of that id. */
    public Optional<Institution> institution(String id) {
        return institutions.stream()
                .filter(institution -> institution.id().equals(id))
                .findFirst();
    }

    /** All ids, as listed. */
    public List<String> ids() {
        return institutions.stream().map(Institution::id).toList();
    }

    /**
     * Where an agent belongs: by his position, or else his identifier, or else his name. Whoever has an identifier that
     * is known here is that person and no namesake, even if he held no post on the day.
     *
     * @param day on which he acted; {@code null} if it is not known
     */
    public Optional<Affiliation> of(Agent agent, @Nullable LocalDate day) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String position = agent.position() == null ? "" : agent.position();
        return decided(hits(position)).or(() -> {
            List<Held> identified = identified(agent);
            return identified.isEmpty()
                    ? decided(hits(agent.name())).or(() -> decided(tenures(agent.name(), day)))
                    : decided(identified.stream()
                            .filter(held -> held.tenure().holdsOn(day))
                            .map(Held::hit)
                            .toList());
        });
    }

    /** An identifier without what is written in several ways: its scheme, and a stroke at its end. */
    public static String bare(String ref) {
        return ref.strip().replaceFirst("^https?://", "").replaceFirst("/$", "");
    }

    /** The posts of the person whom an identifier of the agent names. */
    private List<Held> identified(Agent agent) {
        return agent.ref() == null
                ? List.of()
                : Arrays.stream(agent.ref().strip().split("\\s+"))
                        .flatMap(ref -> byRef.getOrDefault(bare(ref), List.of()).stream())
                        .toList();
    }

    /** Where each of several agents belongs; who is not among them is of no institution that is known. */
    public Map<Agent, Affiliation> of(Collection<Agent> agents, @Nullable LocalDate day) {
        Map<Agent, Affiliation> known = new HashMap<>();
        agents.forEach(agent -> of(agent, day).ifPresent(affiliation -> known.put(agent, affiliation)));
        return known;
    }

    /** The institution that a letterhead, a stamp or a reference names. */
    public Optional<Affiliation> in(String text) {
        return decided(hits(text));
    }

    private List<Hit> hits(String text) {
        List<Hit> hits = new ArrayList<>();
        String small = text.toLowerCase(Locale.ROOT);
        for (Name name : names) {
            if (!small.contains(name.clue())) {
                continue;
            }
            Matcher matcher = name.pattern().matcher(text);
            if (matcher.find()) {
                hits.add(new Hit(name.institution(), matcher.group(), name.words(), matcher.start()));
            }
        }
        return hits;
    }

    private List<Hit> tenures(String name, @Nullable LocalDate day) {
        return institutions.stream()
                .flatMap(institution -> institution.tenures().stream()
                        .filter(tenure -> tenure.holdsOn(day) && name.contains(tenure.person()))
                        .map(tenure -> new Held(institution, tenure).hit()))
                .toList();
    }

    /** The longest, of these the first; nothing if two institutions share that. */
    private static Optional<Affiliation> decided(List<Hit> hits) {
        Comparator<Hit> order =
                Comparator.<Hit>comparingInt(hit -> -hit.words()).thenComparingInt(Hit::at);
        Optional<Hit> best = hits.stream().min(order);
        Stream<Hit> alike = hits.stream().filter(hit -> order.compare(hit, best.orElseThrow()) == 0);
        return best.isPresent() && alike.map(Hit::institution).distinct().count() == 1
                ? best.map(hit -> new Affiliation(hit.institution().id(), hit.ground()))
                : Optional.empty();
    }
}
