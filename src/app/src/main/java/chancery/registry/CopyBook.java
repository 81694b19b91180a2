package chancery.registry;

import static chancery.ledger.Book.day;
import static chancery.ledger.Book.number;
import static chancery.ledger.Book.text;

import chancery.audit.BookTable;
import chancery.audit.Ledger;
import chancery.ledger.Book;
import chancery.register.Copy;
import chancery.register.CopyEvent;
import chancery.register.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The copy ledger: which copy of a document went to whom, when it is due back, and whether it was returned or burned.
 * What writes belongs to the caller's transaction.
 */
public final class CopyBook {
    static final Book BOOK = new Book(
            "copy",
            "chancery_copy",
            text("event"),
            text("case_id"),
            text("instance_id"),
            text("document_id"),
            number("copy_number"),
            number("stated"),
            text("recipient"),
            day("due_back"),
            text("agent"),
            text("act_reference"),
            text("reason"),
            number("follows"));

    private final JdbcTemplate database;
    private final Ledger ledger;

    public CopyBook(DataSource database, Ledger ledger) {
        this.database = new JdbcTemplate(database);
        this.ledger = ledger;
    }

    /** A document of a case, of which there are copies. */
    public record Copied(String caseId, @Nullable String instanceId, String document) {}

    /**
     * A copy that goes to somebody.
     *
     * @param stated how many copies there are, as stated
     */
    public record Sending(
            int number,
            @Nullable Integer stated,
            String recipient,
            @Nullable LocalDate dueBack) {}

    private record Line(
            long entry,
            Instant recordedAt,
            CopyEvent event,
            Copied copied,
            int number,
            @Nullable Integer stated,
            @Nullable String recipient,
            @Nullable LocalDate dueBack,
            @Nullable String agent,
            @Nullable String actReference,
            @Nullable String reason) {}

    /**
     * Enters that copies were sent.
     *
     * @throws Refused if a copy is above the stated total, or is out already or burned
     */
    public void sent(Copied copied, List<Sending> sendings, @Nullable String by) {
        Map<Integer, Line> known = latest(copied);
        List<Integer> listed = new ArrayList<>();
        for (Sending sending : sendings) {
            int number = sending.number();
            Integer stated = sending.stated();
            if (number < 1 || (stated != null && number > stated)) {
                throw new Refused(name(copied, number) + " cannot be: "
                        + (stated == null
                                ? "copies are numbered from 1; check the number."
                                : stated + " are stated; check number and total."));
            }
            Line last = known.get(number);
            if (listed.contains(number) || (last != null && last.event() == CopyEvent.SENT)) {
                throw new Refused(name(copied, number) + " is out already"
                        + (last == null ? "" : ", with " + last.recipient())
                        + "; enter its return first, or check the number.");
            }
            if (last != null && last.event() == CopyEvent.BURNED) {
                throw new Refused(name(copied, number) + " is burned (act " + last.actReference()
                        + ") and cannot be sent; check the number.");
            }
            listed.add(number);
            append(
                    CopyEvent.SENT,
                    copied,
                    number,
                    last,
                    new Row()
                            .with("stated", stated == null ? null : (long) stated)
                            .with("recipient", Row.shortened(sending.recipient(), 500))
                            .with("due_back", sending.dueBack()),
                    by);
        }
    }

    /**
     * Enters that a copy has come back.
     *
     * @throws Refused if it was never sent, or is not out
     */
    public void returned(Copied copied, int number, @Nullable String by, @Nullable String reason) {
        append(
                CopyEvent.RETURNED,
                copied,
                number,
                out(copied, number, "returned"),
                new Row().with("reason", Row.shortened(reason, 4000)),
                by);
    }

    /**
     * Enters that a copy was burned.
     *
     * @param actReference the act of burning, such as {@code act No 12 of 3 May 1957}
     * @throws Refused without an act, or if the copy was never sent, or is not out
     */
    public void burned(Copied copied, int number, String actReference, @Nullable String by, @Nullable String reason) {
        if (actReference.isBlank()) {
            throw new Refused(name(copied, number) + " is burned with an act; say which.");
        }
        append(
                CopyEvent.BURNED,
                copied,
                number,
                out(copied, number, "burned"),
                new Row()
                        .with("act_reference", Row.shortened(actReference, 500))
                        .with("reason", Row.shortened(reason, 4000)),
                by);
    }

    private Line out(Copied copied, int number, String what) {
        Line last = latest(copied).get(number);
        if (last == null) {
            throw new Refused(
                    name(copied, number) + " was never sent, so it cannot be " + what + "; check the number.");
        }
        if (last.event() != CopyEvent.SENT) {
            throw new Refused(name(copied, number) + " is " + last.event().word() + " already and cannot be " + what
                    + " again; check the number.");
        }
        return last;
    }

