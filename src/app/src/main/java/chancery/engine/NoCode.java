package chancery.engine;

import chancery.casefile.InvalidInput;
import chancery.procedure.diagram.Finding;
import chancery.procedure.diagram.LintCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.Resource;

/**
 * Lets nothing into the engine that runs code: whoever deploys, and by whatever way, each file is held against {@link
 * LintCode}, and again whenever the engine takes it out of the database. Nor does the engine evaluate what users write
 * into the filters of Tasklist.
 */
final class NoCode extends AbstractProcessEnginePlugin implements Deployer {
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        List<Deployer> first = new ArrayList<>(List.of(this));
        if (configuration.getCustomPreDeployers() != null) {
            first.addAll(configuration.getCustomPreDeployers());
        }
        configuration.setCustomPreDeployers(first);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        String refused = deployment.getResources().values().stream()
                .flatMap(resource -> findings(resource).stream())
                .map(Finding::text)
                .sorted()
                .collect(Collectors.joining("\n"));
        if (!refused.isEmpty()) {
            throw new BadUserRequestException(refused + "\nNothing was deployed.");
        }
    }

    private static List<Finding> findings(Resource resource) {
        try {
            return LintCode.check(resource.getName(), resource.getBytes());
        } catch (InvalidInput none) {
            return List.of(Finding.of(none, resource.getName()));
        }
    }
}
