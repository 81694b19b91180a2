package chancery.engine;

import chancery.audit.ActBook;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.document.Mark;
import chancery.engine.live.ActRecorder;
import chancery.engine.live.ActsInProgress;
import chancery.engine.task.Clerks;
import chancery.engine.task.Diagram;
import chancery.engine.task.TaskForms;
import chancery.engine.task.ThrownSignals;
import chancery.engine.task.Variables;
import chancery.ledger.LedgerEntry;
import chancery.office.Agent;
import chancery.path.Path;
import chancery.path.StepKey;
import chancery.path.UnexplainedMark;
import chancery.procedure.Procedure;
import chancery.procedure.diagram.FurtherDisposition;
import chancery.procedure.diagram.ProcedureStep;
import chancery.procedure.explanation.Reconstruction;
import chancery.procedure.explanation.Script;
import chancery.procedure.live.ProcedureEngine;
import chancery.registry.Registers;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs paths in Camunda 7: a case is one instance and one transaction. */
final class CamundaProcedureEngine implements ProcedureEngine {
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ProcessEngine engine;
    private final TransactionTemplate transaction;
    private final ActBook book;
    private final RunBook runs;
    private final ActsInProgress acts;
    private final ActRecorder recorder;
    private final Clerks clerks;
    private final Registers registers;
    private final ObservedNumbers observed;
    private final Supersession supersession;
    private final Map<String, Deployed> deployed = new HashMap<>();

    CamundaProcedureEngine(
            ProcessEngine engine,
            TransactionTemplate transaction,
            ActBook book,
            RunBook runs,
            ActsInProgress acts,
            ActRecorder recorder,
            Clerks clerks,
            Registers registers,
            ObservedNumbers observed,
            Supersession supersession) {
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.engine = engine;
        this.transaction = transaction;
        this.book = book;
        this.runs = runs;
        this.acts = acts;
        this.recorder = recorder;
        this.clerks = clerks;
        this.registers = registers;
        this.observed = observed;
        this.supersession = supersession;
    }

