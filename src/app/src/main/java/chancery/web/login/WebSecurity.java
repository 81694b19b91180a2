package chancery.web.login;

import chancery.procedure.live.LiveWork;
import chancery.web.page.LoginPage;
import jakarta.servlet.DispatcherType;
import java.util.LinkedHashMap;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.DelegatingLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;

/** One login for our pages and Camunda's: a form for browsers, HTTP Basic for programs. */
@Configuration
@EnableWebSecurity
public class WebSecurity {
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher CAMUNDA_API = PATHS.matcher("/camunda/api/**");
    private static final RequestMatcher CAMUNDA_APP = PATHS.matcher("/camunda/app/**");
    private static final RequestMatcher CAMUNDA_LOGOUT =
            PATHS.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");
    private static final RequestMatcher OWN_API = PATHS.matcher("/chancery/api/**");

    /** Makes paths mean paths of the whole server; otherwise those served by Jersey are missed without a word. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean pathMatchers() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** The least work: the password is random, 115 bits, and beyond guessing however fast the hash is. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    UserDetailsService users(Login login, PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(User.withUsername(login.user())
                .password(encoder.encode(login.password()))
                .roles("ADMIN")
                .build());
    }

    /** The administrator first, then the clerks. */
    @Bean
    AuthenticationManager whoMayEnter(
            UserDetailsService users, PasswordEncoder encoder, AuthenticationProvider clerkLogin) {
        DaoAuthenticationProvider administrator = new DaoAuthenticationProvider(users);
        administrator.setPasswordEncoder(encoder);
        return new ProviderManager(administrator, clerkLogin);
    }

    /** Programs send user and password with each call; there is no session that a foreign page could use. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, AuthenticationManager whoMayEnter) throws Exception {
        return http.securityMatcher("/engine-rest/**")
                .authenticationManager(whoMayEnter)
                .authorizeHttpRequests(who -> who.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, AuthenticationManager whoMayEnter, LiveWork work) throws Exception {
        OfOffice ofOffice = new OfOffice(work);
        return http.authenticationManager(whoMayEnter)
                .authorizeHttpRequests(who -> who.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        // the login itself; fonts and pictures, which a page still asks for when its session is over
                        .requestMatchers("/camunda/assets/**", "/camunda/favicon.ico", LoginPage.PATH)
                        .permitAll()
                        .requestMatchers("/", "/chancery/**")
                        .access(ofOffice.rule())
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage(LoginPage.PATH).defaultSuccessUrl("/").permitAll())
                .httpBasic(Customizer.withDefaults())
                .exceptionHandling(strangers -> strangers
                        .accessDeniedHandler(ofOffice)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                new OrRequestMatcher(CAMUNDA_API, OWN_API))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(LoginPage.PATH), request -> true))
                // Camunda checks a token of its own there, XSRF-TOKEN; who sends a password with each call needs none
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        CAMUNDA_API, CAMUNDA_APP, new RequestHeaderRequestMatcher("Authorization")))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(PATHS.matcher(HttpMethod.POST, "/logout"), CAMUNDA_LOGOUT))
                        .logoutSuccessHandler(afterLogout()))
                .build();
    }

    /** Else a login would land on the last call of a program that was refused. */
    private static HttpSessionRequestCache pagesOnly() {
        MediaTypeRequestMatcher html =
                new MediaTypeRequestMatcher(new HeaderContentNegotiationStrategy(), MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(PATHS.matcher(HttpMethod.GET, "/**"), html));
        return cache;
    }

    private static LogoutSuccessHandler afterLogout() {
        SimpleUrlLogoutSuccessHandler toLogin = new SimpleUrlLogoutSuccessHandler();
        toLogin.setDefaultTargetUrl(LoginPage.PATH + "?logout");
        LinkedHashMap<RequestMatcher, LogoutSuccessHandler> handlers = new LinkedHashMap<>();
        handlers.put(CAMUNDA_LOGOUT, new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT));
        DelegatingLogoutSuccessHandler handler = new DelegatingLogoutSuccessHandler(handlers);
        handler.setDefaultLogoutSuccessHandler(toLogin);
        return handler;
    }
}
