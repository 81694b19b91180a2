package chancery.reading.letter;

import static chancery.reading.letter.TeiText.attribute;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;

/**
 * What a case file says and CMIF has no attribute for stands in a {@code note} of one of these types, so that an index
 * written here is read without loss. Other programs see a note.
 */
enum OwnNote {
    /** The id of the case. */
    CASE,
    TITLE,
    /** The description of the witness. */
    WITNESS,
    /** A date in EDTF that {@code when}, {@code notBefore} and {@code notAfter} do not hold. */
    DATE,
    /** The date as the paper has it; {@code @subtype} is its calendar. */
    WRITTEN,
    /** How sure the part is whose number is {@code @n}, in another word than {@code low}. */
    CERT,
    /** The ground of the part whose number is {@code @n}, in another word than {@code conjecture}. */
    EVIDENCE,
    /** Words of the action that stand in no element. */
    WORDS;

    /** As {@code @type} has it. */
    String type() {
        return "chancery-" + name().toLowerCase(Locale.ROOT);
    }

    /** The one that a {@code note} at the cursor is. */
    static Optional<OwnNote> of(XMLStreamReader xml) {
        String type = attribute(xml, null, "type");
        return Stream.of(values()).filter(note -> note.type().equals(type)).findFirst();
    }
}
