package chancery.cli.shared;

import chancery.casefile.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Option;

/** Where the database lies. */
public final class DataOptions {
    /** What is said of a database file that is damaged. */
    public static final String CORRUPT =
            "The database file is damaged and cannot be read; nothing was changed. Put back a"
                    + " copy of chancery.mv.db, or take the file away and start \"serve\" or \"run\" for a new one.";

    /** H2's code for a file that another process holds. */
    private static final int IN_USE = 90020;

    /** H2's codes for failures that do not come from the bytes of the file: in use, and another user's. */
    private static final Set<Integer> SAID_OTHERWISE = Set.of(IN_USE, 28000);

    /** H2's codes for a damaged file, one that is no database, and one that cannot be read. */
    private static final Set<Integer> DAMAGED = Set.of(90030, 90048, 90028, 90031);

    /** Every table that the reading commands need; the last that was added shows that all are there. */
    private static final String NEWEST_TABLE = "chancery_bare_path";

    @Option(names = "--data", paramLabel = "FOLDER", description = "the data folder (default: ./data)")
    private Path folder = Path.of("data");

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "JDBC URL of the database (default: an H2 file in the data folder)")
    private @Nullable String url;

    /** Where database, keys and checkpoints lie. */
    public Path folder() {
        return folder;
    }

    /** The JDBC address of the database. */
    public String url() {
        return url == null
                ? "jdbc:h2:file:" + folder.toAbsolutePath().normalize().resolve("chancery")
                        + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000"
                : url;
    }

    /**
     * Makes the data folder, and makes sure that the database can be opened.
     *
     * @throws InvalidInput if another process holds it, or it cannot be opened
     */
    public void claim() {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw InvalidInput.at(
                    folder.toString(),
                    0,
                    "the folder cannot be made (" + refused.getMessage() + ")",
                    "name another with --data");
        }
        open(url());
    }

    /**
     * Makes sure that the database is there and can be read.
     *
     * @throws InvalidInput if not
     */
    public void demand() {
        if (url == null && !Files.exists(folder.resolve("chancery.mv.db"))) {
            throw InvalidInput.at(
                    folder.toString(),
                    0,
                    "there is no database yet",
                    "start \"serve\" or \"run\" first, or name the folder with --data");
        }
        open(url());
        try (Connection opened = DriverManager.getConnection(url(), user(), "");
                Statement statement = opened.createStatement()) {
            statement
                    .executeQuery("SELECT entry_no FROM " + NEWEST_TABLE + " FETCH FIRST ROW ONLY")
                    .close();
        } catch (SQLException missing) {
            if (corrupt(missing)) {
                throw damaged();
            }
            throw InvalidInput.at(
                    folder.toString(),
                    0,
                    "the database is of an older chancery, or of none, and has no table " + NEWEST_TABLE,
                    "start \"serve\" or \"run\" once to bring it up to date");
        }
    }

    private void open(String url) {
        try {
            readFile();
            try (Connection opened = DriverManager.getConnection(url, user(), "")) {
                opened.isValid(1);
            }
        } catch (InvalidInput refused) {
            throw refused;
        } catch (SQLException | RuntimeException refused) {
            if (refused instanceof SQLException known && known.getErrorCode() == IN_USE) {
                throw InvalidInput.at(
                        folder.toString(),
                        0,
                        "another chancery (serve?) holds the data",
                        "stop it, or use another folder with --data");
            }
            if (corrupt(refused)) {
                throw damaged();
            }
            throw InvalidInput.at(
                    url, 0, "the database cannot be opened (" + refused.getMessage() + ")", "check --data and --db");
        }
    }

    private InvalidInput damaged() {
        return InvalidInput.at(folder.resolve("chancery.mv.db").toString(), 0, CORRUPT);
    }

    /**
     * Reads every row of the file, since H2 finds a damaged page only when it reads it; without writing, since H2
     * tidies up a file that it opens, damaged or not.
     */
    private void readFile() throws SQLException {
        Path file = folder.resolve("chancery.mv.db");
        if (url != null || !Files.exists(file)) {
            return;
        }
        if (file.toFile().length() == 0) {
            throw damaged(); // H2 would begin a new database in it
        }
        String reading = url() + ";ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1";
        try (Connection opened = DriverManager.getConnection(reading, user(), "")) {
            readRows(opened);
        } catch (SQLException | RuntimeException unreadable) {
            if (unreadable instanceof SQLException known && SAID_OTHERWISE.contains(known.getErrorCode())) {
                throw unreadable;
            }
            throw damaged(); // whatever H2 makes of the wrong bytes
        }
    }

    private static void readRows(Connection opened) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = opened.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        for (String name : names) {
            try (Statement statement = opened.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM \"" + name + "\"")) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        if (columns.getColumnType(i) == Types.BLOB) {
                            rows.getBytes(i); // large values lie elsewhere in the file than their rows
                        } else {
                            rows.getString(i);
                        }
                    }
                }
            }
        }
    }

    /** Whether a failure comes from a damaged file of H2. */
    public static boolean corrupt(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MVStoreException
                    || (cause instanceof SQLException known && DAMAGED.contains(known.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }

    /** The database, for commands that need no engine. */
    public DataSource source() {
        return new DriverManagerDataSource(url(), user(), "");
    }

    /** The user of the database. */
    public static String user() {
        return "sa";
    }
}
