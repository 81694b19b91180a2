package chancery.reading.learn;

import chancery.casefile.InvalidInput;
import chancery.casefile.YamlFile;
import chancery.document.Certainty;
import chancery.document.Copies;
import chancery.office.Words;
import chancery.reading.correction.Correction;
import chancery.reading.correction.Correction.Says;
import chancery.reading.correction.Corrections;
import chancery.reading.form.FormOfWords.Zone;
import chancery.reading.form.MarksFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes forms of words of the corrections that ask for it. A form is proposed only if a file of words with it loads, so that
 * it reads its own example.
 */
public final class ProposeForms {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Languages languages;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    /** From corrections of papers in the languages of some files of words. */
    public ProposeForms(List<MarksFile> files) {
        this.languages = new Languages(files);
    }

    /** Makes forms of what some corrections ask for. */
    public void add(Corrections corrections) {
        List<Correction> asked = corrections.marks().stream()
                .filter(each -> each.line() != null && each.says() != null)
                .toList();
        Optional<String> language = Optional.ofNullable(corrections.language())
                .or(() -> languages.of(asked.stream().map(Correction::line).collect(Collectors.joining("\n"))));
        for (Correction each : asked) {
            String from = corrections.caseId() + " "
                    + Objects.requireNonNull(each.place(), "asked for without a place")
                            .written()
                    + ", by " + corrections.by();
            List<String> patterns = PatternOfMark.of(each.text(), Objects.requireNonNull(each.says()));
            if (patterns.isEmpty()) {
                refused.add(from + ": \"" + each.text()
                        + "\" has no words of its own, and a form of it would be read everywhere");
            } else if (language.isEmpty()) {
                refused.add(from + ": its words tell no language; write \"language\" in " + corrections.file());
            } else {
                propose(patterns, each, from, language.get());
            }
        }
    }

    /** The forms, in order of the corrections. */
    public List<Proposal> proposals() {
        return List.copyOf(proposals);
    }

    /** Of which corrections no form could be made, and why. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    private void propose(List<String> patterns, Correction correction, String from, String language) {
        Optional<Proposal> found = tried(patterns, correction, from, language);
        found.ifPresentOrElse(
                proposals::add,
                () -> refused.add(from + ": the form \"" + patterns.get(0) + "\" does not read \"" + correction.text()
                        + "\" by itself; its words go over several lines, or stand within others"));
    }

    /** The first that reads its example, and of those the one that gives the most of what the correction says. */
    private Optional<Proposal> tried(List<String> patterns, Correction correction, String from, String language) {
        String id = "learned-" + (proposals.size() + 1);
        Says says = Objects.requireNonNull(correction.says());
        Map<String, String> particulars = particulars(says);
        for (Map<String, String> gives : gives(correction, particulars)) {
            for (Zone zone : zones(says)) {
                for (String pattern : patterns) {
                    String yaml = yaml(id, zone, pattern, correction, says, gives);
                    Optional<MarksFile> words = loaded(language, yaml);
                    if (words.isPresent()) {
                        List<String> missing = particulars.keySet().stream()
                                .filter(key -> !gives.containsKey(key))
                                .toList();
                        return Optional.of(new Proposal(id, from, language, yaml, words.get(), missing));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Zone> zones(Says says) {
        if (PatternOfMark.isByHand(says.kind())) {
            return List.of(Zone.HAND, Zone.LINE, Zone.SENTENCE);
        }
        return switch (says.kind()) {
            case CLAUSE -> List.of(Zone.SENTENCE, Zone.LINE);
            default -> List.of(Zone.LINE, Zone.HAND, Zone.SENTENCE);
        };
    }

    private static Map<String, String> particulars(Says says) {
        Map<String, String> particulars = new LinkedHashMap<>();
        if (says.date() != null) {
            particulars.put("date", says.date().edtf());
        }
        if (says.number() != null) {
            particulars.put(
                    switch (says.kind()) {
                        case COPY_NUMBER -> "copy";
                        case DISTRIBUTION_LIST -> "copies";
                        default -> "number";
                    },
                    says.number());
        }
        if (!says.agents().isEmpty()) {
            particulars.put("agents", String.join(", ", says.agents()));
        }
        if (!says.to().isEmpty()) {
            particulars.put("to", says.to().stream().map(Copies.Recipient::to).collect(Collectors.joining(", ")));
        }
        return particulars;
    }

    /** What the example is to give, the most first; the words alone last. */
    private static List<Map<String, String>> gives(Correction correction, Map<String, String> particulars) {
        List<Map<String, String>> gives = new ArrayList<>();
        List<String> keys = List.copyOf(particulars.keySet());
        for (int chosen = (1 << keys.size()) - 1; chosen > 0; chosen--) {
            Map<String, String> some = new LinkedHashMap<>();
            for (int key = 0; key < keys.size(); key++) {
                if ((chosen & 1 << key) != 0) {
                    some.put(keys.get(key), particulars.get(keys.get(key)));
                }
            }
            gives.add(some);
        }
        gives.sort(Comparator.comparingInt((Map<String, String> some) -> some.size())
                .reversed());
        String line = Objects.requireNonNull(correction.line());
        Stream.of(correction.text(), line.strip().replaceAll("\\s+", " "))
                .forEach(reading -> gives.add(Map.of("reading", reading)));
        return gives;
    }

    private static String yaml(
            String id, Zone zone, String pattern, Correction correction, Says says, Map<String, String> gives) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("  - id: ").append(id).append("\n    in: ").append(Words.key(zone));
        yaml.append("\n    words: [")
                .append(quoted(pattern))
                .append("]\n    kind: ")
                .append(Words.key(says.kind()));
        if (says.attests() != null) {
            yaml.append("\n    attests: ").append(says.attests().word());
        }
        if (says.direction() != null) {
            yaml.append("\n    direction: ").append(Words.key(says.direction()));
        }
        if (says.certainty() != Certainty.CERTAIN) {
            yaml.append("\n    certainty: ").append(Words.key(says.certainty()));
        }
        if (correction.because() != null) {
            yaml.append("\n    because: ").append(quoted(correction.because()));
        }
        yaml.append("\n    examples:\n      - text: ")
                .append(quoted(Objects.requireNonNull(correction.line())))
                .append("\n        gives: {");
        yaml.append(gives.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", ")));
        return yaml.append("}\n").toString();
    }

    private static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<MarksFile> loaded(String language, String yaml) {
        try {
            String file = "words: learned\nlanguage: " + language + "\nforms:\n" + yaml;
            return Optional.of(MarksFile.read(YamlFile.of("learned", file.getBytes(StandardCharsets.UTF_8))));
        } catch (InvalidInput failing) {
            return Optional.empty();
        }
    }
}
