package chancery.engine;

import jakarta.servlet.Filter;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;

/**
 * Camunda's pages and its REST interface take over the user who has logged in with us; the user of that name in
 * Camunda is made at the first start ({@code camunda.bpm.admin-user}) with a password that nobody knows.
 */
@Configuration
public class CamundaPages {
    /** Behind Spring Security, which stands at -100 and knows the user. */
    private static final int AFTER_LOGIN = 10;

    /** Before whatever else takes part in a call. */
    private static final int AT_THE_DOOR = 5;

    @Bean
    FilterRegistrationBean<Filter> loginOfPages() {
        return handingOn(new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> loginOfRest() {
        return handingOn(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<Filter> engineRestDoor(@Value("${chancery.engine-rest}") boolean open) {
        FilterRegistrationBean<Filter> door = new FilterRegistrationBean<>(new EngineRestDoor(open));
        door.addUrlPatterns("/engine-rest/*");
        door.setOrder(AT_THE_DOOR);
        door.setAsyncSupported(true);
        return door;
    }

    /** Takes part in every command of the engine. */
    @Bean
    LastFailure lastFailure() {
        return new LastFailure();
    }

    @Bean
    ProcessEnginePlugin failuresRemembered(LastFailure failure) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomPreCommandInterceptorsTxRequired(List.of(failure));
            }
        };
    }

    @Bean
    FilterRegistrationBean<Filter> lostRaces(ProcessEngine engine, LastFailure failure) {
        FilterRegistrationBean<Filter> races = new FilterRegistrationBean<>(new LostRaces(engine, failure));
        races.addUrlPatterns("/engine-rest/*", "/camunda/api/engine/*");
        races.setOrder(AFTER_LOGIN - 1);
        races.setAsyncSupported(true);
        return races;
    }

    /** For those whom the administrator enters; the administrator's own password is no matter of Camunda's. */
    @Bean
    AuthenticationProvider clerkLogin(ProcessEngine engine) {
        return new ClerkLogin(engine.getIdentityService());
    }

    private static FilterRegistrationBean<Filter> handingOn(Filter filter, String... paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setName(filter.getClass().getSimpleName());
        registration.addInitParameter("authentication-provider", ContainerBasedAuthenticationProvider.class.getName());
        registration.addUrlPatterns(paths);
        registration.setOrder(AFTER_LOGIN);
        registration.setAsyncSupported(true);
        return registration;
    }
}