    private void append(CopyEvent event, Copied copied, int number, @Nullable Line last, Row row, @Nullable String by) {
        ledger.append(
                BOOK,
                row.with("event", event.word())
                        .with("case_id", copied.caseId())
                        .with("instance_id", copied.instanceId())
                        .with("document_id", copied.document())
                        .with("copy_number", (long) number)
                        .with("agent", Row.shortened(by, 500))
                        .with("follows", last == null ? 0L : last.entry())
                        .values());
    }

    private static String name(Copied copied, int number) {
        return "Copy " + number + " of " + copied.document() + " (" + copied.caseId() + ")";
    }

    /** The copies of a case that were sent, each as it was sent last, by document and number. */
    public List<Copy> of(String caseId) {
        return copies("WHERE case_id = ?", caseId);
    }

    /** The copies that are out, of all cases. */
    public List<Copy> outstanding() {
        return copies("").stream().filter(Copy::isOut).toList();
    }

    /** The copies that are out and should have come back before that day. */
    public List<Copy> overdue(LocalDate day) {
        return copies("").stream().filter(copy -> copy.isOverdue(day)).toList();
    }

    /**
     * Where list and count contradict each other, a sentence each: different totals stated for one document, or a total
     * that is not the number of copies sent.
     */
    public List<String> contradictions(String caseId) {
        Map<String, List<Copy>> byDocument =
                of(caseId).stream().collect(Collectors.groupingBy(Copy::document, TreeMap::new, Collectors.toList()));
        List<String> found = new ArrayList<>();
        byDocument.forEach((document, copies) -> {
            List<Integer> totals = copies.stream()
                    .map(Copy::stated)
                    .flatMap(stated -> Optional.ofNullable(stated).stream())
                    .distinct()
                    .sorted()
                    .toList();
            if (totals.size() > 1) {
                found.add(document + ": totals of " + words(totals) + " copies are stated");
            } else if (totals.size() == 1 && totals.get(0) != copies.size()) {
                found.add(document + ": " + totals.get(0) + " copies are stated, the list has " + copies.size());
            }
        });
        return found;
    }

    private static String words(List<Integer> totals) {
        return totals.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }

    private List<Copy> copies(String where, Object... parameters) {
        Map<List<Object>, Copy> copies = new LinkedHashMap<>();
        for (Line line : lines(where, parameters)) {
            List<Object> key = List.of(line.copied().caseId(), line.copied().document(), line.number());
            Copy sent = copies.get(key);
            if (line.event() == CopyEvent.SENT) {
                copies.put(
                        key,
                        new Copy(
                                line.entry(),
                                line.copied().caseId(),
                                line.copied().document(),
                                line.number(),
                                line.stated(),
                                String.valueOf(line.recipient()),
                                line.recordedAt(),
                                line.dueBack(),
                                null));
            } else if (sent != null) {
                copies.put(
                        key,
                        new Copy(
                                sent.entry(),
                                sent.caseId(),
                                sent.document(),
                                sent.number(),
                                sent.stated(),
                                sent.recipient(),
                                sent.sentAt(),
                                sent.dueBack(),
                                new Copy.Fate(
                                        line.event(),
                                        line.recordedAt(),
                                        line.agent(),
                                        line.actReference(),
                                        line.reason())));
            }
        }
        return List.copyOf(copies.values());
    }

    private static @Nullable Integer stated(ResultSet row) throws SQLException {
        Long stated = BookTable.number(row, "stated");
        return stated == null ? null : stated.intValue();
    }

    private Map<Integer, Line> latest(Copied copied) {
        Map<Integer, Line> latest = new TreeMap<>();
        lines("WHERE case_id = ? AND document_id = ?", copied.caseId(), copied.document())
                .forEach(line -> latest.put(line.number(), line));
        return latest;
    }

    private List<Line> lines(String where, Object... parameters) {
        return database.query(
                "SELECT " + BookTable.columnList(BOOK) + " FROM " + BOOK.table() + " " + where
                        + " ORDER BY case_id, document_id, copy_number, entry_no",
                (row, index) -> new Line(
                        row.getLong("entry_no"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        CopyEvent.valueOf(EntryBook.constant(row.getString("event"))),
                        new Copied(
                                row.getString("case_id"), row.getString("instance_id"), row.getString("document_id")),
                        row.getInt("copy_number"),
                        stated(row),
                        row.getString("recipient"),
                        BookTable.day(row, "due_back"),
                        row.getString("agent"),
                        row.getString("act_reference"),
                        row.getString("reason")),
                parameters);
    }
}
