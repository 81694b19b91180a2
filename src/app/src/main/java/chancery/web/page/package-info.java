/** The pages: front page, desk, papers of no procedure and login, and the ways between them. */
package chancery.web.page;
