package chancery.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a witness lies: the archive and its units from large to small, such as fond, opis, papka, delo, list. */
public record ArchivalReference(String archive, Map<String, String> units) {
    public ArchivalReference {
        units = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(units));
    }

    /** As cited: {@code AVPRF, fond 0102, opis 11}. */
    public String cited() {
        return archive
                + units.entrySet().stream()
                        .map(unit -> ", " + unit.getKey() + " " + unit.getValue())
                        .collect(Collectors.joining());
    }
}
