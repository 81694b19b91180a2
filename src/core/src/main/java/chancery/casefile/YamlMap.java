package chancery.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file, read key by key; every complaint names file and line. After the last key {@link #done}
 * refuses whatever was not asked for.
 */
public final class YamlMap {
    private final String file;
    private final int line;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    YamlMap(String file, Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw at(file, node, what + " is " + kind(node), "write it as keys and values");
        }
        this.file = file;
        this.line = lineOf(node);
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw at(file, tuple.getKeyNode(), "a key is " + kind(tuple.getKeyNode()), "keys are plain words");
            }
            if (key.getValue().isBlank()) {
                throw at(file, key, "a key is empty", "write a word before the colon");
            }
            if (entries.putIfAbsent(key.getValue(), tuple) != null) {
                throw at(file, key, "\"" + key.getValue() + "\" stands here twice", "keep one of the two");
            }
        }
    }

    /** The line on which this mapping begins, from 1. */
    public int line() {
        return line;
    }

    /** The line of a key, or of the mapping when the key is missing. */
    public int line(String key) {
        NodeTuple tuple = entries.get(key);
        return tuple == null ? line : lineOf(tuple.getKeyNode());
    }

    /** Whether a key stands here, with or without a value. */
    public boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    /** A text that must be there. */
    public String text(String key) {
        return optional(key)
                .orElseThrow(() -> invalid(line, "\"" + key + "\" is missing", "every entry of this kind has one"));
    }

    /** A text that may be missing; an empty value counts as missing. */
    public Optional<String> optional(String key) {
        return value(key).map(node -> scalar(key, node)).filter(text -> !text.isEmpty());
    }

    /** A text turned into something else; what the function refuses is refused at the line of the key. */
    public <T> Optional<T> optional(String key, Function<String, T> read) {
        return optional(key).map(text -> convert(key, line(key), text, read));
    }

    /** A text that must be there, turned into something else. */
    public <T> T text(String key, Function<String, T> read) {
        return convert(key, line(key), text(key), read);
    }

    /** One of a closed list of words. */
    public Optional<String> oneOf(String key, List<String> words) {
        Optional<String> found = optional(key);
        found.filter(word -> !words.contains(word)).ifPresent(word -> {
            throw invalid(line(key), "\"" + key + "\" is \"" + word + "\"", Suggestion.expected(word, words));
        });
        return found;
    }

    /** A whole number that may be missing. */
    public Optional<Integer> number(String key) {
        return optional(key, text -> {
            if (!text.matches("\\d{1,6}")) {
                throw new IllegalArgumentException("\"" + text + "\" is not a whole number");
            }
            return Integer.valueOf(text);
        });
    }

    /** {@code true} or {@code false}; missing is {@code false}. */
    public boolean flag(String key) {
        return oneOf(key, List.of("true", "false")).map(Boolean::parseBoolean).orElse(false);
    }

    /** A list of texts, none of them empty; missing is empty, and a single text counts as a list of one. */
    public List<String> texts(String key) {
        return texts(key, text -> text);
    }

    /** The same, each text turned into something else; what the function refuses is refused at the line of the text. */
    public <T> List<T> texts(String key, Function<String, T> read) {
        Optional<Node> value = value(key).filter(node -> !isEmpty(node));
        if (value.isEmpty()) {
            return List.of();
        }
        List<Node> items = value.get() instanceof SequenceNode sequence ? sequence.getValue() : List.of(value.get());
        List<T> texts = new ArrayList<>();
        for (Node item : items) {
            if (isEmpty(item)) {
                throw at(file, item, "an entry of \"" + key + "\" is empty", "write a text there, or take it out");
            }
            texts.add(convert(key, lineOf(item), scalar(key, item), read));
        }
        return List.copyOf(texts);
    }

    private static boolean isEmpty(Node node) {
        return Tag.NULL.equals(node.getTag())
                || node instanceof ScalarNode text && text.getValue().isBlank();
    }

    /** A list of mappings; missing is empty. What the function refuses is refused at the line of the mapping. */
    public <T> List<T> list(String key, Function<YamlMap, T> read) {
        return value(key).map(node -> mappings(key, node, read)).orElse(List.of());
    }

    /** A mapping that may be missing. */
    public Optional<YamlMap> map(String key) {
        return value(key).map(node -> new YamlMap(file, node, "\"" + key + "\""));
    }

    /** All keys, in order of the file; each may be asked for. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** All keys with their texts, in order of the file. */
    public Map<String, String> allTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        entries.keySet().forEach(key -> texts.put(key, text(key)));
        return texts;
    }

    /** Refuses keys that nobody asked for. */
    public void done() {
        for (String key : entries.keySet()) {
            if (!asked.contains(key)) {
                throw invalid(
                        line(key),
                        "unknown key \"" + key + "\"",
                        Suggestion.expected(key, asked.stream().sorted().toList()));
            }
        }
    }

    /** A complaint about this mapping. */
    public InvalidInput invalid(int line, String found, String expected) {
        return InvalidInput.at(file, line, found, expected);
    }

    private Optional<Node> value(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key))
                .map(NodeTuple::getValueNode)
                .filter(node -> !Tag.NULL.equals(node.getTag()));
    }

    private <S, T> T convert(String key, int line, S found, Function<S, T> read) {
        try {
            return read.apply(found);
        } catch (IllegalArgumentException refused) {
            String why = String.valueOf(refused.getMessage()).replaceFirst("\\.$", "");
            throw InvalidInput.at(file, line, "\"" + key + "\"" + ofEntry(key) + ": " + why + ".");
        }
    }

    /** Whose key it is, where this mapping has an id. */
    private String ofEntry(String key) {
        NodeTuple id = entries.get("id");
        return id != null && !key.equals("id") && id.getValueNode() instanceof ScalarNode node
                ? " of \"" + node.getValue() + "\""
                : "";
    }

    private <T> List<T> mappings(String key, Node node, Function<YamlMap, T> read) {
        if (!(node instanceof SequenceNode sequence)) {
            throw at(file, node, "\"" + key + "\" is " + kind(node), "write it as a list, each entry after a dash");
        }
        List<T> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            YamlMap entry = new YamlMap(file, item, "an entry of \"" + key + "\"");
            items.add(entry.convert(key, entry.line, entry, read));
        }
        return items;
    }

    private String scalar(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw at(file, node, "\"" + key + "\" is " + kind(node), "write a single text");
        }
        return scalar.getValue().strip();
    }

    private static InvalidInput at(String file, Node node, String found, String expected) {
        return InvalidInput.at(file, lineOf(node), found, expected);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String kind(Node node) {
        return switch (node.getNodeId()) {
            case mapping -> "a mapping";
            case sequence -> "a list";
            default -> "a single text";
        };
    }
}
