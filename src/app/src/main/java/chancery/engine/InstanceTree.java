package chancery.engine;

import chancery.engine.task.Variables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.history.HistoricVariableInstance;

/**
 * The instances that run one case, the finished ones included: its own, those that its call activities have begun, and
 * those that its messages have begun in other pools.
 */
final class InstanceTree {
    private final HistoryService history;

    InstanceTree(HistoryService history) {
        this.history = history;
    }

    /** The ids of all instances of the case that an instance runs, its own first. */
    List<String> of(String instanceId) {
        Set<String> found = new LinkedHashSet<>(Set.of(instanceId));
        found.addAll(ids(instances().rootProcessInstanceId(instanceId)));
        for (String pool : ids(instances().variableValueEquals(Variables.BEGUN_BY, instanceId))) {
            found.add(pool);
            found.addAll(ids(instances().rootProcessInstanceId(pool)));
        }
        return new ArrayList<>(found);
    }

    /** The case's own instance, of which an instance may be a part. */
    String top(HistoricProcessInstance part) {
        HistoricVariableInstance begunBy = history.createHistoricVariableInstanceQuery()
                .processInstanceId(part.getRootProcessInstanceId())
                .variableName(Variables.BEGUN_BY)
                .singleResult();
        return begunBy == null ? part.getRootProcessInstanceId() : String.valueOf(begunBy.getValue());
    }

    private HistoricProcessInstanceQuery instances() {
        return history.createHistoricProcessInstanceQuery();
    }

    private static List<String> ids(HistoricProcessInstanceQuery query) {
        return query.orderByProcessInstanceId().asc().list().stream()
                .map(HistoricProcessInstance::getId)
                .toList();
    }
}
