/** Who may come in, with which password, and to what. */
package chancery.web.login;