    @Override
    public void install(Procedure procedure) {
        transaction.executeWithoutResult(status -> procedure.series().forEach(registers.counters()::open));
        DeploymentBuilder builder =
                repository.createDeployment().name(procedure.id()).enableDuplicateFiltering(false);
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        Map<String, Diagram> diagrams = new TreeMap<>();
        procedure.files().forEach((name, bytes) -> {
            if (name.endsWith(".bpmn")) {
                BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bytes));
                Diagram diagram = Diagram.of(procedure, model);
                TaskForms.add(model, diagram);
                ThrownSignals.silence(model);
                builder.addString(name, Bpmn.convertToString(model));
                models.put(name, model);
                diagrams.put(name, diagram);
            } else {
                builder.addInputStream(name, new ByteArrayInputStream(bytes));
            }
        });
        String deployment = deployed(builder);
        Map<String, String> definitions = new HashMap<>();
        for (ProcessDefinition each : repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .list()) {
            definitions.put(each.getKey(), each.getId());
            recorder.record(each.getId(), Objects.requireNonNull(diagrams.get(each.getResourceName())));
        }
        clerks.open(procedure);
        BpmnModelInstance own = Objects.requireNonNull(models.get(procedure.id() + ".bpmn"));
        deployed.put(procedure.id(), Deployed.of(procedure.id(), own, models.values(), definitions));
    }

    private static String deployed(DeploymentBuilder builder) {
        try {
            return builder.deploy().getId();
        } catch (BadUserRequestException refused) {
            throw new InvalidInput(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public Standing run(Dossier dossier, Procedure procedure, Reconstruction reconstruction) {
        return once(dossier, procedure, reconstruction.path(), reconstruction.script(), false);
    }

    @Override
    public Standing simulate(Dossier dossier, Procedure procedure, Reconstruction reconstruction) {
        return once(dossier, procedure, reconstruction.path(), reconstruction.foreseen(), true);
    }

    private Standing once(
            Dossier dossier, Procedure procedure, Path path, Optional<Script> written, boolean simulated) {
        Script script = written.orElseThrow(
                () -> new IllegalArgumentException("Case " + dossier.id() + " has no path to run: " + path.headline()));
        String key = dossier.id() + (simulated ? "#foreseen" : "");
        return Optional.ofNullable(transaction.execute(status -> runs.instanceOf(
                                dossier, procedure.version(), simulated)
                        .map(known -> new Standing(key, known, false, script.waitsAt(), script.assumed(), List.of()))
                        .orElseGet(() -> begin(key, dossier, procedure, path, script, simulated))))
                .orElseThrow();
    }

    private Standing begin(
            String key, Dossier dossier, Procedure procedure, Path path, Script script, boolean simulated) {
        Deployed installed = Optional.ofNullable(deployed.get(procedure.id()))
                .orElseThrow(() -> new IllegalStateException("Procedure " + procedure.id() + " is not installed"));
        Map<String, Object> variables = variables(dossier, procedure, path, simulated);
        String instance = start(installed, key, variables, script);
        CaseWork work = new CaseWork(engine, installed, instance);
        LedgerEntry.Instance recorded = Supersession.instance(path, instance, simulated);
        book.append(LedgerEntry.Event.BEGUN, recorded);
        List<Script.Command> open = new ArrayList<>(script.commands());
        while (!open.isEmpty()) {
            List<Script.Command> next = installed.nextOf(open);
            String first = next.get(0).node();
            int rounds = next.size() > 1 ? work.rounds(first) : 1;
            for (int round = 0; round < rounds && (round == 0 || work.waitsAt(first)); round++) {
                next.forEach(command -> carryOut(work, recorded, installed, key, variables, path, command));
            }
        }
        if (!simulated) {
            actOnDispositions(work, recorded, dossier, procedure, path);
            observed.enter(dossier, path, recorded);
        }
        work.suspendTimers();
        work.checkWaiting(script);
        List<String> changed = supersession.by(instance, dossier, path, simulated);
        runs.enter(instance, dossier, path, simulated);
        return new Standing(key, instance, true, script.waitsAt(), script.assumed(), changed);
    }

    private void carryOut(
            CaseWork work,
            LedgerEntry.Instance recorded,
            Deployed installed,
            String key,
            Map<String, Object> variables,
            Path path,
            Script.Command command) {
        if (installed.notRun().contains(command.node())) {
            return;
        }
        Deployed.Beginning pool = installed.beginnings().get(command.node());
        Runnable act = pool == null
                ? () -> work.carryOut(command)
                : () -> beginPool(pool, key, recorded.instanceId(), variables, command);
        StepKey step = command.step();
        if (step == null) {
            act.run();
        } else {
            acts.during(recorded, ActsInProgress.of(path, step), act);
        }
    }

    private Map<String, Object> variables(Dossier dossier, Procedure procedure, Path path, boolean simulated) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.CASE, dossier.id().value());
        variables.put(Variables.CASE_HASH, dossier.hash());
        variables.put(Variables.TITLE, dossier.title());
        variables.put(Variables.PROCEDURE_VERSION, procedure.version());
        variables.put(Variables.READING, path.reading().value());
        variables.put(Variables.SIMULATED, simulated);
        Map<String, Set<String>> several = new TreeMap<>();
        for (ProcedureStep step : procedure.steps().values()) {
            ProcedureStep.Participants participants = step.participants();
            if (participants != null) {
                List<String> names = path.taken()
                        .filter(taken -> taken.key().id().equals(step.id()))
                        .flatMap(taken -> taken.agents().stream())
                        .map(Agent::name)
                        .toList();
                several.computeIfAbsent(participants.all(), none -> new LinkedHashSet<>())
                        .addAll(names.isEmpty() && simulated ? procedure.membersFor(step.id()) : names);
            }
        }
        several.forEach((all, names) -> variables.put(all, NameList.join(List.copyOf(names))));
        return variables;
    }

    private String start(Deployed installed, String key, Map<String, Object> variables, Script script) {
        Map<String, Object> known = new HashMap<>(variables);
        known.putAll(script.decisions());
        Deployed.Beginning message = installed.beginnings().get(script.entry());
        return message == null
                ? runtime.createProcessInstanceById(installed.definition())
                        .businessKey(key)
                        .setVariables(known)
                        .execute()
                        .getProcessInstanceId()
                : begin(message, key, known);
    }

    private String begin(Deployed.Beginning beginning, String key, Map<String, Object> variables) {
        return runtime.createMessageCorrelation(beginning.message())
                .processDefinitionId(beginning.definition())
                .processInstanceBusinessKey(key)
                .setVariables(variables)
                .correlateStartMessage()
                .getProcessInstanceId();
    }

    /** A message of the case begins another pool, in an instance of its own. */
    private void beginPool(
            Deployed.Beginning pool,
            String key,
            String instance,
            Map<String, Object> variables,
            Script.Command command) {
        Map<String, Object> known = new HashMap<>(variables);
        known.putAll(command.decisions());
        known.put(Variables.BEGUN_BY, instance);
        begin(pool, key, known);
    }

    private void actOnDispositions(
            CaseWork work, LedgerEntry.Instance recorded, Dossier dossier, Procedure procedure, Path path) {
        FurtherDisposition disposition = procedure.disposition();
        if (disposition == null) {
            return;
        }
        for (UnexplainedMark mark : path.unexplained()) {
            String hand = dossier.mark(mark.mark()).map(Mark::hand).orElse(null);
            acts.during(recorded, ActsInProgress.of(mark, hand), () -> {
                runtime.createMessageCorrelation(disposition.message())
                        .processInstanceId(recorded.instanceId())
                        .correlate();
                work.complete(disposition.step().id().value(), Map.of());
            });
        }
    }
}
