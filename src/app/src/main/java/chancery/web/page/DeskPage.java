package chancery.web.page;

import java.io.IOException;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk: live cases, what is owed, and the forms that Tasklist has no place for. */
@RestController
public class DeskPage {
    /** Where it lies. */
    public static final String PATH = "/chancery/desk";

    private final Navigation navigation;

    DeskPage(Navigation navigation) {
        this.navigation = navigation;
    }

    @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
    String page(CsrfToken token, Principal user) throws IOException {
        return PageTemplate.read("desk.html")
                .replace("{header}", token.getHeaderName())
                .replace("{token}", token.getToken())
                .replace("{navigation}", navigation.at(Navigation.Place.DESK, user, token));
    }
}
