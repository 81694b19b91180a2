package chancery.web.page;

import java.io.IOException;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where one is and what there is to do. */
@RestController
public class FrontPage {
    private final Navigation navigation;

    FrontPage(Navigation navigation) {
        this.navigation = navigation;
    }

    @GetMapping(value = "/", produces = MediaType.TEXT_HTML_VALUE)
    String page(CsrfToken token, Principal user) throws IOException {
        return PageTemplate.read("front.html")
                .replace("{navigation}", navigation.at(Navigation.Place.FRONT, user, token));
    }
}
