package chancery.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.view.RedirectView;

/** Leads the administrator to Cockpit and a clerk to the desk. */
@RestController
class FrontPage {
    /** Where Cockpit begins. */
    static final String COCKPIT = "/camunda/app/cockpit/";

    @GetMapping("/")
    RedirectView front(HttpServletRequest request) {
        return new RedirectView(request.isUserInRole("ADMIN") ? COCKPIT : DeskPage.PATH, true);
    }
}
