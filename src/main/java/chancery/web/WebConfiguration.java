package chancery.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages and who may see them. */
@Configuration
public class WebConfiguration {
    @Bean
    Login login() {
        return new Login("admin", "x");
    }
}
