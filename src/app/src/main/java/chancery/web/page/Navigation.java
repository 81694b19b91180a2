package chancery.web.page;

import chancery.audit.BarePathBook;
import chancery.procedure.live.LiveWork;
import chancery.procedure.live.LiveWork.Application;
import chancery.registry.RegisterPages;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** The ways between the pages, for whoever is logged in: what is not open to them is left out. */
public class Navigation {
    private static final String COCKPIT = "/camunda/app/cockpit/";

    private final LiveWork work;

    Navigation(LiveWork work) {
        this.work = work;
    }

    /** A page that one can go to. */
    public enum Place {
        FRONT("/", "Chancery", null),
        DESK(DeskPage.PATH, "Desk", null),
        REGISTERS(RegisterPages.PATH, "Registers", null),
        PAPERS(PaperPages.PATH, "Papers", null),
        TASKLIST("/camunda/app/tasklist/", "Tasklist", Application.TASKLIST),
        COCKPIT(Navigation.COCKPIT, "Cockpit", Application.COCKPIT),
        ADMIN("/camunda/app/admin/", "Admin", Application.ADMIN);

        private final String address;
        private final String label;
        private final @Nullable Application application;

        Place(String address, String label, @Nullable Application application) {
            this.address = address;
            this.label = label;
            this.application = application;
        }

        private boolean isOpen(Set<Application> open) {
            return application == null || open.contains(application);
        }

        private String link(Place here) {
            return "<li><a href=\"" + address + "\"" + (this == here ? " aria-current=\"page\"" : "") + ">" + label
                    + "</a></li>\n";
        }
    }

    /** The navigation as HTML, with the way out. */
    public String at(Place here, Principal user, CsrfToken token) {
        Set<Application> open = work.clerk(user.getName()).open();
        return Arrays.stream(Place.values())
                .filter(place -> place.isOpen(open))
                .map(place -> place.link(here))
                .collect(Collectors.joining(
                        "",
                        "<nav class=\"pages\" aria-label=\"Pages\">\n<ul>\n",
                        "</ul>\n<form method=\"post\" action=\"/logout\">"
                                + "<input type=\"hidden\" name=\"" + token.getParameterName() + "\" value=\""
                                + HtmlUtils.htmlEscape(token.getToken()) + "\">"
                                + "<span>" + HtmlUtils.htmlEscape(user.getName()) + "</span>"
                                + " <button type=\"submit\">Log out</button></form>\n</nav>\n"));
    }

    /** Where the paths of instances lie, but for their ids; {@code null} for those to whom Cockpit is not open. */
    @Nullable
    public String paths(Principal user) {
        return work.clerk(user.getName()).open().contains(Application.COCKPIT)
                ? COCKPIT + "default/#/chancery/instance/"
                : null;
    }

    /** Where the path of an instance lies, or of a paper that no procedure describes; none if it is not open to the user. */
    public Function<String, Optional<String>> pathOf(Principal user) {
        String instances = paths(user);
        return id -> BarePathBook.isRecord(id)
                ? Optional.of(PaperPages.addressOf(id))
                : Optional.ofNullable(instances).map(address -> address + id);
    }
}
