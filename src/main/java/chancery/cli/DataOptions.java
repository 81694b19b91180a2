package chancery.cli;

import chancery.casefile.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Option;

/** Where the database lies. */
final class DataOptions {
    /** H2's code for a file that another process holds. */
    private static final int IN_USE = 90020;

    @Option(names = "--data", paramLabel = "FOLDER", description = "the data folder (default: ./data)")
    private Path folder = Path.of("data");

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "JDBC URL of the database (default: an H2 file in the data folder)")
    private @Nullable String url;

    Path folder() {
        return folder;
    }

    String url() {
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
    void claim() {
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
    void demand() {
        if (url == null && !Files.exists(folder.resolve("chancery.mv.db"))) {
            throw InvalidInput.at(
                    folder.toString(),
                    0,
                    "there is no database yet",
                    "start \"serve\" or \"run\" first, or name the folder with --data");
        }
        open(url());
    }

    private void open(String url) {
        try (Connection opened = DriverManager.getConnection(url, user(), "")) {
            opened.isValid(1);
        } catch (SQLException refused) {
            if (refused.getErrorCode() == IN_USE) {
                throw InvalidInput.at(
                        folder.toString(),
                        0,
                        "another chancery (serve?) holds the data",
                        "stop it, or use another folder with --data");
            }
            throw InvalidInput.at(
                    url, 0, "the database cannot be opened (" + refused.getMessage() + ")", "check --data and --db");
        }
    }

    /** The database, for commands that need no engine. */
    DataSource source() {
        return new DriverManagerDataSource(url(), user(), "");
    }

    static String user() {
        return "sa";
    }
}
