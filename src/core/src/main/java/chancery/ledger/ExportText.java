package chancery.ledger;

import chancery.ledger.Snapshot.Cursor;
import chancery.ledger.Snapshot.Entry;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.function.LongConsumer;

/**
 * The ledger as one text, to be verified elsewhere: a line for the head, and one for each entry as it stands, sound or
 * not. Each line is canonical JSON (RFC 8785), so that the same ledger gives the same bytes. The format is described in
 * {@code src/docs/ledger-format.md}.
 */
public final class ExportText {
    /** What the first line calls the format. */
    public static final String FORMAT = "chancery-ledger/1";

    private ExportText() {}

    /**
     * Writes the text of a ledger, an entry at a time.
     *
     * @param progress is told how many entries were written
     * @return how many entries there are
     */
    public static long write(Head head, Snapshot snapshot, Writer out, LongConsumer progress) throws IOException {
        out.write(line(head));
        long written = 0;
        try (Cursor<Entry> entries = snapshot.entries()) {
            for (Entry entry = entries.peek(); entry != null; entry = entries.peek()) {
                out.write(line(entry));
                progress.accept(++written);
                entries.skip();
            }
        }
        return written;
    }

    private static String line(Head head) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("hash", head.hash());
        json.put("ledger", head.ledgerId());
        json.put("size", head.size());
        return EntryText.canonical(json) + "\n";
    }

    private static String line(Entry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("content", entry.content());
        if (entry.number() == Snapshot.NONE) {
            json.putNull("entry");
        } else {
            json.put("entry", entry.number());
        }
        json.put("hash", entry.hash());
        return EntryText.canonical(json) + "\n";
    }
}
