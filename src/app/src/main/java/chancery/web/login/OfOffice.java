package chancery.web.login;

import chancery.procedure.live.LiveWork;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who has no office is shown nothing. It is asked anew with each call, so that a clerk who leaves an office loses sight of
 * it at once, and one who is put into an office need not log in again.
 */
final class OfOffice implements AccessDeniedHandler {
    static final String NO_OFFICE =
            "You belong to no office here, so there is nothing to show you. Ask the administrator"
                    + " to put you into the group of your office.";

    private final LiveWork work;
    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

    OfOffice(LiveWork work) {
        this.work = work;
    }

    /** Who is let in. */
    AuthorizationManager<RequestAuthorizationContext> rule() {
        return (who, call) -> new AuthorizationDecision(
                who.get().isAuthenticated() && work.isOfOffice(who.get().getName()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, jakarta.servlet.ServletException {
        String user = request.getRemoteUser();
        if (denied instanceof AuthorizationDeniedException && user != null && !work.isOfOffice(user)) {
            Refusal.write(response, HttpServletResponse.SC_FORBIDDEN, NO_OFFICE);
        } else {
            otherwise.handle(request, response, denied);
        }
    }
}
