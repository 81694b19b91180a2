package chancery.casefile;

import chancery.document.Doubt;
import chancery.document.Edition;
import chancery.document.Locality;
import chancery.document.Related;
import chancery.office.Words;

/** Reads the entries of a case file that tell what an edition says: of places, of doubts, and of what is related. */
final class EditionKeys {
    private EditionKeys() {}

    static Locality locality(YamlMap map) {
        Locality locality = new Locality(map.text("name"), map.optional("ref").orElse(null));
        map.done();
        return locality;
    }

    static Doubt doubt(YamlMap map) {
        Doubt doubt = new Doubt(
                choice(map, "of", Doubt.Part.class),
                map.optional("name").orElse(null),
                map.optional("cert").orElse(null),
                map.optional("evidence").orElse(null));
        map.done();
        return doubt;
    }

    static Edition edition(YamlMap map) {
        Edition edition = new Edition(
                map.optional("key").orElse(null),
                map.optional("ref").orElse(null),
                map.optional("title").orElse(null),
                map.optional("type").orElse(null),
                map.optional("source").orElse(null));
        map.done();
        return edition;
    }

    static Related related(YamlMap map) {
        Related related = new Related(
                choice(map, "kind", Related.Kind.class),
                map.optional("called").orElse(null),
                map.optional("target").orElse(null),
                map.optional("text").orElse(null));
        map.done();
        return related;
    }

    private static <E extends Enum<E>> E choice(YamlMap map, String key, Class<E> type) {
        return CaseFile.choice(map, key, type)
                .orElseThrow(() -> map.invalid(
                        map.line(),
                        "\"" + key + "\" is missing",
                        "expected one of: " + String.join(", ", Words.keys(type))));
    }
}
