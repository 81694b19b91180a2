/** The pages: front page, desk and login, and the ways between them. */
package chancery.web.page;
