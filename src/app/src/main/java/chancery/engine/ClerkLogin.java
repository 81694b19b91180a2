package chancery.engine;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Lets in the clerks whom the administrator has entered in Admin, with the passwords that Camunda keeps. */
final class ClerkLogin implements AuthenticationProvider {
    private final IdentityService identities;

    ClerkLogin(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Authentication authenticate(Authentication offered) {
        String user = offered.getName();
        if (!identities.checkPassword(user, String.valueOf(offered.getCredentials()))) {
            throw new BadCredentialsException("User and password do not fit together.");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList("ROLE_CLERK"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
