package chancery.engine.task;

import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/**
 * Silences the signals that a diagram throws. The engine hands a signal to every case that waits for it, and would do
 * there what no document of that case shows; what a case receives, its own marks tell.
 */
public final class ThrownSignals {
    private ThrownSignals() {}

    public static void silence(BpmnModelInstance model) {
        for (ThrowEvent event : model.getModelElementsByType(ThrowEvent.class)) {
            List<EventDefinition> signals = event.getEventDefinitions().stream()
                    .filter(SignalEventDefinition.class::isInstance)
                    .toList();
            event.getEventDefinitions().removeAll(signals);
        }
    }
}
