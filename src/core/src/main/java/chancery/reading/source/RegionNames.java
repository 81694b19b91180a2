package chancery.reading.source;

import chancery.office.Words;
import chancery.reading.zone.ZoneKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kinds of region PAGE XML (2019-07-15), Transkribus, eScriptorium (SegmOnto) and TEI tell apart, as zones. A kind
 * that says nothing of what may stand there, such as {@code paragraph}, is none.
 */
final class RegionNames {
    private static final Map<String, ZoneKind> KINDS = new HashMap<>();
    private static final Pattern STRUCTURE = Pattern.compile("structure\\s*\\{[^}]*type\\s*:\\s*([^;}]+)");

    static {
        for (ZoneKind kind : ZoneKind.values()) {
            KINDS.put(Words.key(kind), kind);
        }
        KINDS.remove(Words.key(ZoneKind.HEADING));
        KINDS.remove(Words.key(ZoneKind.BODY));
        put(ZoneKind.OTHER, "page-number", "header", "footer", "catch-word", "footnote", "toc-entry", "signature-mark");
        put(ZoneKind.OTHER, "numberingzone", "quiremarkszone", "runningtitlezone", "fw", "pagenum");
        put(ZoneKind.NOTE, "marginalia", "margintextzone", "marginal-note", "endorsement", "margin");
        put(ZoneKind.STAMP, "stampzone", "sealzone", "seal", "stamps");
        put(ZoneKind.ADDRESSEE, "address", "recipient", "addressline");
        put(ZoneKind.SALUTATION, "salute", "greeting");
        put(ZoneKind.DATELINE, "date", "place-and-date");
        put(ZoneKind.SIGNATURE, "signed", "signatures");
        put(ZoneKind.LETTERHEAD, "letter-head");
        put(ZoneKind.DISTRIBUTION, "distribution-list");
    }

    private RegionNames() {}

    private static void put(ZoneKind kind, String... names) {
        for (String name : names) {
            KINDS.put(name, kind);
        }
    }

    /** The zone that a name stands for, whatever its case; what follows a colon or a number sign only counts it. */
    static @Nullable ZoneKind of(@Nullable String name) {
        return name == null
                ? null
                : KINDS.get(name.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("[:#].*", "")
                        .replace('_', '-')
                        .replace(' ', '-'));
    }

    /** The zone that a region of PAGE XML says it is: what its user typed, or else its type in the standard. */
    static @Nullable ZoneKind of(@Nullable String custom, @Nullable String type) {
        Matcher structure = STRUCTURE.matcher(custom == null ? "" : custom);
        ZoneKind typed = structure.find() ? of(structure.group(1)) : null;
        return typed == null ? of(type) : typed;
    }
}
