package chancery.web;

import chancery.web.login.Login;
import chancery.web.login.PasswordFile;
import chancery.web.login.WebSecurity;
import chancery.web.page.DeskPage;
import chancery.web.page.FrontPage;
import chancery.web.page.LoginPage;
import chancery.web.page.Navigation;
import chancery.web.resource.DefinitionResource;
import chancery.web.resource.DeskResource;
import chancery.web.resource.Failures;
import chancery.web.resource.FrontResource;
import chancery.web.resource.InstanceResource;
import chancery.web.resource.PaperResource;
import chancery.web.resource.RegisterResource;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages and who may see them. */
@Configuration
@Import({
    WebSecurity.class,
    LoginPage.class,
    Navigation.class,
    FrontPage.class,
    FrontResource.class,
    DeskPage.class,
    DeskResource.class,
    InstanceResource.class,
    DefinitionResource.class,
    RegisterResource.class,
    PaperResource.class,
    Failures.class
})
public class WebConfiguration implements WebMvcConfigurer {

    @Bean
    Login login(@Value("${chancery.user}") String user, @Value("${chancery.data}") Path folder) {
        return new Login(user, new PasswordFile(folder, new SecureRandom()).password());
    }

    /** The viewer of diagrams, which the build copies from npm, and what the pages load. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        resources.addResourceHandler("/chancery/pages/**").addResourceLocations("classpath:/web/pages/");
        resources.addResourceHandler("/chancery/bpmn-js/**").addResourceLocations("classpath:/web/bpmn-js/");
    }
}
