package chancery.reading.review;

import chancery.document.Certainty;
import chancery.document.Mark;

/** How a mark or a sentence is told apart from others, to the eye without colour too. */
enum Look {
    CERTAIN("certain", ""),
    PRESUMED("presumed", "?"),
    DESCRIPTIVE("descriptive", ""),
    UNREAD("unread", "");

    final String word;
    final String sign;

    Look(String word, String sign) {
        this.word = word;
        this.sign = sign;
    }

    static Look of(Mark mark) {
        if (mark.preferred().attests().isEmpty()) {
            return DESCRIPTIVE;
        }
        return mark.preferred().certainty() == Certainty.CERTAIN ? CERTAIN : PRESUMED;
    }
}
