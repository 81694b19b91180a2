package chancery.procedure;

import chancery.casefile.YamlFile;
import chancery.casefile.YamlMap;
import chancery.office.Authority;
import chancery.office.Institution;
import chancery.office.Institution.Tenure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code institutions.yaml}, which lies beside the folders of the procedures. */
final class AuthorityFile {
    static final String NAME = "institutions.yaml";

    private final Map<String, String> institutionOfName = new HashMap<>();
    private final Map<String, List<Tenure>> tenuresOfPerson = new HashMap<>();
    private final Map<String, String> personOfRef = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    private AuthorityFile() {}

    /**
     * Reads an authority.
     *
     * @throws chancery.casefile.InvalidInput at the first thing that is wrong: a name in two institutions, a person in
     *     two posts at once, an identifier in two persons
     */
    static Authority read(YamlFile file) {
        AuthorityFile reader = new AuthorityFile();
        YamlMap root = file.root();
        List<Institution> institutions = root.list("institutions", reader::institution);
        root.done();
        return new Authority(institutions);
    }

    private Institution institution(YamlMap map) {
        String id = map.text("id");
        if (!ids.add(id)) {
            throw map.invalid(map.line("id"), "institution \"" + id + "\" stands here twice", "keep one of the two");
        }
        List<String> names = map.texts("names");
        if (names.isEmpty()) {
            throw map.invalid(
                    map.line("id"),
                    "institution \"" + id + "\" has no names",
                    "list what it, its offices and its posts are called");
        }
        for (String name : names) {
            if (name.replace("*", "").isBlank()) {
                throw map.invalid(
                        map.line("names"),
                        "the name \"" + name + "\" of institution \"" + id + "\" fits anything",
                        "write a word of it");
            }
            String other = institutionOfName.putIfAbsent(name.toLowerCase(Locale.ROOT), id);
            if (other != null) {
                throw map.invalid(
                        map.line("names"),
                        "\"" + name + "\" is a name of institution \"" + id + "\" and of \"" + other + "\"",
                        "an office belongs to one institution; write the name so that it tells them apart");
            }
        }
        List<Tenure> tenures = map.list("tenures", this::tenure);
        Institution institution = new Institution(id, map.text("state"), names, tenures);
        map.done();
        return institution;
    }

    private Tenure tenure(YamlMap map) {
        Tenure tenure = new Tenure(
                map.text("person"),
                map.text("post"),
                map.optional("from", ProcedureFile::day).orElse(null),
                map.optional("until", ProcedureFile::lastDay).orElse(null),
                map.texts("ref"));
        for (String ref : tenure.refs()) {
            String other = personOfRef.putIfAbsent(Authority.bare(ref), tenure.person());
            if (other != null && !other.equals(tenure.person())) {
                throw map.invalid(
                        map.line("ref"),
                        ref + " identifies " + tenure.person() + " and " + other,
                        "an identifier is of one person; write his name alike in all his posts");
            }
        }
        if (tenure.from() != null && tenure.until() != null && tenure.until().isBefore(tenure.from())) {
            throw map.invalid(
                    map.line("until"),
                    tenure.person() + " leaves the post on " + tenure.until() + ", before taking it on "
                            + tenure.from(),
                    "check the two days");
        }
        List<Tenure> others = tenuresOfPerson.computeIfAbsent(tenure.person(), unseen -> new ArrayList<>());
        others.stream().filter(other -> overlap(other, tenure)).findFirst().ifPresent(other -> {
            throw map.invalid(
                    map.line("person"),
                    tenure.person() + " is " + other.post() + " and " + tenure.post() + " at the same time",
                    "end the one post before the other begins, or write the persons so that they differ");
        });
        others.add(tenure);
        map.done();
        return tenure;
    }

    private static boolean overlap(Tenure one, Tenure other) {
        boolean oneFirst =
                one.until() != null && other.from() != null && one.until().isBefore(other.from());
        boolean otherFirst =
                other.until() != null && one.from() != null && other.until().isBefore(one.from());
        return !oneFirst && !otherFirst;
    }
}
