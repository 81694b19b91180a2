package chancery.audit;

import static chancery.ledger.Book.number;
import static chancery.ledger.Book.text;

import chancery.ledger.Book;
import chancery.ledger.LedgerEntry;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.path.ReadPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The book of bare paths: which paper no procedure describes, why none was taken, and all that was told of it. Its acts
 * stand in the book of acts under the id of the record, where other cases have that of an instance.
 */
public final class BarePathBook {
    /** Its table. */
    public static final Book BOOK = new Book(
            "bare path",
            "chancery_bare_path",
            text("record_id"),
            text("case_id"),
            text("case_hash"),
            text("title"),
            text("reading"),
            text("procedure_id"),
            number("acts"),
            text("path_hash"),
            text("grounds"),
            text("path"));

    private static final String PREFIX = "bare-";
    private static final int LONGEST = 4000;

    private static final String SELECT = "SELECT entry_no, recorded_at, record_id, case_id, case_hash, title, acts,"
            + " path_hash, grounds FROM chancery_bare_path bare ";

    /** What no newer run of the same case has taken the place of. */
    private static final String STANDS = "NOT EXISTS (SELECT 1 FROM chancery_act WHERE"
            + " chancery_act.instance_id = bare.record_id AND chancery_act.event = 'superseded')";

    private static final RowMapper<Entry> ENTRIES = (row, index) -> entry(row);

    private final JdbcTemplate database;
    private final Ledger ledger;

    public BarePathBook(DataSource database, Ledger ledger) {
        this.database = new JdbcTemplate(database);
        this.ledger = ledger;
    }

    /**
     * A paper of no procedure, as recorded.
     *
     * @param number of its ledger entry
     * @param caseHash SHA-256 of the case file
     * @param acts how many acts its marks attest
     * @param pathHash what a citation of the path names
     * @param grounds why no procedure was taken
     */
    public record Entry(
            long number,
            Instant recordedAt,
            String recordId,
            String caseId,
            String caseHash,
            String title,
            int acts,
            String pathHash,
            String grounds) {}

    /** A new id of a record, which is none of an instance. */
    public static String newId() {
        return PREFIX + UUID.randomUUID();
    }

    /** Whether an id is that of a record here, and not of an instance. */
    public static boolean isRecord(String id) {
        return id.startsWith(PREFIX);
    }

    /**
     * Appends a bare path.
     *
     * @param record how the entries of its acts name it
     */
    public void append(LedgerEntry.Instance record, String caseHash, Path path) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("record_id", record.instanceId());
        row.put("case_id", record.caseId());
        row.put("case_hash", caseHash);
        row.put("title", path.title());
        row.put("reading", Objects.requireNonNull(record.reading()));
        row.put("procedure_id", record.procedure());
        row.put("acts", (long) path.steps().size());
        row.put("path_hash", PathJson.hash(path));
        row.put("grounds", grounds(path));
        row.put("path", PathJson.line(path));
        ledger.append(BOOK, row);
    }

    private static String grounds(Path path) {
        String told = path.notChosen() + "; considered: "
                + path.tried().stream()
                        .map(trial -> trial.procedure() + " " + trial.procedureVersion() + " ("
                                + (trial.lacks() == null ? "explains " + trial.explained() + " marks" : trial.lacks())
                                + ")")
                        .collect(Collectors.joining("; "));
        return told.length() <= LONGEST ? told : told.substring(0, LONGEST - 1) + "…";
    }

    /** How many papers of no procedure there are; those that were superseded are left out. */
    public int count() {
        return database.queryForObject("SELECT COUNT(*) FROM chancery_bare_path bare WHERE " + STANDS, Integer.class);
    }

    /** Some of them, by case. */
    public List<Entry> page(int from, int most) {
        return database.query(
                SELECT + "WHERE " + STANDS + " ORDER BY case_id, entry_no OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                ENTRIES,
                from,
                most);
    }

    /** All records of a case, superseded ones included, oldest first. */
    public List<Entry> of(String caseId) {
        return database.query(SELECT + "WHERE case_id = ? ORDER BY entry_no", ENTRIES, caseId);
    }

    /** The record of a case that nothing has superseded. */
    public Optional<Entry> standing(String caseId) {
        return database
                .query(SELECT + "WHERE case_id = ? AND " + STANDS + " ORDER BY entry_no DESC", ENTRIES, caseId)
                .stream()
                .findFirst();
    }

    /** The record of that id. */
    public Optional<Entry> find(String recordId) {
        return database.query(SELECT + "WHERE record_id = ? ORDER BY entry_no", ENTRIES, recordId).stream()
                .findFirst();
    }

    /** The path of a record. */
    public Path path(Entry record) {
        return ReadPath.of(json(record));
    }

    /** The path of a record, as {@link PathJson} wrote it. */
    public String json(Entry record) {
        return database.queryForObject(
                "SELECT path FROM chancery_bare_path WHERE entry_no = ?", String.class, record.number());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("entry_no"),
                Ledger.recordedAt(row),
                row.getString("record_id"),
                row.getString("case_id"),
                row.getString("case_hash"),
                row.getString("title"),
                row.getInt("acts"),
                row.getString("path_hash"),
                row.getString("grounds"));
    }
}
