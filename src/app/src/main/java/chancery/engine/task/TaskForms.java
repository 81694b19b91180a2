package chancery.engine.task;

import chancery.procedure.diagram.ProcedureStep;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConstraint;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaValidation;

/**
 * Adds to the tasks of a diagram the form fields that their acts ask for, behind those that the diagram has itself, so
 * that no diagram needs to repeat them. A field that the diagram has under the same id stays as it is.
 */
public final class TaskForms {
    private TaskForms() {}

    public static void add(BpmnModelInstance model, Diagram diagram) {
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            diagram.step(task.getId()).ifPresent(step -> add(model, task, step));
        }
    }

    private static void add(BpmnModelInstance model, UserTask task, ProcedureStep step) {
        CamundaFormData form = form(model, task);
        Particular.askedBy(step).forEach((particular, required) -> {
            boolean known = form.getCamundaFormFields().stream()
                    .anyMatch(field -> particular.id().equals(field.getCamundaId()));
            if (!known) {
                form.getCamundaFormFields().add(field(model, particular, required, step));
            }
        });
    }

    private static CamundaFormData form(BpmnModelInstance model, UserTask task) {
        ExtensionElements extensions = Optional.ofNullable(task.getExtensionElements())
                .orElseGet(() -> {
                    ExtensionElements added = model.newInstance(ExtensionElements.class);
                    task.setExtensionElements(added);
                    return added;
                });
        return extensions.getElementsQuery().filterByType(CamundaFormData.class).list().stream()
                .findFirst()
                .orElseGet(() -> extensions.addExtensionElement(CamundaFormData.class));
    }

    private static CamundaFormField field(
            BpmnModelInstance model, Particular particular, boolean required, ProcedureStep step) {
        CamundaFormField field = model.newInstance(CamundaFormField.class);
        field.setCamundaId(particular.id());
        field.setCamundaLabel(particular.label());
        field.setCamundaType(particular.type().word());
        if (particular.type() == Particular.Type.DATE) {
            field.setCamundaDatePattern("yyyy-MM-dd");
        }
        ProcedureStep.Participants several = step.participants();
        if (particular == Particular.AGENT && several != null) {
            field.setCamundaDefaultValue("${" + several.each() + "}");
        }
        if (required) {
            CamundaConstraint must = model.newInstance(CamundaConstraint.class);
            must.setCamundaName("required");
            CamundaValidation validation = model.newInstance(CamundaValidation.class);
            validation.getCamundaConstraints().add(must);
            field.setCamundaValidation(validation);
        }
        return field;
    }
}
