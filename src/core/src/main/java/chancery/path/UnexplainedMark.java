package chancery.path;

import chancery.document.MarkId;
import chancery.office.Act;
import org.jspecify.annotations.Nullable;

/**
 * A mark that attests an act but that no explanation uses.
 *
 * @param date as the mark gives it, EDTF
 * @param reason why not, in a sentence
 */
public record UnexplainedMark(
        MarkId mark, Act act, @Nullable String date, String reason) {}
