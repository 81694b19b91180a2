package chancery.reading.letter;

import static chancery.reading.letter.TeiText.attribute;

import chancery.casefile.InvalidInput;
import chancery.reading.text.FoldedText;
import chancery.reading.text.XmlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the references of a file lead to: persons, bodies, places, editions and calendars that it lists, wherever in it,
 * or that another file of the same folder does. A file is looked through when the first reference to it is met; what
 * leads nowhere is kept as it is, and said once for each file.
 */
public final class References {
    /** A reference into a file: {@code #p12}, {@code persons.xml#p12}. */
    private static final String POINTER = "[^:#?]*#[^#\\s]+";

    private static final Map<String, String> SCHEMES = Map.of(
            "gnd", "https://d-nb.info/gnd/",
            "viaf", "https://viaf.org/viaf/",
            "geonames", "https://www.geonames.org/",
            "wikidata", "https://www.wikidata.org/entity/",
            "lccn", "https://id.loc.gov/authorities/names/");

    private final Path file;
    private final Map<String, Map<String, Entry>> lists = new HashMap<>();
    private final Set<String> toldOf = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();

    /** Those of a file. */
    public References(Path file) {
        this.file = file;
    }

    /**
     * An entry of a list.
     *
     * @param text its name, or its words
     * @param refs its identifiers, and what it refers to itself
     */
    record Entry(@Nullable String text, @Nullable String type, Set<String> refs) {}

    /**
     * Who or what an element names.
     *
     * @param text as a list has it; {@code null} if none does
     * @param ref identifiers parted by blanks; {@code null} if there is none
     */
    record Identity(@Nullable String text, @Nullable String ref) {}

    /** Who or what references name, several parted by blanks; entries that refer to entries are followed to the end. */
    Identity identity(@Nullable String refs) {
        if (refs == null) {
            return new Identity(null, null);
        }
        Set<String> seen = new LinkedHashSet<>();
        Set<String> ends = new LinkedHashSet<>();
        String text = null;
        Deque<String> ahead = new ArrayDeque<>(Arrays.asList(refs.split("\\s+", -1)));
        while (!ahead.isEmpty()) {
            String ref = ahead.remove();
            if (!seen.add(ref)) {
                continue;
            }
            Optional<Entry> entry = entry(ref);
            text = text == null ? entry.map(Entry::text).orElse(null) : text;
            Set<String> further = entry.map(Entry::refs).orElse(Set.of());
            ahead.addAll(further);
            if (further.isEmpty()) {
                ends.add(ref);
            }
        }
        return new Identity(text, ends.isEmpty() ? refs : String.join(" ", ends));
    }

    /** The entry that a reference leads to. */
    Optional<Entry> entry(String ref) {
        if (!ref.matches(POINTER)) {
            return Optional.empty();
        }
        int hash = ref.indexOf('#');
        String named = ref.substring(0, hash);
        Optional<Entry> entry =
                Optional.ofNullable(lists.computeIfAbsent(named, this::list).get(ref.substring(hash + 1)));
        if (entry.isEmpty() && toldOf.add(named)) {
            remarks.add("“" + ref + "” leads to no entry of " + (named.isEmpty() ? file.getFileName() : named)
                    + "; it is kept as it is, and so are others that do so");
        }
        return entry;
    }

    /** What is to be said of the references since this was asked last. */
    List<String> takeRemarks() {
        List<String> taken = List.copyOf(remarks);
        remarks.clear();
        return taken;
    }

    private Map<String, Entry> list(String named) {
        Map<String, Entry> entries = new HashMap<>();
        Optional<Path> target = named.isEmpty() ? Optional.of(file) : beside(named);
        if (target.isEmpty()) {
            remarks.add("“" + named + "” is not in the folder of " + file.getFileName()
                    + "; references to it are kept as they are");
            toldOf.add(named);
            return entries;
        }
        try {
            XmlSource.with(target.get(), xml -> new Lists(xml, entries).read());
        } catch (InvalidInput broken) {
            if (!named.isEmpty()) { // of the file itself the reader says so
                remarks.add("the list " + named + " is read up to a fault: " + broken.getMessage());
            }
        }
        return entries;
    }

