package chancery.web.page;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The login form, which also says where the password is found. */
@RestController
public class LoginPage {
    /** Where it lies. */
    public static final String PATH = "/login";

    @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
    String page(
            CsrfToken token,
            @RequestParam(name = "error", required = false) @Nullable String error,
            @RequestParam(name = "logout", required = false) @Nullable String logout)
            throws IOException {
        String message =
                error != null ? "User and password do not fit together." : logout != null ? "You are logged out." : "";
        return PageTemplate.read("login.html").replace("{message}", message).replace("{token}", token.getToken());
    }
}
