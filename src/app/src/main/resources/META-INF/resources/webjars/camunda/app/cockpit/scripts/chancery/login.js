// Camunda's applications show a login form of their own when the session is over. Nobody has a password for it, so the
// page is loaded anew without its fragment, and the server leads to the one login that there is.
const CAMUNDA_LOGIN = /^#!?\/login/;

addEventListener('hashchange', () => {
  if (CAMUNDA_LOGIN.test(location.hash)) {
    location.replace(location.pathname);
  }
});
