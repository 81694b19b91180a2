package chancery.cli.engine;

import chancery.cli.shared.DataOptions;
import chancery.engine.CamundaPages;
import chancery.engine.EngineConfiguration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Spring: the engine on a database, with or without pages. */
public final class Application {
    private Application() {}

    /** The engine alone, without pages and without timers. */
    static ConfigurableApplicationContext engine(DataOptions data) {
        Map<String, Object> settings = settings(data);
        settings.put("camunda.bpm.job-execution.enabled", false);
        settings.put(
                "spring.autoconfigure.exclude",
                "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration");
        return new SpringApplicationBuilder(EngineConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(arguments(settings));
    }

    /** Engine and pages. */
    public static ConfigurableApplicationContext serve(DataOptions data, Class<?> pages, Map<String, Object> more) {
        Map<String, Object> settings = settings(data);
        settings.putAll(more);
        return new SpringApplicationBuilder(EngineConfiguration.class, CamundaPages.class, pages)
                .web(WebApplicationType.SERVLET)
                .run(arguments(settings));
    }

    /** As arguments, since plain properties of the builder give way to {@code application.yaml} and the environment. */
    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private static Map<String, Object> settings(DataOptions data) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", data.url());
        settings.put("spring.datasource.username", DataOptions.user());
        settings.put("chancery.data", data.folder().toString());
        return settings;
    }
}
