package chancery.cli.engine;

import chancery.cli.shared.DataOptions;
import chancery.procedure.Holdings;
import chancery.web.WebConfiguration;
import chancery.web.login.Login;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** What {@code serve} starts, on a free port, with the holdings that the program brings along. */
public final class RunningServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final StringWriter printed = new StringWriter();

    private RunningServer(Path folder, Class<?> pages, Map<String, Object> more) {
        DataOptions data = new DataOptions();
        new CommandLine(data).parseArgs("--data", folder.toString());
        data.claim();
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", 0);
        context = Application.serve(data, pages, settings);
        PrintWriter out = new PrintWriter(printed, true);
        ServeCommand.runAll(Holdings.onClassPath(), context, out, out);
    }

    public static RunningServer on(Path folder) {
        return new RunningServer(folder, WebConfiguration.class, Map.of());
    }

    /** With a configuration of pages that takes the place of the usual one, and further settings. */
    public static RunningServer on(Path folder, Class<?> pages, Map<String, Object> more) {
        return new RunningServer(folder, pages, more);
    }

    /** A part of the running program. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public String address() {
        return "http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    public Login login() {
        return context.getBean(Login.class);
    }

    /** What running the cases has printed. */
    public String printed() {
        return printed.toString();
    }

    @Override
    public void close() {
        context.close();
    }
}
