/** The commands that read papers, tell their paths and compare them. */
package chancery.cli.paper;
