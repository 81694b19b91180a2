package chancery.reading.frus;

import chancery.reading.frus.ListedItems.Item;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a volume's own lists say of the persons and bodies that its documents name: its list of persons, which posts each
 * held and when; its list of abbreviations, what each stands for. They stand before the documents; what stands behind
 * them is not used.
 */
public final class VolumeLists {
    private static final String PERSONS = "persons";
    private static final String TERMS = "terms";

    /** How an abbreviation is written. */
    private static final Pattern ABBREVIATION = Pattern.compile("[^ ]*\\p{Lu}[^ ]*");

    /** A body, and not a thing; and not several bodies, or one for each time. */
    private static final Pattern BODY = Pattern.compile("\\p{Lu}(?!.*(?:;|\\balso\\b|\\b(?:1[5-9]|20)\\d\\d\\b)).*");

    /** What says of a name only that it is one. */
    private static final List<String> TITLES = List.of("mr.", "mrs.", "miss", "dr.");

    private final String volume;
    private final List<Person> persons = new ArrayList<>();
    private final Map<String, Item> terms = new HashMap<>();

    /** The lists of a volume, of which none has been read. */
    public VolumeLists(String volume) {
        this.volume = volume;
    }

    /**
     * A post, or a body, and the list that gives it.
     *
     * @param ground {@code list of persons, frus1955-57v02#p_DJF1}
     */
    record Held(String post, String ground) {}

    /**
     * @param names family name and first names, or what else the list parts by commas; in small letters
     */
    private record Person(@Nullable String id, List<String> names, Career career) {
        static Person of(Item item) {
            List<String> names = Arrays.stream(folded(item.entry()).split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            return new Person(item.id(), names, Career.of(item.text()));
        }

        /** Whether a name, in small letters, can be that of this person: the same family name, and no other first name. */
        boolean isCalled(String name) {
            String family = names.isEmpty() ? "" : names.get(0);
            if (family.isEmpty() || !name.equals(family) && !name.endsWith(" " + family)) {
                return false;
            }
            List<String> own = names.stream()
                    .skip(1)
                    .flatMap(given -> Arrays.stream(given.split("[ .]+")))
                    .toList();
            String given = name.substring(0, name.length() - family.length());
            return TITLES.contains(given.strip())
                    || Arrays.stream(given.split("[ .]+"))
                            .filter(first -> !first.isEmpty())
                            .allMatch(first -> own.stream().anyMatch(other -> agree(first, other)));
        }

        private static boolean agree(String one, String other) {
            return one.equals(other) || (one.length() == 1 || other.length() == 1) && one.charAt(0) == other.charAt(0);
        }
    }

    /** Reads the list on whose start the cursor may stand; says whether it does. */
    public boolean read(XMLStreamReader xml) throws XMLStreamException {
        if (ListedItems.isList(xml, PERSONS)) {
            ListedItems.read(xml, "persName").stream().map(Person::of).forEach(persons::add);
            return true;
        }
        if (ListedItems.isList(xml, TERMS)) {
            ListedItems.read(xml, "term").stream()
                    .filter(item -> ABBREVIATION.matcher(item.entry()).matches()
                            && BODY.matcher(item.text()).matches())
                    .forEach(item -> terms.putIfAbsent(item.entry(), item));
            return true;
        }
        return false;
    }

    /**
     * The post that somebody surely held on a day, or the body that an abbreviation means.
     *
     * @param agent as printed; in brackets behind it what the printed form stands for, or in parentheses, as an
     *     abbreviation, where he sits
     * @param named the persons whom the document names, by the names that it gives them
     */
    Optional<Held> held(String agent, Map<String, String> named, @Nullable LocalDate day) {
        String name = agent.replaceFirst("^.*\\[([^|\\]]+)]$", "$1");
        Item term = terms.getOrDefault(name, terms.get(name.replaceFirst("^.* \\(([^()]+)\\)$", "$1")));
        // initials stand for a person
        Optional<Person> initialled = term == null ? Optional.empty() : person(term.text(), Map.of());
        if (term != null && initialled.isEmpty()) {
            return Optional.of(new Held(term.text(), ground("abbreviations", term.id())));
        }
        return day == null
                ? Optional.empty()
                : initialled
                        .or(() -> person(name, named))
                        .flatMap(person -> person.career()
                                .postOn(day)
                                .map(post -> new Held(post, ground("persons", person.id()))));
    }

    private String ground(String list, @Nullable String id) {
        return "list of " + list + ", " + volume + (id == null ? "" : "#" + id);
    }

    private Optional<Person> person(String name, Map<String, String> named) {
        String id = named.get(name);
        String folded = folded(name.replaceFirst(",? Jr\\.?$", ""));
        List<Person> alike = persons.stream()
                .filter(person -> id == null ? person.isCalled(folded) : id.equals(person.id()))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
