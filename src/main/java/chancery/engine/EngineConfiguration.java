package chancery.engine;

import chancery.audit.Ledger;
import chancery.procedure.Instances;
import chancery.procedure.ProcedureEngine;
import java.time.Clock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine, the ledger and the database, with or without pages. */
@Configuration
@EnableAutoConfiguration
public class EngineConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Known to diagrams as {@code names}. */
    @Bean
    NameList names() {
        return new NameList();
    }

    @Bean
    Ledger ledger(DataSource database, Clock clock) {
        return new Ledger(database, clock);
    }

    @Bean
    ActsInProgress actsInProgress() {
        return new ActsInProgress();
    }

    @Bean
    ActRecorder actRecorder(Ledger ledger, ActsInProgress acts, ProcessEngine engine) {
        return new ActRecorder(ledger, acts, engine.getIdentityService());
    }

    @Bean
    RunBook runBook(DataSource database, Clock clock) {
        return new RunBook(database, clock);
    }

    @Bean
    Instances instances(ProcessEngine engine, RunBook runs) {
        return new CamundaInstances(engine, runs);
    }

    @Bean
    ProcedureEngine procedureEngine(
            ProcessEngine engine,
            PlatformTransactionManager transactions,
            RunBook runs,
            Ledger ledger,
            ActsInProgress acts,
            ActRecorder recorder) {
        return new CamundaProcedureEngine(engine, new TransactionTemplate(transactions), ledger, runs, acts, recorder);
    }
}
