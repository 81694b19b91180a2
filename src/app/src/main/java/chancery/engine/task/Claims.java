package chancery.engine.task;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;

/** Whose a task is, and what became of one that is gone; told to those who come too late. */
public final class Claims {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final TaskService tasks;
    private final HistoryService history;

    public Claims(ProcessEngine engine) {
        this.tasks = engine.getTaskService();
        this.history = engine.getHistoryService();
    }

    /** That a task is somebody else's, in words; none if it is free, the user's own, or gone. */
    public Optional<String> ofAnother(String task, @Nullable String user) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
                .filter(open ->
                        open.getAssignee() != null && !open.getAssignee().equals(user))
                .map(open -> ofAnother(open.getName(), caseOf(open.getProcessInstanceId()), open.getAssignee()));
    }

    /** The same of a task that is known. */
    public static String ofAnother(String label, @Nullable String caseId, String holder) {
        return named(label, caseId) + " is with " + holder + ", who has claimed it. Take another task, or ask " + holder
                + " to give it back. Nothing was changed.";
    }

    /** That a task is gone and how, in words; none if it is open. */
    public Optional<String> gone(String task) {
        if (tasks.createTaskQuery().taskId(task).count() > 0) {
            return Optional.empty();
        }
        HistoricTaskInstance known =
                history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
        return Optional.of((known == null ? "There is no task " + task : fate(known))
                + ". Load the list of tasks again. Nothing was changed.");
    }

    private String fate(HistoricTaskInstance task) {
        String what = named(task.getName(), caseOf(task.getProcessInstanceId()));
        return doneBy(task.getId())
                .map(clerk -> what + " is done: " + clerk + " has completed it, "
                        + MOMENT.format(task.getEndTime().toInstant()))
                .orElse(what + " is gone: its case went on without it");
    }

    private Optional<String> doneBy(String task) {
        return history
                .createUserOperationLogQuery()
                .taskId(task)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                .list()
                .stream()
                .flatMap(entry -> Optional.ofNullable(entry.getUserId()).stream())
                .findFirst();
    }

    private @Nullable String caseOf(String instance) {
        HistoricProcessInstance known = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
        return known == null ? null : known.getBusinessKey();
    }

    private static String named(String label, @Nullable String caseId) {
        return "\"" + label + "\"" + (caseId == null ? "" : " of case " + caseId);
    }
}
