package chancery.cli;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.procedure.Holdings;
import chancery.procedure.ProcedureEngine;
import chancery.web.Login;
import chancery.web.WebConfiguration;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the web application with Cockpit, Tasklist and Admin. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Deploys the diagrams, runs all cases, prints where each stands, and serves Cockpit, Tasklist and Admin.")
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--address", description = "address to listen on (default: ${DEFAULT-VALUE}, this machine only)")
    private String address = "127.0.0.1";

    @Option(names = "--port", description = "port to listen on (default: ${DEFAULT-VALUE}; 0: any free one)")
    private int port = 8080;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter talk = spec.commandLine().getErr();
        Holdings holdings = options.open();
        data.claim();
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.address", address);
        settings.put("server.port", port);
        talk.println("Starting the engine …");
        try (ConfigurableApplicationContext context = Application.serve(data, WebConfiguration.class, settings)) {
            runAll(holdings, context.getBean(ProcedureEngine.class), out, talk);
            int listening = ((ServletWebServerApplicationContext) context)
                    .getWebServer()
                    .getPort();
            welcome(out, "http://" + address + ":" + listening, context.getBean(Login.class));
            Thread.currentThread().join();
        }
        return Main.DONE;
    }

    /** One case that cannot run does not keep the others from running. */
    static void runAll(Holdings holdings, ProcedureEngine engine, PrintWriter out, PrintWriter talk) {
        RunCases run = new RunCases(holdings, engine, out);
        run.installAll();
        holdings.caseFiles().forEach(file -> {
            try {
                Dossier dossier = holdings.dossier(file.toString());
                run.run(dossier, dossier.simulate());
            } catch (InvalidInput refused) {
                talk.println("Left out: " + refused.getMessage());
            }
        });
    }

    private static void welcome(PrintWriter out, String address, Login login) {
        Table table = new Table()
                .row("Cockpit", address + "/camunda/app/cockpit/")
                .row("Tasklist", address + "/camunda/app/tasklist/")
                .row("Admin", address + "/camunda/app/admin/")
                .row("Login", login.user() + " / " + login.password());
        table.lines().forEach(out::println);
        out.println("Stop with Ctrl+C.");
    }
}