    /** A file in the folder of this one, or below it; nowhere else is looked. */
    private Optional<Path> beside(String named) {
        try {
            Path around = file.toAbsolutePath().getParent();
            if (around == null) {
                return Optional.empty();
            }
            Path folder = around.toRealPath();
            Path target = folder.resolve(named).toRealPath();
            return target.startsWith(folder) && Files.isRegularFile(target) ? Optional.of(target) : Optional.empty();
        } catch (IOException | InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** An identifier as an address, if its type tells the authority file. */
    private static String address(@Nullable String type, String text) {
        String scheme = type == null ? null : SCHEMES.get(type.toLowerCase(Locale.ROOT));
        return scheme == null || text.contains("/") ? text : scheme + text;
    }

    /** A pass over a file that gathers its lists. */
    private static final class Lists {
        private final XMLStreamReader xml;
        private final Map<String, Entry> entries;
        private final Deque<Open> open = new ArrayDeque<>();
        private int depth;

        Lists(XMLStreamReader xml, Map<String, Entry> entries) {
            this.xml = xml;
            this.entries = entries;
        }

        /** An entry whose end has not come yet. */
        private static final class Open {
            final String id;
            final int depth;
            final Set<String> refs = new LinkedHashSet<>();

            @Nullable
            String text;

            Open(String id, int depth) {
                this.id = id;
                this.depth = depth;
            }
        }

        void read() throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    element();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    close();
                    depth--;
                }
            }
        }

        private void close() {
            Open last = open.peek();
            if (last != null && last.depth == depth) {
                open.pop();
                entries.putIfAbsent(last.id, new Entry(last.text, null, last.refs));
            }
        }

        private void element() throws XMLStreamException {
            String id = attribute(xml, TeiText.XML, "id");
            switch (xml.getLocalName()) {
                case "person", "personGrp", "org", "place", "nym" -> {
                    if (id != null) {
                        open.push(new Open(id, depth));
                        open.element().refs.addAll(refs());
                    }
                }
                case "bibl", "biblStruct", "calendar" -> {
                    if (id != null) {
                        String type = attribute(xml, null, "type");
                        String text = content();
                        entries.putIfAbsent(id, new Entry(text.isEmpty() ? null : text, type, Set.of()));
                    }
                }
                case "persName", "orgName", "placeName", "geogName", "name" -> named(id);
                case "idno" -> {
                    String type = attribute(xml, null, "type");
                    String text = content();
                    if (!open.isEmpty() && !text.isEmpty() && text.indexOf(' ') < 0) {
                        open.element().refs.add(address(type, text));
                    }
                }
                default -> {}
            }
        }

        private void named(@Nullable String id) throws XMLStreamException {
            Set<String> refs = refs();
            String text = content();
            String words = text.isEmpty() ? null : text;
            if (!open.isEmpty()) {
                Open entry = open.element();
                entry.text = entry.text == null ? words : entry.text;
                entry.refs.addAll(refs);
            } else if (id != null) {
                entries.putIfAbsent(id, new Entry(words, null, refs));
            }
        }

        private Set<String> refs() {
            return Arrays.stream(new String[] {"ref", "sameAs", "corresp"})
                    .map(name -> attribute(xml, null, name))
                    .filter(value -> value != null)
                    .flatMap(value -> Arrays.stream(value.split("\\s+", -1)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** The text up to the end tag; what a name consists of stands apart. */
        private String content() throws XMLStreamException {
            FoldedText words = new FoldedText();
            for (int within = 1; within > 0; ) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    within++;
                    words.part();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    within--;
                } else if (xml.isCharacters()) {
                    words.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
            }
            depth--;
            return words.take();
        }
    }
}
