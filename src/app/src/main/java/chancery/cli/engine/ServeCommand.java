package chancery.cli.engine;

import chancery.audit.WriteCheckpoint;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.cli.book.CheckpointOptions;
import chancery.cli.book.CheckpointSchedule;
import chancery.cli.shared.Batch;
import chancery.cli.shared.DataOptions;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.Streams;
import chancery.cli.text.Table;
import chancery.procedure.Holdings;
import chancery.web.WebConfiguration;
import chancery.web.login.Login;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the web application with Cockpit, Tasklist and Admin. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Deploys the diagrams, runs all cases, prints where each stands, and serves Cockpit, Tasklist and Admin.")
public final class ServeCommand implements Callable<Integer> {
    @Option(names = "--address", description = "address to listen on (default: ${DEFAULT-VALUE}, this machine only)")
    private String address = "127.0.0.1";

    @Option(names = "--port", description = "port to listen on (default: ${DEFAULT-VALUE}; 0: any free one)")
    private int port = 8080;

    @Option(
            names = "--engine-rest",
            description = "open Camunda's REST interface at /engine-rest, for reading only (default: off)")
    private boolean engineRest;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "DURATION",
            description = "how often a checkpoint of the ledger is written (default: ${DEFAULT-VALUE}, ISO 8601)")
    private Duration interval = Duration.ofHours(1);

    @Mixin
    private final CheckpointOptions checkpoints = new CheckpointOptions();

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = streams.out();
        PrintWriter talk = streams.err();
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidInput(
                    "--checkpoint-every is " + interval + "; expected is a second (PT1S) or more, say PT1H.");
        }
        Holdings holdings = options.open();
        data.claim();
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.address", address);
        settings.put("server.port", port);
        settings.put("chancery.engine-rest", engineRest);
        talk.println("Starting the engine …");
        try (ConfigurableApplicationContext context = Application.serve(data, WebConfiguration.class, settings)) {
            runAll(holdings, context, out, talk);
            scheduleCheckpoints(context, talk);
            int listening = ((ServletWebServerApplicationContext) context)
                    .getWebServer()
                    .getPort();
            welcome(out, "http://" + address + ":" + listening, context.getBean(Login.class));
            Thread.currentThread().join();
        }
        return ExitCode.DONE;
    }

    /** The last is written before the database is closed, be it by Ctrl+C. */
    private void scheduleCheckpoints(ConfigurableApplicationContext context, PrintWriter talk) {
        WriteCheckpoint checkpoint = checkpoints.writer(context.getBean(DataSource.class), data);
        checkpoint.prepareKey();
        CheckpointSchedule schedule = new CheckpointSchedule(checkpoint, interval, talk);
        context.addApplicationListener((ContextClosedEvent closed) -> schedule.close());
    }

    /** One case that cannot run does not keep the others from running. */
    static void runAll(Holdings holdings, ApplicationContext context, PrintWriter out, PrintWriter talk) {
        RunCases run = new RunCases(holdings, context, out);
        run.installAll();
        Batch batch = Batch.named(List.of(), holdings, talk);
        run.run(batch, Dossier::simulate);
        batch.leftOut().tell(talk);
    }

    private static void welcome(PrintWriter out, String address, Login login) {
        Table table = new Table()
                .row("Chancery", address + "/")
                .row("Cockpit", address + "/camunda/app/cockpit/")
                .row("Desk", address + "/chancery/desk")
                .row("Registers", address + "/chancery/registers")
                .row("Tasklist", address + "/camunda/app/tasklist/")
                .row("Admin", address + "/camunda/app/admin/")
                .row("Login", login.user() + " / " + login.password());
        table.lines().forEach(out::println);
        out.println("Stop with Ctrl+C.");
    }
}
