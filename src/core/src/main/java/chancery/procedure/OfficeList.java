package chancery.procedure;

import chancery.casefile.Suggestion;
import chancery.casefile.YamlFile;
import chancery.casefile.YamlMap;
import chancery.office.Authority;
import chancery.office.Institution;
import chancery.office.Office;
import chancery.office.OfficeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads lists of offices: those of one procedure in its description, and in {@code offices.yaml} beside the folders of the
 * procedures those that several have, so that each is named once.
 */
final class OfficeList {
    static final String NAME = "offices.yaml";

    /** The languages, besides English, in which offices may be named. */
    private static final List<String> LANGUAGES = List.of("de", "ru", "zh");

    private OfficeList() {}

    /**
     * An office as listed.
     *
     * @param institutions the ids of those whose agents act in it, or {@link Provenance#ANY}; none if it does not say
     */
    record Listed(Office office, List<String> institutions) {}

    /**
     * Reads the offices that procedures share.
     *
     * @throws chancery.casefile.InvalidInput if an office stands there twice, or is of an institution that is not known
     */
    static Map<OfficeId, Listed> read(YamlFile file, Authority authority) {
        YamlMap root = file.root();
        Map<OfficeId, Listed> offices = read(root, authority);
        root.done();
        return offices;
    }

    /** Reads the list {@code offices}. */
    static Map<OfficeId, Listed> read(YamlMap root, Authority authority) {
        Map<OfficeId, Listed> offices = new LinkedHashMap<>();
        root.list("offices", map -> {
            Listed listed = listed(map, authority);
            if (offices.putIfAbsent(listed.office().id(), listed) != null) {
                throw map.invalid(
                        map.line("id"),
                        "office \"" + listed.office().id() + "\" stands here twice",
                        "keep one of the two");
            }
            return listed;
        });
        return offices;
    }

    /** The institution of that id, or an error that names those there are. */
    static Institution institution(String id, Authority authority) {
        return authority
                .institution(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no institution \"" + id + "\" in "
                        + AuthorityFile.NAME + "; " + Suggestion.expected(id, authority.ids())));
    }

    private static Listed listed(YamlMap map, Authority authority) {
        Listed listed = new Listed(
                new Office(map.text("id", OfficeId::new), map.list("names", OfficeList::name)),
                map.texts(
                        "institution",
                        id -> id.equals(Provenance.ANY)
                                ? id
                                : institution(id, authority).id()));
        map.done();
        return listed;
    }

    private static Office.Name name(YamlMap map) {
        Map<String, String> inLanguages = new TreeMap<>();
        LANGUAGES.forEach(language -> map.optional(language).ifPresent(name -> inLanguages.put(language, name)));
        Office.Name name = new Office.Name(
                map.text("name"),
                inLanguages,
                map.optional("from", ProcedureFile::day).orElse(null),
                map.optional("until", ProcedureFile::day).orElse(null));
        map.done();
        return name;
    }
}
