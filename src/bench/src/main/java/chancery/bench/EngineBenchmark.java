package chancery.bench;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.engine.EngineConfiguration;
import chancery.engine.GeneratedCases;
import chancery.procedure.Holdings;
import chancery.procedure.Procedure;
import chancery.procedure.explanation.ExplainMarks;
import chancery.procedure.explanation.Reconstruction;
import chancery.procedure.explanation.Script;
import chancery.procedure.live.ProcedureEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Generated cases run through Camunda on an H2 file, one thread, one transaction a case: by the bare engine, which
 * completes the same tasks and correlates the same messages, and by Chancery, which besides checks, explains, records
 * and enters them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class EngineBenchmark {
    static final int CASES = Integer.getInteger("cases", 2_000);

    private final List<Dossier> dossiers = new ArrayList<>();
    private ConfigurableApplicationContext context;
    private ProcedureEngine engine;
    private RuntimeService runtime;
    private TaskService tasks;
    private TransactionTemplate transaction;
    private Procedure procedure;
    private Path folder;

    /** A fresh database for each iteration, so that neither side works on the other's rows. */
    @Setup(Level.Iteration)
    public void start(BenchmarkParams benchmark) throws IOException {
        boolean bare = benchmark.getBenchmark().endsWith("bareEngine");
        folder = Files.createTempDirectory("bench");
        GeneratedCases.write(folder, CASES);
        context = new SpringApplicationBuilder(EngineConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.datasource.url",
                        "jdbc:h2:file:" + folder.resolve("bench") + ";DB_CLOSE_ON_EXIT=FALSE",
                        "spring.datasource.username",
                        "sa",
                        "camunda.bpm.job-execution.enabled",
                        false,
                        "spring.autoconfigure.exclude",
                        "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration"))
                .run();
        engine = context.getBean(ProcedureEngine.class);
        ProcessEngine camunda = context.getBean(ProcessEngine.class);
        runtime = camunda.getRuntimeService();
        tasks = camunda.getTaskService();
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        procedure = Holdings.onClassPath().procedure("soviet-cc");
        if (bare) {
            DeploymentBuilder deployment = camunda.getRepositoryService().createDeployment();
            procedure
                    .files()
                    .forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
            deployment.deploy();
        } else {
            engine.install(procedure);
        }
        dossiers.clear();
        for (int i = 1; i <= CASES; i++) {
            dossiers.add(CaseFile.read(folder.resolve("generated-" + i + ".yaml")));
        }
    }

    @TearDown(Level.Iteration)
    public void stop() {
        context.close();
    }

    @Benchmark
    public void chancery() {
        ExplainMarks explain = new ExplainMarks(procedure);
        for (Dossier dossier : dossiers) {
            engine.run(dossier, procedure, explain.explain(dossier, Dossier.PREFERRED));
        }
    }

    @Benchmark
    public void bareEngine() {
        Reconstruction once = new ExplainMarks(procedure).explain(dossiers.get(0), Dossier.PREFERRED);
        Script script = once.script().orElseThrow();
        for (Dossier dossier : dossiers) {
            transaction.executeWithoutResult(status -> bare(dossier, script));
        }
    }

    private void bare(Dossier dossier, Script script) {
        String instance = runtime.createMessageCorrelation("cc-assignment")
                .processInstanceBusinessKey(dossier.id().value())
                .setVariables(Map.of("signatories", "V. Molotov; M. Suslov"))
                .correlateStartMessage()
                .getProcessInstanceId();
        for (Script.Command command : script.commands()) {
            if (command.node().equals("Event_CopyAsked")) {
                runtime.createMessageCorrelation("copy-asked")
                        .processInstanceId(instance)
                        .correlate();
            } else {
                tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .taskDefinitionKey(command.node())
                        .list()
                        .forEach(task -> tasks.complete(task.getId(), new HashMap<>(command.decisions())));
            }
        }
    }
}
