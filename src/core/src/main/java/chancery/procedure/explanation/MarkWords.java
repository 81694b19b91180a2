package chancery.procedure.explanation;

import chancery.document.Mark;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.office.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Marks as reasons tell them: kind, wording, date, layer, and by whom a disputed one is read so. */
final class MarkWords {
    private static final int LONGEST = 70;

    private MarkWords() {}

    static String told(List<Mark> marks, ReadingId reading) {
        return marks.stream().map(mark -> told(mark, reading)).collect(Collectors.joining("; "));
    }

    static String told(Mark mark, ReadingId reading) {
        String text = mark.reading().replaceAll("\\s+", " ");
        String quoted = text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "…" : text;
        StringBuilder told = new StringBuilder(Words.of(mark.kind()))
                .append(" \"")
                .append(quoted)
                .append('"');
        mark.dated().ifPresent(date -> told.append(" of ").append(date));
        told.append(" (").append(mark.layer().word()).append(')');
        if (mark.isDisputed()) {
            Reading taken = mark.readAs(reading);
            told.append(", read by ").append(taken.holder() == null ? taken.id() : taken.holder());
            mark.readings().stream()
                    .filter(other -> other != taken)
                    .forEach(other -> told.append(", against reading ").append(other.id()));
        }
        return told.toString();
    }
}
