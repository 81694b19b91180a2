package chancery.procedure;

import chancery.casefile.YamlFile;
import chancery.office.Authority;
import chancery.office.OfficeId;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What procedures have in common: the institutions, and the offices that several of them have.
 *
 * @param hash of both files, since who belongs where changes what a procedure explains
 */
record Commons(Authority authority, Map<OfficeId, OfficeList.Listed> offices, String hash) {
    Commons {
        offices = Map.copyOf(offices);
    }

    /**
     * Reads the two files.
     *
     * @throws chancery.casefile.InvalidInput at the first thing in them that is wrong
     */
    static Commons read(YamlFile institutions, YamlFile offices) {
        Authority authority = AuthorityFile.read(institutions);
        return new Commons(
                authority,
                OfficeList.read(offices, authority),
                YamlFile.sha256((institutions.hash() + offices.hash()).getBytes(StandardCharsets.US_ASCII)));
    }
}
