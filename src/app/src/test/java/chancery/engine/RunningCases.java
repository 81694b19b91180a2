package chancery.engine;

import chancery.audit.Ledger;
import chancery.casefile.Dossier;
import chancery.procedure.Holdings;
import chancery.procedure.Procedure;
import chancery.procedure.explanation.ChooseProcedure;
import chancery.procedure.explanation.ExplainMarks;
import chancery.procedure.live.BarePaths;
import chancery.procedure.live.BarePaths.Recorded;
import chancery.procedure.live.ProcedureEngine;
import chancery.procedure.live.ProcedureEngine.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real engine on a real H2, in memory or in a file, and the holdings of the project. */
final class RunningCases implements AutoCloseable {
    final Holdings holdings;
    final ConfigurableApplicationContext context;
    final ProcedureEngine engine;
    final ProcessEngine camunda;
    final JdbcTemplate database;

    RunningCases(String url, Path bpmn, Path processes) {
        holdings = Holdings.in(bpmn, processes);
        context = new SpringApplicationBuilder(EngineConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.datasource.url",
                        url,
                        "spring.datasource.username",
                        "sa",
                        "camunda.bpm.job-execution.enabled",
                        false,
                        "spring.autoconfigure.exclude",
                        "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration"))
                .run();
        engine = context.getBean(ProcedureEngine.class);
        camunda = context.getBean(ProcessEngine.class);
        database = context.getBean(JdbcTemplate.class);
        holdings.procedures().forEach(id -> engine.install(holdings.procedure(id)));
    }

    static RunningCases inMemory(String name) {
        return new RunningCases("jdbc:h2:mem:" + name, Path.of("bpmn"), Path.of("processes"));
    }

    Standing run(String word) {
        Dossier dossier = holdings.dossier(word);
        Procedure procedure = holdings.procedureOf(dossier);
        return engine.run(dossier, procedure, new ExplainMarks(procedure).explain(dossier, Dossier.PREFERRED));
    }

    Standing simulate(String word) {
        Dossier dossier = holdings.dossier(word);
        Procedure procedure = holdings.procedureOf(dossier);
        return engine.simulate(dossier, procedure, new ExplainMarks(procedure).explain(dossier, Dossier.PREFERRED));
    }

    /** Records a case that no procedure describes. */
    Recorded record(String word) {
        Dossier dossier = holdings.dossier(word);
        List<Procedure> considered = holdings.proceduresOf(dossier);
        return context.getBean(BarePaths.class)
                .record(
                        dossier,
                        new ChooseProcedure(considered)
                                .explain(dossier, Dossier.PREFERRED)
                                .path(),
                        considered.stream()
                                .flatMap(procedure -> procedure.series().stream())
                                .toList());
    }

    /** Takes out all instances, running and finished, and empties ledger and run book. */
    void clearAway() {
        camunda.getRuntimeService()
                .createProcessInstanceQuery()
                .list()
                .forEach(left -> camunda.getRuntimeService().deleteProcessInstance(left.getId(), "cleared away"));
        camunda.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .list()
                .forEach(left -> camunda.getHistoryService().deleteHistoricProcessInstance(left.getId()));
        database.execute("DELETE FROM chancery_run");
        database.execute("DELETE FROM chancery_live_case");
        database.execute("DELETE FROM chancery_act");
        database.execute("DELETE FROM chancery_bare_path");
        database.execute("DELETE FROM chancery_register_entry");
        database.execute("DELETE FROM chancery_register_note");
        database.execute("DELETE FROM chancery_ledger");
        database.execute("DELETE FROM chancery_ledger_head");
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> context.getBean(Ledger.class).found());
    }

    @Override
    public void close() {
        context.close();
    }
}
