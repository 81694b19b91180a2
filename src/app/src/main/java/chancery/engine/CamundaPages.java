package chancery.engine;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
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

    @Bean
    FilterRegistrationBean<Filter> loginOfPages() {
        return handingOn(new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> loginOfRest() {
        return handingOn(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
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
