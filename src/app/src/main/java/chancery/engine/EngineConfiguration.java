package chancery.engine;

import chancery.audit.ActBook;
import chancery.audit.BarePathBook;
import chancery.audit.Ledger;
import chancery.audit.Transactions;
import chancery.audit.VouchedRows;
import chancery.engine.live.ActRecorder;
import chancery.engine.live.ActsInProgress;
import chancery.engine.live.CamundaLiveWork;
import chancery.engine.live.Deadlines;
import chancery.engine.live.LiveActs;
import chancery.engine.live.LiveCases;
import chancery.engine.task.Clerks;
import chancery.procedure.live.BarePaths;
import chancery.procedure.live.Instances;
import chancery.procedure.live.LiveWork;
import chancery.procedure.live.ProcedureEngine;
import chancery.registry.CopyBook;
import chancery.registry.Registers;
import java.time.Clock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
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

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
        return new Transactions(database);
    }

    /** Known to diagrams as {@code names}. */
    @Bean
    NameList names() {
        return new NameList();
    }

    @Bean
    @DependsOnDatabaseInitialization
    Ledger ledger(DataSource database, Clock clock, PlatformTransactionManager transactions) {
        Ledger ledger = new Ledger(database, clock);
        new TransactionTemplate(transactions).executeWithoutResult(status -> ledger.found());
        return ledger;
    }

    @Bean
    ActBook actBook(DataSource database, Ledger ledger) {
        return new ActBook(database, ledger);
    }

    @Bean
    BarePathBook barePathBook(DataSource database, Ledger ledger) {
        return new BarePathBook(database, ledger);
    }

    @Bean
    VouchedRows vouchedRows(DataSource database) {
        return new VouchedRows(database);
    }

    @Bean
    Registers registers(DataSource database, Ledger ledger, Clock clock) {
        return new Registers(database, ledger, clock);
    }

    @Bean
    CopyBook copyBook(DataSource database, Ledger ledger) {
        return new CopyBook(database, ledger);
    }

    @Bean
    ActsInProgress actsInProgress() {
        return new ActsInProgress();
    }

    /** Known to diagrams as {@code deadlines}. */
    @Bean
    Deadlines deadlines(Clock clock) {
        return new Deadlines(clock);
    }

    @Bean
    ProcessEnginePlugin noCode() {
        return new NoCode();
    }

    @Bean
    Clerks clerks(ProcessEngine engine) {
        return new Clerks(engine);
    }

    @Bean
    LiveCases liveCases(DataSource database) {
        return new LiveCases(database);
    }

    @Bean
    ActRecorder actRecorder(
            ActBook book,
            ActsInProgress acts,
            LiveCases cases,
            Registers registers,
            CopyBook copies,
            Clerks clerks,
            Clock clock) {
        return new ActRecorder(book, acts, new LiveActs(book, cases, registers, copies, clerks, clock));
    }

    @Bean
    LiveWork liveWork(
            ProcessEngine engine,
            PlatformTransactionManager transactions,
            ActRecorder recorder,
            ActBook book,
            LiveCases cases,
            Clerks clerks,
            Clock clock) {
        return new CamundaLiveWork(engine, new TransactionTemplate(transactions), recorder, book, cases, clerks, clock);
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
    ObservedNumbers observedNumbers(Registers registers) {
        return new ObservedNumbers(registers);
    }

    @Bean
    Supersession supersession(
            ProcessEngine engine, ActBook book, BarePathBook bare, RunBook runs, ObservedNumbers observed) {
        return new Supersession(engine, book, bare, runs, observed);
    }

    @Bean
    BarePaths barePaths(
            PlatformTransactionManager transactions,
            BarePathBook bare,
            ActBook book,
            ObservedNumbers observed,
            Supersession supersession) {
        return new LedgerBarePaths(new TransactionTemplate(transactions), bare, book, observed, supersession);
    }

    @Bean
    ProcedureEngine procedureEngine(
            ProcessEngine engine,
            PlatformTransactionManager transactions,
            RunBook runs,
            ActBook book,
            ActsInProgress acts,
            ActRecorder recorder,
            Clerks clerks,
            Registers registers,
            ObservedNumbers observed,
            Supersession supersession) {
        return new CamundaProcedureEngine(
                engine,
                new TransactionTemplate(transactions),
                book,
                runs,
                acts,
                recorder,
                clerks,
                registers,
                observed,
                supersession);
    }
}
