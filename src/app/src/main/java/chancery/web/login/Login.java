package chancery.web.login;

/** The administrator's login, with the password that was generated at the first start. */
public record Login(String user, String password) {
    /** Without the password, so that no log shows it. */
    @Override
    public String toString() {
        return "Login of " + user;
    }
}
